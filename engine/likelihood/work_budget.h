#pragma once

#include "engine/likelihood/bidirectional.h"

namespace rbm {

/// Seconds that a run takes for a sweep at one temperature, measured with a few dozen runs
/// from the images for some hundredths of a second: the only use of a clock in
/// an estimate. The backend's parameters stay.
double measureSecondsPerSweep(Backend &backend, const Dataset &images, std::uint64_t seed);

/// The plan whose work takes about `seconds` at that rate: more temperatures first, then more
/// runs, within requireValid()'s range.
AnnealingPlan planForBudget(double seconds, double secondsPerSweep);

} // namespace rbm
