// Explanations, lessons and the tour in the window. main_window.cpp has the rest.
#include "ui/window/main_window_teaching.h"

#include "ui/support/lesson.h"
#include "ui/theme/icons.h"
#include "ui/widgets/likelihood_plot.h"
#include "ui/widgets/retranslate.h"
#include "ui/window/bundled_model.h"
#include "ui/window/control_panel.h"
#include "ui/window/explain_guide.h"
#include "ui/window/explain_panel.h"
#include "ui/window/gibbs_workspace.h"
#include "ui/window/lesson_guide.h"
#include "ui/window/likelihood_settings.h"
#include "ui/window/notice_bar.h"
#include "ui/window/recent_files.h"
#include "ui/window/run_later.h"
#include "ui/window/train_workspace.h"
#include "ui/window/transport_bar.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QLocale>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <cmath>
#include <memory>

namespace rbm {

namespace {

constexpr const char *kWorkspaces[] = {"train", "filters", "gibbs"}; ///< by their tab
constexpr const char *kMixing = "mixing";                            ///< a view of the last of them
constexpr int kRoomForCard = 640;     ///< the window's height from which on it is shown at first
constexpr int kRoomForStrip = 800;    ///< likewise beside the workspaces that need the height
constexpr int kRoomForToolBar = 1100; ///< the width from which on lessons and help are in it
constexpr const char *kTourId = "tour";
constexpr const char *kSeenTours = "seenTours";
constexpr const char *kExplainShown = "explainShown";

QString nameOf(RunState state) {
    switch (state) {
    case RunState::Training:
        return QStringLiteral("training");
    case RunState::Paused:
    case RunState::Failed:
        return QStringLiteral("paused");
    case RunState::Finished:
        return QStringLiteral("finished");
    case RunState::NoData:
    case RunState::Idle:
        break;
    }
    return QStringLiteral("idle");
}

double heldPixels(const ChainView &chains) {
    if (chains.clamped == nullptr)
        return 0;
    return static_cast<double>(std::count_if(chains.clamped->begin(), chains.clamped->end(),
                                             [](std::uint8_t pixel) { return pixel != 0; }));
}

bool isModelFile(const QString &path) {
    return path.endsWith(u".safetensors") || path.endsWith(u".rbmx");
}

QAction *makeAction(QObject *parent, const QString &text, const char *name) {
    auto *action = new QAction(text, parent);
    action->setObjectName(QLatin1String(name));
    return action;
}

} // namespace

MainWindow::Teaching::Teaching(MainWindow &window)
    : QObject(&window), m_window(window), m_panel(new ExplainPanel(&window)),
      m_explain(new ExplainGuide(&window)), m_guide(new LessonGuide(&window, *this)),
      m_lessons(makeAction(&window, tr("Lessons"), "actionLessons")),
      m_helpButton(makeAction(&window, tr("Help"), "actionHelpButton")),
      m_help(makeAction(&window, tr("Lessons and explanations"), "actionHelp")) {
    m_help->setShortcut(Qt::Key_F1);
    m_helpButton->setToolTip(tr("Help (F1)"));
    for (QAction *action : {m_help, m_helpButton})
        connect(action, &QAction::triggered, this, &Teaching::openHelp);
    connect(m_lessons, &QAction::triggered, this,
            [this] { m_window.menuBar()->setActiveAction(m_menu->menuAction()); });
    connect(m_explain, &ExplainGuide::explained, m_panel, &ExplainPanel::setExplanation);
    connect(m_panel, &ExplainPanel::lessonWanted, this, &Teaching::startLesson);
    addToToolBar();
    connectWindow();
}

void MainWindow::Teaching::connectWindow() {
    connect(&m_window.m_session, &Session::snapshotTaken, m_guide, &LessonGuide::look);
    connect(&m_window.m_session, &Session::modelOpened, m_guide, &LessonGuide::modelOpened);
    connect(m_guide, &LessonGuide::ended, this, [this] {
        m_started.reset();
        m_window.m_controls->likelihood()->setBudget(m_budget);
    });
    m_window.installEventFilter(this);
}

void MainWindow::Teaching::addToToolBar() {
    m_window.m_transport->insertAction(m_window.m_themeAction, m_lessons);
    m_window.m_transport->addAction(m_helpButton);
    showInToolBar();
}

void MainWindow::Teaching::showInToolBar() {
    for (QAction *action : {m_lessons, m_helpButton})
        action->setVisible(m_window.width() >= kRoomForToolBar);
}

bool MainWindow::Teaching::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize) {
        showInToolBar();
        showWhereThereIsRoom();
    }
    return QObject::eventFilter(watched, event);
}

QMenu *MainWindow::Teaching::makeLessonsMenu() {
    m_menu = m_window.menuBar()->addMenu(tr("&Lessons"));
    m_menu->setObjectName(QStringLiteral("lessonsMenu"));
    m_menu->setToolTipsVisible(true);
    int number = 0;
    for (const Lesson &lesson : lessons()) {
        QAction *action = m_menu->addAction(QString());
        action->setObjectName(QStringLiteral("lesson_") + lesson.id);
        action->setToolTip(lesson.shown(lesson.summary));
        whenLanguageChanges(m_menu, [action, &lesson, at = ++number] {
            action->setText(QStringLiteral("&%1  %2").arg(at).arg(lesson.shown(lesson.title)));
        });
        connect(action, &QAction::triggered, this, [this, id = lesson.id] { startLesson(id); });
    }
    return m_menu;
}

void MainWindow::Teaching::addTo(QMenu *file, QMenu *view, QMenu *help) {
    QAction *model = makeAction(this, tr("Open the bundled model"), "actionBundledModel");
    connect(model, &QAction::triggered, this, &Teaching::openModel);
    file->insertAction(m_window.m_save, model);
    QAction *toggle = m_panel->toggleViewAction();
    toggle->setObjectName(QStringLiteral("actionExplain"));
    toggle->setShortcut(Qt::CTRL | Qt::Key_I);
    connect(toggle, &QAction::triggered, this, [this] { m_byRoom = false; });
    view->addAction(toggle);
    QAction *first = help->actions().value(0);
    help->insertAction(first, m_help);
    QAction *walk = makeAction(this, tr("Take the tour"), "actionTour");
    connect(walk, &QAction::triggered, this, [this] { startLesson(QLatin1String(kTourId)); });
    help->insertAction(first, walk);
    m_menu->addSeparator();
    m_menu->addAction(walk);
    help->insertSeparator(first);
}

void MainWindow::Teaching::applyTheme(const Theme &theme) {
    m_panel->applyTheme(theme);
    m_guide->applyTheme(theme);
    m_lessons->setIcon(icon(QStringLiteral("lesson"), theme));
    m_helpButton->setIcon(icon(QStringLiteral("help"), theme));
}

void MainWindow::Teaching::restore() {
    if (m_window.m_options.keepSettings) {
        const QSettings settings;
        const QVariant shown = settings.value(QLatin1String(kExplainShown));
        m_byRoom = !shown.isValid();
        m_panel->setVisible(shown.toBool());
        if (!settings.value(QLatin1String(kSeenTours))
                 .toStringList()
                 .contains(QLatin1String(kTourId)))
            QTimer::singleShot(0, this, &Teaching::offerTour); // beside what the start tells
    }
    showWhereThereIsRoom();
    m_explain->describeAll();
}

void MainWindow::Teaching::save() const {
    if (!m_byRoom)
        QSettings().setValue(QLatin1String(kExplainShown), !m_panel->isHidden());
}

void MainWindow::Teaching::showWhereThereIsRoom() {
    const bool card = m_panel->shape() == ExplainPanel::Shape::Card;
    if (m_byRoom)
        m_panel->setVisible(m_window.height() >= (card ? kRoomForCard : kRoomForStrip));
}

void MainWindow::Teaching::offerTour() {
    QSettings settings;
    QStringList seen = settings.value(QLatin1String(kSeenTours)).toStringList();
    settings.setValue(QLatin1String(kSeenTours), seen << QLatin1String(kTourId));
    const NoticeBar::Action walk{tr("Take the tour"),
                                 [this] { startLesson(QLatin1String(kTourId)); }};
    if (m_window.m_notices->isHidden())
        m_window.m_notices->showNotice(NoticeBar::Kind::Information,
                                       tr("New here? Five callouts show what there is to see; "
                                          "the Help menu has them later, too."),
                                       {walk});
    else
        m_window.m_notices->addAction(walk);
}

void MainWindow::Teaching::enter(int workspace) {
    m_panel->setShape(workspace == 0 ? ExplainPanel::Shape::Card : ExplainPanel::Shape::Strip);
    showWhereThereIsRoom();
}

void MainWindow::Teaching::openHelp() {
    m_byRoom = false;
    m_panel->show();
    m_window.menuBar()->setActiveAction(m_menu->menuAction());
}

void MainWindow::Teaching::startLesson(const QString &id) {
    const Lesson *lesson = lessonOf(id);
    if (lesson == nullptr)
        return;
    m_guide->end();
    m_budget = m_window.m_controls->likelihood()->budget();
    m_guide->start(*lesson);
}

LessonFacts MainWindow::Teaching::facts() const {
    const TrainingSnapshot &now = m_window.m_session.snapshot();
    LessonFacts facts;
    facts.update = now.onShow ? 0 : static_cast<double>(now.update);
    facts.learningRate = m_window.m_controls->controls().learningRate;
    facts.checks = static_cast<double>(m_window.m_train->plot()->points().size());
    facts.chainStep = static_cast<double>(now.chains.live);
    facts.mixingStep = static_cast<double>(now.mixingStep);
    facts.held = heldPixels(now.chains);
    const int at = m_window.m_stack->currentIndex();
    if (at >= 0 && at < static_cast<int>(std::size(kWorkspaces)))
        facts.workspace = QLatin1String(kWorkspaces[at]);
    if (at == kGibbs && m_window.m_gibbs->isMixingShown())
        facts.workspace = QLatin1String(kMixing);
    facts.state = nameOf(now.state);
    // A run is over for a lesson once its end was measured, too.
    const auto &points = m_window.m_train->plot()->points();
    const bool measured = !points.empty() && points.back().epoch >= std::floor(now.epoch());
    if (now.state == RunState::Finished && !measured)
        facts.state = nameOf(RunState::Training);
    return facts;
}

void MainWindow::Teaching::openWorkspace(const QString &name) {
    if (name == QLatin1String(kMixing)) {
        m_window.setWorkspace(kGibbs);
        m_window.m_gibbs->showMixing(true);
        return;
    }
    if (name == QLatin1String(kWorkspaces[kGibbs]))
        m_window.m_gibbs->showMixing(false);
    const auto *found =
        std::find_if(std::begin(kWorkspaces), std::end(kWorkspaces),
                     [&](const char *workspace) { return name == QLatin1String(workspace); });
    if (found != std::end(kWorkspaces))
        m_window.setWorkspace(static_cast<int>(found - std::begin(kWorkspaces)));
}

/// The run that stands there was begun by this lesson, and nobody changed its settings since.
bool MainWindow::Teaching::isOwnRun() const {
    if (!m_started)
        return false;
    TrainingConfig now = m_window.m_session.snapshot().config;
    now.numEpoch = m_started->numEpoch; // more epochs may have been added
    return now == *m_started;
}

bool MainWindow::Teaching::start(const LessonSettings &settings) {
    const DatasetPair &data = m_window.m_session.data();
    if (data.train == nullptr)
        return false;
    if (!isOwnRun() && !m_window.mayLoseRun(tr("Start the lesson's run and lose the training "
                                               "since the last save?")))
        return false;
    m_started = settings.configFor(data.train->count());
    m_window.takeSettings(*m_started);
    m_window.m_session.play();
    return true;
}

void MainWindow::Teaching::train() {
    if (m_window.m_session.snapshot().state != RunState::Training)
        m_window.playPause();
}

void MainWindow::Teaching::runChains() { m_window.m_gibbs->run(); }

void MainWindow::Teaching::pause() {
    if (m_window.m_session.snapshot().state == RunState::Training)
        m_window.pause();
}

bool MainWindow::Teaching::openModel() {
    if (!isOwnRun() && !m_window.mayLoseRun(tr("Open the bundled model and lose the training "
                                               "since the last save?")))
        return false;
    m_started.reset();
    unpackBundledModel(&m_window, [this](const QString &trouble) {
        if (trouble.isEmpty())
            m_window.m_session.openModel(bundledModelPath());
        else
            m_window.showTrouble(trouble);
    });
    return true;
}

void MainWindow::makeTeaching() { m_teaching = new Teaching(*this); }

void MainWindow::startLesson(const QString &id) { m_teaching->startLesson(id); }

QString MainWindow::modelName(const QString &path) {
    return path == bundledModelPath() ? tr("the bundled model, 40 epochs of the preset Fast")
                                      : path;
}

/// At the first start there is something to look at, before MNIST has come and before any
/// training. Who has runs or models wants these.
void MainWindow::showBundledModel() {
    const QStringList &recent = m_recent->paths();
    if (std::any_of(recent.begin(), recent.end(), isModelFile))
        return;
    auto kept = std::make_shared<bool>(false);
    runLater([kept, folder = m_options.runsFolder] { *kept = !QDir(folder).isEmpty(); }, this,
             [this, kept](const QString &) {
                 if (*kept)
                     return;
                 unpackBundledModel(this, [this](const QString &trouble) {
                     if (trouble.isEmpty())
                         m_session.showModel(bundledModelPath());
                 });
             });
}

void MainWindow::addKeptCurvesTo(QMenu *train) {
    QAction *keep = makeAction(this, tr("Keep this curve to compare"), "actionKeepCurve");
    connect(keep, &QAction::triggered, this, [this] {
        const TrainingConfig &config = m_session.snapshot().config;
        m_train->plot()->keepCurve(tr("earlier run, k = %1, rate %2")
                                       .arg(config.k)
                                       .arg(QLocale().toString(config.learningRate, 'g', 3)));
    });
    QAction *forget = makeAction(this, tr("Forget kept curves"), "actionForgetCurves");
    connect(forget, &QAction::triggered, this, [this] { m_train->plot()->forgetKeptCurves(); });
    train->addActions({keep, forget});
}

} // namespace rbm
