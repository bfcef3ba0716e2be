#pragma once

#include "engine/cuda/unit_math.h"

#include <cstdint>

namespace rbm::cuda {

/// What one update reads from the card's memory, so that a captured graph can be replayed with
/// other values.
struct UpdateScalars {
    std::uint64_t seed = 0;
    std::uint64_t update = 0; ///< its number
    std::uint64_t epoch = 0;  ///< of the images
    float step = 0;
    float momentum = 0;
    float weightDecay = 0;
    float offsetRate = 0;
    std::uint32_t nesterov = 0;
    float sparsityCost = 0;
    float sparsityTarget = 0;
    float fastStep = 0;
    float fastKeep = 0;
};

/// Which random steps some half-steps take: those of an update, from update * perUpdate on, or
/// from `first` on where there are no scalars.
struct RandomSteps {
    const UpdateScalars *scalars = nullptr;
    std::uint64_t perUpdate = 1;
    std::uint64_t seed = 0;
    std::uint64_t first = 0;
};

RBM_PORTABLE inline std::uint64_t seedOf(const RandomSteps &steps) {
    return steps.scalars == nullptr ? steps.seed : steps.scalars->seed;
}
RBM_PORTABLE inline std::uint64_t firstOf(const RandomSteps &steps) {
    return steps.scalars == nullptr ? steps.first : steps.scalars->update * steps.perUpdate;
}

} // namespace rbm::cuda
