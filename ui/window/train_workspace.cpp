#include "ui/window/train_workspace.h"

#include "ui/theme/icons.h"
#include "ui/widgets/colour_scale.h"
#include "ui/widgets/likelihood_plot.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kFantasies = 36;
/// Below half of the runs an estimate is not to be quoted without a warning.
constexpr double kGoodShare = 0.5;
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
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(makePlotPanel(), 3);
    left->addWidget(makeFantasyPanel(), 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(left, 7);
    layout->addWidget(makeFilterPanel(), 8);
}

QWidget *TrainWorkspace::makePlotPanel() {
    m_plotPanel = new Panel(tr("Log-likelihood"), this);
    m_plotPanel->setCaption(tr("nats per image, AIS with 10 temperatures"));
    auto *button = makeExportButton(tr("Export the plot as PNG and CSV"), m_plotPanel);
    button->setObjectName(QStringLiteral("exportPlot"));
    connect(button, &QToolButton::clicked, this, &TrainWorkspace::exportPlotWanted);
    m_plotPanel->addToHeader(button);
    m_plot = new LikelihoodPlot(m_plotPanel);
    m_plot->setMinimumHeight(200);
    m_plotPanel->body()->addWidget(m_plot, 1);
    m_sampleSize = makeLabel(QString(), "warning", m_plotPanel);
    m_sampleSize->setObjectName(QStringLiteral("sampleSize"));
    m_sampleSize->setWordWrap(true);
    m_sampleSize->hide();
    m_plotPanel->body()->addWidget(m_sampleSize);
    return m_plotPanel;
}

QWidget *TrainWorkspace::makeFantasyPanel() {
    m_fantasyPanel = new Panel(tr("What the model dreams"), this);
    m_fantasies = new TileView(m_fantasyPanel);
    m_fantasies->setObjectName(QStringLiteral("fantasyView"));
    m_fantasies->setAccessibleName(tr("Persistent chains"));
    m_fantasies->setColumns(12);
    m_fantasies->setMinimumHeight(110);
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
    // At 1440 x 900 there is room for 20 x 25 tiles of MNIST at their own size, just.
    m_filterPanel->layout()->setContentsMargins(14, 7, 14, 7);
    m_filterPanel->body()->addWidget(m_filters, 1);
    return m_filterPanel;
}

void TrainWorkspace::applyTheme(const Theme &theme) {
    m_plot->setTheme(theme);
    m_scale->setTheme(theme);
    m_scale->setColours(weightColours(theme.kind));
    for (TileView *view : {m_fantasies, m_filters}) {
        view->setBackground(theme.panel);
        view->setAccent(theme.accent);
    }
    m_filters->setColours(weightColours(theme.kind));
    m_fantasies->setColours(digitColours(theme.kind, DigitInk::Model));
    setExportIcons(this, theme);
}

void TrainWorkspace::show(const TrainingSnapshot &snapshot) {
    m_plot->setEpochRange(static_cast<int>(snapshot.config.numEpoch));
    if (snapshot.filters != nullptr && snapshot.filters != m_shownFilters) {
        m_shownFilters = snapshot.filters;
        const auto hidden = static_cast<int>(snapshot.config.numHidden);
        m_filters->setTileShape(static_cast<int>(snapshot.width),
                                static_cast<int>(snapshot.height));
        m_filters->setWeights(snapshot.filters, hidden, snapshot.filterScale);
        m_scale->setScale(snapshot.filterScale);
        m_filterPanel->setCaption(tr("%1 hidden units").arg(hidden));
    }
    if (snapshot.fantasies != nullptr && snapshot.fantasies != m_shownFantasies) {
        m_shownFantasies = snapshot.fantasies;
        const auto chains = static_cast<int>(snapshot.config.batchSize);
        const int shown = std::min(kFantasies, chains);
        m_fantasies->setTileShape(static_cast<int>(snapshot.width),
                                  static_cast<int>(snapshot.height));
        m_fantasies->setProbabilities(snapshot.fantasies, shown);
        m_fantasyPanel->setCaption(tr("%1 of %2 persistent chains, live").arg(shown).arg(chains));
    }
}

void TrainWorkspace::addReports(const std::vector<LikelihoodReport> &reports) {
    for (const LikelihoodReport &report : reports)
        m_plot->addPoint({report.epoch, report.test, report.train, report.effectiveSampleSize,
                          static_cast<double>(report.runs)});
    if (!reports.empty())
        showSampleSize(reports.back());
}

void TrainWorkspace::showSampleSize(const LikelihoodReport &report) {
    const auto runs = static_cast<double>(report.runs);
    const QLocale locale;
    const QString size =
        tr("Test %1, train %2 nats. Effective sample size %3 of %4 runs")
            .arg(locale.toString(report.test, 'f', 1), locale.toString(report.train, 'f', 1),
                 locale.toString(report.effectiveSampleSize, 'f', 1),
                 locale.toString(runs, 'f', 0));
    m_sampleSize->setText(
        report.effectiveSampleSize < kGoodShare * runs
            ? tr("%1: too few to quote; the model looks better than it is.").arg(size)
            : size + QLatin1Char('.'));
    m_sampleSize->show();
}

void TrainWorkspace::clearCurve() {
    m_plot->clear();
    m_sampleSize->hide();
}

void TrainWorkspace::markControls(double epoch, const QString &text) {
    m_plot->markControlChange(epoch, text);
}

} // namespace rbm
