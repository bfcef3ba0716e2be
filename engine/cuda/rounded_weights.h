#pragma once

#include "engine/cuda/device.h"

#include <cstddef>
#include <cstdint>

namespace rbm::cuda {

/// W in 16 bits for chains on tensor cores: w ~ q step with whole numbers q from -32767 to 32767
/// and one power of two `step` for all, so no weight is off by more than 1 / 32767 of the largest.
/// Sums of q are whole numbers and exact in any order.
///
/// The cores take bytes, so q = 256 high + low, and both lie as the cores' operand A (m16n8k32)
/// wants them, for both directions: of a layer's units 16 make a tile, and 32 units of the other
/// layer a slice of their sums. A tile's slice is 1 KB: 32 lanes of 16 bytes `high` (signed), then
/// 32 of `low` (unsigned). Lane l's byte 4 r + b is that of
///   unit l / 4 + 8 (r % 2) of the tile and unit 4 (l % 4) + b + 16 (r / 2) of the slice.
/// Beyond the layers' units there are zeros.
struct RoundedWeights {
    static constexpr std::size_t kTile = 16;
    static constexpr std::size_t kSlice = 32;
    static constexpr std::size_t kBytes = 1024; ///< of a tile's slice

    RoundedWeights() = default;
    RoundedWeights(const Device &device, std::size_t visible, std::size_t hidden);

    static std::size_t tiles(std::size_t units) { return (units + kTile - 1) / kTile; }
    static std::size_t slices(std::size_t units) { return (units + kSlice - 1) / kSlice; }

    DeviceArray<std::uint8_t> toHidden;  ///< [tiles of H, slices of V, kBytes]
    DeviceArray<std::uint8_t> toVisible; ///< [tiles of V, slices of H, kBytes]
    DeviceArray<float> step;             ///< one
    DeviceArray<float> largest;          ///< partial results
};

/// Rounds `weights` [visible, hidden] into `to`.
void roundWeights(const Device &device, const float *weights, std::size_t visible,
                  std::size_t hidden, const RoundedWeights &to);

/// out [count] = q step of the weights that `step` was made for: what the chains sample from.
void roundedValues(const Device &device, const float *weights, std::size_t count,
                   const RoundedWeights &rounded, float *out);

} // namespace rbm::cuda
