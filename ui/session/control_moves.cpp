#include "ui/session/control_moves.h"

#include <algorithm>

namespace rbm {

std::vector<ControlChange> restsOf(const ControlHistory &history, std::uint64_t updates) {
    constexpr std::uint64_t kShare = 200; ///< of the run: nearer changes are one move
    const std::vector<ControlChange> &changes = history.changes();
    if (changes.empty())
        return {};
    std::vector<ControlChange> rests = {changes.front()}; // the beginning, which is no move
    for (const ControlChange &change : changes) {
        if (change.controls == rests.back().controls) // other epochs are no move
            continue;
        if (rests.size() > 1 && change.update - rests.back().update <= updates / kShare)
            rests.back() = change;
        else
            rests.push_back(change);
    }
    const auto same = [](const ControlChange &a, const ControlChange &b) {
        return a.controls == b.controls; // it was moved and moved back
    };
    rests.erase(std::unique(rests.begin(), rests.end(), same), rests.end());
    rests.erase(rests.begin());
    return rests;
}

} // namespace rbm
