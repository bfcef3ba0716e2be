#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/likelihood_plot.h"

class QCustomPlot;

namespace rbm {

// How the likelihood's curve is drawn, in the window and for export alike.

/// Axes, graphs and the labels at the lines' ends; once per figure.
void prepareFigure(QCustomPlot &figure);
void styleFigure(QCustomPlot &figure, const Theme &theme);
/// The two lines with their end labels, or the text of the empty figure.
void drawFigure(QCustomPlot &figure, const Theme &theme,
                const std::vector<LikelihoodPoint> &points);
/// Shows all points, and the epochs to come.
void fitFigure(QCustomPlot &figure, const std::vector<LikelihoodPoint> &points, int epochs);
void addFigureTitle(QCustomPlot &figure, const Theme &theme,
                    const std::vector<LikelihoodPoint> &points);
void addFigureMark(QCustomPlot &figure, const Theme &theme, double epoch, const QString &text);
void clearFigureMarks(QCustomPlot &figure);

/// "Epoch 12  test −93.7  train −92.5  ESS 1.2 of 1000".
QString describePoint(const LikelihoodPoint &point);

} // namespace rbm
