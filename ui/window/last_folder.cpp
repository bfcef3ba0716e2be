#include "ui/window/last_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace rbm {

namespace {
constexpr const char *kLastFolder = "lastFolder";
} // namespace

LastFolder::LastFolder(bool remember) : m_remember(remember) {
    if (m_remember)
        m_path = QSettings().value(QLatin1String(kLastFolder)).toString();
}

QString LastFolder::path() const {
    return !m_path.isEmpty() && QDir(m_path).exists() ? m_path : QDir::homePath();
}

QString LastFolder::fileNamed(const QString &name) const { return QDir(path()).filePath(name); }

void LastFolder::chose(const QString &file) {
    m_path = QFileInfo(file).absolutePath();
    if (m_remember)
        QSettings().setValue(QLatin1String(kLastFolder), m_path);
}

} // namespace rbm
