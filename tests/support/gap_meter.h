#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace rbm::test {

/// The longest time that the event loop did not come round.
class GapMeter {
public:
    GapMeter() {
        m_clock.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(1);
    }
    qint64 longest() const { return m_longest; }

private:
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
    QTimer m_timer;
};

} // namespace rbm::test
