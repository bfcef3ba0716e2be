#pragma once

#include "engine/backend/backend.h"
#include "engine/base/sentence.h"

#include <memory>
#include <string>
#include <vector>

namespace rbm {

/// What the user asked for.
enum class BackendChoice { Auto, Cpu, Cuda };

struct BackendOptions {
    std::size_t threads = 0; ///< 0: one per core
    int deviceId = 0;
    bool background = false; ///< lower the priority of helper threads, for a window beside them
    /// SIMD target of all CPU backends from now on, such as AVX2; empty: as it is.
    std::string simd = {};
};

/// One line of the list: a backend that this program knows.
struct BackendEntry {
    std::string name;
    bool available = false;
    std::string device; ///< where available
    Sentence reason;    ///< where not: why, without a full stop
};

/// All backends that this program knows, the best first. Never throws.
std::vector<BackendEntry> listBackends(const BackendOptions &options = {});

/// Auto takes the best that is available. An explicit choice that is not
/// available throws Error with the reason.
std::unique_ptr<Backend> makeBackend(BackendChoice choice, const BackendOptions &options = {});

} // namespace rbm
