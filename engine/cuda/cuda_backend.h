#pragma once

#include "engine/backend/backend.h"

#include <memory>

namespace rbm::cuda {

/// A backend on card `deviceId`: float32 throughout, but for chains in clusters of blocks, whose
/// weights are rounded; updates replayed as a graph. Calls return before the card is done where
/// they give nothing back. Throws DeviceError.
std::unique_ptr<Backend> makeCudaBackend(int deviceId);

} // namespace rbm::cuda
