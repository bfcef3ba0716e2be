#pragma once

#include <QString>

#include <functional>

namespace rbm {

/// Runs `save`, which writes the file `path` whole or not at all. Where it throws Error and a
/// file stands there, the sentence goes on to say that this one is intact. For any thread.
void saveTo(const QString &path, const std::function<void()> &save);

} // namespace rbm
