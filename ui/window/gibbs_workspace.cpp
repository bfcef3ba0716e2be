#include "ui/window/gibbs_workspace.h"

#include "ui/session/session.h"
#include "ui/support/starter_digits.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/chain_edits.h"
#include "ui/window/chain_panel.h"
#include "ui/window/column_width.h"
#include "ui/window/digit_choice.h"
#include "ui/window/draw_panel.h"
#include "ui/window/gibbs_controls.h"
#include "ui/window/mixing_controls.h"
#include "ui/window/mixing_page.h"
#include "ui/window/panel.h"
#include "ui/window/timeline_panel.h"
#include "ui/window/train_workspace.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace rbm {

namespace {
constexpr int kSides[] = {1, 5, 10, 15};
constexpr int kTenByTen = 2; ///< of kSides
constexpr int kControlsWidth = 276;

/// A column that scrolls where the window is too low for it.
QScrollArea *makeScroll(QWidget *column, int width) {
    auto *scroll = new QScrollArea(column->parentWidget());
    scroll->setProperty("plain", true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(column);
    keepColumnWidth(scroll, width);
    return scroll;
}
} // namespace

GibbsWorkspace::GibbsWorkspace(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_edits(new ChainEdits(this)), m_views(makeViews()),
      m_controls(new GibbsControls(*m_edits, this)) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_grids = makeRight();
    m_mixing = new MixingPage(this);
    layout->addWidget(makeLeft());
    layout->addWidget(m_grids, 1);
    layout->addWidget(m_mixing, 1);
    connectControls();
    connectTimeline();
    connectMixing();
    auto *others = new QAction(tr("Pick other digits"), this);
    others->setShortcut(Qt::Key_R);
    others->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(others, &QAction::triggered, this, &GibbsWorkspace::pickOthers);
    addAction(others);
    addActions(m_controls->draw()->toolActions());
    m_undo.addStack(&m_edits->stack());
    whenLanguageChanges(this, [this] { showRealCaption(); });
}

SegmentedControl *GibbsWorkspace::makeViews() {
    auto *views = new SegmentedControl(this);
    views->setObjectName(QStringLiteral("gibbsView"));
    views->setAccessibleName(tr("View"));
    views->addSegment(tr("Grids"), tr("Real digits beside the chains that start from them"));
    views->addSegment(tr("Mixing"), tr("Plain chains beside tempered ones"));
    return views;
}

QWidget *GibbsWorkspace::makeLeft() {
    auto *left = new QWidget(this);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_views);
    layout->addWidget(makeScroll(m_controls, kControlsWidth), 1);
    return left;
}

QWidget *GibbsWorkspace::makeGridPanel() {
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_realPanel = new Panel(tr("Real digits"), box);
    m_size = new SegmentedControl(m_realPanel);
    m_size->setObjectName(QStringLiteral("gridSize"));
    m_size->setAccessibleName(tr("Grid size"));
    m_size->setProperty("compact", true); // or a long title has no room in the smallest window
    for (const int side : kSides)
        m_size->addSegment(QString::number(side));
    whenLanguageChanges(m_size, [this] {
        for (int at = 0; at < static_cast<int>(std::size(kSides)); ++at)
            m_size->setSegmentEnabled(at, true, tr("%1 x %1 chains").arg(kSides[at]));
    });
    m_size->setCurrent(kTenByTen);
    m_realPanel->addToHeader(m_size);
    m_real = new TileView(m_realPanel);
    m_real->setObjectName(QStringLiteral("realGrid"));
    m_real->setAccessibleName(tr("Real digits"));
    m_realPanel->body()->addWidget(m_real, 1);

    m_samplePanel = new Panel(tr("Model samples"), box);
    auto *button = makeExportButton(
        tr("Export both grids, or the chains’ evolution, as PNG (Ctrl+E)"), m_samplePanel);
    button->setObjectName(QStringLiteral("exportSamples"));
    connect(button, &QToolButton::clicked, this, &GibbsWorkspace::exportWanted);
    m_samplePanel->addToHeader(button);
    m_sampleView = new TileView(m_samplePanel);
    m_sampleView->setObjectName(QStringLiteral("sampleGrid"));
    m_sampleView->setAccessibleName(tr("Model samples"));
    whenLanguageChanges(m_sampleView, [this] {
        m_sampleView->setEmptyText(tr("Pick digits, then run the chain."));
    });
    m_samplePanel->body()->addWidget(m_sampleView, 1);
    nameChains();
    layout->addWidget(m_realPanel, 1);
    layout->addWidget(m_samplePanel, 1);
    return box;
}

void GibbsWorkspace::nameChains() {
    m_real->setTileNames([](int chain) { return tr("Start of chain %1").arg(chain + 1); });
    m_sampleView->setTileNames([this](int chain) {
        const QString name = tr("Chain %1, step %2").arg(chain + 1).arg(m_shownStep);
        return m_sampleView->isHeld(chain) ? tr("%1, held").arg(name) : name;
    });
}

QWidget *GibbsWorkspace::makeRight() {
    auto *right = new QWidget(this);
    auto *layout = new QGridLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    QWidget *grids = makeGridPanel(); // first, as Tab comes to it first
    m_chain = new ChainPanel(right);
    m_timeline = new TimelinePanel(right);
    layout->addWidget(grids, 0, 0);
    layout->addWidget(makeScroll(m_chain, m_chain->minimumWidth()), 0, 1);
    layout->addWidget(m_timeline, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    // The grids first: the timeline needs less room to tell as much.
    layout->setRowStretch(0, 5);
    layout->setRowStretch(1, 3);
    return right;
}

void GibbsWorkspace::connectTimeline() {
    connect(m_timeline, &TimelinePanel::stepWanted, this,
            [this](int step) { m_session.showChainStep(step); });
    connect(m_timeline, &TimelinePanel::newestModelWanted, this, [this] {
        const bool wasRunning = m_session.snapshot().chains.running;
        startChains();
        m_session.playChains(wasRunning);
    });
}

void GibbsWorkspace::connectControls() {
    connect(m_controls, &GibbsControls::pickWanted, this, &GibbsWorkspace::pickOthers);
    connect(m_controls, &GibbsControls::digitPicked, this, &GibbsWorkspace::replaceSelected);
    connect(m_controls, &GibbsControls::playWanted, this, &GibbsWorkspace::play);
    connect(m_edits, &ChainEdits::begun, this, &GibbsWorkspace::startChains);
    connect(m_edits, &ChainEdits::changed, this, &GibbsWorkspace::startEdited);
    connect(m_controls, &GibbsControls::stepWanted, this, &GibbsWorkspace::step);
    connect(m_controls, &GibbsControls::restartWanted, this, &GibbsWorkspace::startChains);
    connect(m_controls, &GibbsControls::speedChanged, this,
            [this](double speed) { m_session.setChainSpeed(speed); });
    connect(m_size, &SegmentedControl::currentChanged, this, &GibbsWorkspace::pickOthers);
    connect(m_real, &TileView::selectionChanged, this, &GibbsWorkspace::select);
    connect(m_sampleView, &TileView::selectionChanged, this, &GibbsWorkspace::select);
}

int GibbsWorkspace::side() const { return kSides[m_size->current()]; }

void GibbsWorkspace::setData(const DatasetPair &images) {
    m_data = images.test;
    m_dataName = QString::fromStdString(images.name);
    m_controls->setData(m_data);
    const auto width = static_cast<int>(m_data->width);
    const auto height = static_cast<int>(m_data->height);
    for (TileView *view : {m_real, m_sampleView})
        view->setTileShape(width, height);
    m_chain->setData(images);
    m_timeline->setTileShape(width, height);
    m_mixing->setTileShape(width, height);
    pickOthers();
}

void GibbsWorkspace::pickOthers() {
    if (m_data == nullptr)
        return;
    const auto count = static_cast<std::size_t>(side()) * static_cast<std::size_t>(side());
    const bool isNoise = m_controls->isNoise();
    std::vector<std::uint32_t> rows;
    if (!isNoise)
        rows = chooseDigits(*m_data, m_controls->classes(), m_controls->order(), count, m_seed);
    ++m_seed;
    if (rows.empty() && !isNoise)
        return;
    m_realPanel->setTitle(isNoise ? tr("Noise") : tr("Real digits"));
    m_edits->begin(isNoise ? noiseImages(count, m_data->imageSize(), m_seed)
                           : gatherImages(*m_data, rows),
                   {static_cast<int>(m_data->width), static_cast<int>(m_data->height)});
}

void GibbsWorkspace::replaceSelected(quint32 row) {
    const int tile = m_real->selected() >= 0 ? m_real->selected() : 0;
    if (tile >= m_edits->setup().count())
        return;
    const auto image = m_data->image(row);
    m_edits->pick(tile, {image.begin(), image.end()}, tr("choice of a digit"));
}

void GibbsWorkspace::startChains() {
    const ChainSetup &setup = m_edits->setup();
    if (setup.count() == 0)
        return;
    m_samples = nullptr;
    m_real->setColumns(side());
    m_sampleView->setColumns(side());
    m_sampleView->setBytes(setup.starts, setup.count());
    m_timeline->reset();
    m_session.startChains(setup.starts, m_seed, setup.held);
    if (setup.starts != m_mixingStarts)
        m_session.dropMixing();
    showStarts();
    if (m_real->selected() < 0)
        select(0);
    showSelected();
}

/// The chains run on from what was drawn: whoever draws beside a running chain wants to see
/// what becomes of it.
void GibbsWorkspace::showStarts() {
    const ChainSetup &setup = m_edits->setup();
    m_real->setBytes(setup.starts, setup.count());
    m_sampleView->setHeld(setup.held);
    showRealCaption();
}

void GibbsWorkspace::showRealCaption() {
    if (m_data == nullptr)
        return;
    QString caption = m_controls->isNoise()
                          ? tr("each pixel by chance")
                          : tr("%1, test images").arg(shownImagesName(m_dataName));
    if (const int drawn = m_edits->setup().drawn(); drawn > 0)
        caption = tr("%1, %2 drawn").arg(caption).arg(drawn);
    m_realPanel->setCaption(caption);
}

void GibbsWorkspace::playPause() {
    if (isMixingShown())
        playMixing(!m_session.snapshot().mixingRuns);
    else
        play(!m_session.snapshot().chains.running);
}

void GibbsWorkspace::play(bool on) {
    if (on) // whoever runs the chain wants to see it run
        m_timeline->follow();
    m_session.playChains(on);
}

void GibbsWorkspace::step() {
    if (isMixingShown()) // there the chains that would step cannot be seen
        return;
    m_timeline->follow();
    m_session.stepChains();
}

void GibbsWorkspace::select(int tile) {
    // Each grid tells the other; the second call finds nothing to change.
    if (m_real->selected() != tile)
        m_real->setSelected(tile);
    if (m_sampleView->selected() != tile)
        m_sampleView->setSelected(tile);
    if (tile >= 0)
        m_session.selectChain(tile);
    showSelected();
}

void GibbsWorkspace::show(const TrainingSnapshot &snapshot) {
    const ChainView &chains = snapshot.chains;
    const ChainSetup &setup = m_edits->setup();
    m_controls->showChains(chains);
    showMixingOf(snapshot);
    // Until the worker has heard of a new choice, it tells of the old chains.
    if (chains.count > 0 && (chains.starts != setup.starts || chains.clamped != setup.held))
        return;
    m_samplePanel->setCaption(
        tr("after %Ln Gibbs step(s)", nullptr, static_cast<int>(chains.step)));
    m_shownStep = static_cast<qulonglong>(chains.step);
    m_timeline->show(snapshot);
    if (chains.samples == nullptr)
        return;
    if (chains.samples != m_samples) {
        m_samples = chains.samples;
        m_sampleView->setProbabilities(m_samples, chains.count);
        showNow();
    }
    if (chains.detail != nullptr && chains.detail->chain == m_real->selected())
        m_chain->showDetail(*chains.detail);
}

void GibbsWorkspace::showSelected() {
    const ChainSetup &setup = m_edits->setup();
    const int tile = m_real->selected();
    m_controls->draw()->showChain(tile);
    const bool any = tile >= 0 && tile < setup.count();
    m_controls->mixing()->showChain(tile, setup.count(),
                                    any ? std::make_shared<const TilePixels>(setup.startOf(tile))
                                        : nullptr);
    if (!any) {
        m_chain->clear();
        return;
    }
    const auto held = std::make_shared<const TilePixels>(setup.heldOf(tile));
    m_chain->showStart(std::make_shared<const TilePixels>(setup.startOf(tile)), held);
    m_timeline->showHeld(held);
    showNow();
}

/// Leaves the canvas alone: a stroke may be under way while the chains run.
void GibbsWorkspace::showNow() {
    const int tile = m_real->selected();
    if (m_samples == nullptr || tile < 0)
        return;
    const auto size = static_cast<std::ptrdiff_t>(m_data->imageSize());
    const auto now = m_samples->begin() + tile * size;
    m_chain->showNow(std::make_shared<const std::vector<float>>(now, now + size));
}

GridContent GibbsWorkspace::grid() const {
    return {m_edits->setup().starts, m_samples, m_data->width, m_data->height,
            static_cast<std::size_t>(side())};
}

void GibbsWorkspace::applyTheme(const Theme &theme) {
    m_mixing->applyTheme(theme);
    m_controls->applyTheme(theme);
    for (TileView *view : {m_real, m_sampleView}) {
        view->setBackground(theme.panel);
        view->setAccent(theme.accent);
    }
    m_real->setColours(digitColours(theme.kind, DigitInk::Mnist));
    m_sampleView->setColours(digitColours(theme.kind, DigitInk::Model));
    m_chain->applyTheme(theme);
    m_timeline->applyTheme(theme);
    setExportIcons(this, theme);
}

} // namespace rbm
