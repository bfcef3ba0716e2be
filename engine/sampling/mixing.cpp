#include "engine/sampling/mixing.h"

#include <utility>

namespace rbm {

MixingStudy::MixingStudy(Backend &backend, std::span<const std::uint8_t> starts, std::size_t count,
                         const Options &options, Classify classify)
    : m_backend(backend), m_options(options), m_classify(std::move(classify)),
      m_plain(backend.makeChains(count)), m_cold(backend.makeChains(count)),
      m_tempering(backend, count, options.replicas), m_plainLast(count, -1), m_coldLast(count, -1) {
    ChainStates states = backend.states(*m_plain);
    states.visible.assign(starts.begin(), starts.end());
    backend.setStates(*m_plain, states);
    backend.setStates(*m_cold, states);
    for (ClassVisits *visits : {&m_plainVisits, &m_temperedVisits}) {
        visits->changes.resize(count);
        visits->visits.resize(options.classes);
    }
    look(*m_plain, m_plainLast, m_plainVisits);
    look(*m_cold, m_coldLast, m_temperedVisits);
}

void MixingStudy::advance() {
    Sweeps sweeps;
    sweeps.firstStep = m_steps;
    sweeps.seed = m_options.seed;
    m_backend.gibbs(*m_plain, sweeps);
    m_tempering.advance(*m_cold, 1, m_options.seed, m_steps);
    ++m_steps;
    if (m_steps % m_options.lookEvery == 0) {
        look(*m_plain, m_plainLast, m_plainVisits);
        look(*m_cold, m_coldLast, m_temperedVisits);
    }
}

std::vector<std::uint8_t> MixingStudy::replicaVisible(std::size_t r) const {
    return r == 0 ? m_backend.states(*m_cold).visible : m_tempering.replicaStates(r).visible;
}

void MixingStudy::look(const Chains &chains, std::vector<int> &last, ClassVisits &visits) const {
    std::vector<std::uint8_t> images = m_backend.states(chains).visible;
    for (std::uint8_t &pixel : images) {
        pixel = pixel != 0 ? 255 : 0;
    }
    visits.now = m_classify(images);
    const std::vector<int> &classes = visits.now;
    for (std::size_t n = 0; n < classes.size(); ++n) {
        if (classes[n] < 0) {
            ++visits.unsure;
            continue;
        }
        ++visits.visits[static_cast<std::size_t>(classes[n])];
        visits.changes[n] += last[n] >= 0 && last[n] != classes[n] ? 1 : 0;
        last[n] = classes[n];
    }
}

} // namespace rbm
