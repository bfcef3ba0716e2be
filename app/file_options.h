#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace rbm {

/// An option that names a file; one without a name, as of a variable that is not set, is wrong
/// usage.
CLI::Option *addFileOption(CLI::App &app, const std::string &name, std::string &path,
                           const std::string &description);

/// A file that an option names, "--output"; an empty path: none.
struct NamedFile {
    std::string option;
    std::string path;
};

/// Before the work begins. Throws UsageError where one of the outputs is an input or another
/// output, and Error where one could not be written.
void requireOutputs(const std::vector<NamedFile> &inputs, const std::vector<NamedFile> &outputs);

/// Throws UsageError where the name's ending is that of another kind of picture than PNG.
void requirePngName(const NamedFile &file);

} // namespace rbm
