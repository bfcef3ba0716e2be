// How a run leaves this window and comes into another: opening by path, shared files, recent
// files, the command that repeats it. main_window.cpp has the rest.
#include "ui/support/starter_digits.h"
#include "ui/support/train_command_text.h"
#include "ui/window/bundled_model.h"
#include "ui/window/control_panel.h"
#include "ui/window/data_source.h"
#include "ui/window/drop_frame.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/open_target.h"
#include "ui/window/recent_files.h"
#include "ui/window/run_later.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStatusBar>

#include <memory>
#include <utility>

namespace rbm {

namespace {

bool isShared(const QString &path) { return QFileInfo(path).suffix() == u"rbmx"; }

QString withEnding(const QString &path, const QString &ending) {
    return path.isEmpty() || !QFileInfo(path).suffix().isEmpty() ? path : path + ending;
}

} // namespace

void MainWindow::addSharing(QMenu *file) {
    auto *share = new QAction(tr("Save for sharing…"), this);
    share->setObjectName(QStringLiteral("actionSaveShared"));
    share->setToolTip(tr("One file with settings, seed, changes of the controls and model"));
    connect(share, &QAction::triggered, this, &MainWindow::saveShared);
    file->addAction(share);
    m_recent = new RecentFiles(m_options.keepSettings, this);
    QMenu *recent = file->addMenu(tr("Open recent"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    m_recent->fill(recent);
}

void MainWindow::addCommands(QMenu *train) {
    auto *copy = new QAction(tr("Copy settings as command"), this);
    copy->setObjectName(QStringLiteral("actionCopyCommand"));
    connect(copy, &QAction::triggered, this, &MainWindow::copyCommand);
    auto *controls = new QAction(tr("Save controls…"), this);
    controls->setObjectName(QStringLiteral("actionSaveControls"));
    controls->setToolTip(tr("A table of all changes of learning rate and momentum, with which "
                            "rbm train repeats this run"));
    connect(controls, &QAction::triggered, this, &MainWindow::askForControls);
    train->addActions({copy, controls});
}

void MainWindow::connectSharing() {
    connectDrops();
    connect(m_recent, &RecentFiles::chosen, this, &MainWindow::openPath);
    connect(&m_session, &Session::modelOpened, this, [this](const QString &path) {
        if (path != bundledModelPath()) // which has an entry of its own, and goes with the program
            m_recent->add(path);
    });
    connect(&m_session, &Session::folderOpened, m_recent, &RecentFiles::add);
    connect(&m_session, &Session::modelSaved, this, &MainWindow::tellSaved);
    connect(&m_session, &Session::controlsSaved, this, &MainWindow::tellControls);
    connect(&m_session, &Session::otherImages, this, &MainWindow::tellOtherImages);
    // After the fresh model of the new images, which it replaces.
    connect(&m_session, &Session::dataChanged, this, [this] {
        if (!m_toOpen.isEmpty())
            m_session.openModel(std::exchange(m_toOpen, QString()));
    });
}

void MainWindow::connectDrops() {
    const auto *drops = new FileDrops(this);
    auto *frame = new DropFrame(this);
    connect(drops, &FileDrops::hovered, this, [this, frame](const QString &path) {
        frame->showAround();
        statusBar()->showMessage(tr("Drop to open %1.").arg(QFileInfo(path).fileName()));
    });
    connect(drops, &FileDrops::left, this, [this, frame] {
        frame->hide();
        statusBar()->clearMessage();
    });
    connect(drops, &FileDrops::dropped, this, &MainWindow::openPath);
}

void MainWindow::openPath(const QString &path) {
    auto target = std::make_shared<OpenTarget>();
    runLater(
        [path, target] { *target = targetOf(path); }, this,
        [this, path, target](const QString &) {
            if (target->kind == OpenTarget::Kind::Images ||
                target->kind == OpenTarget::Kind::Model) {
                openTarget(*target);
                return;
            }
            const bool gone = target->kind == OpenTarget::Kind::Missing && m_recent->remove(path);
            const QString text =
                gone ? tr("%1 is no longer there; it was removed from the recent files.").arg(path)
                     : target->reason;
            if (target->isFolder)
                m_source->tellWrongFolder(path, text);
            else
                tellWrongModel(text);
        });
}

void MainWindow::openTarget(const OpenTarget &target) {
    if (!mayLoseRun(tr("Open %1 and lose the training since the last save?")
                        .arg(QFileInfo(target.path).fileName())))
        return;
    if (target.kind == OpenTarget::Kind::Images)
        m_source->openFolder(target.path);
    else if (m_session.data().train == nullptr)
        m_toOpen = target.path; // once there are images
    else
        m_session.openModel(target.path);
}

void MainWindow::tellOtherImages(const QString &path, const QString &images) {
    m_notices->showNotice(
        NoticeBar::Kind::Warning,
        tr("%1 is open, but it was trained on %2, and the present images are %3.")
            .arg(QFileInfo(path).fileName(), images, QString::fromStdString(m_session.data().name)),
        {openItsFolder(path)});
}

void MainWindow::saveShared() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save for sharing"), m_lastFolder.fileNamed(QStringLiteral("run.rbmx")),
        tr("Shared runs (*.rbmx)"));
    if (path.isEmpty())
        return;
    m_lastFolder.chose(path);
    m_session.saveModel(withEnding(path, QStringLiteral(".rbmx")), true);
}

void MainWindow::tellSaved(const QString &path) {
    m_recent->add(path);
    m_notices->showNotice(NoticeBar::Kind::Information,
                          isShared(path)
                              ? tr("Saved %1: who opens it goes on exactly from here.").arg(path)
                              : tr("Saved %1.").arg(path),
                          {NoticeBar::showInFolder(path)});
}

/// The line that makes the present run, or that the settings would make.
QString MainWindow::commandLine(const QString &controls) const {
    const TrainingSnapshot &now = m_session.snapshot();
    // Once it trains, the sliders stand elsewhere than where the run began.
    TrainCommand command{
        now.update > 0 && !now.onShow ? now.config : m_controls->config(), {}, {}, controls};
    if (m_session.data().name == kStarterName)
        command.data = QStringLiteral("starter");
    else if (m_source->folder() != m_options.dataFolder || m_options.dataName.isEmpty())
        command.data = m_source->folder();
    // Where there is a choice, the same backend: another draws other numbers.
    if (m_session.backendName() == u"CUDA")
        command.backend = QStringLiteral("--cuda");
    else if (m_session.cudaTrouble().isEmpty())
        command.backend = QStringLiteral("--no-cuda");
    return trainCommandText(command);
}

void MainWindow::copyCommand() {
    const TrainingSnapshot &now = m_session.snapshot();
    const QString line = commandLine({});
    QApplication::clipboard()->setText(line);
    statusBar()->showMessage(tr("Copied: %1").arg(line), kSeen);
    if (now.update == 0 || now.onShow)
        return;
    if (!now.startKnown)
        m_notices->showNotice(NoticeBar::Kind::Information,
                              tr("Copied the settings. No command repeats this run, as it began "
                                 "from a model and not from a random start."));
    else if (now.controlsMoved)
        m_notices->showNotice(
            NoticeBar::Kind::Information,
            tr("Copied the settings, but controls were moved while this run trained. With a file "
               "of these changes the command repeats the run exactly."),
            {{tr("Save controls…"), [this] { askForControls(); }}});
}

void MainWindow::askForControls() {
    if (!m_session.snapshot().startKnown) {
        m_notices->showNotice(NoticeBar::Kind::Information,
                              tr("This run began from a model, so that its changes are not known "
                                 "from the start."));
        return;
    }
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the changes of the controls"),
        m_lastFolder.fileNamed(QStringLiteral("controls.csv")), tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    m_lastFolder.chose(path);
    m_session.saveControls(withEnding(path, QStringLiteral(".csv")));
}

void MainWindow::tellControls(const QString &path) {
    const QString line = commandLine(path);
    QApplication::clipboard()->setText(line);
    m_notices->showNotice(
        NoticeBar::Kind::Information,
        tr("Saved %1. The command that repeats this run is on the clipboard: %2").arg(path, line));
}

} // namespace rbm
