#pragma once

#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"

#include <QToolBar>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QTabBar;

namespace rbm {

class SegmentedControl;

/// The strip at the top: start and pause, step, restart; how far the run is;
/// the workspaces; how fast it goes; the theme.
class TransportBar : public QToolBar {
    Q_OBJECT
public:
    struct Actions {
        QAction *playPause;
        QAction *step;
        QAction *restart;
        QAction *theme;
    };

    /// `twoRows`: the workspaces and what follows them stand in secondRow(), where the window is
    /// too narrow for one.
    TransportBar(const Actions &actions, const QStringList &workspaces, bool twoRows,
                 QWidget *parent);
    QToolBar *secondRow() const { return m_secondRow; } ///< null where one row has it all

    void applyTheme(const Theme &theme);
    void show(const TrainingSnapshot &snapshot, bool pausing);
    /// A switch beside the step.
    void addSlowMotion(QAction *action);
    QTabBar *tabs() const { return m_tabs; }
    /// `name`: the backend in use; `cudaTrouble`: why CUDA cannot be, or empty.
    void showBackend(const QString &name, const QString &cudaTrouble);

signals:
    void cudaChosen(bool cuda);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setCompact(bool compact);
    void addProgress();
    void addWorkspaces(QToolBar &row, const QStringList &names);
    void addSpeed(QToolBar &row);
    void addBackends(QToolBar &row);
    void showMainButton(const TrainingSnapshot &snapshot, bool pausing);
    void showProgress(const TrainingSnapshot &snapshot);

    Actions m_actions;
    QToolBar *m_secondRow = nullptr;
    QAction *m_slowMotion = nullptr;
    QPushButton *m_main;
    QLabel *m_epoch;
    QLabel *m_left;
    QProgressBar *m_progress;
    QTabBar *m_tabs;
    QWidget *m_speedBox;
    QLabel *m_speed;
    SegmentedControl *m_backends;
    Theme m_theme{};
    QString m_mainIcon;
};

/// "9 min left" and the like; empty where unknown.
QString timeLeft(std::optional<double> seconds);

} // namespace rbm
