// How the timeline looks; timeline_view.cpp has what it does.
#include "ui/widgets/pixel_grid.h"
#include "ui/widgets/timeline_view.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr int kRangeWidth = 66; ///< of the title and the numbers beside the curve
constexpr int kLineHeight = 14;
constexpr int kMayTouch = 4;    ///< pixels of empty line that the title may share with the numbers
constexpr double kBeyond = 0.5; ///< opacity of what lies after the shown step

/// The curve's lowest and highest value. The start may lie far outside, as noise does:
/// once the chain has moved away it no longer counts.
std::pair<double, double> rangeOf(const std::vector<float> &values) {
    constexpr std::size_t kSettled = 12;
    const auto first = values.begin() + (values.size() > kSettled ? 2 : 0);
    const auto [low, high] = std::minmax_element(first, values.end());
    const double middle = (static_cast<double>(*low) + static_cast<double>(*high)) / 2;
    const double half = std::max(1.0, (static_cast<double>(*high) - static_cast<double>(*low)) / 2);
    return {middle - half, middle + half};
}

/// As high as one pixel, of as many lines of the screen's own pixels as that takes: wider pens go
/// through Qt's stroker, which needs a frame's time and more for the steps of a long chain.
void drawHairlines(QPainter &painter, const QPolygonF &line, const QColor &colour) {
    const double ratio = painter.deviceTransform().m22();
    painter.setPen(QPen(colour, 0));
    for (int row = 0; row < std::max(1, qRound(ratio)); ++row)
        painter.drawPolyline(line.translated(0, row / ratio));
}

QString number(double value) {
    QString text = QLocale().toString(value, 'f', 0);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}
} // namespace

void TimelineView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    paintPictures(painter);
    paintHeld(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCurve(painter);
    paintTrack(painter);
}

void TimelineView::paintPictures(QPainter &painter) const {
    painter.setFont(numberFont(11));
    for (int mark = 0; mark < count(); ++mark) {
        const int at = m_marks[static_cast<std::size_t>(mark)];
        const QRect place = pictureRect(mark);
        const bool isShown = at == step();
        if (static_cast<std::size_t>(mark) < m_images.size()) {
            painter.setOpacity(at > step() ? kBeyond : 1);
            painter.drawImage(place, m_images[static_cast<std::size_t>(mark)]);
            painter.setOpacity(1);
            painter.setPen(m_theme.border);
        } else {
            painter.setPen(QPen(m_theme.border, 1, Qt::DashLine));
        }
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(0, 0, -1, -1));
        if (isShown) {
            painter.setPen(QPen(m_theme.accent, 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            painter.drawRect(place.adjusted(0, 0, -1, -1));
        }
        painter.setPen(isShown ? m_theme.accent : m_theme.text3);
        painter.drawText(QRect(place.center().x() - 40, labelTop(), 80, kLineHeight),
                         Qt::AlignCenter, at == 0 ? tr("start") : QString::number(at));
    }
}

/// The start is white on black in both themes, so what marks it is the dark one's.
void TimelineView::paintHeld(QPainter &painter) {
    const QSize size(m_width, m_height);
    if (m_images.empty() || !m_startHeld.any(0, pixelCount(size)))
        return;
    const auto inside = [this](int mark) { return pictureRect(mark).adjusted(1, 1, -1, -1); };
    m_startHeld.paint(painter, *this, 1, size, inside, theme(ThemeKind::Dark).accent);
    m_held.paint(
        painter, *this, static_cast<int>(m_images.size()) - 1, size,
        [&inside](int picture) { return inside(picture + 1); }, m_theme.accent);
}

void TimelineView::paintTrack(QPainter &painter) const {
    const double y = trackY();
    const auto line = [&](int from, int to, const QColor &colour, double width) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(xOf(from), y), QPointF(xOf(to), y));
    };
    line(0, m_marks.back(), m_theme.border, 4);
    line(0, m_live, m_theme.earlier, 4);
    line(0, step(), m_theme.accent, 4);
    painter.setPen(Qt::NoPen);
    for (const int mark : m_marks) {
        painter.setBrush(mark <= step()   ? m_theme.accent
                         : mark <= m_live ? m_theme.earlier
                                          : m_theme.border);
        painter.drawEllipse(QPointF(xOf(mark), y), 3, 3);
    }
    if (!isFollowing()) { // where it goes on
        painter.setBrush(m_theme.text2);
        painter.drawEllipse(QPointF(xOf(m_live), y), 4, 4);
    }
    const QRectF handle = handleRect();
    if (hasFocus()) {
        painter.setBrush(m_theme.accentSoft);
        painter.drawEllipse(handle.adjusted(-4, -4, 4, 4));
    }
    painter.setPen(QPen(m_theme.accent, 2.5));
    painter.setBrush(m_theme.panel);
    painter.drawEllipse(handle.adjusted(1, 1, -1, -1));
}

void TimelineView::paintCurve(QPainter &painter) const {
    const QRect area = curveRect();
    painter.setPen(QPen(m_theme.border, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(QPen(m_theme.accent, 1));
    painter.drawLine(QPointF(xOf(step()), trackY()), QPointF(xOf(step()), area.bottom()));
    painter.setPen(m_theme.text2);
    painter.setFont(textFont(11));
    const QRect room(0, area.top() + kLineHeight, kRangeWidth, area.height() - 2 * kLineHeight);
    constexpr int kFlags = Qt::AlignRight | Qt::AlignVCenter | Qt::TextWordWrap;
    // Where it is too low for both, the numbers stay.
    if (painter.boundingRect(room, kFlags, m_title).height() <= room.height() + kMayTouch)
        painter.drawText(room, kFlags | Qt::TextDontClip, m_title);
    if (m_steps.empty())
        return;
    const auto [low, high] = rangeOf(m_values);
    paintRange(painter, low, high);
    QPolygonF curve;
    for (std::size_t at = 0; at < m_steps.size(); ++at) {
        const double height = (static_cast<double>(m_values[at]) - low) / (high - low);
        curve << QPointF(xOf(m_steps[at]), area.bottom() - 2 - height * (area.height() - 4));
    }
    // What lies after the shown step is faint.
    const double now = xOf(step());
    for (const bool isPast : {true, false}) {
        painter.save();
        painter.setClipRect(isPast
                                ? QRectF(area.left(), area.top(), now - area.left(), area.height())
                                : QRectF(now, area.top(), area.right() - now, area.height()));
        painter.setOpacity(isPast ? 1 : kBeyond);
        drawHairlines(painter, curve, isPast ? m_theme.text2 : m_theme.text3);
        painter.restore();
    }
}

void TimelineView::paintRange(QPainter &painter, double low, double high) const {
    const QRect area = curveRect();
    painter.setPen(m_theme.text3);
    painter.setFont(numberFont(11));
    painter.drawText(QRect(0, area.top(), kRangeWidth, kLineHeight), Qt::AlignRight, number(high));
    painter.drawText(QRect(0, area.bottom() - kLineHeight + 1, kRangeWidth, kLineHeight),
                     Qt::AlignRight, number(low));
}

} // namespace rbm
