#include "ui/window/gibbs_workspace.h"

#include "ui/session/session.h"
#include "ui/support/pictures.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/digit_choice.h"
#include "ui/window/gibbs_controls.h"
#include "ui/window/panel.h"
#include "ui/window/train_workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace rbm {

namespace {
constexpr int kSides[] = {5, 10, 15};
constexpr int kControlsWidth = 276;
constexpr int kSelectedWidth = 190;
constexpr int kSelectedHeight = 144; ///< MNIST at five times its size, and the tile's frame
} // namespace

GibbsWorkspace::GibbsWorkspace(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_controls(new GibbsControls(this)) {
    m_controls->setFixedWidth(kControlsWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_controls);
    layout->addWidget(makeGridPanel(), 1);
    layout->addWidget(makeSelectedPanel());
    connectControls();
    auto *others = new QAction(tr("Pick other digits"), this);
    others->setShortcut(Qt::Key_R);
    others->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(others, &QAction::triggered, this, &GibbsWorkspace::pickOthers);
    addAction(others);
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
    for (const int side : kSides)
        m_size->addSegment(QString::number(side), tr("%1 x %1 chains").arg(side));
    m_size->setCurrent(1);
    m_realPanel->addToHeader(m_size);
    m_real = new TileView(m_realPanel);
    m_real->setObjectName(QStringLiteral("realGrid"));
    m_real->setAccessibleName(tr("Real digits"));
    m_realPanel->body()->addWidget(m_real, 1);

    m_samplePanel = new Panel(tr("Model samples"), box);
    auto *button = makeExportButton(tr("Export both grids as PNG"), m_samplePanel);
    button->setObjectName(QStringLiteral("exportSamples"));
    connect(button, &QToolButton::clicked, this, &GibbsWorkspace::exportWanted);
    m_samplePanel->addToHeader(button);
    m_sampleView = new TileView(m_samplePanel);
    m_sampleView->setObjectName(QStringLiteral("sampleGrid"));
    m_sampleView->setAccessibleName(tr("Model samples"));
    m_sampleView->setEmptyText(tr("Pick digits, then run the chain."));
    m_samplePanel->body()->addWidget(m_sampleView, 1);
    layout->addWidget(m_realPanel, 1);
    layout->addWidget(m_samplePanel, 1);
    return box;
}

QWidget *GibbsWorkspace::makeSelectedPanel() {
    auto *panel = new Panel(tr("Selected"), this);
    panel->setFixedWidth(kSelectedWidth);
    const auto add = [&](TileView *&view, const QString &name, const char *object) {
        view = new TileView(panel);
        view->setObjectName(QLatin1String(object));
        view->setAccessibleName(name);
        view->setColumns(1);
        view->setFixedHeight(kSelectedHeight);
        view->setFocusPolicy(Qt::NoFocus);
        // Close to its picture, or it would seem to belong to the next.
        auto *group = new QVBoxLayout;
        group->setSpacing(2);
        group->addWidget(view);
        group->addWidget(makeLabel(name, "caption", panel));
        panel->body()->addLayout(group);
    };
    add(m_startView, tr("Start"), "selectedStart");
    add(m_nowView, tr("Now"), "selectedNow");
    panel->body()->addStretch(1);
    return panel;
}

void GibbsWorkspace::connectControls() {
    connect(m_controls, &GibbsControls::pickWanted, this, &GibbsWorkspace::pickOthers);
    connect(m_controls, &GibbsControls::digitPicked, this, &GibbsWorkspace::replaceSelected);
    connect(m_controls, &GibbsControls::playWanted, this,
            [this](bool on) { m_session.playChains(on); });
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
    m_realPanel->setCaption(tr("%1, test images").arg(QString::fromStdString(images.name)));
    m_controls->setData(m_data);
    for (TileView *view : {m_real, m_sampleView, m_startView, m_nowView})
        view->setTileShape(static_cast<int>(m_data->width), static_cast<int>(m_data->height));
    pickOthers();
}

void GibbsWorkspace::pickOthers() {
    if (m_data == nullptr)
        return;
    const auto count = static_cast<std::size_t>(side()) * static_cast<std::size_t>(side());
    auto rows = chooseDigits(*m_data, m_controls->classes(), m_controls->order(), count, m_seed++);
    if (rows.empty())
        return;
    m_rows = std::move(rows);
    startChains();
}

void GibbsWorkspace::replaceSelected(quint32 row) {
    const int tile = m_real->selected() >= 0 ? m_real->selected() : 0;
    if (static_cast<std::size_t>(tile) >= m_rows.size())
        return;
    m_rows[static_cast<std::size_t>(tile)] = row;
    startChains();
    select(tile);
}

void GibbsWorkspace::startChains() {
    if (m_rows.empty())
        return;
    m_starts = std::make_shared<const std::vector<std::uint8_t>>(gatherImages(*m_data, m_rows));
    m_samples = nullptr;
    const auto count = static_cast<int>(m_rows.size());
    m_real->setColumns(side());
    m_sampleView->setColumns(side());
    m_real->setBytes(m_starts, count);
    m_sampleView->setBytes(m_starts, count);
    m_session.startChains(m_starts, m_seed);
    if (m_real->selected() < 0)
        select(0);
    showSelected();
}

void GibbsWorkspace::playPause() { m_session.playChains(!m_session.snapshot().chains.running); }

void GibbsWorkspace::step() { m_session.stepChains(); }

void GibbsWorkspace::select(int tile) {
    // Each grid tells the other; the second call finds nothing to change.
    if (m_real->selected() != tile)
        m_real->setSelected(tile);
    if (m_sampleView->selected() != tile)
        m_sampleView->setSelected(tile);
    showSelected();
}

void GibbsWorkspace::show(const TrainingSnapshot &snapshot) {
    const ChainView &chains = snapshot.chains;
    m_controls->showChains(chains);
    m_samplePanel->setCaption(
        tr("after %1 Gibbs steps").arg(QLocale().toString(static_cast<qulonglong>(chains.step))));
    // Until the worker has heard of a new choice, it tells of the old chains.
    if (chains.samples == nullptr || chains.samples == m_samples || m_starts == nullptr ||
        chains.samples->size() != m_starts->size())
        return;
    m_samples = chains.samples;
    m_sampleView->setProbabilities(m_samples, chains.count);
    showSelected();
}

void GibbsWorkspace::showSelected() {
    const int tile = m_real->selected();
    if (tile < 0 || m_starts == nullptr || static_cast<std::size_t>(tile) >= m_rows.size()) {
        m_startView->clear();
        m_nowView->clear();
        return;
    }
    const auto size = static_cast<std::ptrdiff_t>(m_data->imageSize());
    const auto start = m_starts->begin() + tile * size;
    const auto bytes = std::make_shared<const std::vector<std::uint8_t>>(start, start + size);
    m_startView->setBytes(bytes, 1);
    if (m_samples == nullptr) {
        m_nowView->setBytes(bytes, 1);
        return;
    }
    const auto now = m_samples->begin() + tile * size;
    m_nowView->setProbabilities(std::make_shared<const std::vector<float>>(now, now + size), 1);
}

QImage GibbsWorkspace::grid() const {
    return sampleGrid(*m_starts, *m_samples, m_data->width, m_data->height,
                      static_cast<std::size_t>(side()), GridStyle::Ruled);
}

void GibbsWorkspace::applyTheme(const Theme &theme) {
    m_controls->applyTheme(theme);
    for (TileView *view : {m_real, m_sampleView, m_startView, m_nowView}) {
        view->setBackground(theme.panel);
        view->setAccent(theme.accent);
    }
    m_real->setColours(digitColours(theme.kind, DigitInk::Mnist));
    m_startView->setColours(digitColours(theme.kind, DigitInk::Mnist));
    m_sampleView->setColours(digitColours(theme.kind, DigitInk::Model));
    m_nowView->setColours(digitColours(theme.kind, DigitInk::Model));
    setExportIcons(this, theme);
}

} // namespace rbm
