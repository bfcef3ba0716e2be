#include "engine/base/atomic_file.h"

#include "engine/base/error.h"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace rbm {

namespace {

[[noreturn]] void fail(const std::filesystem::path &path, int code) {
    const Sentence reason = code == ENOSPC
                                ? Sentence("disk full")
                                : Sentence::asItIs(std::generic_category().message(code));
    if (code == ENOSPC || code == EDQUOT || code == EFBIG) {
        throw Error(Sentence("Cannot write '%1': %2. Free some space or choose another place.",
                             path.string(), reason));
    }
    throw Error(Sentence("Cannot write '%1': %2. Choose another place, or mend that.",
                         path.string(), reason));
}

/// A device or a pipe: to be written into, where another file would take its place.
bool isSpecial(const std::filesystem::path &path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

void writeAll(int fd, std::span<const std::byte> bytes, const std::filesystem::path &target) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            fail(target, errno);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void writeInto(const std::filesystem::path &path, std::span<const std::byte> bytes) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        fail(path, errno);
    }
    try {
        writeAll(fd, bytes, path);
    } catch (...) {
        ::close(fd);
        throw;
    }
    if (::close(fd) != 0) {
        fail(path, errno);
    }
}

/// A new file beside the target, removed again unless it was moved into place.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path &target) : m_target(target) {
        static std::atomic<unsigned> counter{0};
        do {
            m_name = target.string() + "." + std::to_string(::getpid()) + "-" +
                     std::to_string(counter++) + ".tmp";
            m_fd = ::open(m_name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            // A killed process with our number may have left such a file.
        } while (m_fd < 0 && errno == EEXIST);
        if (m_fd < 0) {
            fail(m_target, errno);
        }
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;
    ~TemporaryFile() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
        if (!m_moved) {
            ::unlink(m_name.c_str());
        }
    }

    void write(std::span<const std::byte> bytes) { writeAll(m_fd, bytes, m_target); }

    void moveIntoPlace() {
        // EINVAL: the file system cannot flush, which is no failed write.
        if (::fsync(m_fd) != 0 && errno != EINVAL) {
            fail(m_target, errno);
        }
        const int fd = m_fd;
        m_fd = -1;
        if (::close(fd) != 0) {
            fail(m_target, errno);
        }
        if (std::rename(m_name.c_str(), m_target.c_str()) != 0) {
            fail(m_target, errno);
        }
        m_moved = true;
    }

private:
    std::filesystem::path m_target;
    std::string m_name;
    int m_fd = -1;
    bool m_moved = false;
};

/// Makes the rename itself survive a power cut. The new file is whole already,
/// so a failure here is no error.
void flushFolder(const std::filesystem::path &path) {
    const auto parent = path.parent_path();
    const int fd = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
}

} // namespace

void writeFileAtomically(const std::filesystem::path &path, std::span<const std::byte> bytes) {
    if (isSpecial(path)) {
        writeInto(path, bytes);
        return;
    }
    TemporaryFile file(path);
    file.write(bytes);
    file.moveIntoPlace();
    flushFolder(path);
}

void requireWritable(const std::filesystem::path &path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        fail(path, EISDIR);
    }
    if (isSpecial(path)) {
        if (::access(path.c_str(), W_OK) != 0) {
            fail(path, errno);
        }
        return;
    }
    const TemporaryFile file(path); // made beside it, and removed again
}

} // namespace rbm
