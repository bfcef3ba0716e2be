#include "ui/widgets/brush.h"

#include "ui/widgets/pixel_grid.h"

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr double kEdge = 1.5; ///< pixels from full to nothing

double dot(const QPointF &a, const QPointF &b) { return QPointF::dotProduct(a, b); }

double distance(const QPointF &from, const QPointF &to, const QPointF &point) {
    const QPointF along = to - from;
    const double length = dot(along, along);
    const double place = length > 0 ? std::clamp(dot(point - from, along) / length, 0.0, 1.0) : 0;
    const QPointF gap = point - (from + place * along);
    return std::sqrt(dot(gap, gap));
}
} // namespace

double brushCoverage(const Brush &brush, const QPointF &from, const QPointF &to,
                     const QPointF &centre) {
    const double inside = brush.width / 2 - distance(from, to, centre);
    return std::clamp(0.5 + inside / kEdge, 0.0, 1.0);
}

void forCoveredPixels(const Brush &brush, const QPointF &from, const QPointF &to, const QSize &grid,
                      const std::function<void(std::size_t, double)> &visit) {
    const double reach = (brush.width + kEdge) / 2;
    const auto first = [&](double a, double b) {
        return std::max(0, static_cast<int>(std::floor(std::min(a, b) - reach)));
    };
    const auto end = [&](double a, double b, int side) {
        return std::min(side, static_cast<int>(std::ceil(std::max(a, b) + reach)));
    };
    for (int y = first(from.y(), to.y()); y < end(from.y(), to.y(), grid.height()); ++y) {
        for (int x = first(from.x(), to.x()); x < end(from.x(), to.x(), grid.width()); ++x) {
            const double coverage = brushCoverage(brush, from, to, {x + 0.5, y + 0.5});
            if (coverage > 0)
                visit(pixelIndex(grid, {x, y}), coverage);
        }
    }
}

} // namespace rbm
