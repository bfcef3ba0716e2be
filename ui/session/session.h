#pragma once

#include "engine/base/sentence.h"
#include "ui/session/mailbox.h"
#include "ui/session/worker.h"

#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace rbm {

/// The window's view of the engine, on the window's thread; the only class of
/// the interface that knows about threads. Commands return at once and are done
/// by the worker between two slices. A timer takes the newest snapshot 30 times
/// a second and asks for the next; at most one is under way.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(BackendChoice choice = BackendChoice::Auto, QObject *parent = nullptr);
    /// Ends the worker after its present update or temperature.
    ~Session() override;

    /// `name` is what people call these images; empty: the folder's name.
    void loadFolder(const QString &folder, const QString &name = {});
    void setData(const DatasetPair &data);
    void restart(const TrainingConfig &config);
    void setBackend(BackendChoice choice);
    void play();
    void pause();
    void step();
    /// One update, told in its parts; it pauses the training. See TrainingSnapshot::told.
    void tellUpdate();
    /// Trains to the end of the epoch under way, or of the next, and pauses there.
    void trainEpoch();
    /// From the last good epoch's end to that of the epoch before it, paused; does nothing where
    /// that is not known.
    void goBackOneEpoch();
    void setEpochs(int epochs);
    void setSpeed(double updatesPerSecond);
    /// Seconds that the trusted estimate of a check may take, from the next check on.
    void setLikelihoodBudget(double seconds);
    /// Checks the likelihood of the model as it stands; reportsTaken() tells it.
    void measureLikelihood();
    /// In force from the next update on; may be called as often as a mouse moves.
    void setControls(const LiveControls &controls);
    void openModel(const QString &path);
    /// While nothing was trained yet: see Worker::showModel().
    void showModel(const QString &path);
    void saveModel(const QString &path, bool checkpoint);
    /// For `rbm train --controls`; controlsSaved() or failed() tells.
    void saveControls(const QString &path);

    /// Keeps every run as <folder>/<id>/model.safetensors, see Worker::keepRunsIn().
    void keepRunsIn(const QString &folder);
    /// Goes on with a kept run; runOpened() or failed() tells.
    void openRun(const QString &id);
    /// Keeps the present run now, where it has begun; runKept() or runNotKept() tells.
    void keepRun();

    /// `clamped` is 1 where a start's pixel is held: [V] for all chains, or [count, V];
    /// null: none is.
    void startChains(ByteTiles starts, quint64 seed, ByteTiles clamped = nullptr);
    void playChains(bool on);
    void stepChains();
    /// Any step that was made can be shown again; -1: always the newest.
    void showChainStep(qint64 step);
    void selectChain(int chain);
    void setChainSpeed(double stepsPerSecond);
    /// chainsRecorded() hands out what the steps so far follow from; the chains may go on.
    void recordChains();

    /// Plain and tempered chains side by side, see Worker::startMixing().
    void startMixing(ByteTiles starts, quint64 seed, int replicas);
    void playMixing(bool on);
    void dropMixing();

    /// In what a person watches; the training keeps the unit.
    void switchUnit(quint32 unit, bool on);
    void switchAllUnitsOn();

    /// Asked before each snapshot: what can be seen now.
    void setVisibleParts(std::function<SnapshotRequest()> parts);

    /// Something else can be seen now. While nothing happens, snapshots are taken
    /// but once a second; this and every command end that rest.
    void lookNow();

    const DatasetPair &data() const { return m_data; }
    /// The newest snapshot taken; never null.
    const TrainingSnapshot &snapshot() const { return *m_snapshot; }
    QString backendName() const { return m_backendName; }
    QString backendDevice() const { return m_backendDevice; }
    /// Why CUDA cannot be used; empty where it can.
    QString cudaTrouble() const;

signals:
    void snapshotTaken(const rbm::TrainingSnapshot &snapshot);
    void reportsTaken(const std::vector<rbm::LikelihoodReport> &reports);
    void dataChanged();
    /// After dataChanged(): where these images come from.
    void folderOpened(const QString &folder);
    void modelOpened(const QString &path, const rbm::TrainingConfig &config,
                     const rbm::LiveControls &controls);
    void modelSaved(const QString &path);
    void controlsSaved(const QString &path);
    /// After modelOpened(): the file says that it was trained on these images, which are not
    /// the present ones.
    void otherImages(const QString &path, const QString &images);
    void runOpened(const rbm::RunProgress &run);
    void runKept(const rbm::RunProgress &run);
    /// Empty where that was told before.
    void runNotKept(const QString &sentence);
    void backendChanged();
    void chainsRecorded(const std::shared_ptr<rbm::ChainReplay> &chains);
    void failed(const QString &sentence, const rbm::FailedTask &task);
    /// The device stopped at update `at`, for the reason `details`; the run stands at update
    /// `safe` on the CPU, and play() goes on there.
    void deviceLost(quint64 at, quint64 safe, const QString &details);

private slots:
    void takeMail();

private:
    void pull();
    void requestSnapshot();
    void connectWorker();
    /// What the worker tells by `signal` goes on to `then`, a signal or a function that is given
    /// this session, on the session's own thread.
    template <typename... Told, typename Then>
    void hear(void (Worker::*signal)(Told...), Then then);
    /// The same, and looks at once what came of it.
    template <typename... Told>
    void hearAndLook(void (Worker::*signal)(Told...), void (Session::*then)(Told...));
    /// Runs `command` on the worker's thread, between two slices.
    template <typename Command>
    void send(Command command);
    /// The same, and looks at once what comes of it.
    template <typename Command>
    void post(Command command);
    bool isAtRest() const;

    Exchange m_exchange;
    Mailbox<Session> m_mail;
    QThread m_thread;
    Worker *m_worker; ///< lives on m_thread, deleted with it
    QTimer m_timer;
    bool m_requested = false;
    int m_restful = 0; ///< snapshots in a row in which nothing happened
    std::function<SnapshotRequest()> m_visibleParts;
    std::shared_ptr<const TrainingSnapshot> m_snapshot;
    DatasetPair m_data;
    QString m_backendName;
    QString m_backendDevice;
    Sentence m_cudaTrouble; ///< so that it can be said in another language later
};

} // namespace rbm
