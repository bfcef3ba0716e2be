#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstdint>
#include <random>

namespace rbm::test {

/// Damages files at random, the same way for the same seed.
class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : m_random(seed) {}

    /// One to three changes.
    QByteArray mutated(QByteArray bytes) {
        for (std::size_t changes = 1 + below(3); changes > 0; --changes)
            change(bytes);
        return bytes;
    }

    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

private:
    void change(QByteArray &bytes) {
        const auto size = bytes.size();
        const auto at = static_cast<qsizetype>(below(static_cast<std::size_t>(size)));
        const auto length = std::min<qsizetype>(size - at, 1 + static_cast<qsizetype>(below(64)));
        switch (below(8)) {
        case 0:
        case 1:
            if (size > 0)
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        case 2:
            bytes.truncate(at);
            break;
        case 3:
            bytes.insert(at, randomBytes(1 + below(64)));
            break;
        case 4:
            bytes.insert(at, bytes.mid(at, length));
            break;
        case 5:
            bytes.remove(at, length);
            break;
        case 6:
            changeLength(bytes);
            break;
        case 7:
            changeNumber(bytes);
            break;
        }
    }

    QByteArray randomBytes(std::size_t count) {
        QByteArray bytes;
        while (count-- > 0)
            bytes += static_cast<char>(below(256));
        return bytes;
    }

    /// A number of 4 or 8 bytes among the first, in either order.
    void changeLength(QByteArray &bytes) {
        constexpr std::uint64_t kStrange[] = {
            0, 1, 2, 0x7f, 0xff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff, ~0ULL};
        const std::size_t width = below(2) == 0 ? 4 : 8;
        const std::uint64_t value = kStrange[below(std::size(kStrange))];
        const bool bigEndian = below(2) == 0;
        const auto at = static_cast<qsizetype>(4 * below(5));
        for (std::size_t i = 0; i < width; ++i) {
            const auto place = at + static_cast<qsizetype>(bigEndian ? width - 1 - i : i);
            if (place < bytes.size())
                bytes[place] = static_cast<char>(value >> (8 * i));
        }
    }

    /// A number in the text; the length before a JSON header grows with it, so that the file is
    /// read on.
    void changeNumber(QByteArray &bytes) {
        constexpr const char *kStrange[] = {
            "0",    "1",   "2",     "-1",     "0.5",
            "1e9",  "-0",  "1e999", "100000", "4294967296",
            "null", "nan", "[1]",   "{}",     "18446744073709551615"};
        constexpr qsizetype kText = 4096;
        const auto isDigit = [&](qsizetype i) { return bytes[i] >= '0' && bytes[i] <= '9'; };
        const qsizetype end = std::min(bytes.size(), kText);
        auto first = static_cast<qsizetype>(below(static_cast<std::size_t>(end)));
        while (first < end && !isDigit(first))
            ++first;
        qsizetype last = first;
        while (last < end && isDigit(last))
            ++last;
        const QByteArray number = kStrange[below(std::size(kStrange))];
        bytes.replace(first, last - first, number);
        if (bytes.size() < 9 || bytes[8] != '{' || first < 9)
            return;
        std::uint64_t header = 0;
        for (int i = 7; i >= 0; --i)
            header = header << 8 | static_cast<std::uint8_t>(bytes[i]);
        header += static_cast<std::uint64_t>(number.size() - (last - first));
        for (int i = 0; i < 8; ++i)
            bytes[i] = static_cast<char>(header >> (8 * i));
    }

    std::mt19937_64 m_random;
};

} // namespace rbm::test
