#include "engine/likelihood/bennett.h"

#include "engine/base/error.h"

#include <algorithm>
#include <cmath>

namespace rbm {
namespace {

/// The sum of 1 / (1 + exp(-shift - x)), and the variance of its mean, relative.
struct Acceptance {
    double sum = 0;
    double variance = 0;
};

Acceptance accept(std::span<const double> logWeights, double shift) {
    const auto n = static_cast<double>(logWeights.size());
    double sum = 0;
    double squares = 0;
    for (const double logWeight : logWeights) {
        const double accepted = 1 / (1 + std::exp(-shift - logWeight));
        sum += accepted;
        squares += accepted * accepted;
    }
    const double mean = sum / n;
    return {sum, std::max(0.0, squares / n - mean * mean) / (n - 1) / (mean * mean)};
}

} // namespace

LogPartition bennettRatio(std::span<const double> forward, std::span<const double> reverse,
                          double offset) {
    if (forward.size() != reverse.size() || forward.size() < 2) {
        throw Error("The acceptance ratio needs as many runs in each direction, two at least.");
    }
    const auto [leastF, mostF] = std::minmax_element(forward.begin(), forward.end());
    const auto [leastR, mostR] = std::minmax_element(reverse.begin(), reverse.end());
    double low = std::min(*leastF, -*mostR) - 1;
    double high = std::max(*mostF, -*leastR) + 1;
    constexpr int kHalvings = 80; // of at most some 10^5 nats: far below rounding
    for (int n = 0; n < kHalvings; ++n) {
        const double middle = (low + high) / 2;
        const bool tooLow = accept(forward, -middle).sum > accept(reverse, middle).sum;
        (tooLow ? low : high) = middle;
    }
    LogPartition result;
    result.method = "trusted";
    result.runs = forward.size();
    result.logZ = offset + low;
    const double variance = accept(forward, -low).variance + accept(reverse, low).variance;
    const double width = threeSigmaQuantile(result.runs - 1) * std::sqrt(variance);
    result.low = result.logZ - width;
    result.high = result.logZ + width;
    result.effectiveSampleSize = std::min(summariseWeights(forward, 0).effectiveSampleSize,
                                          summariseWeights(reverse, 0).effectiveSampleSize);
    return result;
}

} // namespace rbm
