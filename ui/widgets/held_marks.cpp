#include "ui/widgets/held_marks.h"

#include "ui/widgets/pixel_grid.h"

#include <QPainter>
#include <QRegion>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace rbm {

namespace {
constexpr float kTint = 0.16F;
constexpr float kLines = 0.7F;

/// The pixels [x, end) of row y. Edges are rounded alike for neighbours: no seams.
QRect cells(const QRect &place, const QSize &size, int x, int end, int y) {
    const int left = place.x() + x * place.width() / size.width();
    const int right = place.x() + end * place.width() / size.width();
    const int top = place.y() + y * place.height() / size.height();
    const int bottom = place.y() + (y + 1) * place.height() / size.height();
    return {left, top, right - left, bottom - top};
}

bool isHeld(std::span<const std::uint8_t> held, const QSize &size, int x, int y) {
    return held[pixelIndex(size, {x, y})] != 0;
}

QRegion regionOf(const QRect &place, std::span<const std::uint8_t> held, const QSize &size) {
    QRegion region;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const int first = x;
            while (x < size.width() && isHeld(held, size, x, y))
                ++x;
            if (x > first)
                region += cells(place, size, first, x, y);
        }
    }
    return region;
}

bool fits(std::span<const std::uint8_t> held, const QSize &size) {
    return !held.empty() && held.size() == pixelCount(size);
}
} // namespace

void hatchHeld(QPainter &painter, const QRect &place, std::span<const std::uint8_t> held,
               const QSize &size, const QColor &colour) {
    if (!fits(held, size))
        return;
    const QRegion region = regionOf(place, held, size);
    if (region.isEmpty())
        return;
    painter.save();
    painter.setClipRegion(region, Qt::IntersectClip);
    QColor shade = colour;
    shade.setAlphaF(kTint);
    painter.fillRect(place, shade);
    shade.setAlphaF(kLines);
    painter.fillRect(place, QBrush(shade, Qt::BDiagPattern));
    painter.restore();
}

void outlineHeld(QPainter &painter, const QRect &place, std::span<const std::uint8_t> held,
                 const QSize &size, const QColor &colour) {
    if (!fits(held, size))
        return;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QRect cell = cells(place, size, x, x + 1, y);
            // A dash leaves a third of each cell's side free.
            const int wide = cell.width() * 2 / 3;
            const int high = cell.height() * 2 / 3;
            const bool here = isHeld(held, size, x, y);
            if (y > 0 && isHeld(held, size, x, y - 1) != here)
                painter.fillRect(QRect(cell.x(), cell.y() - 1, wide, 2), colour);
            if (x > 0 && isHeld(held, size, x - 1, y) != here)
                painter.fillRect(QRect(cell.x() - 1, cell.y(), 2, high), colour);
        }
    }
}

bool HeldMarks::set(Mask held) {
    if (held == m_held)
        return false;
    m_held = std::move(held);
    forget();
    return true;
}

bool HeldMarks::any(int picture, std::size_t pixels) const {
    if (m_held == nullptr)
        return false;
    const auto mask = maskOf(picture, pixels);
    return std::any_of(mask.begin(), mask.end(), [](std::uint8_t pixel) { return pixel != 0; });
}

std::span<const std::uint8_t> HeldMarks::maskOf(int picture, std::size_t pixels) const {
    if (m_held->size() == pixels)
        return *m_held;
    const std::size_t first = static_cast<std::size_t>(picture) * pixels;
    // A mask for other pictures than these marks none of them.
    return first + pixels <= m_held->size() ? std::span(*m_held).subspan(first, pixels)
                                            : std::span<const std::uint8_t>();
}

void HeldMarks::paint(QPainter &painter, const QWidget &widget, int count, const QSize &size,
                      const std::function<QRect(int)> &placeOf, const QColor &colour) {
    if (m_held == nullptr)
        return;
    const double ratio = widget.devicePixelRatioF();
    if (m_drawn.isNull() || m_drawn.devicePixelRatio() != ratio) {
        m_drawn = QImage(widget.size() * ratio, QImage::Format_ARGB32_Premultiplied);
        m_drawn.setDevicePixelRatio(ratio);
        m_drawn.fill(Qt::transparent);
        QPainter drawing(&m_drawn);
        const std::size_t pixels = pixelCount(size);
        for (int picture = 0; picture < count; ++picture)
            hatchHeld(drawing, placeOf(picture), maskOf(picture, pixels), size, colour);
    }
    painter.drawImage(0, 0, m_drawn);
}

} // namespace rbm
