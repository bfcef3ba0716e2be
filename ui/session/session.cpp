#include "ui/session/session.h"

#include "ui/support/error_text.h"

#include <functional>
#include <utility>

namespace rbm {

namespace {
constexpr int kPullInterval = 33;   ///< ms
constexpr int kRestInterval = 1000; ///< ms, while nothing happens
constexpr int kRestful = 15;        ///< snapshots without news before a rest

BackendOptions besideAWindow() {
    BackendOptions options;
    options.background = true;
    return options;
}
} // namespace

Session::Session(BackendChoice choice, QObject *parent)
    : QObject(parent), m_worker(new Worker(m_exchange, choice, besideAWindow())), m_timer(this),
      m_snapshot(std::make_shared<TrainingSnapshot>()) {
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connectWorker();
    m_thread.setObjectName(QStringLiteral("worker"));
    m_thread.start();
    send([](Worker &worker) { worker.lowerPriority(); });
    connect(&m_timer, &QTimer::timeout, this, &Session::pull);
    m_timer.start(kPullInterval);
}

Session::~Session() {
    m_exchange.requestStop();
    m_thread.quit();
    m_thread.wait();
}

template <typename... Told, typename Then>
void Session::hear(void (Worker::*signal)(Told...), Then then) {
    connect(
        m_worker, signal, m_worker,
        [this, then](Told... told) {
            m_mail.post(*this,
                        [then, told...](Session &session) { std::invoke(then, session, told...); });
        },
        Qt::DirectConnection);
}

void Session::takeMail() { m_mail.deliver(*this); }

void Session::connectWorker() {
    hear(&Worker::dataLoaded, [](Session &session, const DatasetPair &data) {
        session.m_data = data;
        emit session.dataChanged();
        session.lookNow();
    });
    hear(&Worker::backendReady, [](Session &session, const QString &name, const QString &device,
                                   const Sentence &cudaTrouble) {
        session.m_backendName = name;
        session.m_backendDevice = device;
        session.m_cudaTrouble = cudaTrouble;
        emit session.backendChanged();
        session.lookNow();
    });
    hear(&Worker::folderLoaded, &Session::folderOpened);
    hearAndLook(&Worker::modelOpened, &Session::modelOpened);
    hearAndLook(&Worker::modelSaved, &Session::modelSaved);
    hear(&Worker::controlsSaved, &Session::controlsSaved);
    hear(&Worker::otherImages, &Session::otherImages);
    hearAndLook(&Worker::runOpened, &Session::runOpened);
    hear(&Worker::runKept, &Session::runKept);
    hear(&Worker::runNotKept, &Session::runNotKept);
    hear(&Worker::chainsRecorded, &Session::chainsRecorded);
    hearAndLook(&Worker::failed, &Session::failed);
    hearAndLook(&Worker::deviceLost, &Session::deviceLost);
}

template <typename... Told>
void Session::hearAndLook(void (Worker::*signal)(Told...), void (Session::*then)(Told...)) {
    hear(signal, [then](Session &session, Told... told) {
        session.lookNow();
        emit(session.*then)(told...);
    });
}

template <typename Command>
void Session::send(Command command) {
    m_worker->post(std::move(command));
}

template <typename Command>
void Session::post(Command command) {
    send(std::move(command));
    lookNow();
}

void Session::lookNow() {
    m_restful = 0;
    if (m_timer.interval() != kPullInterval)
        m_timer.start(kPullInterval);
}

bool Session::isAtRest() const {
    return m_snapshot->state != RunState::Training && !m_snapshot->measuring &&
           !m_snapshot->inspecting && !m_snapshot->chains.running &&
           !m_snapshot->chains.searching && !m_snapshot->mixingRuns;
}

void Session::pull() {
    if (const auto reports = m_exchange.takeReports(); !reports.empty())
        emit reportsTaken(reports);
    if (auto snapshot = m_exchange.takeSnapshot()) {
        m_requested = false;
        m_snapshot = std::move(snapshot);
        emit snapshotTaken(*m_snapshot);
        if (!isAtRest())
            lookNow();
        else if (++m_restful == kRestful)
            m_timer.start(kRestInterval);
    }
    if (!m_requested)
        requestSnapshot();
}

void Session::requestSnapshot() {
    m_requested = true;
    const SnapshotRequest request = m_visibleParts ? m_visibleParts() : SnapshotRequest{};
    send([request](Worker &worker) { worker.publish(request); });
}

void Session::setVisibleParts(std::function<SnapshotRequest()> parts) {
    m_visibleParts = std::move(parts);
}

void Session::setControls(const LiveControls &controls) { m_exchange.setControls(controls); }

void Session::loadFolder(const QString &folder, const QString &name) {
    post([folder, name](Worker &worker) { worker.loadFolder(folder, name); });
}

void Session::setData(const DatasetPair &data) {
    post([data](Worker &worker) { worker.setData(data); });
}

void Session::restart(const TrainingConfig &config) {
    post([config](Worker &worker) { worker.restart(config); });
}

QString Session::cudaTrouble() const { return textOf(m_cudaTrouble); }

void Session::setBackend(BackendChoice choice) {
    post([choice](Worker &worker) { worker.setBackend(choice); });
}

void Session::play() {
    post([](Worker &worker) { worker.play(); });
}

void Session::pause() {
    post([](Worker &worker) { worker.pause(); });
}

void Session::step() {
    post([](Worker &worker) { worker.step(); });
}

void Session::tellUpdate() {
    post([](Worker &worker) { worker.tellUpdate(); });
}

void Session::trainEpoch() {
    post([](Worker &worker) { worker.trainEpoch(); });
}

void Session::goBackOneEpoch() {
    post([](Worker &worker) { worker.goBackOneEpoch(); });
}

void Session::setEpochs(int epochs) {
    post([epochs](Worker &worker) { worker.setEpochs(epochs); });
}

void Session::setSpeed(double updatesPerSecond) {
    post([updatesPerSecond](Worker &worker) { worker.setSpeed(updatesPerSecond); });
}

void Session::setLikelihoodBudget(double seconds) {
    post([seconds](Worker &worker) { worker.setLikelihoodBudget(seconds); });
}

void Session::measureLikelihood() {
    post([](Worker &worker) { worker.measureLikelihood(); });
}

void Session::openModel(const QString &path) {
    post([path](Worker &worker) { worker.openModel(path); });
}

void Session::showModel(const QString &path) {
    post([path](Worker &worker) { worker.showModel(path); });
}

void Session::saveModel(const QString &path, bool checkpoint) {
    post([path, checkpoint](Worker &worker) { worker.saveModel(path, checkpoint); });
}

void Session::saveControls(const QString &path) {
    send([path](Worker &worker) { worker.saveControls(path); });
}

void Session::keepRunsIn(const QString &folder) {
    send([folder](Worker &worker) { worker.keepRunsIn(folder); });
}

void Session::openRun(const QString &id) {
    post([id](Worker &worker) { worker.openRun(id); });
}

void Session::keepRun() {
    send([](Worker &worker) { worker.keepRun(); });
}

void Session::startChains(ByteTiles starts, quint64 seed, ByteTiles clamped) {
    post([start = ChainStart{std::move(starts), std::move(clamped), seed}](Worker &worker) {
        worker.startChains(start);
    });
}

void Session::playChains(bool on) {
    post([on](Worker &worker) { worker.playChains(on); });
}

void Session::stepChains() {
    post([](Worker &worker) { worker.stepChains(); });
}

void Session::showChainStep(qint64 step) {
    post([step](Worker &worker) { worker.showChainStep(step); });
}

void Session::selectChain(int chain) {
    post([chain](Worker &worker) { worker.selectChain(chain); });
}

void Session::setChainSpeed(double stepsPerSecond) {
    post([stepsPerSecond](Worker &worker) { worker.setChainSpeed(stepsPerSecond); });
}

void Session::startMixing(ByteTiles starts, quint64 seed, int replicas) {
    post([start = MixingStart{std::move(starts), seed, replicas}](Worker &worker) {
        worker.startMixing(start);
    });
}

void Session::playMixing(bool on) {
    post([on](Worker &worker) { worker.playMixing(on); });
}

void Session::dropMixing() {
    post([](Worker &worker) { worker.dropMixing(); });
}

void Session::recordChains() {
    send([](Worker &worker) { worker.recordChains(); });
}

void Session::switchUnit(quint32 unit, bool on) {
    post([unit, on](Worker &worker) { worker.switchUnit(unit, on); });
}

void Session::switchAllUnitsOn() {
    post([](Worker &worker) { worker.switchAllUnitsOn(); });
}

} // namespace rbm
