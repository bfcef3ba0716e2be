#pragma once

#include "ui/theme/theme.h"

#include <qcustomplot.h>

#include <QPen>
#include <QPixmap>

namespace rbm {

/// How a run's curve is drawn. The run that trains is solid with discs, in the colour of test
/// data; earlier runs are dashed and grey, and told apart by dashes, symbols and labels.
struct RunStyle {
    QPen pen;
    QColor text; ///< of its label
    QCPScatterStyle symbol;
};

/// `slot` numbers the runs: equal styles are 30 apart. A selected one is emphasised.
RunStyle runStyle(int slot, bool current, bool selected, const Theme &theme);

/// A piece of such a line with its symbol, for lists; `ratio` is the device's pixel ratio.
QPixmap runSwatch(const RunStyle &style, QSize size, double ratio);

} // namespace rbm
