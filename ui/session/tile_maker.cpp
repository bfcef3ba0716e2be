#include "ui/session/tile_maker.h"

#include "engine/training/divergence.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kTileAge{100};

/// Blocks of 16 x 16 keep both sides in the cache.
std::vector<float> transposed(const RbmParameters &parameters) {
    constexpr std::size_t kBlock = 16;
    const std::size_t rows = parameters.visible;
    const std::size_t columns = parameters.hidden;
    std::vector<float> result(rows * columns);
    for (std::size_t top = 0; top < rows; top += kBlock) {
        for (std::size_t left = 0; left < columns; left += kBlock) {
            for (std::size_t j = left; j < std::min(left + kBlock, columns); ++j) {
                for (std::size_t i = top; i < std::min(top + kBlock, rows); ++i)
                    result[j * rows + i] = parameters.weights[i * columns + j];
            }
        }
    }
    return result;
}

/// The magnitude that 99.5 % of the weights stay below, from every seventh of
/// them, rounded up to one digit, so that colours do not flicker: the largest
/// few would pale all others.
float scaleOf(const std::vector<float> &weights) {
    std::vector<float> magnitudes;
    magnitudes.reserve(weights.size() / 7 + 1);
    for (std::size_t at = 0; at < weights.size(); at += 7)
        magnitudes.push_back(std::abs(weights[at]));
    if (magnitudes.empty())
        return 1;
    const auto place = magnitudes.begin() + static_cast<std::ptrdiff_t>(
                                                static_cast<double>(magnitudes.size() - 1) * 0.995);
    std::nth_element(magnitudes.begin(), place, magnitudes.end());
    if (*place <= 0)
        return 1;
    const float unit = std::pow(10.0F, std::floor(std::log10(*place)));
    return std::ceil(*place / unit) * unit;
}

} // namespace

bool TileMaker::Cache::isFresh(std::uint64_t now, std::chrono::milliseconds age) const {
    return tiles != nullptr && (version == now || Clock::now() - made < age);
}

void TileMaker::Cache::set(std::vector<float> values, std::uint64_t now) {
    tiles = std::make_shared<const std::vector<float>>(std::move(values));
    version = now;
    made = Clock::now();
}

void TileMaker::reset() { *this = TileMaker(); }

void TileMaker::resetPictures() { m_fantasies = {}; }

FloatTiles TileMaker::filters(const Backend &backend, std::uint64_t update) {
    if (!m_filters.isFresh(update, kTileAge)) {
        const RbmParameters parameters = backend.parameters();
        if (divergenceOf(parameters) == Divergence::NotFinite)
            throw WeightsDiverged();
        m_filters.set(transposed(parameters), update);
        m_scale = scaleOf(parameters.weights);
    }
    return m_filters.tiles;
}

FloatTiles TileMaker::fantasies(std::uint64_t update,
                                const std::function<std::vector<float>()> &make) {
    if (!m_fantasies.isFresh(update, kTileAge))
        m_fantasies.set(make(), update);
    return m_fantasies.tiles;
}

} // namespace rbm
