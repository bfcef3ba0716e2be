// How the unit inspector is built and sized. unit_inspector_values.cpp fills it.
#include "ui/window/unit_inspector.h"

#include "ui/theme/icons.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/tile_view.h"
#include "ui/widgets/toggle_switch.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace rbm {

namespace {

constexpr int kTopColumns = 8;
constexpr int kTopRows = 3;
constexpr int kTileFrame = 4; ///< what a TileView keeps free around its tiles
constexpr int kFactsWidth = 128;
constexpr int kLargestFactor = 9; ///< of the filter, pixels a weight
constexpr int kSmallestFactor = 5;
constexpr int kHighestChart = 200;
constexpr int kGoodChart = 140; ///< the filter does not grow at its cost
constexpr int kLowestChart = 92;
constexpr int kHeading = 22;

QFrame *makeLine(QWidget *parent) {
    auto *line = new QFrame(parent);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    return line;
}

QWidget *makeBox(QWidget *parent, const QString &heading, QWidget *content) {
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    QLabel *label = makeElidedLabel("heading", box);
    label->setText(heading);
    label->setToolTip(heading);
    label->setBuddy(content);
    layout->addWidget(label);
    layout->addWidget(content, 1);
    return box;
}

BarAxes histogramAxes() {
    BarAxes axes;
    axes.title = UnitInspector::tr("P(h = 1 | digit)");
    const QLocale locale;
    axes.ticks = {{0, QStringLiteral("0")}, {0.5, locale.toString(0.5)}, {1, QStringLiteral("1")}};
    axes.suffix = UnitInspector::tr(" %");
    return axes;
}

} // namespace

UnitInspector::UnitInspector(QWidget *parent) : Panel(tr("Unit"), parent) {
    setObjectName(QStringLiteral("unitInspector"));
    setAccessibleName(tr("Unit inspector"));
    m_previous = makeStepButton(tr("Previous unit in this order"), "previousUnit");
    m_next = makeStepButton(tr("Next unit in this order"), "nextUnit");
    connect(m_previous, &QToolButton::clicked, this, &UnitInspector::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &UnitInspector::nextWanted);
    m_empty = makeLabel(tr("Click a filter to see what it detects."), "hint", this);
    m_empty->setObjectName(QStringLiteral("unitHint"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *scroll = new QScrollArea(this);
    scroll->setProperty("plain", true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeContent());
    m_content = scroll;
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_content, 1);
    showUnit({});
    whenLanguageChanges(this, [this] {
        m_switch->setTexts(tr("Unit is on"), tr("Unit is off"));
        m_histogram->setAxes(histogramAxes());
        showUnit(m_shown);
        showNumbers();
    });
}

QToolButton *UnitInspector::makeStepButton(const QString &what, const char *name) {
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setProperty("stepButton", true);
    button->setAccessibleName(what);
    button->setToolTip(what);
    addToHeader(button);
    return button;
}

QWidget *UnitInspector::makeContent() {
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_filter = new TileView(content);
    m_filter->setObjectName(QStringLiteral("selectedFilter"));
    m_filter->setAccessibleName(tr("Filter of this unit"));
    m_filter->setColumns(1);
    m_filter->setFocusPolicy(Qt::NoFocus);
    m_filter->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *top = new QHBoxLayout;
    top->setSpacing(14);
    top->addWidget(m_filter, 0, Qt::AlignTop);
    top->addWidget(makeFacts(), 1);
    layout->addLayout(top);
    layout->addWidget(makeControls());
    layout->addWidget(makeLine(content));
    m_age = makeElidedLabel("caption", content);
    m_age->setObjectName(QStringLiteral("unitAge"));
    layout->addWidget(m_age);
    layout->addWidget(makeCharts());
    layout->addWidget(makeLine(content));
    layout->addWidget(makeTopDigits());
    layout->addStretch(1);
    return content;
}

QWidget *UnitInspector::makeFacts() {
    struct Row {
        QString name;
        const char *object;
    };
    const Row rows[kFacts] = {{tr("Bias"), "unitBias"},
                              {tr("Active on"), "unitActivity"},
                              {tr("Weight norm"), "unitNorm"},
                              {tr("Strongest on"), "unitStrongest"}};
    m_factBox = new QWidget(this);
    auto *layout = new QVBoxLayout(m_factBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (std::size_t fact = 0; fact < kFacts; ++fact) {
        auto *pair = new QWidget(m_factBox);
        auto *inside = new QVBoxLayout(pair);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(0);
        QLabel *name = makeLabel(rows[fact].name, "caption", pair);
        inside->addWidget(name);
        m_facts[fact] = makeLabel({}, "fact", pair);
        m_facts[fact]->setObjectName(QLatin1String(rows[fact].object));
        m_facts[fact]->setAccessibleName(rows[fact].name);
        m_facts[fact]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        inside->addWidget(m_facts[fact]);
        name->setBuddy(m_facts[fact]); // one explanation for both
        layout->addWidget(pair);
        layout->addStretch(1); // as far apart as the filter beside them is high
        m_strongest = pair;    // the last
    }
    return m_factBox;
}

QWidget *UnitInspector::makeControls() {
    auto *controls = new QWidget(this);
    m_pin = new QPushButton(tr("Keep pinned"), controls);
    m_pin->setObjectName(QStringLiteral("pinUnit"));
    m_pin->setCheckable(true);
    m_pin->setToolTip(tr("Keep pinned (Enter)"));
    m_pin->setProperty("quiet", true);
    connect(m_pin, &QPushButton::clicked, this, &UnitInspector::pinToggled);
    m_switch = new ToggleSwitch(controls);
    m_switch->setObjectName(QStringLiteral("unitSwitch"));
    m_switch->setChecked(true);
    m_switch->setAccessibleName(tr("Unit on or off"));
    m_switch->setToolTip(m_switch->accessibleName());
    connect(m_switch, &ToggleSwitch::clicked, this, &UnitInspector::unitSwitched);
    auto *layout = new QHBoxLayout(controls);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_pin);
    layout->addWidget(m_switch);
    layout->addStretch(1);
    return controls;
}

QWidget *UnitInspector::makeCharts() {
    m_charts = new QWidget(this);
    auto *layout = new QHBoxLayout(m_charts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    m_histogram = new BarChart(histogramAxes(), BarChart::Tone::Plain, m_charts);
    m_histogram->setObjectName(QStringLiteral("unitHistogram"));
    m_histogram->setAccessibleName(tr("Activation histogram"));
    m_classMeans = new BarChart({}, BarChart::Tone::Accent, m_charts);
    m_classMeans->setObjectName(QStringLiteral("unitClassMeans"));
    m_classMeans->setAccessibleName(tr("Mean activation by digit"));
    layout->addWidget(makeBox(m_charts, tr("Activation histogram"), m_histogram), 1);
    m_classBox = makeBox(m_charts, tr("Mean activation by digit"), m_classMeans);
    layout->addWidget(m_classBox, 1);
    return m_charts;
}

QWidget *UnitInspector::makeTopDigits() {
    m_top = new TileView(this);
    m_top->setObjectName(QStringLiteral("topDigits"));
    m_top->setAccessibleName(tr("Digits that excite it most"));
    m_top->setColumns(kTopColumns);
    m_top->setTileNames([this](int tile) { return digitText(tile); });
    m_top->installEventFilter(this);
    connect(m_top, &TileView::tileClicked, this, [this](int tile) {
        tellDigit(tile, m_top->mapToGlobal(m_top->tileRect(tile).center()));
    });
    return makeBox(this, tr("Digits that excite it most"), m_top);
}

void UnitInspector::applyTheme(const Theme &theme) {
    for (TileView *view : {m_filter, m_top}) {
        view->setBackground(theme.panel);
        view->setAccent(theme.accent);
    }
    m_filter->setColours(weightColours(theme.kind));
    m_top->setColours(digitColours(theme.kind, DigitInk::Mnist));
    m_histogram->setTheme(theme);
    m_classMeans->setTheme(theme);
    m_switch->setTheme(theme);
    m_previous->setIcon(icon(QStringLiteral("chevron-left"), theme));
    m_next->setIcon(icon(QStringLiteral("chevron-right"), theme));
    m_pin->setIcon(icon(QStringLiteral("pin"), theme));
}

void UnitInspector::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    fitSizes();
}

/// Shrinks the filter and the charts before anything has to scroll.
void UnitInspector::fitSizes() {
    const QRect inside = contentsRect();
    const QMargins margins = layout()->contentsMargins();
    const int width = inside.width() - margins.left() - margins.right();
    const int height = inside.height() - margins.top() - margins.bottom();
    const int top = kTopRows * (width / kTopColumns) + kTileFrame;
    m_top->setFixedHeight(top);
    constexpr int kRest = 168; ///< header, controls, headings, lines and the gaps between
    const int room = height - top - kRest;
    const int side = std::max(1, m_height == 0 ? 28 : std::max(m_width, m_height));
    const int widest = std::max(1, (width - kFactsWidth - 14 - kTileFrame) / side);
    // A strip that comes and goes below must not move the controls: only the charts give way.
    // Another width is another window.
    const int good = (room - kGoodChart) / side;
    const int most = (room - kLowestChart) / side;
    const bool same = width == m_fittedWidth && m_factor >= good && m_factor <= most;
    const int kept = same ? m_factor : good;
    m_fittedWidth = width;
    const int highest = std::max(kSmallestFactor, kept);
    const int factor =
        std::clamp(std::min(widest, highest), 1, std::max(1, kLargestFactor * 28 / side));
    m_factor = factor;
    m_filter->setFixedSize(side * factor + kTileFrame, side * factor + kTileFrame);
    const int beside = m_factBox->sizeHint().height() - kTileFrame;
    m_charts->setFixedHeight(
        std::clamp(room - std::max(side * factor, beside), kLowestChart, kHighestChart) + kHeading);
}

bool UnitInspector::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_top || event->type() != QEvent::ToolTip)
        return Panel::eventFilter(watched, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    tellDigit(m_top->tileAt(help->pos()), help->globalPos());
    return true;
}

} // namespace rbm
