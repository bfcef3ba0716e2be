#pragma once

#include "ui/theme/theme.h"

#include <QIcon>

namespace rbm {

/// The icon resources/icons/<name>.svg in the theme's text colour, or in the
/// one for accented buttons; sharp at every device pixel ratio.
QIcon icon(const QString &name, const Theme &theme, bool onAccent = false);

/// The same in a colour of its own.
QIcon icon(const QString &name, const Theme &theme, const QColor &colour);

} // namespace rbm
