#pragma once

#include <algorithm>
#include <string>

namespace rbm {

/// A word out of a file, fit for a sentence: no line breaks or terminal codes, and not endless.
inline std::string shown(std::string word) {
    constexpr std::size_t kLongest = 60;
    if (word.size() > kLongest) {
        std::size_t end = kLongest;
        // Not within a character of UTF-8.
        while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xc0U) == 0x80U) {
            --end;
        }
        word = word.substr(0, end) + "...";
    }
    std::replace_if(
        word.begin(), word.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return word;
}

} // namespace rbm
