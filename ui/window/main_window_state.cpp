// What the window says of the run's state. main_window.cpp has the rest.
#include "ui/runs/run_library.h"
#include "ui/theme/theme.h"
#include "ui/window/bundled_model.h"
#include "ui/window/control_panel.h"
#include "ui/window/exporter.h"
#include "ui/window/filters_workspace.h"
#include "ui/window/gibbs_workspace.h"
#include "ui/window/likelihood_settings.h"
#include "ui/window/main_window.h"
#include "ui/window/monitors_section.h"
#include "ui/window/runs_workspace.h"
#include "ui/window/train_workspace.h"
#include "ui/window/transport_bar.h"
#include "ui/window/units_off_bar.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QTimer>

#include <cmath>

namespace rbm {

namespace {
constexpr int kSlowPause = 150; ///< ms until "Pausing…" appears

QString timeText(double seconds) {
    const QLocale locale;
    return seconds < 90 ? MainWindow::tr("%1 s").arg(locale.toString(std::ceil(seconds), 'f', 0))
                        : MainWindow::tr("%1 min").arg(locale.toString(seconds / 60, 'f', 0));
}
} // namespace

void MainWindow::pause() {
    if (m_pauseWanted)
        return;
    m_pauseWanted = true;
    m_pausing.start();
    m_session.pause();
    // No snapshot comes while an update is under way, and a long one is what makes it slow.
    QTimer::singleShot(kSlowPause + 5, this, [this] { showState(m_session.snapshot()); });
}

void MainWindow::showSnapshot(const TrainingSnapshot &snapshot) {
    showState(snapshot);
    m_controls->monitors()->showValues(snapshot.monitors);
    m_train->show(snapshot);
    m_filters->show(snapshot);
    m_gibbs->show(snapshot);
    m_unitsOff->show(snapshot.unitsOff);
    m_library->follow(snapshot);
    m_runs->show(snapshot);
    tellSlowChains(snapshot);
    offerExport(); // last, as it asks the workspaces what they show
}

void MainWindow::showState(const TrainingSnapshot &snapshot) {
    if (snapshot.state != RunState::Training)
        m_pauseWanted = false;
    m_transport->show(snapshot, m_pauseWanted && m_pausing.elapsed() >= kSlowPause);
    m_controls->showState(snapshot.state);
    m_controls->likelihood()->showPace(snapshot.checks);
    m_measure->setEnabled(snapshot.state != RunState::NoData && !snapshot.measuring);
    const Theme &colours = theme(m_theme);
    const QLocale locale;
    const QString place = tr("epoch %1, update %2")
                              .arg(locale.toString(std::floor(snapshot.epoch()), 'f', 0),
                                   locale.toString(static_cast<qulonglong>(snapshot.update)));
    QString text;
    QColor dot = colours.text3;
    switch (snapshot.state) {
    case RunState::NoData:
        text = tr("Opening the images…");
        break;
    case RunState::Idle:
        text = idleText();
        break;
    case RunState::Training:
        text = tr("Training: %1.").arg(place);
        dot = colours.good;
        break;
    case RunState::Paused:
        text = tr("Paused: %1.").arg(place);
        dot = colours.warning;
        break;
    case RunState::Finished:
        text = tr("Finished: %1.").arg(place);
        if (snapshot.config.average > 0)
            text += tr(" The saved model is averaged.");
        dot = colours.accent;
        break;
    case RunState::Failed:
        text = tr("Stopped: %1.").arg(place);
        dot = colours.warning;
        break;
    }
    if (snapshot.measuring)
        text += tr(" Checking the likelihood, %1 %.").arg(std::lround(100 * *snapshot.measuring));
    else if (snapshot.checks.secondsToNext)
        text += tr(" Next likelihood check in %1.").arg(timeText(*snapshot.checks.secondsToNext));
    m_state->setText(text);
    m_state->setToolTip(text); // a long one gives way to what stands beside it
    m_dot->setStyleSheet(QStringLiteral("color: %1").arg(dot.name()));
}

QString MainWindow::idleText() const {
    if (m_session.snapshot().onShow)
        return tr("On show: %1. Train begins a run of your own.")
            .arg(modelName(bundledModelPath()));
    return tr("Ready to train on %1.").arg(QString::fromStdString(m_session.data().name));
}

} // namespace rbm
