#pragma once

#include "engine/backend/backend.h"

#include <functional>
#include <vector>

namespace rbm::test {

/// A question to a backend: does it agree with the plain reference?
struct BackendCheck {
    const char *name;
    std::function<bool(Backend &)> run; ///< may throw Error
};

/// Those that every backend must pass. Plain C++ without Qt or data, for the self-tests.
std::vector<BackendCheck> backendChecks();

} // namespace rbm::test
