#include "ui/widgets/class_strips.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr int kNameWidth = 76;
constexpr int kLevelWidth = 14; ///< of the figures beside the levels
constexpr int kSummaryWidth = 92;
constexpr int kAxis = 16;
constexpr int kTop = 4;         ///< for the upper half of the highest figure
constexpr int kBetween = 8;     ///< rows
constexpr double kFigure = 9;   ///< pixels that a figure beside a level needs
constexpr double kRoomFor = 13; ///< a figure on a run
} // namespace

ClassStrips::ClassStrips(QWidget *parent) : QWidget(parent), m_theme(theme(ThemeKind::Light)) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ClassStrips::setTheme(const Theme &theme) {
    m_theme = theme;
    update();
}

void ClassStrips::setAxes(int classes, int lookEvery, int steps) {
    m_classes = std::max(1, classes);
    m_lookEvery = std::max(1, lookEvery);
    m_steps = std::max(1, steps);
    update();
}

void ClassStrips::setStrips(const std::vector<ClassStrip> &strips) {
    if (strips == m_strips)
        return;
    m_strips = strips;
    update();
}

int ClassStrips::newest() const {
    std::size_t most = 0;
    for (const ClassStrip &strip : m_strips)
        most = std::max(most, strip.classes.size());
    return static_cast<int>(most) - 1;
}

QRectF ClassStrips::stripArea(std::size_t strip) const {
    const auto count = static_cast<double>(std::max<std::size_t>(1, m_strips.size()));
    const double left = kNameWidth + kLevelWidth;
    const double row = (height() - kTop - kAxis - (count - 1) * kBetween) / count;
    return {left, kTop + static_cast<double>(strip) * (row + kBetween),
            width() - left - kSummaryWidth, row};
}

double ClassStrips::lookX(double look) const {
    const QRectF area = stripArea(0);
    return area.left() + look * m_lookEvery / (m_steps + m_lookEvery) * area.width();
}

int ClassStrips::lookAt(const QPoint &position) const {
    const QRectF area = stripArea(0);
    if (position.x() < area.left() || position.x() >= area.right() || area.width() <= 0)
        return -1;
    const double share = (position.x() - area.left()) / area.width();
    const int look = static_cast<int>(share * (m_steps + m_lookEvery) / m_lookEvery);
    return look <= newest() ? look : -1;
}

QString ClassStrips::lookText(int look) const {
    QStringList parts;
    for (const ClassStrip &strip : m_strips) {
        if (look >= static_cast<int>(strip.classes.size()))
            continue;
        const int digit = strip.classes[static_cast<std::size_t>(look)];
        parts += tr("%1: %2").arg(strip.name, digit < 0 ? tr("unsure") : QString::number(digit));
    }
    return tr("Step %1 · %2").arg(QLocale().toString(look * m_lookEvery), parts.join(u" · "));
}

void ClassStrips::tell(int look, const QPoint &where) {
    if (look >= 0)
        QToolTip::showText(where, lookText(look), this);
    else
        QToolTip::hideText();
}

bool ClassStrips::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    tell(lookAt(help->pos()), help->globalPos());
    return true;
}

void ClassStrips::keyPressEvent(QKeyEvent *event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || newest() < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_told = std::clamp(m_told + step, 0, newest());
    tell(m_told, mapToGlobal(QPoint(static_cast<int>(lookX(m_told)), height() / 2)));
    update();
}

void ClassStrips::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t strip = 0; strip < m_strips.size(); ++strip)
        paintStrip(painter, strip);
    paintAxis(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        if (m_told >= 0 && m_told <= newest())
            painter.drawLine(QPointF(lookX(m_told + 0.5), 2),
                             QPointF(lookX(m_told + 0.5), height() - kAxis));
    }
}

void ClassStrips::paintStrip(QPainter &painter, std::size_t strip) const {
    const ClassStrip &row = m_strips[strip];
    const QRectF area = stripArea(strip);
    painter.setFont(textFont(12, QFont::Medium));
    painter.setPen(row.isAccented ? m_theme.accent : m_theme.text);
    painter.drawText(QRectF(0, area.top(), kNameWidth, area.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, row.name);
    painter.setFont(numberFont(12));
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(area.right() + 8, area.top(), kSummaryWidth - 8, area.height()),
                     Qt::AlignRight | Qt::AlignVCenter, row.summary);
    paintLevels(painter, area);
    paintRuns(painter, row, area);
}

void ClassStrips::paintLevels(QPainter &painter, const QRectF &area) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.inset);
    painter.drawRoundedRect(area, 4, 4);
    const double pitch = area.height() / m_classes;
    const int every = std::max(1, static_cast<int>(std::ceil(kFigure / pitch)));
    painter.setFont(numberFont(9));
    painter.setPen(m_theme.text3);
    for (int digit = 0; digit < m_classes; digit += every)
        painter.drawText(
            QRectF(kNameWidth, area.top() + digit * pitch - 4, kLevelWidth - 5, pitch + 8),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(digit));
}

/// A run is a number of looks at the same class; lines lead from one to the next.
void ClassStrips::paintRuns(QPainter &painter, const ClassStrip &strip, const QRectF &area) const {
    const double pitch = area.height() / m_classes;
    const double thick = std::max(3.0, pitch - 2);
    const QColor colour = strip.isAccented ? m_theme.accent : m_theme.text2;
    QColor faint = colour;
    faint.setAlphaF(0.4F);
    const std::size_t all = strip.classes.size();
    QPointF last;
    for (std::size_t first = 0, end = 0; first < all; first = end) {
        const int digit = strip.classes[first];
        for (end = first + 1; end < all && strip.classes[end] == digit;)
            ++end;
        if (digit < 0)
            continue;
        const double left = lookX(static_cast<double>(first));
        const double right = std::max(left + 1.2, lookX(static_cast<double>(end)));
        const double y = area.top() + (digit + 0.5) * pitch;
        painter.setPen(QPen(faint, 1));
        if (!last.isNull() && last.y() != y)
            painter.drawLine(QPointF(left, last.y()), QPointF(left, y));
        last = {right, y};
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRect(QRectF(left, y - thick / 2, right - left, thick));
        if (right - left < kRoomFor)
            continue;
        const double middle = std::clamp(y, area.top() + 7, area.bottom() - 7);
        const QRectF chip((left + right) / 2 - 6, middle - 7, 12, 14);
        painter.drawRoundedRect(chip, 4, 4);
        painter.setFont(numberFont(11));
        painter.setPen(strip.isAccented ? m_theme.onAccent : m_theme.panel);
        painter.drawText(chip, Qt::AlignCenter, QString::number(digit));
    }
}

void ClassStrips::paintAxis(QPainter &painter) const {
    const QLocale locale;
    painter.setFont(numberFont(10));
    painter.setPen(m_theme.text3);
    constexpr int kMarks = 6;
    for (int mark = 0; mark <= kMarks; ++mark) {
        const int step = m_steps * mark / kMarks;
        const double x = lookX(static_cast<double>(step) / m_lookEvery);
        const auto side = mark == 0 ? Qt::AlignLeft : Qt::AlignHCenter;
        painter.drawText(QRectF(mark == 0 ? x : x - 30, height() - kAxis, 60, kAxis),
                         side | Qt::AlignBottom, locale.toString(step));
    }
}

} // namespace rbm
