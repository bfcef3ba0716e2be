#pragma once

#include <QObject>

class QWidget;

namespace rbm {

/// Scrolls whatever the keyboard reaches in this window into sight. Qt's own scroll areas do so
/// only while the focus moves inside of them, not when it comes from outside.
class FocusInSight : public QObject {
    Q_OBJECT
public:
    explicit FocusInSight(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
};

} // namespace rbm
