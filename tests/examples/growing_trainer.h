#pragma once

#include "engine/backend/backend.h"
#include "engine/data/batch_loader.h"
#include "engine/training/training_config.h"

#include <cstdint>
#include <memory>

namespace rbm::examples {

/// Persistent contrastive divergence whose number of Gibbs steps grows evenly over the run: chains
/// need few while the weights are small, and more as the modes drift apart. The example of
/// docs/developers/adding-a-trainer.md. Owned and called by the thread that owns the backend.
class GrowingTrainer {
public:
    /// From `firstK` steps to config.k at the last update. Sets the backend's parameters to a
    /// random start. Throws Error where firstK is 0 or above config.k, and as requireValid() does.
    GrowingTrainer(Backend &backend, std::shared_ptr<const Dataset> data,
                   const TrainingConfig &config, std::size_t firstK);

    void update();
    std::uint64_t updates() const { return m_update; } ///< completed
    bool finished() const { return m_update >= allUpdates(); }
    /// Gibbs steps of this update, counted from 0. Never falls: the update's draws have the numbers
    /// update * k and on, so a smaller k would come to numbers that were drawn before.
    std::size_t stepsOf(std::uint64_t update) const;
    const Chains &chains() const { return *m_chains; }

private:
    std::uint64_t allUpdates() const { return m_config.numEpoch * m_loader.batchesPerEpoch(); }

    Backend &m_backend;
    TrainingConfig m_config;
    std::size_t m_firstK;
    BatchLoader m_loader;
    std::unique_ptr<Chains> m_chains;
    std::uint64_t m_update = 0;
};

} // namespace rbm::examples
