#pragma once

#include <filesystem>
#include <string>

namespace rbm {

/// The environment variable that names the data folder.
inline constexpr const char *kDataVariable = "RBM_DATA_DIR";

/// $HOME, else the folder of the user's account, else the root: never a folder that depends on
/// where the program was started. Not for several threads at once.
std::filesystem::path homeFolder();

/// Where images are looked for: `named`, else $RBM_DATA_DIR, else the per-user
/// data folder, $XDG_DATA_HOME/rbm-explorer or ~/.local/share/rbm-explorer.
std::filesystem::path dataFolder(const std::string &named);

/// Whether dataFolder(named) is the per-user one, which is this program's own: nobody named
/// another. An empty name or variable names none.
bool isOwnDataFolder(const std::string &named);

} // namespace rbm
