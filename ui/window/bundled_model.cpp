#include "ui/window/bundled_model.h"

#include "ui/window/exports.h"
#include "ui/window/run_later.h"

#include <QFile>
#include <QTemporaryDir>

#include <utility>

/// Resources of a static library are only found once asked for, outside of any namespace.
static void initModels() { Q_INIT_RESOURCE(rbm_models); }

namespace rbm {

namespace {
constexpr const char *kName = "bundled.safetensors";
}

QString bundledModelPath() {
    static const QTemporaryDir kFolder;
    return kFolder.filePath(QLatin1String(kName));
}

void unpackBundledModel(QObject *context, std::function<void(const QString &)> done) {
    initModels();
    if (QFile::exists(bundledModelPath())) {
        done({});
        return;
    }
    QFile resource(QStringLiteral(":/models/") + QLatin1String(kName));
    if (!resource.open(QIODevice::ReadOnly)) {
        done(QObject::tr("The program lacks its bundled model; build it anew."));
        return;
    }
    runLater([content = resource.readAll()] { writeBytes(content, bundledModelPath()); }, context,
             std::move(done));
}

} // namespace rbm
