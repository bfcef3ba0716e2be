#pragma once

#include "engine/backend/backend.h"

#include <vector>

namespace rbm {

/// log p*(v) of the backend's parameters less that of its sampledParameters()
/// for each chain's visible state, nats, [count]: the last weight of runs that
/// sampled rounded parameters. All 0 where the backend does not round.
std::vector<double> roundingBridge(const Backend &backend, const Chains &chains);

} // namespace rbm
