// What the window does with kept runs. main_window.cpp has the rest.
#include "ui/runs/run_library.h"
#include "ui/widgets/likelihood_plot.h"
#include "ui/window/control_panel.h"
#include "ui/window/earlier_runs.h"
#include "ui/window/likelihood_texts.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/runs_workspace.h"
#include "ui/window/train_workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QStatusBar>
#include <QTime>

#include <functional>
#include <utility>

namespace rbm {

namespace {

constexpr int kLongestKeeping = 3000; ///< ms that closing waits; then the worker ends it
constexpr int kLongestAnswer = 500;

/// Lets the worker answer; the window takes no input meanwhile.
void waitUntil(const std::function<bool()> &done, int milliseconds) {
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
}

} // namespace

void MainWindow::connectRuns() {
    if (m_library->isOn())
        m_session.keepRunsIn(m_options.runsFolder);
    connect(m_library, &RunLibrary::trouble, this, [this](const QString &sentence) {
        m_notices->showNotice(NoticeBar::Kind::Warning, sentence);
    });
    connect(&m_session, &Session::runKept, this, [this](const RunProgress &run) {
        m_library->runKept(run);
        forgetNotKept();
        m_savedAt = {QT_TR_NOOP("Kept %1"), QTime::currentTime()};
        showSaved();
    });
    connect(&m_session, &Session::runNotKept, this, [this](const QString &sentence) {
        if (!sentence.isEmpty())
            m_notKept = sentence;
        // The worker tells once; who tries again wants to hear it again.
        if (!sentence.isEmpty() || std::exchange(m_keepAgain, false))
            tellNotKept();
    });
    connect(&m_session, &Session::runOpened, this, &MainWindow::runOpened);
    connect(&m_session, &Session::dataChanged, this, [this] {
        m_library->setData(m_session.data());
        m_runs->dataChanged();
        m_earlierRuns->refresh();
        // After the fresh model of the images, which it replaces.
        if (std::exchange(m_options.bundledAtStart, false) || m_session.snapshot().onShow)
            showBundledModel();
        if (!m_options.run.isEmpty())
            m_session.openRun(std::exchange(m_options.run, QString()));
    });
    connect(&m_session, &Session::reportsTaken, this,
            [this](const std::vector<LikelihoodReport> &reports) {
                for (const LikelihoodReport &report : reports)
                    m_library->addPoint(report.run, pointOf(report));
            });
    connect(m_runs, &RunsWorkspace::continueWanted, this,
            [this](const QString &run) { openRun(run, kTrain, true); });
    connect(m_runs, &RunsWorkspace::filtersWanted, this,
            [this](const QString &run) { openRun(run, kFilters, false); });
    connect(m_runs, &RunsWorkspace::samplesWanted, this,
            [this](const QString &run) { openRun(run, kGibbs, false); });
    connect(m_runs, &RunsWorkspace::deleteWanted, this, &MainWindow::deleteRuns);
}

void MainWindow::tellNotKept() {
    m_notices->showNotice(
        NoticeBar::Kind::Warning, m_notKept,
        {{tr("Save elsewhere"), [this] { saveShared(); }}, {tr("Retry"), [this] {
                                                                m_keepAgain = true;
                                                                m_session.keepRun();
                                                            }}});
}

void MainWindow::forgetNotKept() {
    m_keepAgain = false;
    if (!m_notKept.isEmpty() && m_notices->text() == m_notKept)
        m_notices->hide();
    m_notKept.clear();
}

void MainWindow::openRun(const QString &run, Workspace then, bool goOn) {
    const TrainingSnapshot &now = m_session.snapshot();
    if (run == now.run) {
        setWorkspace(then);
        if (goOn && now.state != RunState::Training)
            playPause();
        return;
    }
    if (!mayLoseRun(tr("Open another run and lose the training since the last save?")))
        return;
    m_afterOpening = then;
    m_goOn = goOn;
    m_session.openRun(run);
}

void MainWindow::runOpened(const RunProgress &progress) {
    const auto run = m_library->open(progress);
    m_controls->setConfig(progress.config, progress.controls);
    m_session.setControls(progress.controls);
    clearCurve();
    for (const ControlChange &move : progress.moves)
        markControls(static_cast<double>(move.update) /
                         static_cast<double>(progress.updatesPerEpoch),
                     move.controls);
    if (run) {
        m_train->showKept(run->points);
        statusBar()->showMessage(tr("%1 is the current run.").arg(run->name), kSeen);
    }
    setWorkspace(m_afterOpening);
    if (!m_goOn)
        return;
    if (progress.update >= progress.config.numEpoch * progress.updatesPerEpoch)
        addEpochs(progress.config);
    m_session.play();
}

/// A finished run can go on then.
void MainWindow::addEpochs(TrainingConfig config) {
    constexpr int kMore = 10;
    config.numEpoch += kMore;
    m_controls->setConfig(config, m_controls->controls());
    m_session.setEpochs(static_cast<int>(config.numEpoch));
}

/// Nobody is asked before a run makes room for another, so that the status bar says where it is.
void MainWindow::tellRunIsKept() {
    const RunTable &table = m_library->table();
    const int row = table.rowOf(m_session.snapshot().run);
    if (row >= 0)
        statusBar()->showMessage(tr("“%1” is kept: see Runs (Ctrl+4).")
                                     .arg(table.runs()[static_cast<std::size_t>(row)].name),
                                 kSeen);
}

void MainWindow::deleteRuns(const QStringList &runs) {
    if (runs.isEmpty())
        return;
    const auto &all = m_library->table().runs();
    const int row = m_library->table().rowOf(runs.front());
    const QString name = row < 0 ? QString() : all[static_cast<std::size_t>(row)].name;
    m_library->remove(runs);
    m_notices->showNotice(NoticeBar::Kind::Information,
                          runs.size() == 1 ? tr("Deleted “%1”.").arg(name)
                                           : tr("Deleted %1 runs.").arg(runs.size()),
                          {{tr("Undo"), [this, runs] { m_library->restore(runs); }}});
}

/// So that the question about unsaved training is asked only where the run could not be kept.
void MainWindow::keepRunBeforeClosing() {
    if (m_session.snapshot().run.isEmpty() || !m_library->isOn())
        return;
    bool answered = false;
    bool kept = false;
    QObject context;
    connect(&m_session, &Session::runKept, &context, [&] { answered = kept = true; });
    connect(&m_session, &Session::runNotKept, &context, [&] { answered = true; });
    m_session.pause();
    m_session.keepRun();
    waitUntil([&] { return answered; }, kLongestKeeping);
    if (answered && !kept)
        waitUntil([&] { return m_session.snapshot().unsaved; }, kLongestAnswer);
}

} // namespace rbm
