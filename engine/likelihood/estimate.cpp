#include "engine/likelihood/estimate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rbm {

LogPartition summariseWeights(std::span<const double> logWeights, double offset) {
    LogPartition result;
    result.runs = logWeights.size();
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
    const double threeSigma = 3 * std::sqrt(variance / n);
    const double infinity = std::numeric_limits<double>::infinity();
    result.logZ = offset + largest + std::log(mean);
    result.low =
        mean > threeSigma && n > 1 ? offset + largest + std::log(mean - threeSigma) : -infinity;
    result.high = n > 1 ? offset + largest + std::log(mean + threeSigma) : infinity;
    result.effectiveSampleSize = sum * sum / squares;
    return result;
}

} // namespace rbm
