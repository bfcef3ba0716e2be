#include "ui/widgets/arrow_row.h"

#include <QAbstractButton>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace rbm {

ArrowRow::ArrowRow(std::vector<QAbstractButton *> buttons, QObject *parent)
    : QObject(parent), m_buttons(std::move(buttons)) {
    for (QAbstractButton *button : m_buttons)
        button->installEventFilter(this);
    if (!m_buttons.empty())
        stopAt(m_buttons.front());
}

/// Tab leads to this one; a click takes the focus to any.
void ArrowRow::stopAt(const QObject *button) {
    for (QAbstractButton *each : m_buttons)
        each->setFocusPolicy(each == button ? Qt::StrongFocus : Qt::ClickFocus);
}

bool ArrowRow::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::FocusIn)
        stopAt(watched);
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *press = static_cast<QKeyEvent *>(event);
    return (press->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier &&
           go(watched, press->key());
}

bool ArrowRow::go(const QObject *from, int key) {
    const auto count = static_cast<std::ptrdiff_t>(m_buttons.size());
    const auto at = std::find(m_buttons.begin(), m_buttons.end(), from) - m_buttons.begin();
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return focusFrom(at - 1, -1);
    case Qt::Key_Right:
    case Qt::Key_Down:
        return focusFrom(at + 1, 1);
    case Qt::Key_Home:
        return focusFrom(0, 1);
    case Qt::Key_End:
        return focusFrom(count - 1, -1);
    default:
        return false;
    }
}

/// At the end of the row it stays where it is; true, for the key is not for anything around.
bool ArrowRow::focusFrom(std::ptrdiff_t at, std::ptrdiff_t step) {
    const auto count = static_cast<std::ptrdiff_t>(m_buttons.size());
    while (at >= 0 && at < count && !m_buttons[static_cast<std::size_t>(at)]->isEnabled())
        at += step;
    if (at >= 0 && at < count)
        m_buttons[static_cast<std::size_t>(at)]->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace rbm
