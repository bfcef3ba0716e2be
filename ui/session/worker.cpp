#include "ui/session/worker.h"

#include "engine/base/error.h"
#include "engine/base/thread_priority.h"
#include "engine/data/idx.h"
#include "engine/training/checkpoint.h"
#include "ui/session/control_moves.h"
#include "ui/support/data_key.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>
#include <utility>

namespace rbm {

namespace {
std::filesystem::path toPath(const QString &path) { return path.toStdString(); }
} // namespace

Worker::Worker(Exchange &exchange, BackendChoice choice, const BackendOptions &options)
    : m_exchange(exchange), m_choice(choice), m_options(options), m_timer(this), m_keepTimer(this),
      m_checks(choice, options), m_inspections([this] { return makeBackend(m_choice, m_options); }),
      m_silenced([this] { return makeBackend(m_choice, m_options); }),
      m_teller([this] { return makeBackend(m_choice, m_options); }),
      m_chains([this] { return makeBackend(m_choice, m_options); }),
      m_mixing([this] { return makeBackend(m_choice, m_options); }) {
    connect(&m_timer, &QTimer::timeout, this, &Worker::slice);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_keepTimer, &QTimer::timeout, this, [this] {
        if (m_trainer != nullptr && m_kept.hasNews(m_trainer->updates()))
            keepRun();
    });
    m_keepTimer.setSingleShot(true);
}

Worker::~Worker() {
    try {
        leaveRun();
    } catch (const std::exception &) { // nobody is left who could be told
    }
}

void Worker::lowerPriority() { lowerPriorityOfThisThread(); }

/// The last resort: what none of the functions catches, for lack of memory perhaps, must not end
/// the program.
void Worker::takeMail() {
    guarded(m_state, [this] { m_mail.deliver(*this); });
}

void Worker::guarded(RunState after, const std::function<void()> &work, const FailedTask &task) {
    try {
        work();
    } catch (const std::exception &error) {
        m_state = m_trainer == nullptr ? RunState::NoData : after;
        schedule(); // what still runs goes on
        tell(error, task);
    }
}

void Worker::loadFolder(const QString &folder, const QString &name) {
    const auto load = [&] {
        DatasetPair data = loadDataFolder(toPath(folder));
        if (!name.isEmpty())
            data.name = name.toStdString();
        setData(data);
        if (m_data.train == data.train) // which the run may have refused to leave for
            emit folderLoaded(folder);
    };
    guarded(m_state, load, {FailedTask::Kind::LoadFolder, folder});
}

void Worker::setData(const DatasetPair &data) {
    guarded(m_state, [&] {
        if (data.test->imageSize() != data.train->imageSize())
            throw Error(Sentence("The test images do not have the size of the training images."));
        leaveRun();
        if (m_backend == nullptr)
            makeFirstBackend();
        if (m_trainer == nullptr) { // the images can be looked at, whatever becomes of a run
            takeData(data);
            restart(m_config);
            return;
        }
        requireValid(m_config);
        auto trainer = makeTrainer(m_config, data.train);
        takeData(data);
        begin(std::move(trainer), RunState::Idle);
        m_kept.begin(0);
    });
}

void Worker::takeData(const DatasetPair &data) {
    m_data = data;
    m_dataKey = dataKeyOf(*data.train);
    m_checks.setData(data);
    m_chainStart.reset();
    m_chains.clear();
    emit dataLoaded(data);
}

void Worker::restart(const TrainingConfig &config) {
    if (m_data.train == nullptr)
        return;
    // A run that is not begun yet is given up for another; one that is goes on if need be.
    m_refused = m_state == RunState::Idle;
    guarded(m_state, [&] {
        requireValid(config);
        leaveRun();
        begin(makeTrainer(config, m_data.train), RunState::Idle);
        m_kept.begin(0);
    });
}

template <typename Start>
std::unique_ptr<PcdTrainer> Worker::makeTrainer(const Start &start,
                                                const std::shared_ptr<const Dataset> &images) {
    std::optional<TrainingState> present;
    if (m_trainer != nullptr)
        present = m_trainer->state();
    try {
        return std::make_unique<PcdTrainer>(*m_backend, images, start);
    } catch (const DeviceError &) {
        throw;
    } catch (const Error &) {
        if (present)
            putModel(*m_backend, *present);
        throw;
    } catch (const std::bad_alloc &) {
        if (m_trainer != nullptr) {
            m_trainer.reset();
            const TrainingState good = *m_lastGood;
            const bool onShow = m_onShow;
            const std::uint64_t saved = m_savedUpdate;
            begin(std::make_unique<PcdTrainer>(*m_backend, m_data.train, good), m_state);
            m_onShow = onShow;
            m_savedUpdate = saved;
        }
        throw;
    }
}
template std::unique_ptr<PcdTrainer>
Worker::makeTrainer(const TrainingState &start, const std::shared_ptr<const Dataset> &images);

void Worker::begin(std::unique_ptr<PcdTrainer> trainer, RunState state) {
    m_refused = false;
    m_trainer = std::move(trainer);
    m_config = m_trainer->config();
    m_savedUpdate = m_trainer->updates();
    m_lastGood = m_trainer->state();
    m_earlier.reset();
    m_checks.beginAnew();
    m_exchange.dropReports();
    m_tiles.reset();
    m_monitors.reset();
    m_inspections.reset();
    m_silenced.reset();
    m_teller.reset();
    m_mixing.reset();
    m_pauseAtEpochEnd = false;
    m_onShow = false;
    m_pace.start();
    m_state = state;
    resetChains();
}

void Worker::play() {
    if (m_trainer == nullptr || m_trainer->finished() || m_state == RunState::Training ||
        m_onShow || m_refused)
        return;
    m_state = RunState::Training;
    m_pauseAtEpochEnd = false;
    m_pace.start();
    m_kept.play();
    m_checks.trainingResumes();
    wake();
}

void Worker::pause() {
    if (m_state != RunState::Training)
        return;
    m_state = RunState::Paused;
    m_pauseAtEpochEnd = false;
    keepRunSoon(kKeepAfterStop);
}

void Worker::setEpochs(int epochs) {
    if (m_onShow) // they are for the run to come
        return;
    m_config.numEpoch = static_cast<std::size_t>(std::max(1, epochs));
    if (m_trainer == nullptr)
        return;
    m_trainer->setNumEpoch(m_config.numEpoch);
    if (m_state == RunState::Finished && !m_trainer->finished())
        m_state = RunState::Paused;
}

void Worker::setSpeed(double updatesPerSecond) {
    m_pace.setLimit(updatesPerSecond);
    wake();
}

void Worker::setLikelihoodBudget(double seconds) { m_checks.setBudget(seconds); }

void Worker::measureLikelihood() {
    if (m_trainer == nullptr)
        return;
    guarded(m_state, [&] {
        m_checks.measure(m_trainer->state(), static_cast<double>(m_trainer->updates()) /
                                                 static_cast<double>(m_trainer->updatesPerEpoch()));
        wake();
    });
}

void Worker::openRun(const QString &id) {
    if (m_data.train == nullptr || id == m_kept.id())
        return;
    guarded(m_state, [&] {
        KeptRun::Lock lock = m_kept.lock(id);
        const TrainingState state = loadCheckpoint(toPath(m_kept.modelPath(id)));
        requireFits(state.parameters);
        leaveRun();
        resume(state);
        m_kept.resume(id, state.update, std::move(lock));
        emit runOpened(runProgress());
    });
}

void Worker::startChains(const ChainStart &start) {
    m_chainStart = start;
    guarded(m_state, [&] { resetChains(); });
    wake(); // trouble with the chains stops nothing else
}

void Worker::stepChains() {
    if (m_chains.any() && !m_chainsRun && m_chains.steps() < kChainLength)
        guarded(m_state, [&] { advanceChain(); });
    wake();
}

std::shared_ptr<TrainingSnapshot> Worker::describeRun() const {
    auto snapshot = std::make_shared<TrainingSnapshot>();
    snapshot->state = m_state;
    snapshot->onShow = m_onShow;
    snapshot->config = m_config;
    if (m_trainer != nullptr) {
        snapshot->controls = m_trainer->controls();
        snapshot->controlsMoved = m_trainer->history().differsFrom(m_config);
        snapshot->moves = restsOf(m_trainer->history(), m_trainer->updates());
        snapshot->startKnown = m_trainer->history().isKnown();
        snapshot->update = m_trainer->updates();
        snapshot->slowChains = !m_backend->hasFastChains();
        snapshot->updatesPerEpoch = m_trainer->updatesPerEpoch();
        if (m_kept.hasBegun(m_trainer->updates()))
            snapshot->run = m_kept.id();
        snapshot->unsaved =
            m_trainer->updates() != m_savedUpdate && (!m_kept.isOn() || m_kept.hasTrouble());
        snapshot->width = m_data.train->width;
        snapshot->height = m_data.train->height;
    }
    if (m_state == RunState::Training) {
        snapshot->updatesPerSecond = m_pace.perSecond();
        if (const double mean = m_pace.meanPerSecond(); mean > 0) {
            const auto all = static_cast<double>(m_config.numEpoch * snapshot->updatesPerEpoch);
            snapshot->secondsLeft = (all - static_cast<double>(snapshot->update)) / mean;
        }
    }
    snapshot->measuring = m_checks.progress();
    snapshot->checks = checkPace(*snapshot);
    snapshot->unitsOff = m_silenced.units();
    snapshot->told = m_teller.latest();
    return snapshot;
}

CheckPace Worker::checkPace(const TrainingSnapshot &snapshot) const {
    const CheckSchedule &schedule = m_checks.schedule();
    CheckPace pace;
    pace.seconds = schedule.secondsOfCheck();
    const double rate = m_pace.meanPerSecond();
    if (snapshot.state != RunState::Training || rate <= 0)
        return pace;
    const auto perEpoch = static_cast<double>(snapshot.updatesPerEpoch);
    const double secondsPerEpoch = perEpoch / rate;
    pace.everyEpochs = schedule.epochsBetween(secondsPerEpoch);
    if (snapshot.measuring)
        return pace;
    const double thisEpoch =
        (std::floor(snapshot.epoch()) + 1 - snapshot.epoch()) * secondsPerEpoch;
    const double others = std::ceil((schedule.secondsToWait() - thisEpoch) / secondsPerEpoch);
    pace.secondsToNext = std::min(thisEpoch + std::max(0.0, others) * secondsPerEpoch,
                                  snapshot.secondsLeft.value_or(thisEpoch));
    return pace;
}

void Worker::publish(const SnapshotRequest &request) {
    auto snapshot = describeRun();
    try {
        addTiles(*snapshot, request);
        addMonitors(*snapshot, request);
        addInspection(*snapshot, request);
        addMixing(*snapshot, request);
    } catch (const WeightsDiverged &) {
        leaveDiverged();
        snapshot = describeRun();           // the other told of the run that was left
    } catch (const std::exception &error) { // the device, or memory
        if (!m_onShow)
            m_state = m_trainer->finished() ? RunState::Finished : RunState::Paused;
        tell(error);
        snapshot = describeRun();
    }
    m_exchange.putSnapshot(std::move(snapshot));
}

void Worker::addTiles(TrainingSnapshot &snapshot, const SnapshotRequest &request) {
    if (m_trainer == nullptr)
        return;
    if (request.filters) {
        snapshot.filters = m_tiles.filters(*m_backend, m_trainer->updates());
        snapshot.filterScale = m_tiles.filterScale();
    }
    if (request.fantasies)
        snapshot.fantasies = m_tiles.fantasies(m_trainer->updates(), [this] {
            return m_silenced.any() ? m_silenced.fantasies(*m_backend, *m_trainer)
                                    : m_backend->visibleProbabilities(m_trainer->chains());
        });
    if (!m_chains.any())
        return;
    snapshot.chains.running = m_chainsRun;
    if (request.chains)
        m_chains.followModel(*m_backend, *m_trainer, false);
    m_chains.describe(snapshot.chains, request.chains ? &m_data : nullptr);
    wake(); // for the nearest digit and the visited ones
}

void Worker::addMonitors(TrainingSnapshot &snapshot, const SnapshotRequest &request) {
    if (m_trainer != nullptr && request.monitors)
        snapshot.monitors = m_monitors.values(*m_backend, *m_trainer, m_data);
}

void Worker::addInspection(TrainingSnapshot &snapshot, const SnapshotRequest &request) {
    if (m_trainer == nullptr || !request.inspection) {
        m_inspections.lookAway();
        return;
    }
    try {
        m_inspections.look(*m_backend, *m_trainer, m_data.train, m_state == RunState::Training);
    } catch (const std::exception &error) { // training goes on
        m_inspections.giveUp();
        tell(error);
    }
    snapshot.inspection = m_inspections.latest();
    if (m_inspections.isBusy()) {
        snapshot.inspecting = m_inspections.progress();
        wake();
    }
}

} // namespace rbm
