#include "ui/widgets/balance_bars.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr int kKey = 20;
constexpr int kClasses = 17; ///< height of their names
constexpr int kNumbers = 34; ///< width of the axis' numbers
constexpr int kSwatch = 9;

QString percent(double share, int digits) {
    return BalanceBars::tr("%1 %").arg(QLocale().toString(100 * share, 'f', digits));
}
} // namespace

BalanceBars::BalanceBars(QWidget *parent) : QWidget(parent), m_theme(theme(ThemeKind::Light)) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BalanceBars::setTheme(const Theme &theme) {
    m_theme = theme;
    update();
}

void BalanceBars::setBars(const QStringList &classes, const std::vector<Series> &series) {
    if (classes == m_classes && series == m_series)
        return;
    m_classes = classes;
    m_series = series;
    update();
}

QRectF BalanceBars::plotArea() const {
    return {static_cast<double>(kNumbers), static_cast<double>(kKey) + 4,
            static_cast<double>(width() - kNumbers),
            static_cast<double>(height() - kKey - 4 - kClasses)};
}

double BalanceBars::groupWidth() const {
    return plotArea().width() / static_cast<double>(std::max<qsizetype>(1, m_classes.size()));
}

/// Of the axis: a multiple of a tenth that no bar exceeds.
double BalanceBars::highest() const {
    double most = 0.2;
    for (const Series &series : m_series) {
        for (const double share : series.shares)
            most = std::max(most, share);
    }
    return std::ceil(10 * most - 1e-9) / 10;
}

int BalanceBars::classAt(const QPoint &position) const {
    const QRectF area = plotArea();
    if (m_classes.isEmpty() || position.x() < area.left() || position.x() >= area.right())
        return -1;
    return static_cast<int>((position.x() - area.left()) / groupWidth());
}

QString BalanceBars::classText(int index) const {
    QStringList parts;
    for (const Series &series : m_series) {
        if (index < static_cast<int>(series.shares.size()))
            parts += tr("%1 %2").arg(series.name,
                                     percent(series.shares[static_cast<std::size_t>(index)], 1));
    }
    return tr("%1: %2").arg(m_classes[index], parts.join(QStringLiteral(", ")));
}

bool BalanceBars::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const int index = classAt(help->pos()); index >= 0)
        QToolTip::showText(help->globalPos(), classText(index), this);
    else
        QToolTip::hideText();
    return true;
}

void BalanceBars::keyPressEvent(QKeyEvent *event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || m_classes.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_told = std::clamp(m_told + step, 0, static_cast<int>(m_classes.size()) - 1);
    const double x = plotArea().left() + (m_told + 0.5) * groupWidth();
    QToolTip::showText(mapToGlobal(QPoint(static_cast<int>(x), height() / 2)), classText(m_told),
                       this);
    update();
}

void BalanceBars::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    paintKey(painter);
    paintGrid(painter);
    for (int index = 0; index < m_classes.size(); ++index)
        paintGroup(painter, index);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 1));
    painter.setBrush(Qt::NoBrush);
    QRectF frame(rect());
    if (m_told >= 0)
        frame = {plotArea().left() + m_told * groupWidth(), plotArea().top() - 2, groupWidth(),
                 plotArea().height() + kClasses};
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void BalanceBars::setBar(QPainter &painter, std::size_t series) const {
    painter.setPen(series == 2 ? QPen(m_theme.text3, 1) : QPen(Qt::NoPen));
    painter.setBrush(series == 0   ? QBrush(m_theme.text3)
                     : series == 1 ? QBrush(m_theme.accent)
                                   : QBrush(Qt::NoBrush));
}

void BalanceBars::paintKey(QPainter &painter) const {
    painter.setFont(textFont(11));
    int x = kNumbers;
    for (std::size_t at = 0; at < m_series.size(); ++at) {
        setBar(painter, at);
        const int shrink = at == 2 ? 1 : 0; // the line is outside
        painter.drawRect(QRect(x, (kKey - kSwatch) / 2, kSwatch - shrink, kSwatch - shrink));
        x += kSwatch + 5;
        const int wide = painter.fontMetrics().horizontalAdvance(m_series[at].name);
        painter.setPen(m_theme.text2);
        painter.drawText(QRect(x, 0, wide + 2, kKey), Qt::AlignLeft | Qt::AlignVCenter,
                         m_series[at].name);
        x += wide + 14;
    }
}

void BalanceBars::paintGrid(QPainter &painter) const {
    const QRectF area = plotArea();
    painter.setFont(numberFont(10));
    const int lines = highest() > 0.5 ? 2 : static_cast<int>(std::lround(10 * highest()));
    for (int line = 0; line <= lines; ++line) {
        const double share = highest() * line / lines;
        const double y = std::floor(area.bottom() - share / highest() * area.height()) + 0.5;
        painter.setPen(QPen(m_theme.border, 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(m_theme.text3);
        painter.drawText(QRectF(0, y - 8, kNumbers - 5, 16), Qt::AlignRight | Qt::AlignVCenter,
                         percent(share, 0));
    }
}

void BalanceBars::paintGroup(QPainter &painter, int index) const {
    const QRectF area = plotArea();
    const double left = area.left() + index * groupWidth();
    const int bar = std::clamp(static_cast<int>(groupWidth() / 4), 2, 14);
    const int first = static_cast<int>(left + (groupWidth() - 3 * bar) / 2);
    for (std::size_t at = 0; at < m_series.size(); ++at) {
        const auto &shares = m_series[at].shares;
        if (index >= static_cast<int>(shares.size()))
            continue;
        const double share = shares[static_cast<std::size_t>(index)];
        const int high = static_cast<int>(std::lround(share / highest() * area.height()));
        const int shrink = at == 2 ? 1 : 0;
        setBar(painter, at);
        painter.drawRect(QRect(first + static_cast<int>(at) * bar,
                               static_cast<int>(area.bottom()) - high, bar - shrink,
                               std::max(0, high)));
    }
    painter.setFont(numberFont(11));
    painter.setPen(m_theme.text2);
    painter.drawText(QRectF(left, area.bottom() + 2, groupWidth(), kClasses - 2), Qt::AlignCenter,
                     m_classes[index]);
}

} // namespace rbm
