#include "ui/session/check_schedule.h"

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr double kTrainingPerCheck = 4; ///< seconds of training for one of checking
}

void CheckSchedule::trained(Time now) {
    m_trained += std::chrono::duration<double>(now - m_last).count();
    m_last = now;
}

void CheckSchedule::checked(double seconds, Time now) {
    m_check = seconds;
    m_beside = m_trained - m_atBegin;
    m_trained = m_atBegin = 0;
    m_last = now;
}

double CheckSchedule::secondsToWait() const {
    return std::max(0.0, kTrainingPerCheck * m_check - m_trained);
}

int CheckSchedule::epochsBetween(double secondsPerEpoch) const {
    constexpr double kMost = 1e6;
    const double epochs =
        std::ceil((m_beside + kTrainingPerCheck * m_check) / std::max(secondsPerEpoch, 1e-9));
    return static_cast<int>(std::clamp(epochs, 1.0, kMost));
}

} // namespace rbm
