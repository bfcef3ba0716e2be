#pragma once

#include "engine/random/philox.h"

#include <cstdint>

namespace rbm {

/// How a gray pixel g / 255 becomes the value of a visible unit.
enum class Pixels {
    Gray,      ///< used as it is, as the original does
    Sampled,   ///< 1 with probability g / 255, drawn anew each epoch
    Threshold, ///< 1 where g >= 128
};

/// The byte of a sampled pixel, 0 or 255, by its unit's 32 random bits.
constexpr std::uint8_t sampledPixel(std::uint8_t gray, std::uint32_t bits) {
    return toUnit(bits) < gray / 255.0 ? 255 : 0;
}

constexpr std::uint8_t thresholdPixel(std::uint8_t gray) { return gray >= 128 ? 255 : 0; }

} // namespace rbm
