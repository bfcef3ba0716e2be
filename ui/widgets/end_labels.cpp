#include "ui/widgets/end_labels.h"

#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <QFontMetrics>
#include <QPointF>

#include <algorithm>
#include <utility>
#include <vector>

namespace rbm {

namespace {

constexpr const char *kEnd = "lineEnd"; ///< QPointF in the axes' units; invalid: hidden
constexpr double kGap = 8;              ///< pixels between a line and its label
constexpr double kHeight = 17;          ///< of a label

/// A label with the pixel where its line ends.
struct Placed {
    QCPItemText *label;
    double x;
    double y; ///< of the label's middle
    double width = 0;
    bool isOff = false; ///< below its line, where it must not be pushed up again
};

/// The labels whose line ends can be seen, from the top down.
std::vector<Placed> visibleLabels(const QCustomPlot &figure, const QRect &area) {
    std::vector<Placed> labels;
    for (int at = 0; at < figure.itemCount(); ++at) {
        auto *label = qobject_cast<QCPItemText *>(figure.item(at));
        if (label == nullptr || !label->property(kEnd).isValid())
            continue;
        const QPointF end = label->property(kEnd).toPointF();
        const Placed placed{label, figure.xAxis->coordToPixel(end.x()),
                            figure.yAxis->coordToPixel(end.y())};
        const bool seen =
            area.adjusted(-1, -1, 1, 1).contains(QPointF(placed.x, placed.y).toPoint());
        label->setVisible(seen);
        if (seen)
            labels.push_back(placed);
    }
    std::sort(labels.begin(), labels.end(),
              [](const Placed &a, const Placed &b) { return a.y < b.y; });
    return labels;
}

/// Moves a label that reaches over the right edge above or below its line.
void findRoom(Placed &placed, const QRect &area, bool isTop) {
    placed.width = QFontMetrics(placed.label->font()).horizontalAdvance(placed.label->text());
    placed.x += kGap;
    if (placed.x + placed.width <= area.right())
        return;
    placed.x = std::max<double>(area.left() + kGap, area.right() - placed.width - kGap / 2);
    placed.y += isTop ? -kHeight : kHeight;
    placed.isOff = !isTop;
}

/// Labels of which each stands above, below or beside the next: those of lines that end
/// elsewhere need not give way to them.
std::vector<std::vector<Placed>> columnsOf(std::vector<Placed> labels) {
    std::sort(labels.begin(), labels.end(),
              [](const Placed &a, const Placed &b) { return a.x < b.x; });
    std::vector<std::vector<Placed>> columns;
    double right = 0;
    for (const Placed &placed : labels) {
        if (columns.empty() || placed.x > right + kGap)
            columns.emplace_back();
        columns.back().push_back(placed);
        right = std::max(right, placed.x + placed.width);
    }
    for (auto &column : columns)
        std::sort(column.begin(), column.end(),
                  [](const Placed &a, const Placed &b) { return a.y < b.y; });
    return columns;
}

/// Apart from each other, and inside.
void separate(std::vector<Placed> &labels, const QRect &area) {
    for (std::size_t at = 1; at < labels.size(); ++at) {
        const double overlap = labels[at - 1].y + kHeight - labels[at].y;
        if (overlap <= 0)
            continue;
        const double up = labels[at - 1].isOff ? 0 : overlap / 2;
        labels[at - 1].y -= up;
        labels[at].y += overlap - up;
    }
    double least = area.top() + kHeight / 2;
    for (Placed &placed : labels) {
        placed.y = std::max(placed.y, least);
        least = placed.y + kHeight;
    }
    double most = area.bottom() - kHeight / 2;
    for (auto placed = labels.rbegin(); placed != labels.rend(); ++placed) {
        placed->y = std::min(placed->y, most);
        most = placed->y - kHeight;
    }
}

} // namespace

QCPItemText *makeEndLabel(QCustomPlot &figure, const char *name) {
    auto *label = new QCPItemText(&figure);
    label->setObjectName(QLatin1String(name));
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setFont(textFont(12, QFont::DemiBold));
    label->position->setType(QCPItemPosition::ptAbsolute);
    label->setVisible(false);
    return label;
}

QCPItemText *findEndLabel(const QCustomPlot &figure, const char *name) {
    return figure.findChild<QCPItemText *>(QLatin1String(name));
}

void setEndLabel(QCPItemText &label, const QString &text, const QColor &colour, double epoch,
                 double value) {
    label.setText(text);
    label.setColor(colour);
    label.setProperty(kEnd, QPointF(epoch, value));
    label.setVisible(true);
}

void hideEndLabel(QCPItemText &label) {
    label.setProperty(kEnd, QVariant());
    label.setVisible(false);
}

void arrangeEndLabels(QCustomPlot &figure) {
    const QRect area = figure.axisRect()->rect();
    std::vector<Placed> labels = visibleLabels(figure, area);
    for (std::size_t at = 0; at < labels.size(); ++at)
        findRoom(labels[at], area, at == 0);
    for (auto &column : columnsOf(std::move(labels))) {
        separate(column, area);
        for (const Placed &placed : column)
            placed.label->position->setPixelPosition({placed.x, placed.y});
    }
}

} // namespace rbm
