#pragma once

#include "engine/training/training_config.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rbm {

/// What came into force after `update` completed updates.
struct ControlChange {
    std::uint64_t update = 0;
    LiveControls controls;
    std::size_t numEpoch = 0; ///< in all, as planned then: schedules and averages depend on it

    bool operator==(const ControlChange &) const = default;
};

/// What may change while a run trains, as its updates used it: with the run's settings it is
/// all that another run needs to become the same, bit for bit on the same backend. A value.
class ControlHistory {
public:
    /// Of a run that began from parameters of unknown origin: nothing can be told of it.
    static ControlHistory unknown();

    /// Update `update`, the next of the run, uses these.
    void record(std::uint64_t update, const LiveControls &controls, std::size_t numEpoch);

    /// Ascending; none before the first update.
    const std::vector<ControlChange> &changes() const { return m_changes; }
    bool isKnown() const { return m_known; }
    /// The change in force at this update; null before the first.
    const ControlChange *at(std::uint64_t update) const;
    /// Whether a run of these settings alone, with constant controls, would be another.
    bool differsFrom(const TrainingConfig &config) const;

    /// A heading, "update,learning_rate,momentum,num_epoch", then a line for each change.
    std::string toCsv() const;
    /// The reverse. The column num_epoch may be missing or 0; numEpoch is 0 then, and the run's
    /// own number counts. Throws Error that says the line and what is wrong with it, as the end of
    /// a sentence: "line 3: the momentum is no number".
    static ControlHistory fromCsv(const std::string &text);

    bool operator==(const ControlHistory &) const = default;

private:
    std::vector<ControlChange> m_changes;
    bool m_known = true;
};

/// Reads such a file. Throws Error, one sentence with the file and the line.
ControlHistory readControlHistory(const std::filesystem::path &path);

} // namespace rbm
