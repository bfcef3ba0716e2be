// The window's menus, and what they do with files. main_window.cpp has the rest.
#include "ui/widgets/likelihood_plot.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/control_panel.h"
#include "ui/window/data_source.h"
#include "ui/window/filters_workspace.h"
#include "ui/window/gibbs_workspace.h"
#include "ui/window/main_window.h"
#include "ui/window/main_window_teaching.h"
#include "ui/window/model_fields.h"
#include "ui/window/notice_bar.h"
#include "ui/window/runs_workspace.h"
#include "ui/window/train_workspace.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

#include <initializer_list>
#include <vector>

namespace rbm {

namespace {
constexpr double kRateStep = 1.1;

QAction *makeAction(QWidget *parent, const QString &text, const QKeySequence &keys,
                    const char *name) {
    auto *action = new QAction(text, parent);
    action->setObjectName(QLatin1String(name));
    if (keys.isEmpty())
        return action;
    action->setShortcut(keys);
    action->setProperty(kOpenToolTip, text); // its own text may change with the run's state
    whenLanguageChanges(parent, [action, keys] {
        action->setToolTip(QStringLiteral("%1 (%2)").arg(action->property(kOpenToolTip).toString(),
                                                         keys.toString(QKeySequence::NativeText)));
    });
    return action;
}
} // namespace

void MainWindow::makeActions() {
    m_playPause = makeAction(this, tr("Train"), Qt::Key_F5, "actionPlayPause");
    m_step = makeAction(this, tr("One update"), Qt::Key_F10, "actionStep");
    m_restart = makeAction(this, tr("Restart"), Qt::CTRL | Qt::Key_R, "actionRestart");
    m_measure =
        makeAction(this, tr("Measure likelihood now"), Qt::CTRL | Qt::Key_M, "actionMeasure");
    m_open = makeAction(this, tr("Open model…"), Qt::CTRL | Qt::Key_O, "actionOpenModel");
    m_save = makeAction(this, tr("Save model…"), Qt::CTRL | Qt::Key_S, "actionSaveModel");
    m_export = makeAction(this, tr("Export this view…"), Qt::CTRL | Qt::Key_E, "actionExport");
    m_themeAction = makeAction(this, tr("Dark theme"), Qt::CTRL | Qt::Key_T, "actionTheme");
    connect(m_playPause, &QAction::triggered, this, &MainWindow::playPause);
    connect(m_step, &QAction::triggered, this, &MainWindow::makeOneUpdate);
    connect(m_restart, &QAction::triggered, this, &MainWindow::restart);
    connect(m_measure, &QAction::triggered, this, [this] { m_session.measureLikelihood(); });
    connect(m_open, &QAction::triggered, this, &MainWindow::openModel);
    connect(m_save, &QAction::triggered, this, &MainWindow::saveModel);
}

void MainWindow::makeMenus() {
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_open);
    file->addAction(m_save);
    addSharing(file);
    file->addAction(m_export);
    file->addSeparator();
    file->addAction(tr("Get MNIST"), m_source, [this] { m_source->download(); });
    file->addAction(tr("Open data folder…"), this, [this] { m_source->chooseFolder(); });
    QAction *digits = file->addAction(tr("Open the compiled-in digits"), m_source,
                                      &DataSource::openStarterDigits);
    digits->setObjectName(QStringLiteral("actionStarterDigits"));
    file->addSeparator();
    file->addAction(tr("Quit"), Qt::CTRL | Qt::Key_Q, this, &QWidget::close);

    menuBar()->addMenu(tr("&Edit"))->addActions(m_gibbs->makeEditActions());

    QMenu *view = menuBar()->addMenu(tr("&View"));
    const QStringList names = {tr("Train"), tr("Filters"), tr("Gibbs explorer"), tr("Runs")};
    for (int index = 0; index < names.size(); ++index) {
        view->addAction(names[index], QKeySequence(Qt::CTRL | (Qt::Key_1 + index)), this,
                        [this, index] { setWorkspace(index); });
    }
    view->addSeparator();
    addLook(view);

    QMenu *train = menuBar()->addMenu(tr("&Train"));
    train->addActions({m_playPause, m_step, m_restart});
    addSlowMotion(train, view);
    train->addSeparator();
    train->addAction(m_measure);
    train->addSeparator();
    train->addAction(tr("Learning rate 10 % higher"), Qt::Key_BracketRight, this,
                     [this] { m_controls->changeLearningRate(kRateStep); });
    train->addAction(tr("Learning rate 10 % lower"), Qt::Key_BracketLeft, this,
                     [this] { m_controls->changeLearningRate(1 / kRateStep); });
    train->addSeparator();
    addCommands(train);
    addKeptCurvesTo(train);
    makeChainMenu();
    m_teaching->makeLessonsMenu();
    m_teaching->addTo(file, view, makeHelpMenu());
    addLog(view);
    addSpaceKey();
}

/// In plots and tiles only: elsewhere Space presses the button that has the focus. It plays what
/// the workspace plays, which in the Gibbs explorer are the chains.
void MainWindow::addSpaceKey() {
    const auto makeKey = [this](const char *name) {
        auto *key = new QAction(this);
        key->setObjectName(QLatin1String(name));
        key->setShortcut(Qt::Key_Space);
        key->setShortcutContext(Qt::WidgetShortcut);
        key->setAutoRepeat(false);
        return key;
    };
    QAction *train = makeKey("spaceTrains");
    QAction *chain = makeKey("spaceRunsTheChain");
    connect(train, &QAction::triggered, this, &MainWindow::playPause);
    connect(chain, &QAction::triggered, this, [this] { m_gibbs->playPause(); });
    std::vector<QWidget *> trains = {m_train->plot()};
    for (const char *plot : {"logLikelihoodPlot", "runsPlot"})
        trains.push_back(m_stack->findChild<QWidget *>(QLatin1String(plot)));
    for (QWidget *workspace : std::initializer_list<QWidget *>{m_train, m_filters}) {
        for (auto *tiles : workspace->findChildren<TileView *>())
            trains.push_back(tiles);
    }
    for (QWidget *each : trains)
        each->addAction(train);
    for (const char *name : {"realGrid", "sampleGrid", "chainTimeline"})
        m_gibbs->findChild<QWidget *>(QLatin1String(name))->addAction(chain);
}

void MainWindow::makeChainMenu() {
    QMenu *chain = menuBar()->addMenu(tr("&Chain"));
    chain->addAction(tr("Run or pause the chain"), Qt::SHIFT | Qt::Key_F5, this,
                     [this] { m_gibbs->playPause(); });
    chain->addAction(tr("One step"), Qt::SHIFT | Qt::Key_F10, this, [this] { m_gibbs->step(); });
    chain->addAction(tr("Pick other digits"), this, [this] { m_gibbs->pickOthers(); });
}

QMenu *MainWindow::makeHelpMenu() {
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("About RBM Explorer"), this, [this] {
        QMessageBox::about(
            this, tr("About RBM Explorer"),
            tr("<b>RBM Explorer %1</b><p>Watch a restricted Boltzmann machine learn: binary "
               "units, trained by persistent contrastive divergence.</p><p>The log-likelihood is "
               "estimated by annealed importance sampling from both sides, with a verdict whether "
               "it "
               "may be quoted. The dotted line is the estimate with ten temperatures of the "
               "example that this program grew out of: far too few.</p>"
               "<p>GPL-3.0-or-later.</p>")
                .arg(QCoreApplication::applicationVersion()));
    });
    help->addAction(tr("About Qt"), qApp, &QApplication::aboutQt);
    return help;
}

void MainWindow::takePreset(const TrainingConfig &config) {
    if (!mayLoseRun(tr("Start anew with another preset and lose the training since the last "
                       "save?")))
        return;
    tellRunIsKept();
    takeSettings(config);
}

void MainWindow::takeSettings(const TrainingConfig &config) {
    const LiveControls controls{config.learningRate, config.momentum};
    m_controls->setConfig(config, controls);
    m_session.setControls(controls);
    m_session.restart(config);
    clearCurve();
}

void MainWindow::openModel() {
    if (!mayLoseRun(tr("Open another model and lose the training since the last save?")))
        return;
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a model or checkpoint"), m_lastFolder.path(),
        tr("Models and shared runs (*.safetensors *.rbmx);;All files (*)"));
    if (path.isEmpty())
        return;
    m_lastFolder.chose(path);
    m_session.openModel(path);
}

bool MainWindow::saveModel() {
    const QString checkpoint = tr("Checkpoint, to go on exactly from here (*.safetensors)");
    const QString model = tr("Model (*.safetensors)");
    QString chosen;
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save the model"), m_lastFolder.fileNamed(QStringLiteral("model.safetensors")),
        checkpoint + QStringLiteral(";;") + model, &chosen);
    if (path.isEmpty())
        return false;
    m_lastFolder.chose(path);
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".safetensors");
    m_session.saveModel(path, chosen != model);
    return true;
}

bool MainWindow::mayLoseRun(const QString &question) {
    if (!m_session.snapshot().unsaved)
        return true;
    QMessageBox box(QMessageBox::Question, windowTitle(), question, QMessageBox::NoButton, this);
    box.setObjectName(QStringLiteral("unsavedQuestion"));
    QPushButton *lose = box.addButton(tr("Do not save"), QMessageBox::DestructiveRole);
    QPushButton *save = box.addButton(tr("Save…"), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(save);
    box.exec();
    if (box.clickedButton() == lose)
        return true;
    // The file is written by the worker: the person repeats the command then.
    if (box.clickedButton() == save)
        saveModel();
    return false;
}

} // namespace rbm
