#pragma once

#include "engine/backend/backend.h"

#include <memory>

namespace rbm {

/// The float32 CPU backend: a half-step is the sum of the weight rows of the
/// units that are on, chains are split over threads, kernels are vectorised.
/// `threads` 0: one per core.
std::unique_ptr<Backend> makeCpuBackend(std::size_t threads, bool background);

/// The processor's name as the system gives it.
std::string processorName();

} // namespace rbm
