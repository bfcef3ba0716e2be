#include "engine/base/number_text.h"

#include <array>
#include <charconv>

namespace rbm {

std::string numberText(double value) {
    std::array<char, 64> text;
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

} // namespace rbm
