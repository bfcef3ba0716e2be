#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace rbm {

/// The models, shared runs and data folders that were opened or saved last, the newest first,
/// and the menu that opens them again. Never looks at the disk: who opens one finds out whether
/// it is still there.
class RecentFiles : public QObject {
    Q_OBJECT
public:
    static constexpr int kMost = 10;

    /// With `remember` they are known the next time, too.
    explicit RecentFiles(bool remember, QObject *parent = nullptr);

    const QStringList &paths() const { return m_paths; }
    void add(const QString &path);
    /// Whether it was among them.
    bool remove(const QString &path);
    void clear();

    /// Keeps `menu` filled; off while there is none to choose.
    void fill(QMenu *menu);

signals:
    void chosen(const QString &path);
    void changed();

private:
    void store();
    void refill(QMenu *menu);

    bool m_remember;
    QStringList m_paths;
};

} // namespace rbm
