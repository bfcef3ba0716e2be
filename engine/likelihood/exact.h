#pragma once

#include "engine/likelihood/estimate.h"
#include "engine/model/parameters.h"

#include <atomic>

namespace rbm {

/// The smaller side may have this many units for exact enumeration.
inline constexpr std::size_t kMaxExactUnits = 25;

/// Whether one side is small enough.
bool canEnumerate(const RbmParameters &parameters);

/// log Z by enumerating all states of the smaller side, in Gray-code order and
/// double precision, on `threads` threads (0: all cores). Throws Error for
/// larger models, and where `cancel` becomes true.
LogPartition exactLogPartition(const RbmParameters &parameters, std::size_t threads = 0,
                               const std::atomic<bool> *cancel = nullptr);

} // namespace rbm
