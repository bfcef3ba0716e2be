#pragma once

#include "engine/likelihood/bidirectional.h"
#include "engine/monitors/monitors.h"

#include <cstdint>
#include <optional>
#include <string>

namespace rbm {

/// What is known after an epoch.
struct EpochReport {
    std::uint64_t epoch = 0;  ///< counted from 0
    std::uint64_t update = 0; ///< completed updates
    double seconds = 0;       ///< of training, without the likelihood
    struct Likelihood {
        LogPartition partition;
        double test = 0;
        double train = 0;
    };
    /// Mean log-likelihood in nats per image.
    struct Scores {
        double test = 0;
        double train = 0;
    };
    struct Trusted {
        TrustedEstimate estimate;
        Scores gray;    ///< on gray pixels, as the original
        Scores sampled; ///< on pixels sampled to 0 and 1, as the literature
    };
    std::optional<Likelihood> likelihood; ///< as the original
    std::optional<Trusted> trusted;
    std::optional<MonitorValues> monitors;
};

/// The line that the original prints after an epoch, without a line break; where
/// only the trusted likelihood was measured, with that on sampled pixels.
std::string epochLine(const EpochReport &report);

/// A CSV file with a line per epoch, rewritten whole after each.
class TrainLog {
public:
    /// An empty path: no log. A run that goes on keeps the lines of the epochs
    /// before `firstEpoch`; throws Error where these have columns unknown here.
    TrainLog(std::string path, std::uint64_t firstEpoch);

    void add(const EpochReport &report);

private:
    std::string m_path;
    std::string m_text;
};

} // namespace rbm
