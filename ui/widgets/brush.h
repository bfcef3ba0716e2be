#pragma once

#include <QPointF>
#include <QSize>

#include <functional>

namespace rbm {

/// A round brush on a grid of pixels. Points are in pixels of the grid; the centre of
/// pixel (x, y) is at (x + 1/2, y + 1/2).
struct Brush {
    double width = 3; ///< pixels, where it covers at least half
};

/// How much of the pixel around `centre` a straight move covers, from 0 to 1. The edge
/// fades over a pixel and a half, as the strokes of MNIST do: they were drawn large in
/// black and white and made small with smoothing.
double brushCoverage(const Brush &brush, const QPointF &from, const QPointF &to,
                     const QPointF &centre);

/// Calls `visit(index, coverage)` for each pixel of the grid, by rows, that the move
/// covers at all.
void forCoveredPixels(const Brush &brush, const QPointF &from, const QPointF &to, const QSize &grid,
                      const std::function<void(std::size_t, double)> &visit);

} // namespace rbm
