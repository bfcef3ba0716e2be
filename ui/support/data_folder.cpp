#include "ui/support/data_folder.h"

#include <cstdlib>

namespace rbm {

namespace {

std::string environment(const char *name) {
    const char *value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::filesystem::path userDataFolder() {
    const std::string base = environment("XDG_DATA_HOME");
    const std::filesystem::path root =
        base.empty() ? std::filesystem::path(environment("HOME")) / ".local" / "share"
                     : std::filesystem::path(base);
    return root / "rbm-explorer";
}

} // namespace

std::filesystem::path dataFolder(const std::string &named) {
    if (!named.empty())
        return named;
    const std::string variable = environment(kDataVariable);
    return variable.empty() ? userDataFolder() : std::filesystem::path(variable);
}

} // namespace rbm
