#include "ui/session/chain_replay.h"

#include "engine/inspection/silence.h"

#include <utility>

namespace rbm {

ChainReplay::ChainReplay(ChainRecord record, MakeBackend makeBackend)
    : m_record(std::move(record)), m_makeBackend(std::move(makeBackend)) {}

void ChainReplay::begin() {
    m_backend = m_makeBackend();
    useModel(0);
    m_chains.emplace(*m_backend, *m_record.start.images, m_record.count, m_record.start.seed);
    if (m_record.start.clamped != nullptr)
        m_chains->hold(*m_record.start.clamped);
}

void ChainReplay::useModel(std::uint32_t model) {
    if (m_model == model)
        return;
    m_backend->setParameters(withoutUnits(m_record.parameters, m_record.models[model]));
    m_model = model;
}

std::vector<float> ChainReplay::probabilities(std::uint64_t step) {
    if (m_backend == nullptr)
        begin();
    // The last state that is kept tells the model, too: where that changed, one was kept.
    const ChainHistory::Frame &frame = m_record.history.before(step);
    const bool isOnTheWay = m_model == frame.model && m_chains->steps() >= frame.step &&
                            m_chains->steps() <= step && m_chains->steps() > 0;
    useModel(frame.model);
    if (!isOnTheWay)
        m_chains->resume(m_record.history.states(frame), frame.step);
    m_chains->advance(step - m_chains->steps());
    return m_chains->probabilities();
}

} // namespace rbm
