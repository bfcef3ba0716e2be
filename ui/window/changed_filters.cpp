#include "ui/window/changed_filters.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rbm {

namespace {
/// Tiles are a tenth of a second apart: Slow and Watch make one or two updates meanwhile,
/// the faster speeds more, unless the model is so large that each can be seen there, too.
constexpr std::uint64_t kFewUpdates = 2;
constexpr std::size_t kMost = 12;  ///< more at once would not be looked at
constexpr std::size_t kShare = 25; ///< of that many filters one
} // namespace

std::vector<int> ChangedFilters::take(const TrainingSnapshot &snapshot) {
    const FloatTiles before = std::exchange(m_filters, snapshot.filters);
    const std::uint64_t update = std::exchange(m_update, snapshot.update);
    const QString run = std::exchange(m_run, snapshot.run);
    const std::size_t hidden = snapshot.config.numHidden;
    const bool isStep = snapshot.update > update && snapshot.update - update <= kFewUpdates &&
                        (run.isEmpty() || run == snapshot.run);
    if (!isStep || before == nullptr || m_filters == nullptr || hidden == 0 ||
        before->size() != m_filters->size() || m_filters->size() % hidden != 0)
        return {};
    const std::size_t pixels = m_filters->size() / hidden;
    std::vector<float> changes(hidden);
    for (std::size_t unit = 0; unit < hidden; ++unit) {
        for (std::size_t at = unit * pixels; at < (unit + 1) * pixels; ++at) {
            const float change = (*m_filters)[at] - (*before)[at];
            changes[unit] += change * change;
        }
    }
    std::vector<int> units(hidden);
    std::iota(units.begin(), units.end(), 0);
    const std::size_t count = std::clamp(hidden / kShare, std::size_t{1}, kMost);
    std::partial_sort(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(count),
                      units.end(), [&](int a, int b) {
                          return changes[static_cast<std::size_t>(a)] >
                                 changes[static_cast<std::size_t>(b)];
                      });
    units.resize(count);
    return units;
}

} // namespace rbm
