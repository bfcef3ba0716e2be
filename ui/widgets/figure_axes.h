#pragma once

#include "ui/theme/theme.h"

class QCPItemText;
class QCustomPlot;

namespace rbm {

// The axes of all figures over epochs, and what their cursors tell.

/// Whole epochs below, nats at the left, numbers with a real minus sign; once per figure.
void prepareAxes(QCustomPlot &figure);
/// The texts of the axes and how numbers are written, as the program's language has them.
void nameAxes(QCustomPlot &figure);
void styleAxes(QCustomPlot &figure, const Theme &theme);

/// The box for what a cursor tells, at the lower right.
QCPItemText *makeCursorText(QCustomPlot &figure);
void styleCursorText(QCPItemText &text, const Theme &theme);

} // namespace rbm
