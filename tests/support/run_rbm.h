#pragma once

#include "app/command_line.h"

#include <sstream>
#include <string>
#include <vector>

namespace rbm::test {

// Header only: the library of test helpers does not link the command line.

struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

/// The command line within this process.
inline Outcome runRbm(const std::vector<std::string> &args) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = runCommandLine(args, out, err);
    return {code, out.str(), err.str()};
}

inline bool contains(const std::string &text, const std::string &part) {
    return text.find(part) != std::string::npos;
}

/// What the program says where it fails: one line that begins with its name.
inline bool isOneSentence(const std::string &text) {
    return text.rfind("rbm: ", 0) == 0 && text.find('\n') == text.size() - 1;
}

} // namespace rbm::test
