#include "ui/window/main_window.h"

#include "ui/runs/run_library.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/retranslate.h"
#include "ui/window/bundled_model.h"
#include "ui/window/column_width.h"
#include "ui/window/control_panel.h"
#include "ui/window/data_source.h"
#include "ui/window/earlier_runs.h"
#include "ui/window/exporter.h"
#include "ui/window/filters_workspace.h"
#include "ui/window/focus_in_sight.h"
#include "ui/window/gibbs_workspace.h"
#include "ui/window/likelihood_settings.h"
#include "ui/window/log_panel.h"
#include "ui/window/main_window_teaching.h"
#include "ui/window/message_bar.h"
#include "ui/window/monitors_section.h"
#include "ui/window/notice_bar.h"
#include "ui/window/part_styles.h"
#include "ui/window/runs_workspace.h"
#include "ui/window/train_workspace.h"
#include "ui/window/trainer_section.h"
#include "ui/window/transport_bar.h"
#include "ui/window/units_memory.h"
#include "ui/window/units_off_bar.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QTime>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr int kDockWidth = 264;    ///< at least
constexpr int kDockGap = 8;        ///< to the window's edge
constexpr int kRestOfSlider = 600; ///< ms without a move until the curve is marked

/// Once the layout has made room for it.
void bringIntoView(QScrollArea *scroll, QWidget *section) {
    if (section != nullptr)
        QTimer::singleShot(0, scroll, [=] { scroll->ensureWidgetVisible(section); });
}
} // namespace

MainWindow::MainWindow(const WindowOptions &options, QWidget *parent)
    : QMainWindow(parent), m_options(options), m_session(options.backend),
      m_lastFolder(options.keepSettings) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("RBM Explorer"));
    fitToScreen();
    makeActions();
    m_transport = new TransportBar({m_playPause, m_step, m_restart, m_themeAction},
                                   {tr("Train"), tr("Filters"), tr("Gibbs explorer"), tr("Runs")},
                                   isNarrow(), this);
    addToolBar(Qt::TopToolBarArea, m_transport);
    if (m_transport->secondRow() != nullptr) {
        addToolBarBreak();
        addToolBar(Qt::TopToolBarArea, m_transport->secondRow());
    }
    makeControlDock(); // first, as Tab comes to it first
    makeCentre();
    makeStatusBar();
    new FocusInSight(this);
    m_source = new DataSource(m_session, *m_notices, m_lastFolder, options, this);
    makeLog();
    makeTeaching();
    makeMenus();
    m_markTimer = new QTimer(this);
    m_markTimer->setSingleShot(true);
    m_markTimer->setInterval(kRestOfSlider);
    connectSession();
    connectWorkspaces();
    connectRuns();
    connectExports();
    connectSharing();
    connectLog(); // after the kept runs, whose names it tells
    for (auto *button : findChildren<QPushButton *>()) {
        if (!button->isCheckable())
            button->setAutoDefault(true); // Enter presses the focused one, as Space does
    }
    makeParts();
    restoreSettings();
    setTheme(m_theme);
    // After the parts: where a sheet is there before, Qt does not tell them of another margin.
    setStyleSheet(QStringLiteral("QMainWindow::separator { width: 0px; height: 0px; }"));
    setWorkspace(kTrain);
    showState(m_session.snapshot());
    m_source->openAtStart();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre() {
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_notices = new NoticeBar(centre);
    m_unitsOff = new UnitsOffBar(centre);
    m_stack = new QStackedWidget(centre);
    m_stack->setObjectName(QStringLiteral("workspaces"));
    m_train = new TrainWorkspace(m_stack);
    m_filters = new FiltersWorkspace(m_session, m_stack);
    m_gibbs = new GibbsWorkspace(m_session, m_stack);
    m_library = new RunLibrary(m_options.runsFolder, this);
    m_earlierRuns = new EarlierRuns(*m_library, *m_train->plot(), this);
    m_runs = new RunsWorkspace(*m_library, m_stack);
    m_stack->addWidget(m_train);
    m_stack->addWidget(m_filters);
    m_stack->addWidget(m_gibbs);
    m_stack->addWidget(m_runs);
    layout->addWidget(m_notices);
    layout->addWidget(frameOfWorkspaces(centre), 1);
    layout->addWidget(m_unitsOff); // below: the switch that shows it must not move away
    setCentralWidget(centre);
}

void MainWindow::makeControlDock() {
    m_controls = new ControlPanel(this);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_controls);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // it scrolls to what Tab reaches
    connect(m_controls->monitors(), &MonitorsSection::toggled, scroll, [this, scroll](bool open) {
        m_session.lookNow();
        bringIntoView(scroll, open ? m_controls->monitors() : nullptr);
    });
    connect(m_controls->trainer(), &TrainerSection::toggled, scroll, [this, scroll](bool open) {
        bringIntoView(scroll, open ? m_controls->trainer() : nullptr);
    });
    auto *margin = new QWidget(this);
    keepColumnWidth(scroll, margin, kDockGap, kDockWidth);
    auto *around = new QVBoxLayout(margin);
    around->setContentsMargins(kDockGap, kDockGap, 0, kDockGap);
    around->addWidget(scroll);
    m_controlDock = new QDockWidget(tr("Controls"), this);
    m_controlDock->setObjectName(QStringLiteral("controlDock"));
    m_controlDock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_controlDock->setTitleBarWidget(new QWidget(m_controlDock));
    m_controlDock->setWidget(margin);
    addDockWidget(Qt::LeftDockWidgetArea, m_controlDock);
}

void MainWindow::makeStatusBar() {
    m_dot = new QLabel(QStringLiteral("●"), this);
    m_state = new ElidedLabel(this);
    m_state->setObjectName(QStringLiteral("statusText"));
    m_device = new QLabel(this);
    m_saved = new QLabel(this);
    auto *bar = new MessageBar(this);
    bar->setSentence(m_state);
    setStatusBar(bar);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_dot);
    statusBar()->addWidget(m_state, 1);
    statusBar()->addPermanentWidget(m_device);
    statusBar()->addPermanentWidget(m_saved);
}

void MainWindow::connectSession() {
    connect(&m_session, &Session::snapshotTaken, this, &MainWindow::showSnapshot);
    connect(&m_session, &Session::reportsTaken, m_train, &TrainWorkspace::addReports);
    connect(&m_session, &Session::failed, this, &MainWindow::showTrouble);
    connect(&m_session, &Session::deviceLost, this, &MainWindow::showDeviceLoss);
    connect(&m_session, &Session::dataChanged, this, [this] {
        clearCurve();
        m_filters->setData(m_session.data());
        m_gibbs->setData(m_session.data());
        // The new images' model starts with the settings that stand here.
        m_session.restart(m_controls->config());
    });
    connect(&m_session, &Session::backendChanged, this, [this] {
        m_device->setText(tr("%1 · %2").arg(m_session.backendName(), m_session.backendDevice()));
        m_transport->showBackend(m_session.backendName(), m_session.cudaTrouble());
    });
    whenLanguageChanges(this, [this] {
        if (!m_session.backendName().isEmpty())
            m_transport->showBackend(m_session.backendName(), m_session.cudaTrouble());
        showSaved();
        m_session.lookNow();
    });
    connect(&m_session, &Session::modelSaved, this, [this](const QString &) {
        m_savedAt = {QT_TR_NOOP("Saved %1"), QTime::currentTime()};
        showSaved();
    });
    connect(
        &m_session, &Session::modelOpened, this,
        [this](const QString &path, const TrainingConfig &config, const LiveControls &controls) {
            m_controls->setConfig(config, controls);
            m_session.setControls(controls);
            clearCurve();
            const QString text = tr("Opened %1.").arg(modelName(path));
            m_notices->showNotice(
                NoticeBar::Kind::Information, text,
                {{tr("Measure likelihood"), [this] { m_session.measureLikelihood(); }}});
            m_openedModel = text;
            m_openedIsShown = false;
        });
    connect(&m_session, &Session::snapshotTaken, this, &MainWindow::dropOldNotice);
    m_session.setVisibleParts([this] { return visibleParts(); });
}

/// What was told of an opened model is old once it is measured or trained on, or makes room for
/// another. Snapshots from before it may still come.
void MainWindow::dropOldNotice(const TrainingSnapshot &now) {
    const bool isOld =
        now.state == RunState::Training || now.state == RunState::Idle || now.measuring;
    if (!isOld) {
        m_openedIsShown = true;
    } else if (std::exchange(m_openedIsShown, false)) {
        if (m_notices->text() == m_openedModel)
            m_notices->hide();
        m_openedModel.clear();
    }
}

void MainWindow::showSaved() {
    if (m_savedAt.first != nullptr)
        m_saved->setText(tr(m_savedAt.first).arg(m_savedAt.second.toString(u"HH:mm")));
}

void MainWindow::connectWorkspaces() {
    connect(m_transport->tabs(), &QTabBar::currentChanged, this, &MainWindow::setWorkspace);
    connect(m_transport, &TransportBar::cudaChosen, this, [this](bool cuda) {
        m_session.setBackend(cuda ? BackendChoice::Cuda : BackendChoice::Cpu);
    });
    connect(m_controls, &ControlPanel::controlsChanged, this, &MainWindow::controlsChanged);
    connect(m_controls, &ControlPanel::presetChosen, this, &MainWindow::takePreset);
    connect(m_controls, &ControlPanel::speedChanged, this,
            [this](double speed) { m_session.setSpeed(speed); });
    connect(m_controls, &ControlPanel::configEdited, this, [this] {
        m_session.restart(m_controls->config());
        clearCurve(); // of the untrained model, where it was measured
    });
    connect(m_controls, &ControlPanel::epochsEdited, this,
            [this](int epochs) { m_session.setEpochs(epochs); });
    connect(m_controls->likelihood(), &LikelihoodSettings::budgetChanged, this,
            [this](double seconds) { m_session.setLikelihoodBudget(seconds); });
    connectUnits();
    connect(m_markTimer, &QTimer::timeout, this, [this] {
        const TrainingSnapshot &now = m_session.snapshot();
        if (now.update == 0 || now.onShow)
            return;
        markControls(now.epoch(), m_controls->controls());
    });
}

void MainWindow::clearCurve() {
    m_markTimer->stop(); // what was moved belongs to the run of before
    m_train->clearCurve();
}

void MainWindow::markControls(double epoch, const LiveControls &controls) {
    m_train->markControls(epoch, tr("rate %1, momentum %2")
                                     .arg(QLocale().toString(controls.learningRate, 'g', 3))
                                     .arg(QLocale().toString(controls.momentum, 'g', 3)));
}

void MainWindow::connectUnits() {
    m_unitsMemory = new UnitsMemory(m_session, m_options.keepSettings, this);
    connect(m_unitsOff, &UnitsOffBar::switchOnWanted, this,
            [this](quint32 unit) { m_session.switchUnit(unit, true); });
    connect(m_unitsOff, &UnitsOffBar::allOnWanted, this, [this] { m_session.switchAllUnitsOn(); });
    connect(m_unitsOff, &UnitsOffBar::samplesWanted, this, [this] { setWorkspace(kGibbs); });
}

SnapshotRequest MainWindow::visibleParts() const {
    if (isMinimized() || !isVisible())
        return {};
    const int at = m_stack->currentIndex();
    const bool mixing = at == kGibbs && m_gibbs->isMixingShown();
    return {at == kTrain || at == kFilters || (m_exporter != nullptr && m_exporter->wantsFilters()),
            at == kTrain,
            at == kGibbs && !mixing,
            at == kTrain && m_controls->monitors()->isOpen(),
            at == kFilters,
            mixing};
}

void MainWindow::setWorkspace(int index) {
    m_stack->setCurrentIndex(index);
    // Pages that cannot be seen must not widen the window.
    for (int page = 0; page < m_stack->count(); ++page) {
        const auto policy = page == index ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_stack->widget(page)->setSizePolicy(policy, policy);
    }
    m_transport->tabs()->setCurrentIndex(index);
    m_controlDock->setVisible(index == kTrain);
    m_teaching->enter(index);
    m_log->keepHeight();
    m_unitsOff->offerSamples(index != kGibbs);
    if (index == kRuns)
        m_library->refresh(); // another window may have added some
    offerExport();
    m_session.lookNow();
}

void MainWindow::playPause() {
    switch (m_session.snapshot().state) {
    case RunState::Idle:
        startRun();
        break;
    case RunState::Training:
        pause();
        break;
    case RunState::Finished:
        addEpochs(m_session.snapshot().config);
        m_session.play();
        break;
    case RunState::Paused:
    case RunState::Failed:
        forgetStop();
        m_session.play();
        break;
    case RunState::NoData:
        break;
    }
}

void MainWindow::startRun() {
    beginAnew();
    m_session.play();
}

void MainWindow::beginAnew() {
    forgetStop();
    // What was edited since the last restart counts, the rates among it.
    m_session.setControls(m_controls->controls());
    m_session.restart(m_controls->config());
    clearCurve();
}

void MainWindow::restart() {
    if (!mayLoseRun(tr("Restart and lose the training since the last save?")))
        return;
    forgetStop();
    tellRunIsKept();
    m_session.restart(m_controls->config());
    clearCurve();
}

void MainWindow::controlsChanged(const LiveControls &controls) {
    m_session.setControls(controls);
    m_markTimer->start();
}

void MainWindow::setTheme(ThemeKind kind) {
    m_theme = kind;
    const Theme &colours = theme(kind);
    QApplication::setPalette(rbm::palette(colours));
    m_styles->setSheet(rbm::styleSheet(colours)); // and paints again
    m_transport->applyTheme(colours);
    m_controls->applyTheme(colours);
    m_train->applyTheme(colours);
    m_filters->applyTheme(colours);
    m_unitsOff->applyTheme(colours);
    m_gibbs->applyTheme(colours);
    m_runs->applyTheme(colours);
    m_log->applyTheme(colours);
    m_teaching->applyTheme(colours);
    m_themeAction->setText(kind == ThemeKind::Light ? tr("Dark theme") : tr("Light theme"));
}

void MainWindow::closeEvent(QCloseEvent *event) {
    keepRunBeforeClosing();
    if (!mayLoseRun(tr("Close and lose the training since the last save?"))) {
        event->ignore();
        return;
    }
    saveSettings();
    event->accept();
}

} // namespace rbm
