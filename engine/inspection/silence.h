#pragma once

#include "engine/model/parameters.h"

#include <cstdint>
#include <span>

namespace rbm {

/// The bias of a unit that is switched off: sigmoid(-30) is 1e-13, below the
/// smallest number that a draw of 32 bits can have, and still small enough that a
/// backend that counts in 16 bits need not coarsen its steps for it.
inline constexpr float kSilentBias = -30;

/// The model without these hidden units: their weights are 0 and they are never
/// on. All others keep their places, so that the random draws stay the same ones.
/// Units that the model does not have are passed over.
RbmParameters withoutUnits(RbmParameters parameters, std::span<const std::uint32_t> units);

} // namespace rbm
