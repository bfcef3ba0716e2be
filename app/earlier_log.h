#pragma once

#include <cstdint>
#include <string>

namespace rbm {

/// The lines of the log (CSV) at `path` that belong to epochs before `firstEpoch`,
/// in the columns of `header` (the epoch first): a column that the file has not
/// stays empty. Nothing where there is no file. Throws Error where the file has a
/// column which `header` has not, or a line that does not fit its own header.
std::string keptLines(const std::string &path, const std::string &header, std::uint64_t firstEpoch);

} // namespace rbm
