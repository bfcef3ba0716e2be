#include "ui/session/saving.h"

#include "engine/base/error.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rbm {

namespace {
struct SavingTexts {
    Q_DECLARE_TR_FUNCTIONS(Saving)
};
} // namespace

void saveTo(const QString &path, const std::function<void()> &save) {
    try {
        save();
    } catch (const DeviceError &) { // which is no trouble with the file
        throw;
    } catch (const Error &error) {
        if (!QFileInfo(path).isFile())
            throw;
        throw Error(SavingTexts::tr("%1 The previous file is intact.")
                        .arg(QString::fromUtf8(error.what()))
                        .toStdString());
    }
}

} // namespace rbm
