#pragma once

#include <stdexcept>
#include <string>

namespace rbm {

/// The one exception that the engine throws. `what()` is a sentence for the
/// user: what failed, where, and what to do about it. The engine never prints
/// and never exits.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string &sentence) : std::runtime_error(sentence) {}
};

} // namespace rbm
