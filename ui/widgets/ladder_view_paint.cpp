// How the ladder looks; ladder_view.cpp has what it does.
#include "ui/widgets/ladder_view.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr int kHeader = 18;
constexpr int kBetaWidth = 42;
constexpr int kBarWidth = 40;
constexpr int kRateWidth = 40; ///< of the number beside a swap rate's bar
constexpr int kGap = 10;
constexpr int kWalkerWidth = 24;
constexpr int kMostTile = 40;
constexpr int kLeastTile = 12;
constexpr double kReadable = 13;     ///< a line of numbers needs so much
constexpr double kRoomInDot = 15;    ///< for a walker's number
constexpr double kSwapsSeldom = 0.1; ///< below it a pair holds the walkers up
} // namespace

double LadderView::pitch() const {
    return (height() - kHeader) / static_cast<double>(std::max(1, count()));
}

double LadderView::rungY(int rung) const { return kHeader + (rung + 0.5) * pitch(); }

QRect LadderView::rungRect(int rung) const {
    return QRectF(0, rungY(rung) - pitch() / 2, width(), pitch()).toRect();
}

int LadderView::tileSize() const {
    const int size = std::min(kMostTile, static_cast<int>(pitch()) - 2);
    return size < kLeastTile ? 0 : size;
}

QRectF LadderView::pathArea() const {
    const double left = kBetaWidth + kBarWidth + kRateWidth + kGap;
    const double right = kWalkerWidth + (tileSize() > 0 ? tileSize() + 6 : 0);
    return {left, static_cast<double>(kHeader), width() - left - right,
            static_cast<double>(height() - kHeader)};
}

/// Numbers that would cover each other are left out; a tool tip tells them all.
bool LadderView::hasLabel(int rung) const {
    const int every = std::max(1, static_cast<int>(std::ceil(kReadable / pitch())));
    const int last = count() - 1; // its number is always there
    return rung == last || (rung % every == 0 && last - rung >= every);
}

void LadderView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    if (count() == 0) {
        painter.setPen(m_theme.text2);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeader(painter);
    paintRungs(painter);
    paintSwaps(painter);
    for (int walker = 0; walker < count(); ++walker) {
        if (walker != m_followed)
            paintPath(painter, walker);
    }
    paintPath(painter, m_followed);
    paintWalkers(painter);
    paintTiles(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rungRect(m_told)).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void LadderView::paintHeader(QPainter &painter) const {
    painter.setFont(textFont(11));
    painter.setPen(m_theme.text3);
    const QRectF path = pathArea();
    const int swaps = kBetaWidth + kBarWidth + kRateWidth;
    painter.drawText(QRect(0, 0, kBetaWidth, kHeader), Qt::AlignLeft | Qt::AlignTop,
                     QString(QChar(0x03B2)));
    painter.drawText(QRect(kBetaWidth, 0, swaps - kBetaWidth, kHeader),
                     Qt::AlignLeft | Qt::AlignTop, tr("swaps"));
    const QString title = tr("the walkers’ way, last %1 steps").arg(m_length);
    painter.drawText(QRectF(path.left(), 0, path.width(), kHeader), Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight,
                                                      static_cast<int>(path.width()) - 8));
    painter.drawText(QRectF(path.right() - 8, 0, width() - path.right() + 8, kHeader),
                     Qt::AlignRight | Qt::AlignTop, tr("now"));
}

void LadderView::paintRungs(QPainter &painter) const {
    const QRectF path = pathArea();
    const QLocale locale;
    painter.setFont(numberFont(11));
    for (int rung = 0; rung < count(); ++rung) {
        const double y = rungY(rung);
        painter.setPen(QPen(m_theme.border, 1));
        painter.drawLine(QPointF(path.left(), y), QPointF(path.right(), y));
        if (!hasLabel(rung))
            continue;
        painter.setPen(rung == 0 ? m_theme.text : m_theme.text2);
        painter.drawText(QRectF(0, y - 8, kBetaWidth, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         locale.toString(m_betas[static_cast<std::size_t>(rung)], 'f', 2));
    }
}

void LadderView::paintSwaps(QPainter &painter) const {
    const QLocale locale;
    const double thick = std::clamp(pitch() * 0.3, 3.0, 6.0);
    painter.setFont(numberFont(11));
    for (std::size_t pair = 0; pair < m_swapRates.size(); ++pair) {
        const double rate = m_swapRates[pair];
        const double y = rungY(static_cast<int>(pair)) + pitch() / 2;
        const QRectF bar(kBetaWidth, y - thick / 2, kBarWidth, thick);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.border);
        painter.drawRoundedRect(bar, thick / 2, thick / 2);
        QRectF filled = bar;
        filled.setWidth(std::max(thick, rate * bar.width()));
        painter.setBrush(rate >= kSwapsSeldom ? m_theme.good : m_theme.warning);
        painter.drawRoundedRect(filled, thick / 2, thick / 2);
        if (!hasLabel(static_cast<int>(pair)))
            continue;
        painter.setPen(rate >= kSwapsSeldom ? m_theme.text2 : m_theme.warning);
        painter.drawText(QRectF(bar.right() + 4, y - 8, kRateWidth - 4, 16),
                         Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(locale.toString(100 * rate, 'f', 0)));
    }
}

void LadderView::paintPath(QPainter &painter, int walker) const {
    const QRectF area = pathArea();
    QPainterPath path;
    for (std::size_t step = 0; step < m_rows.size(); ++step) {
        const Row &row = m_rows[step];
        const auto found = std::find(row.begin(), row.end(), walker);
        if (found == row.end())
            return;
        const double ago = static_cast<double>(m_rows.size() - 1 - step);
        const QPointF at(area.right() - ago / (m_length - 1) * area.width(),
                         rungY(static_cast<int>(found - row.begin())));
        if (step == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    const bool isFollowed = walker == m_followed;
    QColor colour = isFollowed ? m_theme.accent : m_theme.earlier;
    if (!isFollowed)
        colour.setAlphaF(0.45F);
    painter.setPen(QPen(colour, isFollowed ? 2 : 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void LadderView::paintWalkers(QPainter &painter) const {
    if (m_rows.empty())
        return;
    const Row &now = m_rows.back();
    const double radius = std::clamp(pitch() / 2 - 1, 2.5, 9.0);
    const double x = pathArea().right() + kWalkerWidth / 2.0;
    painter.setFont(numberFont(10));
    for (std::size_t rung = 0; rung < now.size(); ++rung) {
        const bool isFollowed = now[rung] == m_followed;
        const QPointF centre(x, rungY(static_cast<int>(rung)));
        painter.setPen(QPen(isFollowed ? m_theme.accent : m_theme.earlier, 1));
        painter.setBrush(isFollowed ? m_theme.accent : m_theme.inset);
        painter.drawEllipse(centre, radius, radius);
        if (pitch() < kRoomInDot)
            continue;
        painter.setPen(isFollowed ? m_theme.onAccent : m_theme.text2);
        painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius),
                         Qt::AlignCenter, QString::number(now[rung] + 1));
    }
}

void LadderView::paintTiles(QPainter &painter) const {
    const int size = tileSize();
    const int pixels = m_tileShape.width() * m_tileShape.height();
    if (size == 0 || static_cast<int>(m_tiles.size()) != pixels * count())
        return;
    const ColourTable colours = digitColours(m_theme.kind, DigitInk::Model);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int rung = 0; rung < count(); ++rung) {
        QImage image(m_tileShape, QImage::Format_RGB32);
        const std::uint8_t *from = m_tiles.data() + static_cast<std::ptrdiff_t>(rung) * pixels;
        for (int y = 0; y < m_tileShape.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(y)); // NOLINT: what Qt offers
            for (int x = 0; x < m_tileShape.width(); ++x)
                line[x] = colours[*from++ != 0 ? colours.size() - 1 : 0];
        }
        const QRectF place(width() - size - 1, rungY(rung) - size / 2.0, size, size);
        painter.drawImage(place, image);
        painter.setPen(QPen(m_theme.border, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place);
    }
}

} // namespace rbm
