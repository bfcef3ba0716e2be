#pragma once

#include "engine/base/error.h"
#include "engine/base/read_file.h"

#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <vector>

namespace rbm::test {

using Bytes = std::vector<std::uint8_t>;

/// A folder that goes with the test, and files of chosen bytes in it.
class ScratchFiles {
public:
    std::filesystem::path path(const char *name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    Bytes read(const char *name) const { return readWholeFile(path(name), 100000); }

    void write(const char *name, const Bytes &bytes) const {
        // Not the engine's way of writing: that waits for the disk, thousands of times.
        std::ofstream file(path(name), std::ios::binary);
        file.write(reinterpret_cast<const char *>(bytes.data()),
                   static_cast<std::streamsize>(bytes.size()));
    }

    /// Whether `load` refuses a file of these bytes with the engine's exception.
    template <typename Load>
    bool isRefused(const Bytes &bytes, const Load &load) const {
        write("bad", bytes);
        try {
            load(path("bad"));
        } catch (const Error &) {
            return true;
        }
        return false;
    }

    /// Whether every file that stops early is refused.
    template <typename Load>
    bool everyTruncationIsRefused(const Bytes &whole, const Load &load) const {
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto end = whole.begin() + static_cast<std::ptrdiff_t>(length);
            if (!isRefused({whole.begin(), end}, load)) {
                return false;
            }
        }
        return true;
    }

    /// Loads the file with each byte changed in turn. Either outcome is right;
    /// any other exception, or a crash, fails the test.
    template <typename Load>
    void loadWithFlippedBytes(const Bytes &whole, const Load &load) const {
        for (std::size_t i = 0; i < whole.size(); ++i) {
            for (const unsigned flip : {0x01U, 0x10U, 0x80U, 0xffU}) {
                Bytes bad = whole;
                bad[i] = static_cast<std::uint8_t>(bad[i] ^ flip);
                isRefused(bad, load);
            }
        }
    }

private:
    QTemporaryDir m_folder;
};

} // namespace rbm::test
