#include "engine/inspection/silence.h"

namespace rbm {

RbmParameters withoutUnits(RbmParameters parameters, std::span<const std::uint32_t> units) {
    for (const std::uint32_t unit : units) {
        if (unit >= parameters.hidden) {
            continue;
        }
        parameters.hiddenBias[unit] = kSilentBias;
        for (std::size_t i = 0; i < parameters.visible; ++i) {
            parameters.weights[i * parameters.hidden + unit] = 0;
        }
    }
    return parameters;
}

} // namespace rbm
