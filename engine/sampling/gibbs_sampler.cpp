#include "engine/sampling/gibbs_sampler.h"

#include "engine/base/error.h"

#include <utility>

namespace rbm {

GibbsSampler::GibbsSampler(Backend &backend, std::span<const std::uint8_t> starts,
                           std::size_t count, std::uint64_t seed)
    : m_backend(&backend), m_count(count), m_seed(seed), m_starts(starts.begin(), starts.end()),
      m_chains(backend.makeChains(count)) {
    ChainStates states = backend.states(*m_chains);
    if (states.visible.size() != starts.size()) {
        throw Error(Sentence("The start images do not fit the model."));
    }
    if (count == 0) {
        return;
    }
    const std::size_t visible = starts.size() / count;
    for (std::size_t at = 0; at < starts.size(); ++at) {
        const auto bits =
            randomBits(seed, Purpose::WatchedChains, 0, static_cast<std::uint32_t>(at / visible),
                       static_cast<std::uint32_t>(at % visible));
        states.visible[at] = toUnit(bits) * 255.0 < starts[at] ? 1 : 0;
    }
    backend.setStates(*m_chains, states);
}

GibbsSampler GibbsSampler::fromNoise(Backend &backend, std::size_t visible, std::size_t count,
                                     std::uint64_t seed) {
    std::vector<std::uint8_t> starts(count * visible);
    for (std::size_t at = 0; at < starts.size(); ++at) {
        const auto bits =
            randomBits(seed, Purpose::DigitChoice, 0, static_cast<std::uint32_t>(at / visible),
                       static_cast<std::uint32_t>(at % visible));
        starts[at] = (bits >> 31) != 0 ? 255 : 0;
    }
    return {backend, starts, count, seed};
}

void GibbsSampler::advance(std::size_t steps) {
    Sweeps sweeps;
    sweeps.count = steps;
    sweeps.firstStep = m_steps + 1; // step 0 drew the start
    sweeps.seed = m_seed;
    sweeps.clamped = m_held;
    m_backend->gibbs(*m_chains, sweeps);
    m_steps += steps;
}

void GibbsSampler::resume(const ChainStates &states, std::uint64_t steps) {
    m_backend->setStates(*m_chains, states);
    m_steps = steps;
}

void GibbsSampler::moveTo(Backend &backend) {
    if (&backend == m_backend) {
        return;
    }
    auto chains = backend.makeChains(m_count);
    backend.setStates(*chains, m_backend->states(*m_chains));
    m_chains = std::move(chains);
    m_backend = &backend;
}

std::vector<float> GibbsSampler::probabilities() const {
    std::vector<float> result(m_starts.size());
    if (m_steps > 0) {
        result = m_backend->visibleProbabilities(*m_chains);
    }
    for (std::size_t at = 0; at < result.size(); ++at) {
        // A mask of one row repeats for each chain.
        if (m_steps == 0 || (!m_held.empty() && m_held[at % m_held.size()] != 0)) {
            result[at] = static_cast<float>(m_starts[at]) / 255.0F;
        }
    }
    return result;
}

std::vector<double> GibbsSampler::freeEnergies(std::span<const float> visibleBias) const {
    std::vector<double> result(m_count);
    m_backend->hiddenLogSums(*m_chains, 1, result);
    const ChainStates now = states();
    for (std::size_t chain = 0; chain < m_count; ++chain) {
        double fromBias = 0;
        for (std::size_t unit = 0; unit < visibleBias.size(); ++unit) {
            // No branch: the states are as good as random.
            fromBias += static_cast<double>(visibleBias[unit]) *
                        now.visible[chain * visibleBias.size() + unit];
        }
        result[chain] = -fromBias - result[chain];
    }
    return result;
}

ChainStates GibbsSampler::states() const { return m_backend->states(*m_chains); }

} // namespace rbm
