#pragma once

#include "engine/model/parameters.h"

namespace rbm {

/// A weight or bias beyond this is no result of learning: those of models that
/// learnt stay below some tens.
inline constexpr float kExplodedParameter = 1e4F;

/// Whether a training went wrong, as its parameters tell.
enum class Divergence {
    None,
    Exploded,  ///< a magnitude beyond kExplodedParameter
    NotFinite, ///< infinite, or no number
};

/// The worst of all parameters.
Divergence divergenceOf(const RbmParameters &parameters);

} // namespace rbm
