#pragma once

#include <chrono>
#include <cstdint>

namespace rbm {

/// When the next step of something is due, and how fast it has been going.
class Pace {
public:
    using Clock = std::chrono::steady_clock;

    /// Steps per second; 0: no limit.
    void setLimit(double perSecond);
    bool unlimited() const { return m_limit <= 0; }

    /// Call when the steps begin or go on after a pause.
    void start();
    bool isDue() const;
    /// Milliseconds until isDue(), at least 1.
    int millisecondsToWait() const;
    /// A step was made.
    void count(std::uint64_t steps = 1);

    /// Over the last half second to second; 0 before the first is over.
    double perSecond() const;
    /// Since start(), waits included; 0 while unknown.
    double meanPerSecond() const;

private:
    double m_limit = 0;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_due = Clock::now();
    Clock::time_point m_windowStart = Clock::now();
    std::uint64_t m_total = 0;
    std::uint64_t m_inWindow = 0;
    double m_rate = 0;
};

} // namespace rbm
