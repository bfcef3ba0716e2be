#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QWidget;

namespace rbm {

/// Gives the parts of a window their style sheet: each has its own, and one that cannot be seen
/// gets a new one only when it is shown. Qt styles all widgets below a sheet at once, which takes
/// five times as long for the whole window as for what is on show.
class PartStyles : public QObject {
    Q_OBJECT
public:
    explicit PartStyles(QWidget *window);

    /// All children of a widget are parts, those that come later, too, except for one.
    void addChildrenOf(QWidget *widget, const QWidget *except = nullptr);
    /// Before the window is shown for the first time all parts get it at once, as their sizes
    /// are asked for.
    void setSheet(const QString &sheet);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(QObject *part);
    void bringUpToDate(QWidget *part);

    QWidget *m_window;
    QString m_sheet;
    int m_version = 0;                       ///< of the sheet
    QHash<QObject *, int> m_parts;           ///< with the version that each has
    QHash<QObject *, const QObject *> m_all; ///< whose children are parts, with the exception
};

} // namespace rbm
