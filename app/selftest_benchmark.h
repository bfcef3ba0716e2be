#pragma once

#include "engine/backend/backend.h"

#include <ostream>

namespace rbm {

/// Measures the backend at the original's defaults on the compiled-in digits,
/// repeated to 60,000 images, untrained and after one epoch (which it trains
/// first); writes a line for each to `out`. Throws Error.
void benchmarkOnStarterDigits(Backend &backend, std::ostream &out);

} // namespace rbm
