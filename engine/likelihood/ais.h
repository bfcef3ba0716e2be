#pragma once

#include "engine/backend/backend.h"
#include "engine/likelihood/estimate.h"

#include <memory>
#include <vector>

namespace rbm {

/// The original's four options and their defaults.
struct AisOptions {
    std::size_t batchSize = 100;        ///< runs per batch
    std::size_t numBatch = 10;          ///< batches
    std::size_t intermediateSteps = 10; ///< temperatures, beta_n = n / intermediateSteps
    std::size_t burnInSteps = 10;       ///< Gibbs sweeps at each temperature
};

/// Throws Error naming the first option out of range.
void requireValid(const AisOptions &options);

/// Annealed importance sampling (Neal 2001; Salakhutdinov & Murray 2008) as the
/// original does it: base model with the RBM's own visible bias. It advances by
/// one temperature a call, so that a worker can do other things in between.
/// The backend's parameters must not change until it is done: set `parameters`
/// on a backend of its own, or pause the training.
class AisEstimator {
public:
    AisEstimator(Backend &backend, const AisOptions &options, std::uint64_t seed);
    ~AisEstimator();

    /// One temperature of one batch; false when nothing is left to do.
    bool advance();
    bool done() const;
    double progress() const; ///< 0 to 1

    /// Only once done() is true.
    LogPartition result() const;

private:
    void beginBatch();

    Backend &m_backend;
    AisOptions m_options;
    std::uint64_t m_seed;
    RbmParameters m_sampled;          ///< those that the runs sample from
    std::vector<double> m_logWeights; ///< of all runs
    std::size_t m_batch = 0;
    std::size_t m_temperature = 0;
    std::unique_ptr<Chains> m_chains;
    std::vector<double> m_previous; ///< log p*_{beta_{n-1}}(v) without b.v, per run
};

} // namespace rbm
