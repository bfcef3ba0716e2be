#pragma once

#include "engine/cuda/device.h"
#include "engine/cuda/kernels.h"

#include <cstddef>
#include <cstdint>

namespace rbm::cuda {

/// One layer in the sweeps of a chain; all pointers are the card's.
struct SweepLayer {
    /// W by rows of the other layer's units: [other units, units].
    const float *weights = nullptr;
    const float *bias = nullptr; ///< [units]
    const float *base = nullptr; ///< [units], see DrawTask; null: 0
    float *states = nullptr;     ///< [chains, units], 0 or 1
    std::size_t units = 0;
    Purpose purpose = Purpose::TrainingVisible;
};

/// Whole Gibbs sweeps of some chains in one launch: `first`, then `second`, `count` times.
struct SweepTask {
    SweepLayer first;
    SweepLayer second;
    std::size_t chains = 0;
    std::size_t count = 1;
    float beta = 1;
    std::uint32_t firstChain = 0;
    const std::uint8_t *held = nullptr; ///< of the visible units, see DrawTask; null: none
    bool heldByRow = false;
    bool visibleFirst = true;
    RandomSteps steps; ///< one for each sweep
};

/// Whether the layers have few enough units for sweepChains().
bool fitsBlocks(std::size_t visibleUnits, std::size_t hiddenUnits);

/// Whether sweepChains() is the faster way, by a rule of thumb. Its blocks run a chain each and
/// read from the level-2 cache the weights of the units that are on: much less than all, but for
/// each chain anew.
bool sweepsAlone(const Device &device, std::size_t visibleUnits, std::size_t hiddenUnits,
                 std::size_t chains);

void sweepChains(const Device &device, const SweepTask &task);

/// out [columns, rows] is the transpose of in [rows, columns].
void transpose(const Device &device, const float *in, std::size_t rows, std::size_t columns,
               float *out);

} // namespace rbm::cuda
