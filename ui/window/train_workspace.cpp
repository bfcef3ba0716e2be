#include "ui/window/train_workspace.h"

#include "ui/theme/icons.h"
#include "ui/widgets/colour_scale.h"
#include "ui/widgets/honesty_meter.h"
#include "ui/widgets/likelihood_plot.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tile_pulse.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/likelihood_texts.h"
#include "ui/window/panel.h"
#include "ui/window/slow_motion.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kFantasies = 36;
// At least; at the smallest window size all panels must fit.
constexpr int kPlotHeight = 116;
constexpr int kFantasyHeight = 62;
constexpr int kRoomForFantasies = 530; ///< the height from which on all three figures have room
constexpr int kNarrowScale = 128;
} // namespace

QToolButton *makeExportButton(const QString &what, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setProperty("exportButton", true);
    button->setToolTip(what);
    button->setAccessibleName(what);
    return button;
}

void setExportIcons(QWidget *root, const Theme &theme) {
    for (auto *button : root->findChildren<QToolButton *>()) {
        if (button->property("exportButton").toBool())
            button->setIcon(icon(QStringLiteral("download"), theme));
    }
}

TrainWorkspace::TrainWorkspace(QWidget *parent) : QWidget(parent) {
    m_figures = new QWidget(this);
    auto *left = new QVBoxLayout(m_figures);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(8);
    left->addWidget(makePlotPanel(), 6);
    left->addWidget(makeMeterPanel());
    left->addWidget(makeFantasyPanel(), 1);
    m_slowMotion = new SlowMotion(this);
    m_slowMotion->hide();
    m_columns = new QHBoxLayout(this);
    m_columns->setContentsMargins(8, 8, 8, 8);
    m_columns->setSpacing(8);
    m_columns->addWidget(m_figures, 7);
    m_columns->addWidget(m_slowMotion, 11);
    m_columns->addWidget(makeFilterPanel(), 8);
    connect(m_filters, &TileView::selectionChanged, m_slowMotion, &SlowMotion::setUnit);
    whenLanguageChanges(this, [this] {
        showNewest();
        showCaptions();
    });
}

void TrainWorkspace::showSlowMotion(bool wanted) {
    m_figures->setVisible(!wanted);
    m_slowMotion->setVisible(wanted);
    // The filters have less room then.
    m_scale->setMaximumWidth(wanted ? kNarrowScale : QWIDGETSIZE_MAX);
}

/// With the log below it in the smallest window, plot and meter come first.
void TrainWorkspace::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    m_fantasyPanel->setVisible(height() >= kRoomForFantasies);
}

bool TrainWorkspace::isSlowMotion() const { return m_slowMotion->isVisibleTo(this); }

QWidget *TrainWorkspace::makePlotPanel() {
    m_plotPanel = new Panel(tr("Log-likelihood"), this);
    m_plotPanel->setCaption(tr("nats per image"), tr("nats"));
    addPixelSwitch();
    auto *button = makeExportButton(tr("Export the plot (Ctrl+E)"), m_plotPanel);
    button->setObjectName(QStringLiteral("exportPlot"));
    connect(button, &QToolButton::clicked, this, &TrainWorkspace::exportPlotWanted);
    m_plotPanel->addToHeader(button);
    m_plot = new LikelihoodPlot(m_plotPanel);
    m_plot->setMinimumHeight(kPlotHeight);
    m_plotPanel->body()->setSpacing(2);
    m_plotPanel->body()->addWidget(m_pixelCaption);
    m_plotPanel->body()->addWidget(m_plot, 1);
    showPixels();
    return m_plotPanel;
}

void TrainWorkspace::addPixelSwitch() {
    m_pixels = new SegmentedControl(m_plotPanel);
    m_pixels->setObjectName(QStringLiteral("pixelSwitch"));
    m_pixels->setAccessibleName(tr("Pixels that are scored"));
    m_pixels->addSegment(tr("Gray"), tr("Pixels between 0 and 1, as the original scores them"));
    m_pixels->addSegment(tr("Sampled"),
                         tr("Pixels drawn as 0 or 1 once, with their gray value as the chance, as "
                            "the literature scores them"));
    m_plotPanel->addToHeader(m_pixels);
    m_pixelCaption = makeLabel(QString(), "caption", m_plotPanel);
    m_pixelCaption->setObjectName(QStringLiteral("pixelCaption"));
    m_pixelCaption->setWordWrap(true);
    m_pixelCaption->setToolTip(tr("Test: all test images. Train: as many training images, drawn at "
                                  "random once and for all."));
    connect(m_pixels, &SegmentedControl::currentChanged, this, &TrainWorkspace::showPixels);
}

void TrainWorkspace::showPixels() {
    const bool gray = m_pixels->current() == 0;
    m_pixelCaption->setText(
        gray ? tr("Gray pixels are not states of a binary model; the literature scores pixels "
                  "sampled to 0 and 1.")
             : tr("Pixels sampled to 0 and 1 are states of the model; the literature scores "
                  "these."));
    m_plot->setPixels(gray ? PixelKind::Gray : PixelKind::Sampled);
    showNewest();
}

int TrainWorkspace::pixelChoice() const { return m_pixels->current(); }

void TrainWorkspace::setPixelChoice(int choice) {
    m_pixels->setCurrent(choice == 1 ? 1 : 0);
    showPixels();
}

QWidget *TrainWorkspace::makeMeterPanel() {
    auto *panel = new Panel(tr("Honesty meter"), this);
    panel->setCaption(tr("can you quote this number?"));
    m_meter = new HonestyMeter(panel);
    panel->body()->addWidget(m_meter);
    return panel;
}

QWidget *TrainWorkspace::makeFantasyPanel() {
    m_fantasyPanel = new Panel(tr("What the model dreams"), this);
    m_fantasies = new TileView(m_fantasyPanel);
    m_fantasies->setObjectName(QStringLiteral("fantasyView"));
    m_fantasies->setAccessibleName(tr("Persistent chains"));
    m_fantasies->setColumns(18);
    m_fantasies->setTileNames([](int chain) { return tr("Chain %1").arg(chain + 1); });
    m_fantasies->setMinimumHeight(kFantasyHeight);
    m_fantasyPanel->body()->addWidget(m_fantasies, 1);
    return m_fantasyPanel;
}

QWidget *TrainWorkspace::makeFilterPanel() {
    m_filterPanel = new Panel(tr("Filters"), this);
    m_scale = new ColourScale(m_filterPanel);
    m_filterPanel->addToHeader(m_scale);
    auto *button = makeExportButton(tr("Export the filters as PNG"), m_filterPanel);
    button->setObjectName(QStringLiteral("exportFilters"));
    connect(button, &QToolButton::clicked, this, &TrainWorkspace::exportFiltersWanted);
    m_filterPanel->addToHeader(button);
    m_filters = new TileView(m_filterPanel);
    m_filters->setObjectName(QStringLiteral("filterView"));
    m_filters->setAccessibleName(tr("Filters"));
    m_filters->setColumns(0);
    m_filters->setTileNames([](int unit) { return tr("Unit %1").arg(unit); });
    m_pulse = new TilePulse(m_filters);
    // At 1440 x 900 there is room for 20 x 25 tiles of MNIST at their own size, just.
    m_filterPanel->layout()->setContentsMargins(14, 7, 14, 7);
    m_filterPanel->body()->addWidget(m_filters, 1);
    return m_filterPanel;
}

void TrainWorkspace::applyTheme(const Theme &theme) {
    m_plot->setTheme(theme);
    m_meter->setTheme(theme);
    m_scale->setTheme(theme);
    m_scale->setColours(weightColours(theme.kind));
    for (TileView *view : {m_fantasies, m_filters}) {
        view->setBackground(theme.panel);
        view->setAccent(theme.accent);
    }
    m_filters->setColours(weightColours(theme.kind));
    m_fantasies->setColours(digitColours(theme.kind, DigitInk::Model));
    m_pulse->setColour(theme.accent);
    m_slowMotion->applyTheme(theme);
    setExportIcons(this, theme);
}

void TrainWorkspace::show(const TrainingSnapshot &snapshot) {
    m_plot->setEpochRange(static_cast<int>(snapshot.config.numEpoch));
    m_slowMotion->show(snapshot);
    if (snapshot.filters != nullptr && snapshot.filters != m_shownFilters) {
        m_shownFilters = snapshot.filters;
        const auto hidden = static_cast<int>(snapshot.config.numHidden);
        m_filters->setTileShape(static_cast<int>(snapshot.width),
                                static_cast<int>(snapshot.height));
        m_filters->setWeights(snapshot.filters, hidden, snapshot.filterScale);
        m_scale->setScale(snapshot.filterScale);
        m_hidden = hidden;
        m_pulse->start(m_changed.take(snapshot));
    }
    if (snapshot.fantasies != nullptr && snapshot.fantasies != m_shownFantasies) {
        m_shownFantasies = snapshot.fantasies;
        const auto chains = static_cast<int>(snapshot.config.chains());
        const int shown = std::min(kFantasies, chains);
        m_fantasies->setTileShape(static_cast<int>(snapshot.width),
                                  static_cast<int>(snapshot.height));
        m_fantasies->setProbabilities(snapshot.fantasies, shown);
        m_chains = chains;
        m_startsAtData = snapshot.config.algorithm == Algorithm::Cd;
    }
    showCaptions();
}

void TrainWorkspace::showCaptions() {
    if (m_hidden > 0)
        m_filterPanel->setCaption(tr("%Ln hidden unit(s)", nullptr, m_hidden),
                                  QLocale().toString(m_hidden));
    if (m_chains == 0)
        return;
    const QString caption = m_startsAtData ? tr("%1 of %2 chains, each from an image, live")
                                           : tr("%1 of %2 persistent chains, live");
    m_fantasyPanel->setCaption(caption.arg(std::min(kFantasies, m_chains)).arg(m_chains));
}

void TrainWorkspace::addReports(const std::vector<LikelihoodReport> &reports) {
    for (const LikelihoodReport &report : reports)
        m_plot->addPoint(pointOf(report));
    if (reports.empty())
        return;
    m_newest = reports.back();
    showReport(*m_newest);
}

void TrainWorkspace::showKept(const std::vector<LikelihoodPoint> &points) {
    for (const LikelihoodPoint &point : points)
        m_plot->addPoint(point);
    if (points.empty())
        return;
    m_kept = points.back();
    showNewest();
}

void TrainWorkspace::showNewest() {
    const PixelKind pixels = m_plot->pixels();
    if (m_newest)
        showReport(*m_newest);
    else if (m_kept)
        m_meter->setRows(originalRow(*m_kept, pixels), trustedRow(*m_kept, pixels),
                         reasonText(*m_kept));
}

void TrainWorkspace::showReport(const LikelihoodReport &report) {
    const PixelKind pixels = m_plot->pixels();
    m_plotPanel->setCaption(
        report.averaged ? tr("nats per image, averaged model") : tr("nats per image"), tr("nats"));
    m_meter->setRows(originalRow(report, pixels), trustedRow(report, pixels),
                     reasonText(report.trusted.assessment));
}

void TrainWorkspace::clearCurve() {
    m_plot->clear();
    m_meter->clear();
    m_newest.reset();
    m_kept.reset();
    m_plotPanel->setCaption(tr("nats per image"), tr("nats"));
}

void TrainWorkspace::markControls(double epoch, const QString &text) {
    m_plot->markControlChange(epoch, text);
}

} // namespace rbm
