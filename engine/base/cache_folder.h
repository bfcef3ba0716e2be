#pragma once

#include <filesystem>

namespace rbm {

/// Where what can be made again is kept for the user: rbm-explorer in XDG_CACHE_HOME, or in
/// ~/.cache. Maybe it is not there yet.
std::filesystem::path cacheFolder();

} // namespace rbm
