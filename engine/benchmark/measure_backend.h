#pragma once

#include "engine/backend/backend.h"
#include "engine/benchmark/spread.h"
#include "engine/likelihood/ais.h"
#include "engine/training/pcd_trainer.h"

#include <cstddef>
#include <memory>
#include <optional>

namespace rbm {

/// How much to measure. The more, the steadier the result.
struct MeasureOptions {
    std::size_t warmUpUpdates = 10; ///< not measured, before every repetition
    std::size_t updates = 50;       ///< measured, in every repetition
    std::size_t repetitions = 5;    ///< each from the same start state
    std::size_t watchedChains = 225;
    std::size_t warmUpSteps = 10;   ///< of the watched chains
    std::size_t watchedSteps = 100; ///< measured
    std::size_t loaderThreads = 4;  ///< that prepare mini-batches beside, as in training
    AisOptions ais;
};

/// Throws Error naming the first value out of range.
void requireValid(const MeasureOptions &options);

/// What of the time of an update its parts took, each from 0 to 1. The rest is
/// the preparation of the mini-batch.
struct UpdateShares {
    double positive = 0;
    double chains = 0;
    double statistics = 0;
};

struct UpdateSpeed {
    Spread seconds;                     ///< per update
    std::size_t updatesPerEpoch = 0;    ///< ceil(images / batch size)
    std::optional<UpdateShares> shares; ///< absent where the backend does not say

    double secondsPerEpoch() const {
        return seconds.minimum * static_cast<double>(updatesPerEpoch);
    }
    double medianSecondsPerEpoch() const {
        return seconds.median * static_cast<double>(updatesPerEpoch);
    }
    double updatesPerSecond() const { return seconds.minimum > 0 ? 1 / seconds.minimum : 0; }
};

/// A step is one Gibbs sweep, of both layers.
struct ChainSpeed {
    Spread seconds; ///< of one step of all the chains together
    std::size_t chains = 0;

    double chainStepsPerSecond() const {
        return seconds.minimum > 0 ? static_cast<double>(chains) / seconds.minimum : 0;
    }
    /// Seconds until all the chains have made `steps` steps.
    double secondsFor(std::size_t steps) const {
        return seconds.minimum * static_cast<double>(steps);
    }
};

struct BackendSpeed {
    UpdateSpeed updates;
    ChainSpeed chains;
    Spread ais; ///< seconds of one estimate of log Z
};

/// Training updates from `state`, to which every repetition returns: update n
/// is the same work in each. Throws Error where the state does not fit `data`.
UpdateSpeed measureUpdates(Backend &backend, const std::shared_ptr<const Dataset> &data,
                           const TrainingState &state, const MeasureOptions &options,
                           const Pulse &pulse = {});

/// Watched chains that start at the first images of `data`.
ChainSpeed measureChains(Backend &backend, const Dataset &data, const TrainingState &state,
                         const MeasureOptions &options, const Pulse &pulse = {});

/// Whole runs of annealed importance sampling.
Spread measureAis(Backend &backend, const TrainingState &state, const MeasureOptions &options,
                  const Pulse &pulse = {});

/// All three.
BackendSpeed measureBackend(Backend &backend, const std::shared_ptr<const Dataset> &data,
                            const TrainingState &state, const MeasureOptions &options,
                            const Pulse &pulse = {});

} // namespace rbm
