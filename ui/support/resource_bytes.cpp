#include "ui/support/resource_bytes.h"

#include "engine/base/error.h"

#include <QFile>
#include <QtGlobal>

/// The linker drops resources of a static library that nothing refers to; this
/// does. The macro must stand outside of any namespace.
static void registerResources() { Q_INIT_RESOURCE(rbm_support); }

namespace rbm {

QByteArray resourceBytes(const QString &name) {
    registerResources();
    QFile file(":/rbm/" + name);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            Sentence("The program lacks its part '%1'; build it anew.", name.toStdString()));
    return file.readAll();
}

} // namespace rbm
