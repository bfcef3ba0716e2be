#pragma once

#include "ui/widgets/likelihood_point.h"

#include <QString>

#include <vector>

class QCustomPlot;

namespace rbm {

struct Theme;

/// The test curve of a run that is over, kept to compare the next one with.
struct EarlierCurve {
    QString name; ///< of the run, or what was different: "k = 1"
    std::vector<LikelihoodPoint> points;
};

bool sameCurve(const EarlierCurve &a, const EarlierCurve &b);

/// Draws such curves below the figure's own lines, grey and dashed, each with dashes and a name
/// at its end of its own, and takes away those that were drawn before.
void drawEarlierCurves(QCustomPlot &figure, const Theme &theme,
                       const std::vector<EarlierCurve> &curves, PixelKind pixels);

} // namespace rbm
