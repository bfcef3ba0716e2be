#pragma once

#include "engine/likelihood/estimate.h"

#include <span>

namespace rbm {

/// log Z from runs in both directions by the acceptance ratio (Bennett 1976;
/// for runs out of equilibrium Shirts, Bair, Hooker & Pande 2003), of all
/// estimates from such runs the one with the least variance. `forward` are the
/// log weights of runs from the base model, whose log Z is `offset`, to the model,
/// `reverse` those of as many runs back. Right where the reverse runs start
/// in equilibrium. The interval is 3 sigma by the asymptotic variance and
/// Student's distribution, the effective sample size the smaller of the two.
/// Throws Error where there are not as many of both, or fewer than two.
LogPartition bennettRatio(std::span<const double> forward, std::span<const double> reverse,
                          double offset);

} // namespace rbm
