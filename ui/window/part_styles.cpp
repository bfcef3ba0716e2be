#include "ui/window/part_styles.h"

#include <QChildEvent>
#include <QWidget>

#include <utility>

namespace rbm {

PartStyles::PartStyles(QWidget *window) : QObject(window), m_window(window) {
    connect(&m_turn, &QTimer::timeout, this, &PartStyles::styleNext);
}

void PartStyles::addChildrenOf(QWidget *widget, const QWidget *except) {
    m_all.insert(widget, except);
    widget->installEventFilter(this);
    for (QObject *child : widget->children())
        if (child != except)
            add(child);
}

void PartStyles::add(QObject *part) {
    if (!part->isWidgetType())
        return;
    m_parts.insert(part, 0);
    part->installEventFilter(this);
}

void PartStyles::setSheet(const QString &sheet) {
    m_sheet = sheet;
    ++m_version;
    if (m_window->isVisible()) {
        m_window->setUpdatesEnabled(false); // not half of it in one theme, half in the other
        m_turn.start(0);
        return;
    }
    for (QObject *part : m_parts.keys())
        bringUpToDate(static_cast<QWidget *>(part));
}

void PartStyles::styleNext() {
    if (std::exchange(m_hasShown, false))
        return; // that was work enough for one turn
    QWidget *next = nextPart(true);
    if (next == nullptr) {
        m_window->setUpdatesEnabled(true);
        next = nextPart(false);
    }
    if (next != nullptr)
        bringUpToDate(next);
    else
        m_turn.stop();
}

/// One without the newest sheet; null where there is none.
QWidget *PartStyles::nextPart(bool onShow) const {
    for (auto part = m_parts.cbegin(); part != m_parts.cend(); ++part) {
        auto *widget = static_cast<QWidget *>(part.key());
        if (part.value() != m_version && (widget->isVisible() || !onShow))
            return widget;
    }
    return nullptr;
}

void PartStyles::bringUpToDate(QWidget *part) {
    int &version = m_parts[part];
    if (version == m_version)
        return;
    version = m_version;
    part->setStyleSheet(m_sheet);
}

bool PartStyles::eventFilter(QObject *watched, QEvent *event) {
    const auto whole = m_all.constFind(watched);
    if (whole != m_all.cend()) {
        QObject *child =
            event->type() == QEvent::ChildAdded || event->type() == QEvent::ChildRemoved
                ? static_cast<QChildEvent *>(event)->child()
                : nullptr;
        if (child != nullptr && event->type() == QEvent::ChildRemoved)
            m_parts.remove(child);
        else if (child != nullptr && child != *whole)
            add(child);
    }
    // A dialog asks for its size between the two.
    if ((event->type() == QEvent::Polish || event->type() == QEvent::Show) &&
        m_parts.value(watched, m_version) != m_version) {
        bringUpToDate(static_cast<QWidget *>(watched));
        m_hasShown = true;
    }
    return false;
}

} // namespace rbm
