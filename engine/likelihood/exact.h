#pragma once

#include "engine/likelihood/estimate.h"
#include "engine/model/parameters.h"

#include <atomic>

namespace rbm {

/// The smaller side may have this many units for exact enumeration.
inline constexpr std::size_t kMaxExactUnits = 25;

/// Whether one side is small enough.
bool canEnumerate(const RbmParameters &parameters);

/// Whether enumeration takes no more than about two seconds on two cores, which
/// is 18 hidden units at 784 pixels. Measured in seconds of one core (AMD EPYC,
/// AVX2) with `time rbm evaluate MODEL --exact --threads 2`, less the 1.2 of the
/// 70,000 images' free energies: 15 units 0.4, 17 units 1.7, 19 units 6.7.
bool isQuickToEnumerate(const RbmParameters &parameters);

/// log Z by enumerating all states of the smaller side, in Gray-code order and
/// double precision, on `threads` threads (0: all cores). Throws Error for
/// larger models, and where `cancel` becomes true.
LogPartition exactLogPartition(const RbmParameters &parameters, std::size_t threads = 0,
                               const std::atomic<bool> *cancel = nullptr);

} // namespace rbm
