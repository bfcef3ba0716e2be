#pragma once

#include "engine/cuda/rounded_weights.h"
#include "engine/cuda/sweep_kernel.h"

#include <cstddef>

namespace rbm::cuda {

/// Whether sweepClusters() can run such a model on this card: it needs clusters of blocks
/// (Hopper and newer) in whose shared memory the rounded weights of both directions fit.
bool fitsClusters(const Device &device, std::size_t visibleUnits, std::size_t hiddenUnits);

/// Gibbs sweeps as sweepChains() makes them, with rounded weights: a cluster of blocks for each
/// eight chains. A block keeps the weights of its share of the units in shared memory for all
/// sweeps, in both directions, and all states of the eight chains; sums come from the tensor
/// cores, in whole numbers. After a half-step each block sends its units' new states to the
/// others of its cluster; clusters know nothing of each other. The layers' `weights` are not read.
void sweepClusters(const Device &device, const SweepTask &task, const RoundedWeights &rounded);

} // namespace rbm::cuda
