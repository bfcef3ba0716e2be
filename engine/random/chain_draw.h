#pragma once

#include "engine/random/philox.h"

#include <cstdint>

namespace rbm {

/// Which random numbers the units of one layer of one chain take in one
/// half-step. Every unit has its own uniform number of 48 bits: 16 high bits
/// decide nearly always; 32 low bits, from a counter of their own, are drawn
/// only where the high ones cannot tell.
///
/// High bits: 128 units share 16 counters of Philox, 16 * (u / 128) + l for
/// l < 16. Unit u takes word (u / 32) % 4 of l = (u % 32) / 2, its low half
/// where u is even: a 512-bit vector of words is the 16-bit numbers of 32
/// consecutive units in order.
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
    const std::uint32_t block = 16 * (unit / 128) + unit % 32 / 2;
    const std::uint32_t word = philox4x32(drawCounter(draw, block), drawKey(draw))[unit / 32 % 4];
    return static_cast<std::int16_t>(unit % 2 == 0 ? word & 0xFFFFU : word >> 16);
}

/// The low 32 bits.
constexpr std::uint32_t lowBits(const Draw &draw, std::uint32_t unit) {
    return philox4x32(drawCounter(draw, 0x80000000U | unit), drawKey(draw))[0];
}

/// The unit's uniform number in (0, 1): (high + (low + 0.5) / 2^32) / 2^16,
/// exact in double.
constexpr double uniform(const Draw &draw, std::uint32_t unit) {
    return (highBits(draw, unit) + 32768.0 + toUnit(lowBits(draw, unit))) / 65536.0;
}

} // namespace rbm
