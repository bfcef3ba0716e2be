#include "ui/widgets/earlier_curve.h"

#include "ui/theme/theme.h"
#include "ui/widgets/end_labels.h"

#include <qcustomplot.h>

#include <cmath>

namespace rbm {

namespace {

constexpr const char *kEarlier = "earlierCurve"; ///< marks what is ours in the figure

void removeAll(QCustomPlot &figure) {
    for (int at = figure.graphCount() - 1; at >= 0; --at) {
        if (figure.graph(at)->property(kEarlier).toBool())
            figure.removeGraph(at);
    }
    for (int at = figure.itemCount() - 1; at >= 0; --at) {
        if (figure.item(at)->property(kEarlier).toBool())
            figure.removeItem(at);
    }
}

void addLine(QCustomPlot &figure, const Theme &theme, const EarlierCurve &curve, PixelKind pixels) {
    QVector<double> epochs;
    QVector<double> values;
    for (const LikelihoodPoint &point : curve.points) {
        epochs.push_back(point.epoch);
        values.push_back(point.values(pixels).test.value);
    }
    QCPGraph *line = figure.addGraph();
    line->setProperty(kEarlier, true);
    line->setLayer(QStringLiteral("grid")); // below all that is of this run
    line->setPen(QPen(theme.earlier, 1.8, Qt::DashLine));
    line->setData(epochs, values, true);
    QCPItemText *label = makeEndLabel(figure, "earlierLabel");
    label->setProperty(kEarlier, true);
    if (std::isfinite(values.back()))
        setEndLabel(*label, curve.name, theme.text3, epochs.back(), values.back());
}

} // namespace

void drawEarlierCurves(QCustomPlot &figure, const Theme &theme,
                       const std::vector<EarlierCurve> &curves, PixelKind pixels) {
    removeAll(figure);
    for (const EarlierCurve &curve : curves) {
        if (!curve.points.empty())
            addLine(figure, theme, curve, pixels);
    }
}

} // namespace rbm
