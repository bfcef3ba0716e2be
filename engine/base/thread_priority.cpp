#include "engine/base/thread_priority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace rbm {

void lowerPriorityOfThisThread() {
#ifdef __linux__
    // On Linux a priority belongs to a thread; failing to lower it harms nothing.
    constexpr int kNice = 10;
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kNice);
#endif
}

} // namespace rbm
