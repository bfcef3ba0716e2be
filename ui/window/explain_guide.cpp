#include "ui/window/explain_guide.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QLabel>
#include <QToolButton>

namespace rbm {

namespace {

constexpr int kRest = 160; ///< ms that the mouse stays, until it means what is under it

/// A tool bar's button is known by its action.
QString nameOf(const QWidget *widget) {
    if (!widget->objectName().isEmpty())
        return widget->objectName();
    const auto *button = qobject_cast<const QToolButton *>(widget);
    const QAction *action = button == nullptr ? nullptr : button->defaultAction();
    return action == nullptr ? QString() : action->objectName();
}

/// A label stands for its field, and what hands on the focus for what takes it.
const QWidget *spokenFor(const QWidget *widget) {
    const auto *label = qobject_cast<const QLabel *>(widget);
    if (label != nullptr && label->buddy() != nullptr)
        return label->buddy();
    return widget->objectName().isEmpty() && widget->focusProxy() != nullptr ? widget->focusProxy()
                                                                             : widget;
}

/// A click or Tab brings the focus; a window that comes to the front tells nothing new.
bool isMeant(const QFocusEvent &event) {
    return event.reason() != Qt::ActiveWindowFocusReason && event.reason() != Qt::OtherFocusReason;
}

} // namespace

ExplainGuide::ExplainGuide(QWidget *window) : QObject(window), m_window(window) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    connect(&m_rest, &QTimer::timeout, this, [this] { show(m_hovered); });
    qApp->installEventFilter(this);
}

const Explanation *ExplainGuide::explain(const QWidget *widget) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (const Explanation *found = explanationOf(nameOf(spokenFor(widget))))
            return found;
    }
    return nullptr;
}

void ExplainGuide::describeAll() const {
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        const Explanation *own = explanationOf(nameOf(widget));
        if (own != nullptr && widget->accessibleDescription().isEmpty())
            widget->setAccessibleDescription(own->shownText());
    }
}

bool ExplainGuide::eventFilter(QObject *watched, QEvent *event) {
    const bool enters = event->type() == QEvent::Enter;
    const bool leaves = event->type() == QEvent::Leave;
    const bool focused = event->type() == QEvent::FocusIn &&
                         isMeant(*static_cast<const QFocusEvent *>(event)); // NOLINT
    if ((!enters && !leaves && !focused) || !watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched); // NOLINT: it is one
    if (m_window == nullptr || widget->window() != m_window)
        return false;
    if (focused) {
        m_rest.stop();
        show(widget);
        return false;
    }
    // The mouse does not enter again what it never left: the widget around this one.
    m_hovered = leaves ? widget->parentWidget() : widget;
    m_rest.start();
    return false;
}

void ExplainGuide::show(QWidget *widget) {
    if (widget == nullptr || !widget->isVisible())
        return;
    const Explanation *found = explain(widget);
    // Between the controls the last one stays.
    const bool general = found == explanationOf(QStringLiteral("mainWindow"));
    const bool own = found == explanationOf(QStringLiteral("explainPanel")) ||
                     found == explanationOf(QStringLiteral("lessonCallout"));
    if (found == nullptr || general || own || found == m_shown)
        return;
    m_shown = found;
    emit explained(*found);
}

} // namespace rbm
