#pragma once

#include <stdexcept>
#include <string>

namespace rbm {

/// What the engine throws, this or DeviceError. `what()` is a sentence for the
/// user: what failed, where, and what to do about it. The engine never prints
/// and never exits.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string &sentence) : std::runtime_error(sentence) {}
};

/// A device such as a graphics card failed, not the request: the same on the CPU may succeed.
/// What the device held is lost.
class DeviceError : public Error {
public:
    using Error::Error;
};

} // namespace rbm
