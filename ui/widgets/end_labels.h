#pragma once

#include <QColor>
#include <QString>

class QCPItemText;
class QCustomPlot;

namespace rbm {

// Labels at the ends of a figure's lines. They keep off each other, whatever the
// axes show; one that has no room beside its line's end stands above or below it.

QCPItemText *makeEndLabel(QCustomPlot &figure, const char *name);
QCPItemText *findEndLabel(const QCustomPlot &figure, const char *name);
/// The line ends at (epoch, value), in the axes' units.
void setEndLabel(QCPItemText &label, const QString &text, const QColor &colour, double epoch,
                 double value);
void hideEndLabel(QCPItemText &label);
/// Places all of the figure's; to be called once its layout is known.
void arrangeEndLabels(QCustomPlot &figure);

} // namespace rbm
