#pragma once

#include <QString>

#include <functional>

class QObject;

namespace rbm {

/// The trained model that is part of the program. Models are opened from files, so it is
/// written to one in a folder that goes with the program's end.
QString bundledModelPath();

/// Writes it there, unless it is there already, without keeping the window waiting; then calls
/// `done`, with the trouble in a sentence or empty, as long as `context` lives.
void unpackBundledModel(QObject *context, std::function<void(const QString &)> done);

} // namespace rbm
