#include "engine/cpu/scales.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rbm::cpu {
namespace {

/// 2^15 - 1, less a margin for the rounding of the bounds' float sums: a sum of
/// n floats is off by less than n 2^-23 of itself.
double largestSum(std::size_t others) {
    return 32767 * (1 - std::max(1.0 / 512, static_cast<double>(others + 1) * 0x1p-23));
}

/// How many units have each exponent.
using Histogram = std::array<double, kFinest + 1>;

Histogram histogram(const std::vector<int> &exponents) {
    Histogram result{};
    for (const int e : exponents) {
        ++result[static_cast<std::size_t>(e)];
    }
    return result;
}

/// The most by which rounding moves a sum that counts in 2^-exponent: half a
/// step of the coarser unit of each weight, and half of its own for the bias.
double roundingOf(int exponent, const Histogram &others) {
    double result = 0.5;
    for (int e = kCoarsest; e <= kFinest; ++e) {
        result += 0.5 * others[static_cast<std::size_t>(e)] * std::exp2(std::max(0, exponent - e));
    }
    return result;
}

std::vector<double> largest(const InputBounds &bounds) {
    std::vector<double> result(bounds.up.size());
    for (std::size_t u = 0; u < result.size(); ++u) {
        // NaN compares false everywhere: let it become the infinity that fits nowhere.
        const double bound = std::max(bounds.up[u], bounds.down[u]);
        result[u] = std::isfinite(bounds.up[u] + bounds.down[u]) ? bound : INFINITY;
    }
    return result;
}

enum class Outcome { Kept, Lowered, TooLarge };

/// Lowers exponents until every bound holds against the others' exponents.
Outcome lower(const std::vector<double> &bounds, const std::vector<int> &otherExponents,
              std::vector<int> &exponents) {
    const Histogram others = histogram(otherExponents);
    const double limit = largestSum(otherExponents.size());
    std::array<double, kFinest + 1> rounding{};
    for (int e = kCoarsest; e <= kFinest; ++e) {
        rounding[static_cast<std::size_t>(e)] = roundingOf(e, others);
    }
    Outcome outcome = Outcome::Kept;
    for (std::size_t u = 0; u < exponents.size(); ++u) {
        int &e = exponents[u];
        while (bounds[u] * (1 << e) + rounding[static_cast<std::size_t>(e)] > limit) {
            if (e == kCoarsest) {
                return Outcome::TooLarge;
            }
            --e;
            outcome = Outcome::Lowered;
        }
    }
    return outcome;
}

} // namespace

Scales chooseScales(const InputBounds &visible, const InputBounds &hidden) {
    Scales scales;
    scales.visible.assign(visible.up.size(), kFinest);
    scales.hidden.assign(hidden.up.size(), kFinest);
    const auto visibleBounds = largest(visible);
    const auto hiddenBounds = largest(hidden);
    for (;;) {
        // Exponents only fall, so this ends.
        const Outcome first = lower(visibleBounds, scales.hidden, scales.visible);
        const Outcome second = lower(hiddenBounds, scales.visible, scales.hidden);
        if (first == Outcome::TooLarge || second == Outcome::TooLarge) {
            return scales;
        }
        if (second == Outcome::Kept) {
            scales.fit = true;
            return scales;
        }
    }
}

} // namespace rbm::cpu
