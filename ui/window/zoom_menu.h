#pragma once

#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace rbm {

/// View > Zoom: larger, smaller, the usual size, and the steps themselves. It only keeps and
/// tells what was chosen.
class ZoomMenu : public QObject {
    Q_OBJECT
public:
    ZoomMenu(QMenu *view, int percent);

    int percent() const { return m_percent; }

signals:
    void chosen(int percent);

private:
    QAction *add(const QString &text, const char *name);
    void choose(int percent);
    void showChoice();

    int m_percent;
    QMenu *m_menu;
    QAction *m_in;
    QAction *m_out;
    QAction *m_usual;
    std::vector<QAction *> m_steps;
};

} // namespace rbm
