#include "app/file_options.h"

#include "app/command_options.h"
#include "engine/base/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <system_error>

namespace rbm {

namespace {

namespace fs = std::filesystem;

/// Also where links or ".." lead there, and where it does not exist yet.
bool isSameFile(const std::string &a, const std::string &b) {
    std::error_code problem;
    if (a.empty() || b.empty())
        return false;
    if (fs::equivalent(a, b, problem))
        return fs::is_regular_file(a, problem); // two outputs may go to the same device
    const auto place = [&](const std::string &path) {
        return fs::weakly_canonical(fs::absolute(path, problem), problem);
    };
    return place(a) == place(b);
}

void requireOther(const NamedFile &output, const std::vector<NamedFile> &others) {
    for (const NamedFile &other : others) {
        if (isSameFile(output.path, other.path))
            throw UsageError(fmt::format("{} would overwrite the file of {}, {}; name another.",
                                         output.option, other.option, other.path));
    }
}

void requireFolderFor(const std::string &path) {
    const fs::path folder = fs::path(path).parent_path();
    std::error_code problem;
    const bool isFolder = folder.empty() || fs::is_directory(folder, problem);
    if (problem == std::errc::permission_denied)
        throw Error(
            fmt::format("Cannot write {}: {}; choose another place.", path, problem.message()));
    if (!isFolder && fs::exists(folder, problem))
        throw Error(fmt::format("Cannot write {}: {} is no folder; choose another place.", path,
                                folder.string()));
    if (!isFolder)
        throw Error(fmt::format("Cannot write {}: the folder {} does not exist; make it first.",
                                path, folder.string()));
}

} // namespace

CLI::Option *addFileOption(CLI::App &app, const std::string &name, std::string &path,
                           const std::string &description) {
    const auto isNamed = [](const std::string &given) {
        return given.empty() ? std::string("it names no file; name one, or leave it out")
                             : std::string();
    };
    return app.add_option(name, path, description)->type_name("FILE")->check(isNamed);
}

void requireOutputs(const std::vector<NamedFile> &inputs, const std::vector<NamedFile> &outputs) {
    for (std::size_t at = 0; at < outputs.size(); ++at) {
        requireOther(outputs[at], inputs);
        requireOther(outputs[at], {outputs.begin(), outputs.begin() + std::ptrdiff_t(at)});
    }
    for (const NamedFile &output : outputs) {
        if (!output.path.empty()) {
            requireFolderFor(output.path);
            requireWritable(output.path);
        }
    }
}

void requirePngName(const NamedFile &file) {
    std::string ending = fs::path(file.path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const char *other : {".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".pdf", ".webp", ".tif",
                              ".tiff", ".ppm", ".pgm"}) {
        if (ending == other)
            throw UsageError(fmt::format("{} writes a PNG, but {} ends as another kind of picture; "
                                         "let it end in .png.",
                                         file.option, file.path));
    }
}

} // namespace rbm
