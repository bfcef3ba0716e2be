#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace rbm {

/// Does `work` on another thread, and then calls `done` on the window's with an empty string, or
/// with the sentence that says why it threw; not where `receiver` is gone by then. To be called
/// on the window's thread.
void runLater(std::function<void()> work, QObject *receiver,
              std::function<void(const QString &)> done);

} // namespace rbm
