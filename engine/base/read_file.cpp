#include "engine/base/read_file.h"

#include "engine/base/error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace rbm {

namespace {

/// Closes a descriptor at the end of its scope.
struct Descriptor {
    int fd;
    explicit Descriptor(int descriptor) : fd(descriptor) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() {
        if (fd >= 0) {
            ::close(fd);
        }
    }
};

[[noreturn]] void fail(const std::filesystem::path &path, const Sentence &reason) {
    throw Error(Sentence("Cannot read '%1': %2. Check the name and that it is a readable file.",
                         path.string(), reason));
}

[[noreturn]] void failWithErrno(const std::filesystem::path &path) {
    fail(path, Sentence::asItIs(std::generic_category().message(errno)));
}

} // namespace

std::vector<std::uint8_t> readWholeFile(const std::filesystem::path &path, std::size_t maxBytes) {
    // Non-blocking, so that opening a named pipe does not wait for a writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (file.fd < 0 || ::fstat(file.fd, &status) != 0) {
        failWithErrno(path);
    }
    if (!S_ISREG(status.st_mode)) {
        fail(path, Sentence("it is not a regular file"));
    }
    if (static_cast<std::uintmax_t>(status.st_size) > maxBytes) {
        fail(path, Sentence("it is larger than %1 bytes", maxBytes));
    }
    std::vector<std::uint8_t> content(static_cast<std::size_t>(status.st_size));
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t got = ::read(file.fd, content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            failWithErrno(path);
        }
        if (got == 0) {
            fail(path, Sentence("it became shorter while it was read"));
        }
        done += static_cast<std::size_t>(got);
    }
    return content;
}

} // namespace rbm
