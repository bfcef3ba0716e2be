// How the canvas looks. draw_canvas.cpp has what it does.
#include "ui/theme/icons.h"
#include "ui/widgets/draw_canvas.h"
#include "ui/widgets/held_marks.h"

#include <QPainter>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kBadgeHeight = 20;
constexpr int kBadgeIcon = 12;

/// The canvas is black in both themes, so what is drawn over it is the dark one's.
QColor markColour() { return theme(ThemeKind::Dark).accent; }
} // namespace

void DrawCanvas::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(area(), QColor(m_table[0]));
    if (isEmpty()) {
        painter.setPen(theme(ThemeKind::Dark).text2);
        painter.drawText(area().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Select a digit to draw on."));
    } else {
        paintDigit(painter);
        paintRules(painter);
        paintMarks(painter);
    }
    painter.setPen(hasFocus() ? QPen(m_theme.accent, 2) : QPen(m_theme.border, 1));
    painter.drawRect(area().adjusted(-1, -1, hasFocus() ? 1 : 0, hasFocus() ? 1 : 0));
}

void DrawCanvas::paintDigit(QPainter &painter) const {
    QImage digit(m_size, QImage::Format_RGB32);
    for (std::size_t at = 0; at < m_image.size(); ++at) {
        const int place = static_cast<int>(at);
        digit.setPixel(place % m_size.width(), place / m_size.width(), m_table[2U * m_image[at]]);
    }
    painter.drawImage(area(), digit);
}

/// Faint lines at the quarters help to place a stroke.
void DrawCanvas::paintRules(QPainter &painter) const {
    QColor faint = theme(ThemeKind::Dark).text3;
    faint.setAlphaF(0.25F);
    const QRect digit = area();
    for (int quarter = 1; quarter < 4; ++quarter) {
        const int x = digit.x() + digit.width() * quarter / 4;
        const int y = digit.y() + digit.height() * quarter / 4;
        painter.fillRect(QRect(x, digit.y(), 1, digit.height()), faint);
        painter.fillRect(QRect(digit.x(), y, digit.width(), 1), faint);
    }
}

void DrawCanvas::paintMarks(QPainter &painter) const {
    hatchHeld(painter, area(), m_held, m_size, markColour());
    outlineHeld(painter, area(), m_held, m_size, markColour());
    const bool isAnyHeld =
        std::any_of(m_held.begin(), m_held.end(), [](std::uint8_t held) { return held != 0; });
    if (isAnyHeld && !m_hover && !m_stroke)
        paintBadge(painter);
    paintBrush(painter);
}

void DrawCanvas::paintBadge(QPainter &painter) const {
    const Theme &dark = theme(ThemeKind::Dark);
    painter.save();
    QFont font = textFont(11, QFont::DemiBold);
    painter.setFont(font);
    const QString text = tr("Clamped");
    const int wide = QFontMetrics(font).horizontalAdvance(text) + kBadgeIcon + 22;
    const QRect badge(area().topLeft() + QPoint(6, 6), QSize(wide, kBadgeHeight));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dark.accent);
    painter.drawRoundedRect(badge, kBadgeHeight / 2.0, kBadgeHeight / 2.0);
    icon(QStringLiteral("pin"), dark, true)
        .paint(&painter, QRect(badge.x() + 7, badge.y() + 4, kBadgeIcon, kBadgeIcon));
    painter.setPen(dark.onAccent);
    painter.drawText(badge.adjusted(kBadgeIcon + 11, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text);
    painter.restore();
}

/// What the brush would cover under the mouse, and the pixel of the keyboard's cursor.
void DrawCanvas::paintBrush(QPainter &painter) const {
    if (hasFocus() && m_showsCursor) {
        painter.setPen(QPen(markColour(), 2));
        painter.drawRect(pixelRect(m_cursor).adjusted(-1, -1, 1, 1));
    }
    if (!m_hover || !isEnabled())
        return;
    painter.save();
    painter.setClipRect(area());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(markColour(), 1.5));
    const double radius = m_brush.width / 2 * cell();
    painter.drawEllipse(*m_hover, radius, radius);
    painter.restore();
}

} // namespace rbm
