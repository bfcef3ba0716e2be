#pragma once

#include "engine/backend/backend.h"
#include "engine/cpu/cpu_chains.h"

#include <span>
#include <vector>

namespace rbm::cpu {

/// Takes groups of chains through the temperatures of an Annealing: a group
/// makes them all before the next one begins, so threads never wait for each other.
class AnnealingPath {
public:
    /// Throws Error where the base model or the temperatures do not fit.
    AnnealingPath(const CpuModel &model, const Annealing &annealing);

    /// `logWeights` is [chains], of which the group's are changed.
    void run(ChainGroup &group, const CpuChains &chains, std::span<double> logWeights) const;

private:
    void addBiasChange(const CpuChains &chains, std::size_t chain, double step,
                       double &logWeight) const;

    Annealing m_annealing;
    std::vector<float> m_visibleBase; ///< padded
    std::vector<float> m_hiddenBase;  ///< padded
    std::vector<double> m_biasChange; ///< b - a, [V]
};

} // namespace rbm::cpu
