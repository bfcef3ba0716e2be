#pragma once

#include "engine/random/philox.h"

#include <cstdint>

namespace rbm {

/// Which random numbers the units of one layer of one chain take in one
/// half-step. Every unit has its own uniform number of 48 bits: 16 high bits
/// decide nearly always; 32 low bits, from a counter of their own, are drawn
/// only where the high ones cannot tell.
///
/// High bits: 64 units share 8 counters of Philox, 8 * (u / 64) + l for l < 8.
/// Counter l's words 0 and 1 are the numbers of units 4 l to 4 l + 3 of the 64,
/// its words 2 and 3 those of units 32 + 4 l to 32 + 4 l + 3, low halves first:
/// with a counter in each 64-bit lane of a vector, two words put together are
/// the 16-bit numbers of consecutive units in order.
struct Draw {
    std::uint64_t seed = 0;
    Purpose purpose = Purpose::Initialisation;
    std::uint64_t step = 0;
    std::uint32_t chain = 0;
};

/// The counter's words after the first, which numbers the block.
constexpr std::array<std::uint32_t, 4> drawCounter(const Draw &draw, std::uint32_t block) {
    const auto high = static_cast<std::uint32_t>(draw.step >> 32);
    return {block, draw.chain, static_cast<std::uint32_t>(draw.step),
            static_cast<std::uint32_t>(draw.purpose) | (high << 8)};
}

constexpr std::array<std::uint32_t, 2> drawKey(const Draw &draw) {
    return {static_cast<std::uint32_t>(draw.seed), static_cast<std::uint32_t>(draw.seed >> 32)};
}

/// The high 16 bits of the unit's uniform number, less 32768: the half-word of
/// Philox read as a signed number.
constexpr std::int16_t highBits(const Draw &draw, std::uint32_t unit) {
    const std::uint32_t block = 8 * (unit / 64) + unit % 32 / 4;
    const std::uint32_t word = unit % 64 / 32 * 2 + unit % 4 / 2;
    const std::uint32_t bits = philox4x32(drawCounter(draw, block), drawKey(draw))[word];
    return static_cast<std::int16_t>(unit % 2 == 0 ? bits & 0xFFFFU : bits >> 16);
}

/// The low 32 bits.
constexpr std::uint32_t lowBits(const Draw &draw, std::uint32_t unit) {
    return philox4x32(drawCounter(draw, 0x80000000U | unit), drawKey(draw))[0];
}

/// The number in (0, 1) that both make: (high + (low + 0.5) / 2^32) / 2^16, where
/// `high` is counted from -32768; exact in double.
constexpr double toUnit(std::int16_t high, std::uint32_t low) {
    return (high + 32768.0 + toUnit(low)) / 65536.0;
}

/// The unit's uniform number.
constexpr double uniform(const Draw &draw, std::uint32_t unit) {
    return toUnit(highBits(draw, unit), lowBits(draw, unit));
}

} // namespace rbm
