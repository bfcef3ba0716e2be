#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace rbm {

/// An estimate of log Z. All in nats.
struct LogPartition {
    std::string method; ///< "exact", "original"
    double logZ = 0;
    double low = 0; ///< 3 sigma; -infinity where the runs give no bound
    double high = 0;
    double effectiveSampleSize = 0; ///< (sum w)^2 / sum w^2; 0 for exact
    std::size_t runs = 0;
    std::size_t temperatures = 0;
};

/// log of the mean of exp(logWeights) + offset, its 3-sigma interval from the
/// weights' standard error, and the effective sample size; all in the log domain.
LogPartition summariseWeights(std::span<const double> logWeights, double offset);

} // namespace rbm
