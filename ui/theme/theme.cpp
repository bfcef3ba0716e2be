#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cmath>

// Resources of a static library are only found once asked for, outside of any namespace.
static void initFontsResource() { Q_INIT_RESOURCE(rbm_fonts); }

namespace rbm {

namespace {

Theme makeLight() {
    return {ThemeKind::Light, 0xF3F5F8, 0xFFFFFF, 0xEFF1F5, 0xDDE2EA, 0x171C28, 0x4A5366, 0x6A7386,
            0x4353D6,         0xFFFFFF, 0xE8EAFB, 0x8A5200, 0xFFF2D8, 0x1B7354, 0xE0F3EB, 0xA9B1C0};
}

Theme makeDark() {
    return {ThemeKind::Dark, 0x111419, 0x191D24, 0x222832, 0x2C333F, 0xECEFF4, 0xB0B9C8, 0x8A94A7,
            0x8E9AFF,        0x10131A, 0x282D52, 0xF2B75C, 0x382B12, 0x63CFA6, 0x17352B, 0x5A6477};
}

/// The weights' colours at these places of the symmetric scale.
double g_typeScale = 1;

constexpr std::array<double, 7> kStops = {-1, -0.6, -0.22, 0, 0.22, 0.6, 1};
constexpr std::array<QRgb, 7> kLightStops = {0x8A3F04, 0xDB7A18, 0xFBDDB6, 0xFAFAF8,
                                             0xC3D8F1, 0x4480CC, 0x123B80};
constexpr std::array<QRgb, 7> kDarkStops = {0xFFE0B0, 0xF28E2B, 0x54310F, 0x12151A,
                                            0x17335C, 0x4E93F2, 0xD6E7FF};

QRgb mix(QRgb from, QRgb to, double amount) {
    const auto channel = [&](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * amount));
    };
    return qRgb(channel(qRed(from), qRed(to)), channel(qGreen(from), qGreen(to)),
                channel(qBlue(from), qBlue(to)));
}

void addFont(const char *name) {
    QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + QLatin1String(name));
}

} // namespace

const Theme &theme(ThemeKind kind) {
    static const Theme light = makeLight();
    static const Theme dark = makeDark();
    return kind == ThemeKind::Light ? light : dark;
}

ThemeKind systemThemeKind() {
    // Qt 6.4 knows no scheme of colours, only palettes, and the program's own hides the system's.
    const QPalette own = QGuiApplication::palette();
    QGuiApplication::setPalette(QPalette());
    const bool dark = QGuiApplication::palette().window().color().lightness() < 128;
    QGuiApplication::setPalette(own);
    return dark ? ThemeKind::Dark : ThemeKind::Light;
}

void loadFonts() {
    initFontsResource();
    for (const char *name : {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
                             "JetBrainsMono-Regular.ttf", "JetBrainsMono-Medium.ttf"})
        addFont(name);
}

void setTypeScale(double scale) { g_typeScale = scale; }

int typePixels(int usual) {
    return usual == 0 ? 0 : std::max(1, static_cast<int>(std::lround(usual * g_typeScale)));
}

QFont textFont(int pixelSize, QFont::Weight weight) {
    QFont font(QStringLiteral("Inter"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(typePixels(pixelSize));
    font.setWeight(weight);
    return font;
}

QFont numberFont(int pixelSize) {
    QFont font(QStringLiteral("JetBrains Mono"));
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(typePixels(pixelSize));
    return font;
}

ColourTable weightColours(ThemeKind kind) {
    const auto &stops = kind == ThemeKind::Light ? kLightStops : kDarkStops;
    ColourTable table{};
    for (std::size_t entry = 0; entry < table.size(); ++entry) {
        const double place = 2.0 * static_cast<double>(entry) / 511.0 - 1;
        const auto above = std::lower_bound(kStops.begin() + 1, kStops.end() - 1, place);
        const auto at = static_cast<std::size_t>(above - kStops.begin());
        const double amount = (place - kStops[at - 1]) / (kStops[at] - kStops[at - 1]);
        table[entry] = mix(stops[at - 1], stops[at], amount);
    }
    return table;
}

ColourTable digitColours(ThemeKind kind, DigitInk ink) {
    QRgb off = 0x0A0C10;
    QRgb on = 0xF4F6FA;
    if (kind == ThemeKind::Light && ink == DigitInk::Model) {
        off = 0xFFFFFF;
        on = 0x141824;
    } else if (kind == ThemeKind::Light) {
        off = 0x000000;
        on = 0xFFFFFF;
    }
    ColourTable table{};
    for (std::size_t entry = 0; entry < table.size(); ++entry)
        table[entry] = mix(off, on, static_cast<double>(entry) / 511.0);
    return table;
}

QPalette palette(const Theme &theme) {
    QPalette result;
    result.setColor(QPalette::Window, theme.window);
    result.setColor(QPalette::WindowText, theme.text);
    result.setColor(QPalette::Base, theme.panel);
    result.setColor(QPalette::AlternateBase, theme.inset);
    result.setColor(QPalette::Text, theme.text);
    result.setColor(QPalette::Button, theme.panel);
    result.setColor(QPalette::ButtonText, theme.text);
    result.setColor(QPalette::Highlight, theme.accent);
    result.setColor(QPalette::HighlightedText, theme.onAccent);
    result.setColor(QPalette::ToolTipBase, theme.panel);
    result.setColor(QPalette::ToolTipText, theme.text);
    result.setColor(QPalette::PlaceholderText, theme.text3);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, theme.text3);
    return result;
}

} // namespace rbm
