#include "ui/window/focus_in_sight.h"

#include <QApplication>
#include <QFocusEvent>
#include <QScrollArea>

namespace rbm {

FocusInSight::FocusInSight(QWidget *window) : QObject(window), m_window(window) {
    qApp->installEventFilter(this);
}

bool FocusInSight::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::FocusIn || !watched->isWidgetType())
        return false;
    // What was clicked is in sight, and must not move away under the mouse.
    const auto reason = static_cast<const QFocusEvent *>(event)->reason(); // NOLINT: it is one
    if (reason != Qt::TabFocusReason && reason != Qt::BacktabFocusReason &&
        reason != Qt::ShortcutFocusReason)
        return false;
    auto *widget = static_cast<QWidget *>(watched); // NOLINT: it is one
    if (widget->window() != m_window)
        return false;
    for (QWidget *at = widget->parentWidget(); at != nullptr; at = at->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(at);
        if (area != nullptr && area->widget() != nullptr && area->widget()->isAncestorOf(widget))
            area->ensureWidgetVisible(widget, 8, 8);
    }
    return false;
}

} // namespace rbm
