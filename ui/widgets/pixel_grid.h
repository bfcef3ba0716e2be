#pragma once

#include <QPoint>
#include <QSize>

#include <cstddef>

namespace rbm {

/// How many pixels a grid has.
inline std::size_t pixelCount(const QSize &grid) {
    return static_cast<std::size_t>(grid.width()) * static_cast<std::size_t>(grid.height());
}

/// The place of a pixel among all, by rows.
inline std::size_t pixelIndex(const QSize &grid, const QPoint &pixel) {
    return static_cast<std::size_t>(pixel.y()) * static_cast<std::size_t>(grid.width()) +
           static_cast<std::size_t>(pixel.x());
}

} // namespace rbm
