#pragma once

#include "engine/monitors/monitors.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace rbm {

class PcdTrainer;

/// Measures the monitors at most once a second, and only when asked; in between
/// the last values are handed out again. Large models take longer and are measured
/// less often, so that no more than a thirtieth of the time goes there. Belongs to
/// the worker's thread.
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
    std::chrono::steady_clock::duration m_cost{0}; ///< of the last measurement
};

} // namespace rbm
