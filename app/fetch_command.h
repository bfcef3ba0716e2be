#pragma once

#include "app/command_options.h"
#include "ui/support/mnist_files.h"

#include <QList>
#include <QStringList>

#include <filesystem>

namespace rbm {

/// What `rbm fetch` does, with any files: gets those of `files` that the folder
/// lacks from the first of `mirrors` that gives them. Throws Error; asked to
/// stop it throws too, and leaves nothing.
void fetchFiles(const std::filesystem::path &folder, const QStringList &mirrors,
                const QList<DownloadFile> &files, Console &console);

} // namespace rbm
