#include "engine/benchmark/measure_activity.h"

#include "engine/base/error.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace rbm {

namespace {

/// Adds the sums over all chains.
void addLayer(const std::vector<std::uint8_t> &before, const std::vector<std::uint8_t> &after,
              LayerActivity &layer) {
    for (std::size_t i = 0; i < after.size(); ++i) {
        layer.on += after[i];
        layer.flipped += before[i] == after[i] ? 0 : 1;
    }
}

} // namespace

Activity measureActivity(Backend &backend, const TrainingState &state, std::size_t sweeps,
                         const Pulse &pulse) {
    if (sweeps == 0 || state.chains.count == 0) {
        throw Error("Activity needs at least one chain and one sweep.");
    }
    backend.setParameters(state.parameters);
    const auto chains = backend.makeChains(state.chains.count);
    backend.setStates(*chains, state.chains);
    Sweeps one;
    one.seed = state.config.seed;
    // The hidden states of a training chain come from its visible ones, and a
    // sweep draws them once more from the same: the first pair is no half-step.
    backend.gibbs(*chains, one);
    Activity activity;
    ChainStates before = backend.states(*chains);
    for (std::size_t sweep = 0; sweep < sweeps; ++sweep) {
        if (pulse) {
            pulse();
        }
        ++one.firstStep;
        backend.gibbs(*chains, one);
        ChainStates after = backend.states(*chains);
        addLayer(before.visible, after.visible, activity.visible);
        addLayer(before.hidden, after.hidden, activity.hidden);
        before = std::move(after);
    }
    const double scale = 1 / static_cast<double>(sweeps * state.chains.count);
    for (LayerActivity *layer : {&activity.visible, &activity.hidden}) {
        layer->on *= scale;
        layer->flipped *= scale;
    }
    return activity;
}

} // namespace rbm
