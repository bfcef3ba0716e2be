#pragma once

#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace rbm::test {

/// While it lives this program can have so many bytes more than it has.
class MemoryLimit {
public:
    explicit MemoryLimit(rlim_t more) {
        rlim_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        ::getrlimit(RLIMIT_AS, &m_old);
        const rlim_t used = pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
        const rlimit limit{used + more, m_old.rlim_max};
        ::setrlimit(RLIMIT_AS, &limit);
    }
    ~MemoryLimit() { ::setrlimit(RLIMIT_AS, &m_old); }
    MemoryLimit(const MemoryLimit &) = delete;
    MemoryLimit &operator=(const MemoryLimit &) = delete;

private:
    rlimit m_old{};
};

} // namespace rbm::test
