#pragma once

#include "ui/runs/runs_plot.h"

#include <QPicture>
#include <QSize>

namespace rbm {

/// The plot of runs for export, in the light theme, which the lines' styles must be for: with
/// error bars where a value may be quoted, beneath a title that tells each run's newest value,
/// interval and verdict.
QPicture runsPicture(const std::vector<RunsPlot::Line> &lines, PixelKind pixels, QSize size);

} // namespace rbm
