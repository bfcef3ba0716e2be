#include "engine/likelihood/estimate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rbm {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// -log of the chance beyond 3 sigma on one side.
constexpr double kMarkov = 6.61;

/// Below this share of the runs the weights' own variance says nothing.
constexpr double kSmallestShare = 0.1;

/// What the runs' weights say about the log of their mean.
struct LogMean {
    double value = 0;
    double error = 0; ///< standard error, relative to the mean
    double effective = 0;
};

LogMean logMean(std::span<const double> logWeights) {
    const double largest = *std::max_element(logWeights.begin(), logWeights.end());
    double sum = 0;
    double squares = 0;
    for (const double logWeight : logWeights) {
        const double weight = std::exp(logWeight - largest);
        sum += weight;
        squares += weight * weight;
    }
    const auto n = static_cast<double>(logWeights.size());
    const double mean = sum / n;
    const double variance = n > 1 ? std::max(0.0, (squares - n * mean * mean) / (n - 1)) : 0;
    return {largest + std::log(mean), std::sqrt(variance / n) / mean, sum * sum / squares};
}

/// The log of the mean, had the log weights a normal distribution.
LogMean normalLogMean(std::span<const double> logWeights) {
    const auto n = static_cast<double>(logWeights.size());
    const double mean = std::accumulate(logWeights.begin(), logWeights.end(), 0.0) / n;
    double variance = 0;
    for (const double logWeight : logWeights) {
        variance += (logWeight - mean) * (logWeight - mean) / (n - 1);
    }
    const double error = std::sqrt(variance / n + variance * variance / (2 * (n - 1)));
    return {mean + variance / 2, error, 0};
}

} // namespace

double threeSigmaQuantile(std::size_t degrees) {
    const auto v = static_cast<double>(degrees);
    // (z^3 + z) / 4, (5 z^5 + 16 z^3 + 3 z) / 96 and so on at z = 3.
    return 3 + 7.5 / v + 17.25 / (v * v) + 30.1875 / (v * v * v) + 38.6 / (v * v * v * v);
}

LogPartition summariseWeights(std::span<const double> logWeights, double offset) {
    const LogMean mean = logMean(logWeights);
    LogPartition result;
    result.runs = logWeights.size();
    result.effectiveSampleSize = mean.effective;
    result.logZ = offset + mean.value;
    result.low = result.logZ - kMarkov;
    result.high = kInfinity;
    const auto n = static_cast<double>(result.runs);
    if (result.runs >= kFewestRuns && mean.effective >= kSmallestShare * n) {
        const LogMean normal = normalLogMean(logWeights);
        const double t = threeSigmaQuantile(result.runs - 1);
        const double low = std::min(mean.value - t * mean.error, normal.value - t * normal.error);
        result.low = std::max(result.low, offset + low);
        result.high =
            offset + std::max(mean.value + t * mean.error, normal.value + t * normal.error);
    }
    return result;
}

LogPartition summariseReverse(std::span<const double> logWeights, double offset) {
    LogPartition result = summariseWeights(logWeights, 0);
    result.logZ = offset - result.logZ;
    const double low = offset - result.high;
    result.high = offset - result.low;
    result.low = low;
    return result;
}

} // namespace rbm
