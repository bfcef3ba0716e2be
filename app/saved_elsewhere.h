#pragma once

#include <functional>
#include <string>

namespace rbm {

/// Calls write(path). Where that throws Error, what was to be written is not lost: it goes into a
/// new folder of the system's temporary ones, else of the user's home, and an Error tells both
/// the reason and where it is. Where no place takes it, throws what the first one threw.
void saveOrElsewhere(const std::string &path,
                     const std::function<void(const std::string &path)> &write);

} // namespace rbm
