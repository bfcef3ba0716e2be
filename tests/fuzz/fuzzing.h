#pragma once

#include "engine/base/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace rbm::test {

/// Ends the run with the input kept, as a sanitizer's finding does.
inline void require(bool holds, const char *what) {
    if (!holds) {
        std::fprintf(stderr, "This does not hold: %s\n", what);
        std::abort();
    }
}

/// A file that lives in memory, for readers that want a path.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t *data, std::size_t size)
        : m_file(memfd_create("fuzz", MFD_CLOEXEC)) {
        require(m_file >= 0 && ::write(m_file, data, size) == static_cast<ssize_t>(size),
                "there is memory for the file");
    }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    ~MemoryFile() { ::close(m_file); }

    std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(m_file); }

private:
    int m_file;
};

/// A name in memory to write to, one for the whole program.
inline std::filesystem::path scratchPath() {
    return "/dev/shm/rbm-fuzz-" + std::to_string(::getpid());
}

/// Fit to be one line for a person: no line breaks or terminal codes, and not endless.
inline void requireSentence(const std::string &text) {
    require(!text.empty() && text.size() < 500, "the sentence is neither empty nor endless");
    for (const unsigned char c : text) {
        require(c >= 0x20 && c != 0x7f, "the sentence is one line of text");
    }
}

/// Whether `read` takes the input. Nothing but an Error with a sentence may come out of it.
template <typename Read>
bool isTaken(const Read &read) {
    try {
        read();
        return true;
    } catch (const Error &error) {
        requireSentence(error.what());
        return false;
    }
}

} // namespace rbm::test
