#pragma once

#include "engine/training/training_config.h"

#include <cstddef>
#include <cstdint>

namespace rbm {

/// Bytes of main memory that a run takes at least, for images of `visible` pixels: the states of
/// two ends of an epoch, and, where the backend computes in main memory, its weights and chains.
/// The images are not counted.
std::uint64_t trainingMemory(std::size_t visible, const TrainingConfig &config,
                             bool backendInMainMemory);

/// Throws Error with both figures where trainingMemory() is more than there is.
void requireTrainingMemory(std::size_t visible, const TrainingConfig &config,
                           bool backendInMainMemory);

} // namespace rbm
