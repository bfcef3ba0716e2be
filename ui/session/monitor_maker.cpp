#include "ui/session/monitor_maker.h"

#include "engine/training/pcd_trainer.h"

#include <algorithm>

namespace rbm {

namespace {
using Clock = std::chrono::steady_clock;
constexpr Clock::duration kAge = std::chrono::seconds(1);
constexpr int kShare = 30; ///< of the time, one part goes into measuring
} // namespace

void MonitorMaker::reset() { *this = MonitorMaker(); }

MonitorValues MonitorMaker::values(Backend &backend, const PcdTrainer &trainer,
                                   const DatasetPair &data) {
    const auto start = Clock::now();
    const auto age = std::max(kAge, kShare * m_cost);
    if (m_values && (m_update == trainer.updates() || start - m_made < age))
        return *m_values;
    if (!m_monitors)
        m_monitors.emplace(data, trainer.config().pixels, trainer.config().seed);
    m_update = trainer.updates();
    m_values = m_monitors->measure(backend, trainer.chains(), m_update);
    m_made = Clock::now();
    m_cost = m_made - start;
    return *m_values;
}

} // namespace rbm
