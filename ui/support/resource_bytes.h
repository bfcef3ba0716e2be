#pragma once

#include <QByteArray>
#include <QString>

namespace rbm {

/// The content of a file compiled in from resources/, e.g. "mnist.sha256".
/// Throws Error where there is no such file.
QByteArray resourceBytes(const QString &name);

} // namespace rbm
