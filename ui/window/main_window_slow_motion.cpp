// Slow motion, measured steps and the choice of less motion. main_window.cpp has the rest.
#include "ui/widgets/motion.h"
#include "ui/window/main_window.h"
#include "ui/window/slow_motion.h"
#include "ui/window/train_workspace.h"
#include "ui/window/transport_bar.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>

namespace rbm {

namespace {
const QString kReduceMotion = QStringLiteral("reduceMotion");
} // namespace

/// Adds the actions to the Train and the View menu.
void MainWindow::addSlowMotion(QMenu *train, QMenu *view) {
    m_epoch = new QAction(tr("One epoch"), this);
    m_epoch->setObjectName(QStringLiteral("actionEpoch"));
    m_epoch->setShortcut(Qt::CTRL | Qt::Key_F10);
    m_epoch->setToolTip(tr("Train to the end of the epoch, then pause (Ctrl+F10)"));
    connect(m_epoch, &QAction::triggered, this, [this] {
        leaveShownModel();
        m_session.trainEpoch();
    });
    m_slowMotion = new QAction(tr("Slow motion"), this);
    m_slowMotion->setObjectName(QStringLiteral("actionSlowMotion"));
    m_slowMotion->setCheckable(true);
    m_slowMotion->setShortcut(Qt::Key_F9);
    m_slowMotion->setToolTip(tr("Slow motion: one update in its parts (F9)"));
    // From another workspace it is never closed, but brought to sight.
    connect(m_slowMotion, &QAction::triggered, this,
            [this](bool wanted) { showSlowMotion(wanted || m_stack->currentIndex() != kTrain); });
    train->insertAction(m_restart, m_epoch);
    train->insertAction(m_restart, m_slowMotion);
    m_transport->addSlowMotion(m_slowMotion);
    connect(m_train->slowMotion(), &SlowMotion::closeWanted, this,
            [this] { showSlowMotion(false); });
    connect(m_train->slowMotion(), &SlowMotion::nextUpdateWanted, this, [this] {
        leaveShownModel();
        m_session.tellUpdate();
    });
    connect(&m_session, &Session::snapshotTaken, m_epoch, [this](const TrainingSnapshot &now) {
        m_epoch->setEnabled(now.state != RunState::NoData && now.state != RunState::Finished);
    });
    addReduceMotion(view);
}

void MainWindow::addReduceMotion(QMenu *view) {
    QAction *reduce = view->addAction(tr("Reduce motion"));
    reduce->setObjectName(QStringLiteral("actionReduceMotion"));
    reduce->setToolTip(tr("No pulses around filters that change"));
    reduce->setCheckable(true);
    reduce->setChecked(m_options.keepSettings && QSettings().value(kReduceMotion).toBool());
    setMotionReduced(reduce->isChecked());
    connect(reduce, &QAction::toggled, this, [this](bool reduced) {
        setMotionReduced(reduced);
        if (m_options.keepSettings)
            QSettings().setValue(kReduceMotion, reduced);
    });
}

void MainWindow::showSlowMotion(bool wanted) {
    m_slowMotion->setChecked(wanted);
    m_train->showSlowMotion(wanted); // before the workspace, or the curve is laid out in vain
    if (wanted) {
        setWorkspace(kTrain);
        m_train->slowMotion()->takeFocus();
    }
    m_session.lookNow();
}

/// What is only shown is not trained on.
void MainWindow::leaveShownModel() {
    if (m_session.snapshot().onShow)
        beginAnew();
}

/// While slow motion is open, the one update is told there.
void MainWindow::makeOneUpdate() {
    leaveShownModel();
    if (m_train->isSlowMotion())
        m_session.tellUpdate();
    else
        m_session.step();
}

} // namespace rbm
