#pragma once

#include "engine/backend/backend.h"

#include <memory>

namespace rbm::examples {

/// `value` in the nearest bfloat16: 8 bits of precision, as a card's matrix units take it.
float toBfloat16(float value);

/// A backend whose chains see every parameter rounded to bfloat16, as one on such a card would.
/// It keeps and trains float32 parameters, and tells the rounded ones by sampledParameters(). The
/// example of docs/developers/adding-a-backend.md; what it does not show, the plain loops of
/// tests/support do for it. Throws Error where these do.
std::unique_ptr<Backend> makeShortWeightBackend();

} // namespace rbm::examples
