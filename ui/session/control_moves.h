#pragma once

#include "engine/training/control_history.h"

#include <cstdint>
#include <vector>

namespace rbm {

/// Where the rate and the momentum came to rest each time they were moved while a run trained,
/// ascending: the last of changes that follow each other closely, as those of a slider that is
/// dragged do. `updates` is the length of the run so far.
std::vector<ControlChange> restsOf(const ControlHistory &history, std::uint64_t updates);

} // namespace rbm
