#include "ui/widgets/earlier_curve.h"

#include "ui/theme/theme.h"
#include "ui/widgets/end_labels.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace rbm {

namespace {

constexpr double kSymbolSize = 7;
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

/// Dashes by the place of the curve; none is the dotted line of the 10 temperatures.
QPen penOf(const Theme &theme, std::size_t place) {
    const QVector<qreal> dashes[] = {{5, 3}, {9, 3, 2, 3}, {2.5, 2.5}};
    QPen pen(theme.earlier, 1.6, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern(dashes[place % std::size(dashes)]);
    return pen;
}

void addLine(QCustomPlot &figure, const Theme &theme, const EarlierCurve &curve, const QPen &pen,
             PixelKind pixels) {
    QVector<double> epochs;
    QVector<double> values;
    for (const LikelihoodPoint &point : curve.points) {
        epochs.push_back(point.epoch);
        values.push_back(point.values(pixels).test.value);
    }
    QCPGraph *line = figure.addGraph();
    line->setProperty(kEarlier, true);
    line->setLayer(QStringLiteral("grid")); // below all that is of this run
    line->setPen(pen);
    line->setData(epochs, values, true);
    if (epochs.size() == 1) // a line of one point is not to be seen
        line->setScatterStyle(
            {QCPScatterStyle::ssTriangle, QPen(theme.earlier, 1.4), theme.panel, kSymbolSize});
    QCPItemText *label = makeEndLabel(figure, "earlierLabel");
    label->setProperty(kEarlier, true);
    if (std::isfinite(values.back()))
        setEndLabel(*label, curve.name, theme.text3, epochs.back(), values.back());
}

} // namespace

bool sameCurve(const EarlierCurve &a, const EarlierCurve &b) {
    return a.name == b.name && std::equal(a.points.begin(), a.points.end(), b.points.begin(),
                                          b.points.end(), samePoint);
}

void drawEarlierCurves(QCustomPlot &figure, const Theme &theme,
                       const std::vector<EarlierCurve> &curves, PixelKind pixels) {
    removeAll(figure);
    for (std::size_t place = 0; place < curves.size(); ++place) {
        if (!curves[place].points.empty())
            addLine(figure, theme, curves[place], penOf(theme, place), pixels);
    }
}

} // namespace rbm
