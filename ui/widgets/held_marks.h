#pragma once

#include <QColor>
#include <QImage>
#include <QRect>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

class QPainter;
class QWidget;

namespace rbm {

/// Hatches the held pixels of one picture, which is drawn into `place`; `held` has
/// size.width() * size.height() values by rows, other than 0 where a pixel is held.
void hatchHeld(QPainter &painter, const QRect &place, std::span<const std::uint8_t> held,
               const QSize &size, const QColor &colour);

/// A broken line between held and free pixels of such a picture, for large ones.
void outlineHeld(QPainter &painter, const QRect &place, std::span<const std::uint8_t> held,
                 const QSize &size, const QColor &colour);

/// The marks of many pictures side by side. Hatching them takes some milliseconds, so it
/// is done once and kept until something changes.
class HeldMarks {
public:
    using Mask = std::shared_ptr<const std::vector<std::uint8_t>>;

    /// [V] for all pictures or [count, V]; null: nothing is held. True where it is new.
    bool set(Mask held);
    /// Whether any of the `pixels` pixels of this picture is held.
    bool any(int picture, std::size_t pixels) const;
    /// Places, colours or number of the pictures changed.
    void forget() { m_drawn = {}; }
    /// `placeOf` tells where picture n is, `count` how many there are, of `size` pixels.
    void paint(QPainter &painter, const QWidget &widget, int count, const QSize &size,
               const std::function<QRect(int)> &placeOf, const QColor &colour);

private:
    std::span<const std::uint8_t> maskOf(int picture, std::size_t pixels) const;

    Mask m_held;
    QImage m_drawn;
};

} // namespace rbm
