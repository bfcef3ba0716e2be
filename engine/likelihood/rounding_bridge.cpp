#include "engine/likelihood/rounding_bridge.h"

#include <algorithm>

namespace rbm {

std::vector<double> roundingBridge(const Backend &backend, const Chains &chains) {
    std::vector<double> bridge(chains.count(), 0);
    const RbmParameters sampled = backend.sampledParameters();
    if (sampled == backend.parameters()) {
        return bridge;
    }
    const ChainStates states = backend.states(chains);
    std::vector<std::uint8_t> pixels(states.visible.size());
    std::transform(states.visible.begin(), states.visible.end(), pixels.begin(),
                   [](std::uint8_t on) { return static_cast<std::uint8_t>(on * 255); });
    std::vector<double> energies(states.count);
    backend.freeEnergies(pixels, energies);
    backend.hiddenLogSums(chains, 1, bridge);
    for (std::size_t n = 0; n < states.count; ++n) {
        for (std::size_t i = 0; i < sampled.visible; ++i) {
            bridge[n] += states.visible[n * sampled.visible + i] *
                         static_cast<double>(sampled.visibleBias[i]);
        }
        bridge[n] = -energies[n] - bridge[n];
    }
    return bridge;
}

} // namespace rbm
