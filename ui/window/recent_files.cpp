#include "ui/window/recent_files.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace rbm {

namespace {

constexpr const char *kKey = "recentFiles";

/// "model.safetensors  (~/models)", with the folder as short as it can be.
QString labelOf(const QString &path) {
    const QFileInfo info(path);
    QString folder = info.path();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + u'/'))
        folder = u'~' + folder.mid(home.size());
    constexpr int kLongest = 48;
    if (folder.size() > kLongest)
        folder = u'…' + folder.right(kLongest);
    // An ampersand would make the next letter a shortcut.
    return QStringLiteral("%1  (%2)")
        .arg(info.fileName(), folder)
        .replace(u'&', QLatin1String("&&"));
}

} // namespace

RecentFiles::RecentFiles(bool remember, QObject *parent) : QObject(parent), m_remember(remember) {
    if (m_remember)
        m_paths = QSettings().value(QLatin1String(kKey)).toStringList().mid(0, kMost);
}

void RecentFiles::add(const QString &path) {
    const QString whole = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    m_paths.removeAll(whole);
    m_paths.prepend(whole);
    m_paths = m_paths.mid(0, kMost);
    store();
}

bool RecentFiles::remove(const QString &path) {
    if (m_paths.removeAll(QDir::cleanPath(QFileInfo(path).absoluteFilePath())) == 0)
        return false;
    store();
    return true;
}

void RecentFiles::clear() {
    m_paths.clear();
    store();
}

void RecentFiles::store() {
    if (m_remember)
        QSettings().setValue(QLatin1String(kKey), m_paths);
    emit changed();
}

void RecentFiles::fill(QMenu *menu) {
    connect(this, &RecentFiles::changed, menu, [this, menu] { refill(menu); });
    refill(menu);
}

void RecentFiles::refill(QMenu *menu) {
    menu->clear();
    menu->menuAction()->setEnabled(!m_paths.isEmpty());
    int number = 0;
    for (const QString &path : m_paths) {
        ++number;
        const QString text = number < kMost
                                 ? QStringLiteral("&%1  %2").arg(number).arg(labelOf(path))
                                 : labelOf(path);
        QAction *action = menu->addAction(text, this, [this, path] { emit chosen(path); });
        action->setData(path);
        action->setStatusTip(path);
    }
    menu->addSeparator();
    menu->addAction(tr("Clear this list"), this, &RecentFiles::clear);
}

} // namespace rbm
