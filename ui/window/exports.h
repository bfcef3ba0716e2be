#pragma once

#include "engine/training/training_config.h"
#include "ui/session/snapshot.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QString>

#include <functional>

namespace rbm {

/// Writes what it says where it says, on another thread, and then calls
/// `done` on `receiver`'s thread with an empty string, or with the sentence that
/// says why not. A file that was there before stays whole where it fails.
void saveImageLater(const QImage &image, const QString &path, QObject *receiver,
                    std::function<void(const QString &)> done);
void saveTextLater(const QByteArray &text, const QString &path, QObject *receiver,
                   std::function<void(const QString &)> done);

/// Adds the run's settings and counters as PNG text chunks.
void describe(QImage &image, const TrainingSnapshot &snapshot);

/// All filters, 25 to a row, with the scale beneath.
QImage filterPicture(const TrainingSnapshot &snapshot);

} // namespace rbm
