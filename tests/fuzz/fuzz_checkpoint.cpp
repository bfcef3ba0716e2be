// Any bytes as a checkpoint. What is taken can be saved, and is the same again.
#include "engine/training/checkpoint.h"
#include "tests/fuzz/fuzzing.h"

using namespace rbm::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const MemoryFile file(data, size);
    rbm::TrainingState state;
    if (!isTaken([&] { state = rbm::loadCheckpoint(file.path()); })) {
        return 0;
    }
    require(state.chains.count == state.config.chains() &&
                state.chains.visible.size() == state.chains.count * state.parameters.visible &&
                state.parameters.hidden == state.config.numHidden,
            "the run's parts fit together");
    const rbm::TrainingConfig usual; // what means nothing in a run is not written
    if (state.config.algorithm != rbm::Algorithm::Pt) {
        state.config.numReplicas = usual.numReplicas;
    }
    if (state.config.algorithm != rbm::Algorithm::Fpcd) {
        state.config.fastLearningRate = usual.fastLearningRate;
    }
    if (state.config.sparsityCost == 0) {
        state.config.sparsityTarget = usual.sparsityTarget;
    }
    rbm::saveCheckpoint(scratchPath(), state, state.parameters.visible, 1);
    const rbm::TrainingState again = rbm::loadCheckpoint(scratchPath());
    std::filesystem::remove(scratchPath());
    require(again.config == state.config && again.controls == state.controls &&
                again.update == state.update && again.history == state.history &&
                again.parameters.weights == state.parameters.weights &&
                again.chains.hidden == state.chains.hidden && again.averaged == state.averaged,
            "what was saved is what was loaded");
    return 0;
}
