#pragma once

#include "engine/base/sentence.h"

#include <exception>
#include <stdexcept>
#include <string>

namespace rbm {

/// What the engine throws, this or DeviceError: a sentence for the user that tells what failed,
/// where, and what to do about it. `what()` is its English. The engine never prints and never
/// exits.
class Error : public std::runtime_error {
public:
    /// What a user of the window can come to see.
    explicit Error(const Sentence &sentence)
        : std::runtime_error(sentence.english()), m_sentence(sentence) {}
    /// The rest stays English: what only the command line can ask for, and calls that do not fit
    /// each other, which would be a fault of this program.
    explicit Error(const std::string &english) : Error(Sentence::asItIs(english)) {}

    const Sentence &sentence() const { return m_sentence; }

private:
    Sentence m_sentence;
};

/// What any exception tells, as part of another sentence or to be said on its own.
inline Sentence sentenceOf(const std::exception &error) {
    const auto *ours = dynamic_cast<const Error *>(&error);
    return ours != nullptr ? ours->sentence() : Sentence::asItIs(error.what());
}

/// A device such as a graphics card failed, not the request: the same on the CPU may succeed.
/// What the device held is lost.
class DeviceError : public Error {
public:
    using Error::Error;
};

} // namespace rbm
