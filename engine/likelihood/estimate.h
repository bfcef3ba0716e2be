#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace rbm {

/// An estimate of log Z. All in nats.
struct LogPartition {
    std::string method; ///< "exact", "original", "forward", "reverse", "trusted"
    double logZ = 0;
    double low = 0; ///< 3 sigma; -infinity where the runs give no bound
    double high = 0;
    double effectiveSampleSize = 0; ///< (sum w)^2 / sum w^2; 0 for exact
    std::size_t runs = 0;
    std::size_t temperatures = 0;
};

/// log of the mean of exp(logWeights) + offset, and the effective sample size,
/// in the log domain, for weights whose mean is unbiased for Z / exp(offset):
/// the estimate is too low on average, and exceeds log Z by b nats with a chance
/// of at most exp(-b) (Markov's inequality).
///
/// The interval is the hull of two, each 3 sigma wide by Student's distribution:
/// around log of the mean, from the weights' standard error; and around
/// mean + variance / 2 of the log weights, which is right where these are
/// normal (Cox's interval) and knows of large weights that were not drawn. Where
/// a tenth of the runs carry the weight, or there are fewer than kFewestRuns,
/// nothing bounds log Z from above, and Markov's inequality bounds it from below.
LogPartition summariseWeights(std::span<const double> logWeights, double offset);

/// offset - log of the mean of exp(logWeights), for weights whose mean is
/// unbiased for exp(offset) / Z, as those of reverse runs: the mirror image.
LogPartition summariseReverse(std::span<const double> logWeights, double offset);

inline constexpr std::size_t kFewestRuns = 8;

/// The 99.87th percentile of Student's distribution, which is 3 for many degrees
/// of freedom; Cornish and Fisher's series (Abramowitz & Stegun 26.7.5), within
/// 0.5 % from 7 degrees on.
double threeSigmaQuantile(std::size_t degrees);

} // namespace rbm
