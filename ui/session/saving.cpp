#include "ui/session/saving.h"

#include "engine/base/error.h"

#include <QFileInfo>

namespace rbm {

void saveTo(const QString &path, const std::function<void()> &save) {
    try {
        save();
    } catch (const DeviceError &) { // which is no trouble with the file
        throw;
    } catch (const Error &error) {
        if (!QFileInfo(path).isFile())
            throw;
        throw Error(Sentence("%1 The previous file is intact.", error.sentence()));
    }
}

} // namespace rbm
