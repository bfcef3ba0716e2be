#pragma once

#include "engine/backend/backend_list.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/window/exports.h"
#include "ui/window/last_folder.h"
#include "ui/window/notice_bar.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QStringList>
#include <QTime>

#include <functional>
#include <optional>
#include <utility>

class QDockWidget;
class QLabel;
class QMenu;
class QStackedWidget;
class QTimer;

namespace rbm {

class ControlPanel;
class DataSource;
class EarlierRuns;
class Exporter;
class FiltersWorkspace;
class GibbsWorkspace;
class LogPanel;
struct OpenTarget;
class PartStyles;
class RecentFiles;
class RunLibrary;
class RunsWorkspace;
class TrainWorkspace;
class ThemeMenu;
class TransportBar;
class UnitsMemory;
class UnitsOffBar;

struct WindowOptions {
    QString dataFolder;       ///< where MNIST is looked for and downloaded to
    bool dataIsNamed = false; ///< by a person, who wants these images and no others
    QString dataName;         ///< what people call its images; empty: the folder's name
    QStringList mirrors;      ///< empty: the public ones
    BackendChoice backend = BackendChoice::Auto;
    QString runsFolder;       ///< where runs are kept; empty: none is
    bool keepSettings = true; ///< geometry, theme, zoom and monitors from the last time
    QString run;              ///< a kept run to begin with; empty: none
    /// Begins with the bundled model on show where nothing of one's own is kept or remembered.
    bool bundledAtStart = false;
    /// Starts the program anew, with this run; the window is closed by then. None: a person has
    /// to.
    std::function<void(const QString &run)> restart;
};

/// The program's window. Everything it shows comes from the session's snapshots;
/// everything it changes goes to the session as a command.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowOptions &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    Session &session() { return m_session; }

    /// Opens a model, a shared run, or images by their folder or one of its files; whatever is
    /// wrong with it is told by a notice.
    void openPath(const QString &path);

    /// Writes pictures and plots, and asks what and where.
    Exporter &exporter() { return *m_exporter; }

    /// Begins a lesson, or the tour; one that is under way ends.
    void startLesson(const QString &id);

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int kSeen = 6000; ///< ms of a message in the status bar

    enum Workspace { kTrain, kFilters, kGibbs, kRuns };
    class Teaching; ///< what lessons and explanations need of the window

    void makeActions();
    void makeMenus();
    void makeChainMenu();
    void addSpaceKey();
    QMenu *makeHelpMenu();
    void addKeptCurvesTo(QMenu *train);
    void makeTeaching();
    void makeLog();
    void connectLog();
    void addLog(QMenu *view);
    void restoreLog();
    void saveLog() const;
    void addSlowMotion(QMenu *train, QMenu *view);
    void addReduceMotion(QMenu *view);
    void addEarlierRuns(QMenu *view);
    void addLook(QMenu *view);
    void tellZoom(int percent);
    void startAgain();
    void fitToScreen();
    bool isNarrow() const;
    QWidget *frameOfWorkspaces(QWidget *centre);
    void makeParts();
    void showSlowMotion(bool wanted);
    void makeOneUpdate();
    void makeCentre();
    void makeControlDock();
    void makeStatusBar();
    void connectSession();
    void connectWorkspaces();
    void connectUnits();
    void connectRuns();
    void restoreSettings();
    void saveSettings() const;

    void playPause();
    void addEpochs(TrainingConfig config);
    void pause();
    void restart();
    void openModel();
    static QString modelName(const QString &path);
    bool saveModel();
    void startRun();
    void beginAnew();
    void leaveShownModel();
    void showBundledModel();
    QString idleText() const;
    void setTheme(ThemeKind kind);
    void setWorkspace(int index);
    void takePreset(const TrainingConfig &config);
    void takeSettings(const TrainingConfig &config);
    void controlsChanged(const LiveControls &controls);
    void showSnapshot(const TrainingSnapshot &snapshot);
    void showState(const TrainingSnapshot &snapshot);
    void showSaved();
    void dropOldNotice(const TrainingSnapshot &now);
    void showTrouble(const QString &sentence, const FailedTask &task = {});
    void tellWrongModel(const QString &text);
    NoticeBar::Action openItsFolder(const QString &model);
    void tellNotSaved(const QString &sentence, const FailedTask &task);
    void tellSlowChains(const TrainingSnapshot &snapshot);
    void tellDiverged(const QString &text, bool canGoBack);
    void forgetStop();
    void tellNoCuda(const QString &reason);
    void showDeviceLoss(quint64 at, quint64 safe, const QString &details);
    void tellDeviceLoss(const QString &text, const QString &details);
    SnapshotRequest visibleParts() const;
    void offerExport();
    ExportKind kindOfWorkspace() const;
    bool mayLoseRun(const QString &question);

    void addSharing(QMenu *file);
    void addCommands(QMenu *train);
    void connectSharing();
    void connectDrops();
    void openTarget(const OpenTarget &target);
    void tellOtherImages(const QString &path, const QString &images);
    void saveShared();
    void tellSaved(const QString &path);
    QString commandLine(const QString &controls) const;
    void copyCommand();
    void askForControls();
    void tellControls(const QString &path);

    void openRun(const QString &run, Workspace then, bool goOn);
    void runOpened(const RunProgress &progress);
    void clearCurve();
    void markControls(double epoch, const LiveControls &controls);
    void deleteRuns(const QStringList &runs);
    void connectExports();
    void keepRunBeforeClosing();
    void tellNotKept();
    void forgetNotKept();
    void tellRunIsKept();

    WindowOptions m_options;
    Session m_session;
    ThemeKind m_theme = ThemeKind::Light;
    ThemeMenu *m_themeMenu = nullptr;
    PartStyles *m_styles = nullptr;
    QString m_zoomNotice; ///< what was last said of the zoom
    TransportBar *m_transport = nullptr;
    NoticeBar *m_notices = nullptr;
    UnitsOffBar *m_unitsOff = nullptr;
    UnitsMemory *m_unitsMemory = nullptr;
    QStackedWidget *m_stack = nullptr;
    QDockWidget *m_controlDock = nullptr;
    ControlPanel *m_controls = nullptr;
    TrainWorkspace *m_train = nullptr;
    FiltersWorkspace *m_filters = nullptr;
    GibbsWorkspace *m_gibbs = nullptr;
    RunLibrary *m_library = nullptr;
    EarlierRuns *m_earlierRuns = nullptr;
    RunsWorkspace *m_runs = nullptr;
    LogPanel *m_log = nullptr;
    Workspace m_afterOpening = kTrain; ///< of a kept run: what to show, and whether to train on
    bool m_goOn = false;
    LastFolder m_lastFolder; ///< of file dialogs
    DataSource *m_source = nullptr;
    Exporter *m_exporter = nullptr;
    RecentFiles *m_recent = nullptr;
    std::optional<QString> m_slowRun; ///< the run of whose slow chains was told
    QString m_stop;                   ///< what was last said of a run that stopped by itself
    QString m_notKept;                ///< why the present run could not be kept
    bool m_keepAgain = false;         ///< a person asked to try
    QString m_toOpen;                 ///< a model that waits for its images
    Teaching *m_teaching = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_dot = nullptr;
    QLabel *m_device = nullptr;
    QLabel *m_saved = nullptr;
    QString m_openedModel;        ///< the notice of the one that was opened last
    bool m_openedIsShown = false; ///< by a snapshot
    std::pair<const char *, QTime> m_savedAt{nullptr, {}}; ///< what was done, and when
    QAction *m_playPause = nullptr;
    QAction *m_step = nullptr;
    QAction *m_restart = nullptr;
    QAction *m_epoch = nullptr;
    QAction *m_slowMotion = nullptr;
    QAction *m_measure = nullptr;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    QAction *m_export = nullptr;
    QAction *m_themeAction = nullptr;
    QTimer *m_markTimer = nullptr; ///< a slider came to rest
    bool m_pauseWanted = false;
    QElapsedTimer m_pausing;
};

} // namespace rbm
