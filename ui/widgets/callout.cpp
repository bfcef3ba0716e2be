#include "ui/widgets/callout.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace rbm {

namespace {

constexpr int kWidth = 344;    ///< of the bubble
constexpr int kArrow = 9;      ///< how far the arrow stands out
constexpr int kGap = 7;        ///< between the arrow's tip and the target
constexpr int kMargin = 8;     ///< from the window's edges
constexpr int kRadius = 9;     ///< of the corners
constexpr int kFrame = 4;      ///< how far the frame stands off the target
constexpr int kFollow = 80;    ///< ms between two looks where the target is
constexpr int kFromBelow = 60; ///< where there is no target

QLabel *makeText(const char *role, QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setProperty("role", role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

int overlap(const QRect &a, const QRect &b) {
    const QRect common = a.intersected(b);
    return common.isEmpty() ? 0 : common.width() * common.height();
}

QRect within(QRect rect, const QRect &area) {
    rect.moveLeft(std::max(area.left(), std::min(rect.left(), area.right() - rect.width() + 1)));
    rect.moveTop(std::max(area.top(), std::min(rect.top(), area.bottom() - rect.height() + 1)));
    return rect;
}

/// A panel that shows little else is framed as a whole: a frame around the target alone would
/// cross the texts beside it.
const QWidget *framedFor(const QWidget *target) {
    const auto areaOf = [](const QWidget *widget) { return widget->width() * widget->height(); };
    for (const QWidget *parent = target; parent != nullptr; parent = parent->parentWidget()) {
        if (parent->property("panel").toBool())
            return 2 * areaOf(target) > areaOf(parent) ? parent : target;
    }
    return target;
}

/// The nearest point of the target's edge to the middle of the bubble.
QPoint tipOf(const QRect &bubble, const QRect &target) {
    const QPoint middle = bubble.center();
    return {std::clamp(middle.x(), target.left(), target.right()),
            std::clamp(middle.y(), target.top(), target.bottom())};
}

/// A triangle straight out of the side that faces the tip.
QPainterPath arrowTo(const QPointF &tip, const QRectF &body) {
    constexpr double kRoot = 1; ///< how far it begins inside
    const double inside = kRadius + kArrow;
    const double x = std::clamp(tip.x(), body.left() + inside, body.right() - inside);
    const double y = std::clamp(tip.y(), body.top() + inside, body.bottom() - inside);
    QPolygonF arrow;
    if (tip.x() < body.left() || tip.x() > body.right()) {
        const bool left = tip.x() < body.left();
        const double root = left ? body.left() + kRoot : body.right() - kRoot;
        arrow << QPointF(root, y - kArrow) << QPointF(left ? root - kArrow : root + kArrow, y)
              << QPointF(root, y + kArrow);
    } else {
        const bool top = tip.y() < body.top();
        const double root = top ? body.top() + kRoot : body.bottom() - kRoot;
        arrow << QPointF(x - kArrow, root) << QPointF(x, top ? root - kArrow : root + kArrow)
              << QPointF(x + kArrow, root);
    }
    QPainterPath path;
    path.addPolygon(arrow);
    path.closeSubpath();
    return path;
}

/// A line around the target; clicks go through it.
class TargetFrame : public QWidget {
public:
    explicit TargetFrame(QWidget *parent) : QWidget(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }
    void setColour(const QColor &colour) {
        m_colour = colour;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override {
        constexpr double kLine = 3;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_colour, kLine));
        const double in = kLine / 2;
        painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), kRadius, kRadius);
    }

private:
    QColor m_colour;
};

} // namespace

QRect placeBeside(const QSize &size, const QRect &target, const QRect &area, const QRect &free) {
    const int away = kArrow + kGap;
    const QPoint middle = target.center();
    const int top = middle.y() - size.height() / 2;
    // Along a wide target it begins where that begins: what is above its middle stays free.
    const int left =
        target.width() > 2 * size.width() ? target.left() : middle.x() - size.width() / 2;
    const int low = area.bottom() + 1 - size.height();
    std::vector<QPoint> corners = {QPoint(target.right() + 1 + away, top),
                                   QPoint(left, target.bottom() + 1 + away),
                                   QPoint(target.left() - away - size.width(), top)};
    if (free.isEmpty()) {
        corners.emplace_back(left, target.top() - away - size.height());
    } else { // what is above may be more than a person can miss
        corners = {QPoint(target.right() + 1 - kArrow - size.width(), low),
                   QPoint(target.left(), low), corners[0], corners[1], corners[2]};
    }
    const auto harm = [&](const QRect &rect) {
        return std::pair(overlap(rect, free), overlap(rect, target));
    };
    QRect best;
    for (const QPoint &corner : corners) {
        const QRect rect = within({corner, size}, area);
        if (best.isNull() || harm(rect) < harm(best))
            best = rect;
    }
    return best;
}

Callout::Callout(QWidget *window)
    : QFrame(window), m_frame(new TargetFrame(window)), m_theme(theme(ThemeKind::Light)) {
    setObjectName(QStringLiteral("lessonCallout"));
    setContentsMargins(kArrow, kArrow, kArrow, kArrow); // room for the arrow on every side
    makeLabels();
    makeButtons();
    m_follow.setInterval(kFollow);
    connect(&m_follow, &QTimer::timeout, this, &Callout::follow);
    hide();
}

void Callout::makeLabels() {
    m_place = makeText("caption", this);
    m_place->setObjectName(QStringLiteral("calloutPlace"));
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("calloutEnd"));
    m_close->setProperty("link", true);
    m_close->setText(tr("End"));
    m_close->setToolTip(tr("End (Esc)"));
    m_title = makeText("title", this);
    m_title->setObjectName(QStringLiteral("calloutTitle"));
    m_text = makeText("", this);
    m_text->setObjectName(QStringLiteral("calloutText"));
    m_question = makeText("heading", this);
    m_question->setObjectName(QStringLiteral("calloutQuestion"));
    m_answer = makeText("answer", this);
    m_answer->setObjectName(QStringLiteral("calloutAnswer"));
    m_waiting = makeText("hint", this);
    m_waiting->setObjectName(QStringLiteral("calloutWaiting"));
}

void Callout::makeButtons() {
    const auto make = [this](const QString &text, const char *name) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        return button;
    };
    m_reveal = make(tr("Show the answer"), "calloutReveal");
    m_reveal->setProperty("link", true);
    m_do = make(tr("Do it for me"), "calloutDo");
    m_back = make(tr("Back"), "calloutBack");
    m_next = make(tr("Next"), "calloutNext");
    m_next->setToolTip(tr("F6 brings the keyboard here and back"));
    auto *top = new QHBoxLayout;
    top->addWidget(m_place, 1);
    top->addWidget(m_close);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_do);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 14);
    layout->setSpacing(8);
    layout->addLayout(top);
    for (QWidget *part : {m_title, m_text, m_question, m_answer})
        layout->addWidget(part);
    layout->addWidget(m_reveal, 0, Qt::AlignLeft);
    layout->addWidget(m_waiting);
    layout->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &Callout::endWanted);
    connect(m_reveal, &QPushButton::clicked, this, &Callout::reveal);
    connect(m_do, &QPushButton::clicked, this, &Callout::doWanted);
    connect(m_back, &QPushButton::clicked, this, &Callout::backWanted);
    connect(m_next, &QPushButton::clicked, this, &Callout::nextWanted);
}

void Callout::applyTheme(const Theme &theme) {
    m_theme = theme;
    static_cast<TargetFrame *>(m_frame)->setColour(theme.accent);
    update();
}

void Callout::takeKeyboard() {
    (m_do->isHidden() || m_done ? m_next : m_do)->setFocus(Qt::TabFocusReason);
}

bool Callout::hasKeyboard() const {
    const QWidget *focused = window()->focusWidget();
    return focused != nullptr && isAncestorOf(focused);
}

void Callout::setText(const CalloutText &text) {
    // Else the focus of a button that goes would land on the one that leads back.
    const bool goes = m_reveal->hasFocus() || (m_do->hasFocus() && text.offer.isEmpty()) ||
                      (m_back->hasFocus() && !text.hasBack);
    if (goes)
        m_next->setFocus();
    m_place->setText(text.place);
    m_title->setText(text.title);
    m_text->setText(text.text);
    m_question->setText(text.question);
    m_question->setVisible(!text.question.isEmpty());
    m_answer->setText(text.answer);
    m_answer->hide();
    m_reveal->setVisible(!text.answer.isEmpty());
    m_do->setVisible(!text.offer.isEmpty());
    if (!text.offer.isEmpty())
        m_do->setText(text.offer);
    m_back->setVisible(text.hasBack);
    m_next->setText(text.isLast ? tr("Done") : tr("Next"));
    m_done = false;
    setAccessibleName(text.title);
    setAccessibleDescription(text.text + QLatin1Char(' ') + text.question);
    setWaiting(text.waiting);
    fit();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Callout::setWaiting(const QString &text) {
    if (m_waiting->text() != text || m_waiting->isHidden() != text.isEmpty()) {
        m_waiting->setText(text);
        m_waiting->setVisible(!text.isEmpty());
        fit();
    }
    showTheWay();
}

void Callout::setDone() {
    m_done = true;
    showTheWay();
}

/// One button stands out: the one that leads on.
void Callout::showTheWay() {
    const auto dress = [](QPushButton *button, bool on) {
        if (button->property("go").toBool() == on)
            return;
        button->setProperty("go", on);
        button->style()->unpolish(button);
        button->style()->polish(button);
    };
    const bool toDo = !m_do->isHidden() && !m_done;
    dress(m_do, toDo);
    dress(m_next, !toDo && m_waiting->isHidden());
}

void Callout::reveal() {
    m_answer->show();
    if (m_reveal->hasFocus())
        m_next->setFocus();
    m_reveal->hide();
    fit();
    QAccessibleEvent event(m_answer, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Callout::pointAt(QWidget *target, QWidget *free) {
    m_target = target;
    m_free = free;
    show();
    raise();
    fit();
    m_follow.start();
}

void Callout::fit() {
    m_shownIn = {};
    follow();
}

QRect Callout::rectOf(const QWidget *widget) const {
    if (widget == nullptr || !widget->isVisible())
        return {};
    const QWidget *window = parentWidget();
    const QWidget *framed = framedFor(widget);
    return QRect(framed->mapTo(window, QPoint()), framed->size())
        .intersected(window->rect().adjusted(kFrame, kFrame, -kFrame, -kFrame));
}

/// Widgets move for many reasons: the window's size, a dock, a scroll bar, a new row. To look
/// a dozen times a second is simpler than to know them all, and costs nothing.
void Callout::follow() {
    if (isHidden()) {
        m_follow.stop();
        m_frame->hide();
        return;
    }
    const QRect target = rectOf(m_target);
    if (target == m_shownAt && parentWidget()->rect() == m_shownIn)
        return;
    m_shownAt = target;
    m_shownIn = parentWidget()->rect();
    placeAt(target);
}

void Callout::placeAt(const QRect &target) {
    const QRect area = parentWidget()->rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    layout()->activate();
    const int height = layout()->totalHeightForWidth(kWidth + 2 * kArrow) - 2 * kArrow;
    const QSize size(kWidth, std::min(height, area.height()));
    QRect bubble(area.center().x() - size.width() / 2, area.bottom() - size.height() - kFromBelow,
                 size.width(), size.height());
    m_tip = {};
    if (!target.isEmpty()) {
        bubble = placeBeside(size, target, area, rectOf(m_free));
        if (overlap(bubble, target) == 0)
            m_tip = tipOf(bubble, target);
    }
    setGeometry(bubble.adjusted(-kArrow, -kArrow, kArrow, kArrow));
    m_frame->setVisible(!target.isEmpty());
    m_frame->setGeometry(target.adjusted(-kFrame, -kFrame, kFrame, kFrame));
    m_frame->raise();
    raise();
    update();
}

void Callout::hideEvent(QHideEvent *event) {
    m_frame->hide();
    QFrame::hideEvent(event);
}

void Callout::mousePressEvent(QMouseEvent *event) { m_grip = event->position().toPoint(); }

/// It stays there until the next step, or until its target moves.
void Callout::mouseMoveEvent(QMouseEvent *event) {
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const QPoint to = mapToParent(event->position().toPoint() - m_grip);
    move(within({to, size()}, parentWidget()->rect()).topLeft());
    m_tip = {}; // no arrow from there
    update();
}

void Callout::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(kArrow, kArrow, -kArrow, -kArrow);
    QPainterPath path;
    path.addRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (!m_tip.isNull())
        path = path.united(arrowTo(mapFromParent(m_tip), body));
    painter.setPen(QPen(m_theme.accent, 1.5));
    painter.setBrush(m_theme.panel);
    painter.drawPath(path);
}

} // namespace rbm
