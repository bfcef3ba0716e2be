#include "ui/window/open_target.h"

#include "engine/data/idx.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include <string>

namespace rbm {

namespace {

struct OpenTargetTexts {
    Q_DECLARE_TR_FUNCTIONS(OpenTarget)
};

bool hasImages(const QString &folder) { return hasDataFiles(folder.toStdString()); }

bool isIdxName(const QString &name) { return name.contains(u"-ubyte"); }

/// A safetensors file by its name, or by its beginning: the header's length, then the header.
bool looksLikeModel(const QFileInfo &info) {
    constexpr int kLengthBytes = 8;
    if (info.suffix() == u"safetensors" || info.suffix() == u"rbmx")
        return true;
    QFile file(info.filePath());
    return file.open(QIODevice::ReadOnly) && file.read(kLengthBytes + 1).endsWith('{') &&
           file.pos() == kLengthBytes + 1;
}

OpenTarget imagesIn(const QString &folder) {
    if (hasImages(folder))
        return {OpenTarget::Kind::Images, folder, {}, true};
    if (const std::string trouble = troubleWithFolder(folder.toStdString()); !trouble.empty())
        return {OpenTarget::Kind::Wrong, folder,
                OpenTargetTexts::tr("%1 cannot be opened: %2.")
                    .arg(folder, QString::fromStdString(trouble)),
                true};
    return {OpenTarget::Kind::Wrong, folder,
            OpenTargetTexts::tr("%1 has no images: a data folder holds train-images-idx3-ubyte and "
                                "t10k-images-idx3-ubyte, plain or .gz.")
                .arg(folder),
            true};
}

/// The first local file or folder; empty: there is none.
QString firstPath(const QMimeData *data) {
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

OpenTarget targetOf(const QString &path) {
    const QFileInfo info(path);
    if (!info.exists())
        return {OpenTarget::Kind::Missing, path, OpenTargetTexts::tr("%1 is not there.").arg(path)};
    if (info.isDir())
        return imagesIn(info.absoluteFilePath());
    if (isIdxName(info.fileName()))
        return imagesIn(info.absolutePath());
    if (looksLikeModel(info))
        return {OpenTarget::Kind::Model, info.absoluteFilePath(), {}};
    return {OpenTarget::Kind::Wrong, path,
            OpenTargetTexts::tr(
                "%1 cannot be opened: it is neither a model (.safetensors), a shared run (.rbmx) "
                "nor a folder with IDX files.")
                .arg(path)};
}

FileDrops::FileDrops(QWidget *window) : QObject(window) {
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool FileDrops::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove ||
        event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event); // which those of a drag are, too
        const QString path = firstPath(drop->mimeData());
        if (path.isEmpty())
            return false;
        drop->setDropAction(Qt::CopyAction); // never moved: it stays where it is
        drop->accept();
        if (event->type() == QEvent::DragEnter)
            emit hovered(path);
        if (event->type() == QEvent::Drop) {
            emit left();
            emit dropped(path);
        }
        return true;
    }
    if (event->type() == QEvent::DragLeave)
        emit left();
    return QObject::eventFilter(watched, event);
}

} // namespace rbm
