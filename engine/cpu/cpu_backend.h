#pragma once

#include "engine/backend/backend.h"

#include <memory>

namespace rbm {

/// In what the chains of the CPU backend add up their units' inputs.
enum class ChainSums {
    Integers, ///< exact 16-bit sums of rounded weights, floats where these are too large
    Floats,   ///< always float32 sums: several times slower, to compare with
};

/// The CPU backend. The parameters and their gradient are in float32; the chains
/// are binary states whose half-steps add the weight rows of the units that
/// changed. Chains are split over threads, kernels are vectorised.
/// `threads` 0: one per core.
std::unique_ptr<Backend> makeCpuBackend(std::size_t threads, bool background,
                                        ChainSums sums = ChainSums::Integers);

/// The processor's name as the system gives it.
std::string processorName();

} // namespace rbm
