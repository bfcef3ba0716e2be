#include "ui/runs/run_style.h"

#include <array>

namespace rbm {

namespace {

constexpr double kSymbolSize = 7;

using Shape = QCPScatterStyle::ScatterShape;

// 5 and 6 have no common divisor: 30 different lines. Squares are for training data.
constexpr std::array<Shape, 6> kShapes = {
    QCPScatterStyle::ssTriangle, QCPScatterStyle::ssCross,  QCPScatterStyle::ssTriangleInverted,
    QCPScatterStyle::ssPlus,     QCPScatterStyle::ssCircle, QCPScatterStyle::ssStar};

QList<qreal> dashes(int slot) {
    switch (slot % 5) {
    case 0:
        return {5, 2.5};
    case 1:
        return {1, 2.2};
    case 2:
        return {7, 2.5, 1, 2.5};
    case 3:
        return {11, 3.5};
    default:
        return {5, 2, 1, 2, 1, 2};
    }
}

} // namespace

RunStyle runStyle(int slot, bool current, bool selected, const Theme &theme) {
    const bool pale = slot % 2 == 0;
    const QColor grey = pale ? theme.earlier : theme.text3;
    const QColor colour = current || selected ? theme.accent : grey;
    RunStyle style{QPen(colour, selected ? 2.6 : 1.8), current || selected ? colour : theme.text3,
                   QCPScatterStyle()};
    if (!current)
        style.pen.setDashPattern(dashes(slot));
    const Shape shape = current ? QCPScatterStyle::ssDisc
                                : kShapes[static_cast<std::size_t>(slot) % kShapes.size()];
    style.symbol = QCPScatterStyle(shape, QPen(colour, 1.6),
                                   current ? QBrush(colour) : QBrush(theme.panel), kSymbolSize);
    return style;
}

QPixmap runSwatch(const RunStyle &style, QSize size, double ratio) {
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QCPPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(style.pen);
    const double middle = size.height() / 2.0;
    painter.drawLine(QLineF(1, middle, size.width() - 1, middle));
    style.symbol.applyTo(&painter, style.pen);
    style.symbol.drawShape(&painter, size.width() / 2.0, middle);
    return pixmap;
}

} // namespace rbm
