#include "app/saved_elsewhere.h"

#include "engine/base/error.h"
#include "ui/support/data_folder.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace rbm {

namespace fs = std::filesystem;

namespace {

/// Empty where none can be made there.
fs::path newFolderIn(const fs::path &parent) {
    std::string name = (parent / "rbm-saved-XXXXXX").string();
    return ::mkdtemp(name.data()) == nullptr ? fs::path() : fs::path(name);
}

std::vector<fs::path> otherPlaces() {
    std::error_code none;
    return {fs::temp_directory_path(none), homeFolder()};
}

} // namespace

void saveOrElsewhere(const std::string &path,
                     const std::function<void(const std::string &path)> &write) {
    try {
        write(path);
        return;
    } catch (const Error &error) {
        for (const fs::path &place : otherPlaces()) {
            const fs::path folder = place.empty() ? fs::path() : newFolderIn(place);
            if (folder.empty())
                continue;
            const std::string other = (folder / fs::path(path).filename()).string();
            try {
                write(other);
            } catch (const Error &) {
                std::error_code ignored;
                fs::remove(folder, ignored);
                continue;
            }
            throw Error(
                fmt::format("{} It is kept as '{}': move it from there.", error.what(), other));
        }
        throw;
    }
}

} // namespace rbm
