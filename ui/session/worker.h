#pragma once

#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/training/pcd_trainer.h"
#include "ui/session/exchange.h"
#include "ui/session/failed_task.h"
#include "ui/session/inspection_maker.h"
#include "ui/session/kept_run.h"
#include "ui/session/likelihood_checks.h"
#include "ui/session/mailbox.h"
#include "ui/session/mixing_run.h"
#include "ui/session/monitor_maker.h"
#include "ui/session/pace.h"
#include "ui/session/run_progress.h"
#include "ui/session/silenced_units.h"
#include "ui/session/tile_maker.h"
#include "ui/session/update_teller.h"
#include "ui/session/watched_chains.h"

#include <QObject>
#include <QTimer>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace rbm {

/// Owns the backend and the algorithms; lives on the session's worker thread.
/// Works in slices of about 15 ms and returns to its event loop between them,
/// so that what was posted takes its turn.
/// Trouble is told by `failed`, in one sentence; the last good state stays.
class Worker : public QObject {
    Q_OBJECT
public:
    Worker(Exchange &exchange, BackendChoice choice, const BackendOptions &options);
    ~Worker() override;

    /// Of the calling thread, the worker's: the window's goes first.
    static void lowerPriority();

    /// Any thread: runs `command` on the worker's, between two slices. All functions below are for
    /// that thread.
    void post(Mailbox<Worker>::Message command) { m_mail.post(*this, std::move(command)); }

    /// `name` is what people call these images; empty: the folder's name.
    void loadFolder(const QString &folder, const QString &name);
    void setData(const rbm::DatasetPair &data);

    /// A fresh model with these settings; what was trained before is dropped.
    void restart(const rbm::TrainingConfig &config);
    /// The run goes on there, from its present update. Where that backend cannot be used
    /// nothing changes.
    void setBackend(rbm::BackendChoice choice);
    void play();
    void pause();
    void step();
    /// Pauses, makes one update and tells it in its parts, see TrainingSnapshot::told.
    void tellUpdate();
    /// Trains to the end of the epoch under way, or of the next, and pauses there.
    void trainEpoch();
    /// Back to where the epoch before the last good one ended, paused. Does nothing where that
    /// is not known.
    void goBackOneEpoch();
    /// The run ends after this many epochs in all; a finished run can go on.
    void setEpochs(int epochs);
    /// Updates per second; 0: as fast as it goes.
    void setSpeed(double updatesPerSecond);
    /// Seconds that the trusted estimate of a check may take, from the next on.
    void setLikelihoodBudget(double seconds);
    /// Checks the likelihood of the model as it stands, or next if a check is under way.
    void measureLikelihood();

    void openModel(const QString &path);
    /// Shows a model from a file while nothing was trained yet: it can be looked at, sampled and
    /// measured, but no update is made of it; see TrainingSnapshot::onShow. Does nothing where
    /// a run has begun, or where the model does not fit the images.
    void showModel(const QString &path);
    /// Model files end in .safetensors; with `checkpoint` the file can be resumed exactly.
    void saveModel(const QString &path, bool checkpoint);
    /// Writes the history of the controls, for `rbm train --controls`.
    void saveControls(const QString &path);

    /// From now on every run is kept there: when it pauses, ends or makes room for another,
    /// and each half minute while it trains. What cannot be kept is dropped only after that
    /// was told.
    void keepRunsIn(const QString &folder);
    /// Goes on with a kept run, with its chains and momentum; the present run is kept first.
    void openRun(const QString &id);
    /// Keeps the present run now, where it has begun; ends with runKept() or runNotKept().
    void keepRun();

    /// Watched chains, paused at step 0.
    void startChains(const rbm::ChainStart &start);
    void playChains(bool on);
    void stepChains();
    /// Shows this step of the chains, while they may go on; -1: always the newest.
    void showChainStep(qint64 step);
    /// The chain of which all is told.
    void selectChain(int chain);
    void setChainSpeed(double stepsPerSecond);
    /// Tells what the steps so far follow from, by chainsRecorded(), where there are chains.
    void recordChains();

    /// Plain and tempered chains from these starts with the model as it is, paused at step 0;
    /// selectChain() chooses one of them, too. They run to kMixingLength, and another model
    /// ends them.
    void startMixing(const rbm::MixingStart &start);
    void playMixing(bool on);
    void dropMixing();

    /// In the watched chains and the picture of the persistent ones; the training
    /// keeps the unit.
    void switchUnit(quint32 unit, bool on);
    void switchAllUnitsOn();

    /// Puts a snapshot into the exchange.
    void publish(const rbm::SnapshotRequest &request);

signals:
    void dataLoaded(const rbm::DatasetPair &data);
    /// After dataLoaded(): where these images come from.
    void folderLoaded(const QString &folder);
    void modelOpened(const QString &path, const rbm::TrainingConfig &config,
                     const rbm::LiveControls &controls);
    void modelSaved(const QString &path);
    void controlsSaved(const QString &path);
    /// After modelOpened(): the file says that it was trained on these images, which are not
    /// the present ones.
    void otherImages(const QString &path, const QString &images);
    /// A kept run is the present one now.
    void runOpened(const rbm::RunProgress &run);
    /// Its file is as far as this.
    void runKept(const rbm::RunProgress &run);
    void runNotKept(const QString &sentence);
    /// `cudaTrouble`: why CUDA cannot be used; empty where it can.
    void backendReady(const QString &name, const QString &device, const rbm::Sentence &cudaTrouble);
    void failed(const QString &sentence, const rbm::FailedTask &task);
    /// The one who gets it owns it; it may go to any thread.
    void chainsRecorded(const std::shared_ptr<rbm::ChainReplay> &chains);
    /// The device stopped at update `at`, for the reason `details`; the run stands at update
    /// `safe` on the CPU.
    void deviceLost(quint64 at, quint64 safe, const QString &details);

private slots:
    void takeMail();

private:
    static constexpr int kKeepAfterStop = 250; ///< ms: the answer to the pause comes first

    void slice();
    void wake();
    void schedule();
    bool advanceTraining();
    bool advanceCheck();
    bool advanceChains();
    bool isBusy() const;
    bool isTrainingDue() const;
    void makeUpdate(const LiveControls &controls);
    void stepOnce(const LiveControls &controls);
    void endEpoch();
    void leaveDiverged();
    void tell(const std::exception &trouble, const FailedTask &task = {});
    void leaveDevice(const DeviceError &error);
    void moveTo(BackendChoice choice, const TrainingState &state);
    void makeFirstBackend();
    Sentence cudaTrouble() const;
    QString reasonAgainstCuda(const std::exception &error) const;
    void announceBackend();
    void begin(std::unique_ptr<PcdTrainer> trainer, RunState state);
    /// A trainer on these images; what fails on the way leaves the present run, but where memory
    /// runs out: then it goes back to its last good state, as the backend lost the present one.
    template <typename Start>
    std::unique_ptr<PcdTrainer> makeTrainer(const Start &start,
                                            const std::shared_ptr<const Dataset> &images);
    void takeData(const DatasetPair &data);
    void resume(const TrainingState &state);
    /// The same run: what of it is in no file stays unsaved.
    void goOnFrom(const TrainingState &state);
    void tellOtherSize(const QString &path, std::size_t visible, const QString &images);
    void requireFits(const RbmParameters &parameters) const;
    void countInPresentEpochs(TrainingState &state, const Model &model) const;
    ChainStates dreamsOf(const RbmParameters &parameters, std::size_t count);
    void leaveRun();
    void keepRunSoon(int milliseconds);
    RunProgress runProgress() const;
    void resetChains();
    std::shared_ptr<TrainingSnapshot> describeRun() const;
    CheckPace checkPace(const TrainingSnapshot &snapshot) const;
    void addTiles(TrainingSnapshot &snapshot, const SnapshotRequest &request);
    void addMonitors(TrainingSnapshot &snapshot, const SnapshotRequest &request);
    void addInspection(TrainingSnapshot &snapshot, const SnapshotRequest &request);
    void addMixing(TrainingSnapshot &snapshot, const SnapshotRequest &request);
    bool advanceInspection();
    bool advanceMixing();
    bool searchNearest();
    void advanceChain();
    void unitsSwitched();

    /// Runs `work`; an exception becomes `failed` and stops the training.
    void guarded(RunState after, const std::function<void()> &work, const FailedTask &task = {});

    Exchange &m_exchange;
    Mailbox<Worker> m_mail;
    BackendChoice m_choice;
    BackendOptions m_options;
    QTimer m_timer;
    std::unique_ptr<Backend> m_backend;
    DatasetPair m_data;
    QString m_dataKey; ///< tells m_data from others
    TrainingConfig m_config;
    RunState m_state = RunState::NoData;
    bool m_onShow = false; ///< a model that is not trained on, see showModel()
    std::unique_ptr<PcdTrainer> m_trainer;
    std::optional<TrainingState> m_lastGood; ///< of the last epoch's end
    std::optional<TrainingState> m_earlier;  ///< one epoch before that, where it was trained here
    bool m_pauseAtEpochEnd = false;
    bool m_refused = false; ///< the settings that a new run was wanted with; it is not this one
    std::uint64_t m_savedUpdate = 0;
    KeptRun m_kept;
    QTimer m_keepTimer; ///< keeps the run once the window had its answer
    LikelihoodChecks m_checks;

    InspectionMaker m_inspections;
    SilencedUnits m_silenced;
    UpdateTeller m_teller;

    std::optional<ChainStart> m_chainStart;
    WatchedChains m_chains;
    bool m_chainsRun = false;
    MixingRun m_mixing;

    Pace m_pace;
    Pace m_chainPace;
    TileMaker m_tiles;
    MonitorMaker m_monitors;
};

} // namespace rbm
