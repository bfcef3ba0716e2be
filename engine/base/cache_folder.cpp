#include "engine/base/cache_folder.h"

#include <cstdlib>

namespace rbm {

std::filesystem::path cacheFolder() {
    const auto environment = [](const char *name) {
        const char *value = std::getenv(name);
        return std::filesystem::path(value == nullptr ? "" : value);
    };
    const auto base = environment("XDG_CACHE_HOME");
    return (base.empty() ? environment("HOME") / ".cache" : base) / "rbm-explorer";
}

} // namespace rbm
