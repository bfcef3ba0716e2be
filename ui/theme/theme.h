#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

#include <array>

namespace rbm {

enum class ThemeKind { Light, Dark };

/// The colours of the window, each with one meaning.
struct Theme {
    ThemeKind kind = ThemeKind::Light;
    QColor window, panel, inset, border;
    QColor text, text2, text3; ///< from strong to faint; all readable on panel
    QColor accent, onAccent, accentSoft;
    QColor warning, warningSoft, good, goodSoft;
    QColor earlier; ///< earlier runs
};

const Theme &theme(ThemeKind kind);
/// What the desktop's own palette looks like, whatever palette the program has set. Needs a
/// QGuiApplication.
ThemeKind systemThemeKind();

/// Adds the fonts that travel inside the program; the system's stand in for
/// those that were missing when it was built. Needs a QGuiApplication.
void loadFonts();
/// From now on type and the spacing of the style sheet have this share of their usual size, 1
/// unless set; pictures keep their pixels. Set before any widget is made: it stands for a device
/// pixel ratio below 1, at which Qt cannot paint.
void setTypeScale(double scale);
/// A usual length in pixels at that share: whole, and at least 1 unless it is 0.
int typePixels(int usual);

QFont textFont(int pixelSize = 13, QFont::Weight weight = QFont::Normal);
QFont numberFont(int pixelSize = 12); ///< for numbers that change: equal widths

/// Style sheet of a main window and all that it opens, which needs it as a parent. Widgets ask
/// for a role by dynamic properties: panel, primary, digit, line (true), and role
/// ("title", "caption", "value", "warning").
QString styleSheet(const Theme &theme);
/// Palette of the whole application.
QPalette palette(const Theme &theme);

/// Colours of values: entry 0 is the lowest, 511 the highest.
using ColourTable = std::array<QRgb, 512>;
/// From -1 to +1 of a symmetric scale: orange over neutral to blue.
ColourTable weightColours(ThemeKind kind);

/// Images of MNIST are white on black; the model's states are ink on paper in
/// the light theme, so that nobody takes one for the other.
enum class DigitInk { Model, Mnist };
ColourTable digitColours(ThemeKind kind, DigitInk ink); ///< from 0 to 1

} // namespace rbm
