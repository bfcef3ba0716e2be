#pragma once

#include "engine/model/parameters.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm::test {

/// Probabilities of the 2^V visible states at this inverse temperature, enumerated:
/// p(v) ~ exp(b.v) prod_j (1 + exp(beta (c_j + v.W_j))). Bit i of a state is visible unit i.
inline std::vector<double> visibleDistribution(const RbmParameters &p, double beta) {
    std::vector<double> weights;
    double sum = 0;
    for (std::size_t state = 0; state < (std::size_t{1} << p.visible); ++state) {
        double log = 0;
        for (std::size_t i = 0; i < p.visible; ++i)
            log += static_cast<double>(state >> i & 1U) * static_cast<double>(p.visibleBias[i]);
        for (std::size_t j = 0; j < p.hidden; ++j) {
            double input = p.hiddenBias[j];
            for (std::size_t i = 0; i < p.visible; ++i)
                input += static_cast<double>(state >> i & 1U) *
                         static_cast<double>(p.weights[i * p.hidden + j]);
            log += softplus(beta * input);
        }
        weights.push_back(std::exp(log));
        sum += weights.back();
    }
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

/// Pearson's statistic of chains' visible states, [chains, V], against such probabilities; it has
/// 2^V - 1 degrees of freedom.
inline double chiSquare(std::span<const std::uint8_t> visible,
                        const std::vector<double> &probabilities) {
    const auto units = static_cast<std::size_t>(std::log2(probabilities.size()));
    const std::size_t chains = visible.size() / units;
    std::vector<double> counts(probabilities.size());
    for (std::size_t n = 0; n < chains; ++n) {
        std::size_t state = 0;
        for (std::size_t i = 0; i < units; ++i)
            state |= static_cast<std::size_t>(visible[n * units + i]) << i;
        ++counts[state];
    }
    double sum = 0;
    for (std::size_t state = 0; state < counts.size(); ++state) {
        const double mean = probabilities[state] * static_cast<double>(chains);
        sum += (counts[state] - mean) * (counts[state] - mean) / mean;
    }
    return sum;
}

} // namespace rbm::test
