#pragma once

#include "engine/monitors/monitors.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace rbm {

class PcdTrainer;

/// Measures the monitors at most once a second, and only when asked; in between
/// the last values are handed out again. Belongs to the worker's thread.
class MonitorMaker {
public:
    /// The run is another one now, or its images are.
    void reset();

    /// Of the trainer's run on these images. Throws Error.
    MonitorValues values(Backend &backend, const PcdTrainer &trainer, const DatasetPair &data);

private:
    std::optional<Monitors> m_monitors;
    std::optional<MonitorValues> m_values;
    std::uint64_t m_update = 0; ///< that m_values belong to
    std::chrono::steady_clock::time_point m_made;
};

} // namespace rbm
