#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rbm {

/// What a callout says.
struct CalloutText {
    QString place; ///< "Step 2 of 5"
    QString title;
    QString text;
    QString question; ///< empty: none
    QString answer;   ///< shown on demand
    QString waiting;  ///< what it waits for; empty: nothing
    QString offer;    ///< of the button that does the step; empty: none
    bool hasBack = false;
    bool isLast = false;
};

/// A bubble that points at a widget of its window and lies above all others. It takes
/// neither the focus nor clicks beside it, and keeps off its widget as far as there is room;
/// the mouse can move it out of the way.
class Callout : public QFrame {
    Q_OBJECT
public:
    /// Hidden until show() or point() is called. `window` owns it.
    explicit Callout(QWidget *window);

    void applyTheme(const Theme &theme);
    void setText(const CalloutText &text);
    /// At the target, and wherever it moves; null: in the middle of the window's lower part.
    /// `free`: another widget that must be seen, rather than all of the target; null: none.
    void pointAt(QWidget *target, QWidget *free = nullptr);
    QWidget *target() const { return m_target; }
    /// The text of what it waits for; empty: nothing.
    void setWaiting(const QString &text);
    /// What the step offers was done: the way on is the next step.
    void setDone();
    /// Gives the focus to the button that leads on.
    void takeKeyboard();
    bool hasKeyboard() const;

signals:
    void nextWanted();
    void backWanted();
    void doWanted();
    void endWanted();

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void makeLabels();
    void makeButtons();
    void reveal();
    QRect rectOf(const QWidget *widget) const;
    void follow();
    void placeAt(const QRect &target);
    void fit();
    void showTheWay();

    QLabel *m_place;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_question;
    QLabel *m_answer;
    QLabel *m_waiting;
    QPushButton *m_close;
    QPushButton *m_reveal;
    QPushButton *m_back;
    QPushButton *m_do;
    QPushButton *m_next;
    QWidget *m_frame; ///< around the target
    QPointer<QWidget> m_target;
    QPointer<QWidget> m_free;
    QTimer m_follow;
    QRect m_shownAt; ///< of the target, as it was last
    QRect m_shownIn; ///< of the window, likewise
    bool m_done = false;
    QPoint m_grip; ///< where the mouse holds it
    QPoint m_tip;  ///< of the arrow, in the window's coordinates; null: no arrow
    Theme m_theme;
};

/// Where a bubble of this size stands beside the target within the area: on the first of
/// right, below, left and above that has room for it, else where it covers the least of it. Keeps
/// off `free` first, if need be in one of the target's lower corners.
QRect placeBeside(const QSize &size, const QRect &target, const QRect &area,
                  const QRect &free = {});

} // namespace rbm
