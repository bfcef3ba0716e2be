#include "ui/session/monitor_maker.h"

#include "engine/training/pcd_trainer.h"

namespace rbm {

namespace {
using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kAge{1000};
} // namespace

void MonitorMaker::reset() { *this = MonitorMaker(); }

MonitorValues MonitorMaker::values(Backend &backend, const PcdTrainer &trainer,
                                   const DatasetPair &data) {
    const bool isNew = m_values && (m_update == trainer.updates() || Clock::now() - m_made < kAge);
    if (isNew)
        return *m_values;
    if (!m_monitors)
        m_monitors.emplace(data, trainer.config().pixels, trainer.config().seed);
    m_update = trainer.updates();
    m_values = m_monitors->measure(backend, trainer.chains(), m_update);
    m_made = Clock::now();
    return *m_values;
}

} // namespace rbm
