#pragma once

#include "ui/theme/theme.h"

#include <QString>

namespace rbm {

/// Whether a number may be quoted; the engine's verdict in the window's words.
enum class QuoteVerdict { Exact, Trust, Caution, DoNotQuote };

/// "Exact", "Trust", "Caution", "Don’t quote".
QString verdictWords(QuoteVerdict verdict);
/// Of resources/icons: no verdict is told by colour alone.
QString verdictIcon(QuoteVerdict verdict);
QColor verdictColour(QuoteVerdict verdict, const Theme &theme);
/// The soft colour behind a sentence about it.
QColor verdictSoftColour(QuoteVerdict verdict, const Theme &theme);

} // namespace rbm
