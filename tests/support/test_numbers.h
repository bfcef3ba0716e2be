#pragma once

#include <QtGlobal>

namespace rbm::test {

/// A test's size or seed that the environment can change.
inline int numberOf(const char *variable, int usual) {
    bool told = false;
    const int number = qEnvironmentVariableIntValue(variable, &told);
    return told ? number : usual;
}

} // namespace rbm::test
