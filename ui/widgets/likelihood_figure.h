#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/earlier_curve.h"
#include "ui/widgets/likelihood_point.h"

class QCustomPlot;

namespace rbm {

// How the likelihood's curve is drawn, in the window and for export alike.

/// The figure's graphs, from the lowest layer to the highest. Points that are not
/// to be quoted, and the lines that lead to them, have graphs of their own.
enum class FigureLine {
    BandLow,
    BandHigh,
    Original,
    TrainGap,
    TestGap,
    TrainDoubtful,
    TestDoubtful,
    Train,
    Test,
};

/// What a figure shows.
struct FigureData {
    const std::vector<LikelihoodPoint> &points;
    PixelKind pixels = PixelKind::Gray;
    std::vector<EarlierCurve> earlier = {}; ///< of other runs, to compare with
    double lastMark = 0;                    ///< epoch of the newest, which is in sight
};

/// Axes, graphs and the labels at the lines' ends; once per figure.
void prepareFigure(QCustomPlot &figure);
/// What stands in it whatever it shows, in the program's language.
void nameFigure(QCustomPlot &figure);
void styleFigure(QCustomPlot &figure, const Theme &theme);
/// The lines with their end labels, or the text of the empty figure.
void drawFigure(QCustomPlot &figure, const Theme &theme, const FigureData &data);
/// Shows all points, and the epochs to come.
void fitFigure(QCustomPlot &figure, const FigureData &data, int epochs);
/// Names the method, the interval and the verdict.
void addFigureTitle(QCustomPlot &figure, const Theme &theme, const FigureData &data);
/// The 3-sigma interval of each test value that may be quoted, as a bar: on paper a band is
/// pale, and a single point has none.
void addErrorBars(QCustomPlot &figure, const Theme &theme, const FigureData &data);
void addFigureMark(QCustomPlot &figure, const Theme &theme, double epoch, const QString &text);
void clearFigureMarks(QCustomPlot &figure);

} // namespace rbm
