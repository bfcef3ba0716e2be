#include "engine/training/divergence.h"

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {

Divergence worstOf(const std::vector<float> &values) {
    // Not-a-number compares false with everything, so it counts as too large.
    const auto isTooLarge = [](float value) { return !(std::abs(value) <= kExplodedParameter); };
    if (std::none_of(values.begin(), values.end(), isTooLarge)) {
        return Divergence::None;
    }
    const auto isFinite = [](float value) { return std::isfinite(value); };
    return std::all_of(values.begin(), values.end(), isFinite) ? Divergence::Exploded
                                                               : Divergence::NotFinite;
}

} // namespace

Divergence divergenceOf(const RbmParameters &parameters) {
    return std::max({worstOf(parameters.weights), worstOf(parameters.visibleBias),
                     worstOf(parameters.hiddenBias)});
}

} // namespace rbm
