#pragma once

#include <ctime>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

// To be included by one source of a test program. The program's own functions come before those
// of the C library, also for the libraries that it uses.

namespace rbm::test {

/// By how much this program's wall clock is wrong, in seconds. Clocks that only run are not.
inline time_t wallClockOffset = 0;

} // namespace rbm::test

extern "C" {

inline int rbmTestClock(clockid_t clock, timespec *time) {
    const auto result = static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
    if (result == 0 && clock == CLOCK_REALTIME)
        time->tv_sec += rbm::test::wallClockOffset;
    return result;
}

// NOLINTBEGIN: the names are those of the C library
int clock_gettime(clockid_t clock, timespec *time) noexcept { return rbmTestClock(clock, time); }

int gettimeofday(timeval *time, void *) noexcept {
    timespec now{};
    const int result = rbmTestClock(CLOCK_REALTIME, &now);
    *time = {now.tv_sec, now.tv_nsec / 1000};
    return result;
}
// NOLINTEND
}
