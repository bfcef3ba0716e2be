#pragma once

#include "engine/backend/backend.h"
#include "engine/data/dataset.h"

#include <cstdint>
#include <string>

namespace rbm {

/// The original's showcase: writes 15 x 15 of the images, and beside them what chains of 3,000
/// steps of the backend's model make of them, as PNG to `path`. Throws Error, also where the
/// user stops it.
void saveShowcase(Backend &backend, const Dataset &images, std::uint64_t seed,
                  const std::string &path);

} // namespace rbm
