#pragma once

#include "engine/model/model_file.h"
#include "engine/training/checkpoint.h"
#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"

#include <QDir>
#include <QStringList>

namespace rbm::test {

/// What the monkey opens, good and bad: models, a run, images, and what only looks like them.
inline QStringList makeMonkeyFiles(const QString &folder) {
    const QDir place(folder);
    const auto path = [&place](const char *name) { return place.filePath(QLatin1String(name)); };
    Model model;
    model.parameters = initialParameters(784, 24, 1);
    model.width = model.height = 28;
    saveModel(path("model.safetensors").toStdString(), model);
    model.parameters = initialParameters(64, 5, 2);
    model.width = model.height = 8;
    saveModel(path("small.safetensors").toStdString(), model);
    TrainingState state;
    state.config.numHidden = 8;
    state.config.batchSize = 20;
    state.config.k = 1;
    state.update = 7;
    state.parameters = initialParameters(784, 8, 3);
    state.momentum = RbmParameters::zeros(784, 8);
    state.chains = {20, std::vector<std::uint8_t>(std::size_t{20} * 784),
                    std::vector<std::uint8_t>(std::size_t{20} * 8)};
    saveCheckpoint(path("run.safetensors").toStdString(), state, 28, 28);
    const QByteArray run = contentOf(path("run.safetensors"));
    for (const char *name : {"images", "half images", "nothing"})
        place.mkpath(QLatin1String(name));
    const QByteArray images = idxImages(100, 8, true);
    const bool written =
        writeFile(path("half.safetensors"), run.first(run.size() / 2)) &&
        writeFile(path("empty.rbmx"), "") && writeFile(path("text.safetensors"), "no model") &&
        writeFile(path("images/train-images-idx3-ubyte"), images) &&
        writeFile(path("images/t10k-images-idx3-ubyte"), images) &&
        writeFile(path("half images/train-images-idx3-ubyte"), images.chopped(9)) &&
        writeFile(path("half images/t10k-images-idx3-ubyte"), images);
    if (!written)
        qFatal("cannot write the monkey's files");
    QStringList paths = {path("not there")};
    for (const QString &name : place.entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        paths += place.filePath(name);
    return paths;
}

} // namespace rbm::test
