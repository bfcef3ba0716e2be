#pragma once

#include "engine/backend/backend.h"
#include "engine/likelihood/base_model.h"

#include <memory>
#include <vector>

namespace rbm {

/// Chains on their way through a schedule of temperatures, in slices. The
/// backend and the base model must outlive it.
class AnnealingRun {
public:
    /// `visible` are the states to start from, [runs, V], 0 or 1; `firstChain` numbers
    /// the chains for the RNG, and `firstStep` their sweeps.
    AnnealingRun(Backend &backend, const BaseModel &base, const std::vector<std::uint8_t> &visible,
                 std::uint64_t seed, std::uint32_t firstChain, std::uint64_t firstStep = 1);

    /// The temperatures to pass, the first of which is the present states'.
    void setTemperatures(std::vector<float> betas);

    /// Gibbs sweeps at beta 1.
    void sweep(std::size_t count);

    /// Passes up to `count` temperatures; false when none is left.
    bool advance(std::size_t count);

    const std::vector<double> &logWeights() const { return m_logWeights; } ///< [runs]
    const Chains &chains() const { return *m_chains; }
    std::vector<std::uint8_t> visibleStates() const;

private:
    Backend &m_backend;
    const BaseModel &m_base;
    std::uint64_t m_seed;
    std::uint32_t m_firstChain;
    std::uint64_t m_step;
    std::unique_ptr<Chains> m_chains;
    std::vector<float> m_betas;
    std::size_t m_next = 1;
    std::vector<double> m_logWeights;
};

} // namespace rbm
