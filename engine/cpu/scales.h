#pragma once

#include <cstddef>
#include <vector>

namespace rbm::cpu {

/// The largest sum of a unit's input upwards and downwards over all states:
/// the positive parts of its bias and weights, and minus the negative parts.
struct InputBounds {
    std::vector<float> up;   ///< [units]
    std::vector<float> down; ///< [units]
};

/// Sums of 16 bits cannot overflow with these scales: unit u counts its input
/// in steps of 2^-exponent[u].
struct Scales {
    bool fit = false; ///< false: some unit's weights are too large for 16 bits
    std::vector<int> visible;
    std::vector<int> hidden;
};

inline constexpr int kFinest = 12;
inline constexpr int kCoarsest = 6;

/// The finest scales that hold every sum. The weight between units i and j is
/// rounded to 2^-min(exponent_i, exponent_j), so that both directions hold the
/// very same weight; the bounds count that rounding.
Scales chooseScales(const InputBounds &visible, const InputBounds &hidden);

} // namespace rbm::cpu
