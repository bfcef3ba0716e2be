#pragma once

#include <functional>
#include <vector>

namespace rbm {

/// Called often while something is measured, and quick; it may throw to stop
/// the measurement.
using Pulse = std::function<void()>;

/// Seconds of the same work, done several times. The minimum is what the
/// machine can do, the median what it did while other things ran beside.
struct Spread {
    double minimum = 0; ///< seconds
    double median = 0;  ///< seconds
};

/// All zero where there are no seconds.
Spread spreadOf(std::vector<double> seconds);

/// `runs` holds the seconds of the same pieces of work, run after run, [runs,
/// pieces]: the mean over the pieces of each piece's own spread. A disturbance
/// spoils the minimum of a piece only where it comes in every run.
Spread meanSpread(const std::vector<std::vector<double>> &runs);

/// How long `work` takes, in seconds of a steady clock.
double secondsOf(const std::function<void()> &work);

} // namespace rbm
