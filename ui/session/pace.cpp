#include "ui/session/pace.h"

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr double kWindow = 0.5; ///< seconds

double seconds(Pace::Clock::duration duration) {
    return std::chrono::duration<double>(duration).count();
}

Pace::Clock::duration toDuration(double seconds) {
    return std::chrono::duration_cast<Pace::Clock::duration>(
        std::chrono::duration<double>(seconds));
}
} // namespace

void Pace::setLimit(double perSecond) {
    m_limit = perSecond;
    m_due = Clock::now();
}

void Pace::start() {
    m_start = m_due = m_windowStart = Clock::now();
    m_total = m_inWindow = 0;
    m_rate = 0;
}

bool Pace::isDue() const { return unlimited() || Clock::now() >= m_due; }

int Pace::millisecondsToWait() const {
    const double wait = unlimited() ? 0 : seconds(m_due - Clock::now());
    return std::max(1, static_cast<int>(std::ceil(1000 * wait)));
}

void Pace::count(std::uint64_t steps) {
    const auto now = Clock::now();
    m_total += steps;
    m_inWindow += steps;
    if (const double elapsed = seconds(now - m_windowStart); elapsed >= kWindow) {
        m_rate = static_cast<double>(m_inWindow) / elapsed;
        m_inWindow = 0;
        m_windowStart = now;
    }
    if (!unlimited()) {
        // Steps that came late are made up for, but never more than a tenth of a second's.
        const auto next = m_due + toDuration(static_cast<double>(steps) / m_limit);
        m_due = std::max(next, now - toDuration(0.1));
    }
}

double Pace::perSecond() const { return m_rate; }

double Pace::meanPerSecond() const {
    const double elapsed = seconds(Clock::now() - m_start);
    return elapsed < kWindow ? 0 : static_cast<double>(m_total) / elapsed;
}

} // namespace rbm
