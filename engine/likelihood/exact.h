#pragma once

#include "engine/likelihood/estimate.h"
#include "engine/model/parameters.h"

#include <atomic>

namespace rbm {

/// The smaller side may have this many units for exact enumeration.
inline constexpr std::size_t kMaxExactUnits = 25;

/// Whether one side is small enough.
bool canEnumerate(const RbmParameters &parameters);

/// Whether enumeration takes no more than about two seconds on two cores: 25
/// units on one side and 1490 on the other, or fewer where inputs beyond +-600
/// nats cannot be excluded. Measured in seconds of one core (AMD EPYC, AVX-512 or
/// AVX2; SSE4 takes twice as long) with `time rbm evaluate MODEL --exact --threads
/// 2`, less the 0.7 of the 70,000 images' free energies, at 784 pixels: 20 units
/// 0.07, 25 units 2.1.
bool isQuickToEnumerate(const RbmParameters &parameters);

/// log Z by enumerating all states of the smaller side in double precision, on
/// `threads` threads (0: all cores), which do not change the result. Throws Error
/// for larger models, and where `cancel` becomes true.
LogPartition exactLogPartition(const RbmParameters &parameters, std::size_t threads = 0,
                               const std::atomic<bool> *cancel = nullptr);

} // namespace rbm
