#include "engine/training/training_memory.h"

#include "engine/base/memory.h"

namespace rbm {

std::uint64_t trainingMemory(std::size_t visible, const TrainingConfig &config,
                             bool backendInMainMemory) {
    const std::uint64_t units = visible + config.numHidden;
    const std::uint64_t weights = visible * config.numHidden + units;
    const std::uint64_t replicas = config.algorithm == Algorithm::Pt ? config.numReplicas : 1;
    const std::uint64_t chains = config.chains() * replicas;
    // Parameters and momentum in float32, and a byte for each unit of each chain.
    const std::uint64_t state = 2 * sizeof(float) * weights + chains * units;
    if (!backendInMainMemory) {
        return 2 * state;
    }
    // Both once more, the weights in 16 bits for each direction; sums of 16 bits for each unit of
    // each chain, and two bits for its state.
    return 2 * state + (2 * sizeof(float) + 2 * sizeof(std::int16_t)) * weights +
           chains * units * sizeof(std::int16_t) + chains * units / 4;
}

void requireTrainingMemory(std::size_t visible, const TrainingConfig &config,
                           bool backendInMainMemory) {
    requireMemory(trainingMemory(visible, config, backendInMainMemory),
                  Sentence("This training needs"),
                  Sentence("take fewer hidden units, chains or replicas"));
}

} // namespace rbm
