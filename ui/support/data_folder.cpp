#include "ui/support/data_folder.h"

#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace rbm {

namespace {

std::string environment(const char *name) {
    const char *value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::filesystem::path userDataFolder() {
    const std::filesystem::path base = environment("XDG_DATA_HOME");
    // The XDG specification: a relative path is to be ignored.
    const std::filesystem::path root = base.is_absolute() ? base : homeFolder() / ".local/share";
    return root / "rbm-explorer";
}

} // namespace

std::filesystem::path homeFolder() {
    const std::string home = environment("HOME");
    if (!home.empty())
        return home;
    const passwd *const account = ::getpwuid(::geteuid());
    return account != nullptr && account->pw_dir != nullptr && *account->pw_dir != '\0'
               ? std::filesystem::path(account->pw_dir)
               : std::filesystem::path("/");
}

std::filesystem::path dataFolder(const std::string &named) {
    if (isOwnDataFolder(named))
        return userDataFolder();
    return named.empty() ? environment(kDataVariable) : named;
}

bool isOwnDataFolder(const std::string &named) {
    return named.empty() && environment(kDataVariable).empty();
}

} // namespace rbm
