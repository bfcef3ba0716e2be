#include "engine/likelihood/annealing_run.h"

#include <algorithm>
#include <utility>

namespace rbm {

AnnealingRun::AnnealingRun(Backend &backend, const BaseModel &base,
                           const std::vector<std::uint8_t> &visible, std::uint64_t seed,
                           std::uint32_t firstChain, std::uint64_t firstStep)
    : m_backend(backend), m_base(base), m_seed(seed), m_firstChain(firstChain), m_step(firstStep) {
    const std::size_t runs = visible.size() / base.visibleBias.size();
    m_chains = backend.makeChains(runs);
    ChainStates states = backend.states(*m_chains);
    states.visible = visible;
    backend.setStates(*m_chains, states);
    m_logWeights.assign(runs, 0);
}

void AnnealingRun::setTemperatures(std::vector<float> betas) {
    m_betas = std::move(betas);
    m_next = 1;
}

void AnnealingRun::sweep(std::size_t count) {
    Sweeps sweeps;
    sweeps.count = count;
    sweeps.firstStep = m_step;
    sweeps.purpose = Purpose::Ais;
    sweeps.seed = m_seed;
    sweeps.firstChain = m_firstChain;
    m_backend.gibbs(*m_chains, sweeps);
    m_step += count;
}

bool AnnealingRun::advance(std::size_t count) {
    const std::size_t steps = std::min(count, m_betas.size() - m_next);
    Annealing annealing;
    annealing.betas = std::span(m_betas).subspan(m_next - 1, steps + 1);
    annealing.visibleBase = m_base.visibleBias;
    annealing.hiddenBase = m_base.hiddenBias;
    annealing.seed = m_seed;
    annealing.firstStep = m_step;
    annealing.firstChain = m_firstChain;
    m_backend.anneal(*m_chains, annealing, m_logWeights);
    m_next += steps;
    m_step += steps;
    return m_next < m_betas.size();
}

std::vector<std::uint8_t> AnnealingRun::visibleStates() const {
    return m_backend.states(*m_chains).visible;
}

} // namespace rbm
