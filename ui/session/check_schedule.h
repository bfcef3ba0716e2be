#pragma once

#include <chrono>

namespace rbm {

/// When the next check of the likelihood may begin, so that checks take at most
/// a fifth of the time: once the training has gone on for four times as long as
/// the last check worked. The caller says what time it is.
class CheckSchedule {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// The training begins, or goes on after a pause.
    void resume(Time now) { m_last = now; }
    /// It is still going on.
    void trained(Time now);
    /// A check begins, beside the training or without one.
    void begun() { m_atBegin = m_trained; }
    /// A check has ended that took so many seconds of work.
    void checked(double seconds, Time now);

    /// Of another model, or with another budget, a check takes another time: none is known now.
    void forgetCheck() { m_check = m_beside = 0; }

    bool isDue() const { return secondsToWait() <= 0; }
    /// Of training, until a check may begin.
    double secondsToWait() const;
    /// Of the last check; 0 before the first.
    double secondsOfCheck() const { return m_check; }
    /// How many epochs of this length lie between two measured ones, at least 1: those during a
    /// check like the last, and those that it waits for.
    int epochsBetween(double secondsPerEpoch) const;

private:
    Time m_last;
    double m_check = 0;
    double m_trained = 0; ///< seconds since the last check
    double m_atBegin = 0; ///< of these, before the check under way
    double m_beside = 0;  ///< seconds of training while the last check was under way
};

} // namespace rbm
