#include "engine/base/memory.h"

#include "engine/base/error.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <sys/resource.h>
#include <unistd.h>

namespace rbm {

namespace {

constexpr std::uint64_t kUnknown = std::numeric_limits<std::uint64_t>::max();

/// Free pages and those that the system can drop at once.
std::uint64_t systemMemory() {
    std::ifstream file("/proc/meminfo");
    std::string name;
    while (file >> name) {
        std::uint64_t kibibytes = 0;
        if (name == "MemAvailable:" && file >> kibibytes) {
            return kibibytes * 1024;
        }
        file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return kUnknown;
}

std::uint64_t leftOfLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return kUnknown;
    }
    std::ifstream file("/proc/self/statm");
    std::uint64_t pages = 0;
    file >> pages;
    const std::uint64_t used = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return limit.rlim_cur > used ? limit.rlim_cur - used : 0;
}

} // namespace

std::uint64_t availableMemory() { return std::min(systemMemory(), leftOfLimit()); }

std::string memoryText(std::uint64_t bytes) {
    constexpr double kMegabyte = 1e6;
    const double megabytes = static_cast<double>(bytes) / kMegabyte;
    if (megabytes < 1000) {
        return std::to_string(std::lround(megabytes)) + " MB";
    }
    const long tenths = std::lround(megabytes / 100);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " GB";
}

void requireMemory(std::uint64_t bytes, const Sentence &who, const Sentence &advice) {
    const std::uint64_t free = availableMemory();
    if (bytes > free) {
        throw Error(Sentence("%1 about %2 of memory, but %3 are free; %4.", who,
                             Sentence::Number{memoryText(bytes)},
                             Sentence::Number{memoryText(free)}, advice));
    }
}

} // namespace rbm
