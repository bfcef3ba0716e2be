#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

class QWidget;

namespace rbm {

/// Gives the parts of a window their style sheet: each has its own. Qt styles all widgets below a
/// sheet at once, which for the whole window would hold its event loop up; so the parts get a new
/// sheet in turn: first those on show, then the others, or at the latest when they are shown.
class PartStyles : public QObject {
    Q_OBJECT
public:
    explicit PartStyles(QWidget *window);

    /// All children of a widget are parts, those that come later, too, except for one.
    void addChildrenOf(QWidget *widget, const QWidget *except = nullptr);
    /// The window paints again when all parts on show have it. Before it is shown for the first
    /// time they get it at once, as their sizes are asked for.
    void setSheet(const QString &sheet);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(QObject *part);
    void bringUpToDate(QWidget *part);
    void styleNext();
    QWidget *nextPart(bool onShow) const;

    QWidget *m_window;
    QTimer m_turn; ///< of the next part
    QString m_sheet;
    int m_version = 0;                       ///< of the sheet
    bool m_hasShown = false;                 ///< a part, and styled it, since the last turn
    QHash<QObject *, int> m_parts;           ///< with the version that each has
    QHash<QObject *, const QObject *> m_all; ///< whose children are parts, with the exception
};

} // namespace rbm
