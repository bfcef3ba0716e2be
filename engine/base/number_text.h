#pragma once

#include <string>

namespace rbm {

/// The shortest text that gives this double back, bit for bit; whatever the locale.
std::string numberText(double value);

} // namespace rbm
