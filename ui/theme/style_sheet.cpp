#include "ui/theme/theme.h"

#include <QRegularExpression>

#include <utility>

namespace rbm {

namespace {

// $names stand for the theme's colours. Rules match only what differs from the theme's palette and
// from Qt's own look: each widget that one matches is styled anew by another theme.
constexpr const char *kSurfaces = R"(
QDialog { background: $window; }
QFrame[panel="true"] { background: $panel; border: 1px solid $border; border-radius: 8px; }
QFrame[line="true"] { background: $border; border: none; }
QDockWidget > QWidget { background: $window; border: none; }
QScrollArea { background: $panel; border: 1px solid $border; border-radius: 8px; }
QScrollArea[plain="true"] { background: transparent; border: none; border-radius: 0px; }
QScrollArea > QWidget, QScrollArea > QWidget > QWidget { background: transparent; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $border;
    padding: 6px 8px; spacing: 4px; }
QStatusBar { background: $panel; border-top: 1px solid $border; color: $text2; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $text2; padding: 2px 6px; }
QToolTip { background: $panel; color: $text; border: 1px solid $border; padding: 4px 6px; }
QMenuBar { background: $panel; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $inset; }
QMenu { background: $panel; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accentSoft; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QScrollBar:vertical { width: 10px; background: transparent; }
QScrollBar::handle:vertical { background: $border; border-radius: 3px; min-height: 24px;
    margin: 2px; }
QScrollBar::handle:vertical:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0px; width: 0px; }
#noticeBar { background: $accentSoft; border: none; border-bottom: 1px solid $border; }
#noticeBar[kind="warning"] { background: $warningSoft; }
#noticeBar[kind="warning"] QLabel { color: $warning; }
#exportPanel { background: $panel; border: 1px solid $text3; border-radius: 8px; }
#unitsOffBar { background: $warningSoft; border: none; border-top: 1px solid $border; }
#unitsOffBar QLabel { color: $warning; }
)";

constexpr const char *kLabels = R"(
QLabel[role="title"] { font-size: 14px; font-weight: 600; }
QLabel[role="caption"] { font-size: 11px; color: $text3; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="fact"] { font-size: 17px; font-weight: 500; }
QLabel[role="hint"] { color: $text3; }
QLabel[role="value"] { font-family: "JetBrains Mono"; font-size: 12px; }
QLabel[role="warning"] { color: $warning; background: $warningSoft; border-radius: 6px;
    padding: 6px 10px; }
QLabel[role="rowTitle"] { font-weight: 600; }
QLabel[role="explain"] { color: $text2; }
QLabel[role="answer"] { background: $inset; border-radius: 6px; padding: 7px 10px; }
QLabel[role="empty"] { color: $text3; }
QLabel[role]:disabled { color: $text3; }
)";

constexpr const char *kButtons = R"(
QPushButton { background: $panel; border: 1px solid $border; border-radius: 6px;
    padding: 6px 12px; font-weight: 500; outline: none; }
QPushButton:hover { background: $inset; }
QPushButton:pressed { background: $border; }
QPushButton:disabled { color: $text3; background: $inset; }
QPushButton:focus, QToolButton:focus { border: 1px solid $accent; }
QPushButton[primary="true"] { background: $accent; color: $onAccent; border: 1px solid $accent;
    font-weight: 600; padding: 8px 14px; }
QPushButton[primary="true"]:hover { border-color: $text2; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 7px 13px; }
QPushButton[primary="true"]:disabled { background: $inset; color: $text3; border-color: $border; }
QPushButton[quiet="true"] { padding: 4px 10px; }
QPushButton[quiet="true"]:checked { background: $accentSoft; color: $accent;
    border-color: $accentSoft; font-weight: 600; }
QPushButton[quiet="true"]:checked:focus { border-color: $accent; }
QPushButton[chip="true"] { background: $panel; border: 1px solid $border; border-radius: 12px;
    padding: 3px 10px; font-weight: 600; }
QPushButton[chip="true"]:hover { background: $inset; }
QPushButton[chip="true"]:focus { border-color: $accent; }
QPushButton[digit="true"] { padding: 4px 0px; min-width: 18px; background: $inset;
    color: $text3; border-color: $inset; }
QPushButton[digit="true"]:checked { background: $accentSoft; color: $accent;
    border-color: $accentSoft; font-weight: 600; }
QPushButton[sectionHeader="true"] { background: transparent; border: 1px solid transparent;
    border-radius: 4px; padding: 1px 0px; text-align: left; font-size: 14px; font-weight: 600; }
QPushButton[sectionHeader="true"]:hover { color: $accent; }
QPushButton[sectionHeader="true"]:focus { border-color: $accent; }
QPushButton[digit="true"]:focus { border-color: $accent; }
QPushButton[link="true"] { background: transparent; border: 1px solid transparent;
    border-radius: 4px; padding: 2px 0px; color: $accent; font-weight: 600; text-align: left; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border-color: $accent; }
QPushButton[go="true"] { background: $accent; color: $onAccent; border-color: $accent;
    font-weight: 600; }
QPushButton[go="true"]:hover { border-color: $text2; }
QPushButton[go="true"]:focus { border-color: $text; }
#honestyWhy { background: transparent; border: 1px solid transparent; padding: 2px 6px;
    font-weight: 600; }
#honestyWhy:hover { text-decoration: underline; }
#honestyWhy:focus { border-color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 5px; }
QToolButton[exportButton="true"], QToolButton[stepButton="true"] { padding: 3px; }
QToolButton[tool="true"]:checked { background: $accentSoft; border-color: $accent; }
QToolButton[tool="true"]:checked:focus { border: 2px solid $accent; padding: 4px; }
QToolButton:hover { background: $inset; }
QToolButton:pressed { background: $border; }
QFrame[segmented="true"] { background: $inset; border: none; border-radius: 7px; }
QFrame[segmented="true"] QPushButton { background: transparent; border: 1px solid transparent;
    padding: 4px 8px; color: $text2; }
QFrame[segmented="true"][compact="true"] QPushButton { padding: 4px 5px; }
QFrame[segmented="true"] QPushButton:checked { background: $segment; color: $text;
    border-color: $border; font-weight: 600; }
QFrame[segmented="true"] QPushButton:focus { border-color: $accent; }
QFrame[segmented="true"] QPushButton:disabled { color: $text3; }
QTabBar { background: transparent; outline: none; }
QTabBar::tab { background: transparent; color: $text2; padding: 8px 14px; margin: 0px 2px;
    border-radius: 6px; font-weight: 500; border: 1px solid transparent; }
QToolBar[compact="true"] { padding: 6px 6px; spacing: 2px; }
QToolBar[compact="true"] QTabBar::tab { padding: 8px 9px; margin: 0px 1px; }
QToolBar[compact="true"] QPushButton[primary="true"] { padding: 8px 10px; }
QToolBar[compact="true"] QPushButton[primary="true"]:focus { padding: 7px 9px; }
QTabBar::tab:hover { background: $inset; }
QTabBar::tab:selected { background: $accentSoft; color: $accent; font-weight: 600; }
QTabBar::tab:focus { border-color: $accent; }
)";

constexpr const char *kFields = R"(
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: $inset; border: 1px solid $border;
    border-radius: 6px; padding: 3px 7px; font-family: "JetBrains Mono"; font-size: 12px;
    selection-background-color: $accent; selection-color: $onAccent; }
QComboBox { font-family: "Inter"; font-size: 13px; padding-right: 4px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QComboBox::drop-down:disabled { width: 0px; }
QComboBox::down-arrow:disabled { image: none; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $border;
    selection-background-color: $accentSoft; selection-color: $text; }
QComboBox QAbstractItemView::item:disabled { color: $text3; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
    border: 1px solid $accent; }
QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { background: $panel;
    color: $text2; border-color: $panel; }
QTextEdit { background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 0px 2px;
    selection-background-color: $accent; selection-color: $onAccent; }
QTextEdit:focus { border-color: $accent; }
QListView { background: $inset; border: 1px solid $border; border-radius: 6px; }
QListView::item:selected { background: $accent; }
QListView::item:hover { background: $accentSoft; }
QListView:focus { border-color: $accent; }
QCheckBox { spacing: 0px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $text3; border-radius: 4px;
    background: $inset; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url(:/icons/tick-$kind.svg); }
QCheckBox::indicator:focus { border-color: $text; }
QCheckBox::indicator:disabled { background: $panel; border-color: $border; }
QCheckBox::indicator:checked:disabled { background: $text3; border-color: $text3; }
QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -6px 0px; border-radius: 8px;
    border: 2px solid $accent; background: $panel; }
QSlider::handle:horizontal:hover { background: $accentSoft; }
QSlider::handle:horizontal:focus { background: $accent; }
QTableView { background: $panel; border: 1px solid $panel; border-radius: 6px;
    gridline-color: transparent; selection-background-color: $accentSoft; selection-color: $text;
    outline: none; }
QTableView:focus { border-color: $accent; }
QTableView::item { padding: 3px 5px; border: none; border-bottom: 1px solid $inset; }
QTableView::item:selected { background: $accentSoft; color: $text; }
QTableView::item:focus { border: 1px solid $accent; padding: 2px 4px; }
QTableView::indicator { width: 16px; height: 16px; border: 1px solid $text3; border-radius: 4px;
    background: $inset; }
QTableView::indicator:checked { background: $accent; border-color: $accent;
    image: url(:/icons/tick-$kind.svg); }
QTableView QLineEdit { padding: 0px 4px; border-radius: 3px; font-family: "Inter";
    font-size: 13px; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $panel; color: $text2; border: none;
    border-bottom: 1px solid $border; padding: 5px 8px; font-size: 12px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url(:/icons/sorted-up.svg); width: 10px; height: 10px; }
QHeaderView::down-arrow { image: url(:/icons/sorted-down.svg); width: 10px; height: 10px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:horizontal { height: 10px; background: transparent; }
QScrollBar::handle:horizontal { background: $border; border-radius: 3px; min-width: 24px;
    margin: 2px; }
QScrollBar::handle:horizontal:hover { background: $text3; }
QProgressBar { background: $border; border: none; border-radius: 2px; max-height: 4px;
    min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
)";

/// Every length at the scale of the type.
QString scaled(const QString &sheet) {
    static const QRegularExpression kLength(QStringLiteral("(\\d+)px"));
    QString result;
    qsizetype last = 0;
    for (auto lengths = kLength.globalMatch(sheet); lengths.hasNext();) {
        const auto length = lengths.next();
        result += sheet.mid(last, length.capturedStart() - last);
        result += QStringLiteral("%1px").arg(typePixels(length.captured(1).toInt()));
        last = length.capturedEnd();
    }
    return result + sheet.mid(last);
}

} // namespace

QString styleSheet(const Theme &theme) {
    QString sheet = QLatin1String(kSurfaces) + QLatin1String(kLabels) + QLatin1String(kButtons) +
                    QLatin1String(kFields);
    const QColor segment = theme.kind == ThemeKind::Light ? theme.panel : theme.border;
    // Marks of a style sheet have their own colour.
    sheet.replace(QLatin1String("$kind"),
                  QLatin1String(theme.kind == ThemeKind::Light ? "light" : "dark"));
    // Longer names first where one begins with another.
    const std::pair<const char *, QColor> colours[] = {{"$accentSoft", theme.accentSoft},
                                                       {"$warningSoft", theme.warningSoft},
                                                       {"$onAccent", theme.onAccent},
                                                       {"$segment", segment},
                                                       {"$window", theme.window},
                                                       {"$panel", theme.panel},
                                                       {"$inset", theme.inset},
                                                       {"$border", theme.border},
                                                       {"$text2", theme.text2},
                                                       {"$text3", theme.text3},
                                                       {"$text", theme.text},
                                                       {"$accent", theme.accent},
                                                       {"$warning", theme.warning}};
    for (const auto &[name, colour] : colours)
        sheet.replace(QLatin1String(name), colour.name());
    return scaled(sheet);
}

} // namespace rbm
