#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace rbm {

/// The content of a regular file. Throws Error naming the file and the
/// system's reason, also where it is larger than `maxBytes`.
std::vector<std::uint8_t> readWholeFile(const std::filesystem::path &path, std::size_t maxBytes);

} // namespace rbm
