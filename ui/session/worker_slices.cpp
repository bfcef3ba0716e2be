// The part of the worker that does the work: training, checks and chains in
// slices. worker.cpp has the commands.
#include "ui/session/worker.h"

#include "engine/training/divergence.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace rbm {

namespace {
constexpr std::chrono::milliseconds kSlice{15};
constexpr std::chrono::milliseconds kChainTurn{10};
} // namespace

void Worker::wake() {
    if (isBusy())
        m_timer.start(0);
}

bool Worker::isBusy() const {
    return m_state == RunState::Training || m_checks.isRunning() || m_chainsRun ||
           m_inspections.isBusy() || m_chains.isSearching() || m_mixing.isRunning();
}

void Worker::slice() {
    const auto deadline = std::chrono::steady_clock::now() + kSlice;
    try {
        if (m_state == RunState::Training && m_kept.isDue())
            keepRun();
        do {
            if (m_exchange.stopRequested())
                break;
            // Each gets a turn, so that none stands still for long.
            const bool chains = advanceChains();
            const bool check = advanceCheck();
            const bool training = !check && advanceTraining();
            const bool inspection = advanceInspection();
            const bool search = searchNearest();
            const bool mixing = advanceMixing();
            if (!chains && !training && !check && !inspection && !search && !mixing)
                break;
        } while (std::chrono::steady_clock::now() < deadline);
    } catch (const std::exception &error) {
        m_state = RunState::Failed;
        m_checks.cancel();
        m_inspections.lookAway();
        m_chainsRun = false;
        tell(error);
    }
    schedule();
}

void Worker::schedule() {
    if (m_exchange.stopRequested() || !isBusy()) {
        m_timer.stop();
        return;
    }
    int wait = 1000;
    if (m_checks.isRunning() || m_inspections.isBusy() || m_chains.isSearching() ||
        m_mixing.isRunning())
        wait = 0;
    if (m_state == RunState::Training)
        wait = std::min(wait, m_pace.isDue() ? 0 : m_pace.millisecondsToWait());
    if (m_chainsRun)
        wait = std::min(wait, m_chainPace.isDue() ? 0 : m_chainPace.millisecondsToWait());
    m_timer.start(wait);
}

bool Worker::isTrainingDue() const { return m_state == RunState::Training && m_pace.isDue(); }

bool Worker::advanceTraining() {
    if (!isTrainingDue())
        return false;
    makeUpdate(m_exchange.controls());
    m_pace.count();
    return true;
}

void Worker::makeUpdate(const LiveControls &controls) {
    const auto began = std::chrono::steady_clock::now();
    m_trainer->update(controls);
    m_checks.trained(began);
    if (m_trainer->atEpochEnd())
        endEpoch();
}

void Worker::endEpoch() {
    TrainingState state = m_trainer->state();
    if (divergenceOf(state.parameters) != Divergence::None) {
        leaveDiverged();
        return;
    }
    m_earlier = std::exchange(m_lastGood, std::move(state)); // a check may fail
    // The first and the last epoch are always measured, the others as the time allows.
    const std::size_t epoch = m_trainer->epoch();
    if (epoch == 1 || m_trainer->finished() ||
        (!m_checks.isRunning() && m_checks.schedule().isDue()))
        m_checks.measure(*m_lastGood, static_cast<double>(epoch));
    if (m_trainer->finished()) {
        m_state = RunState::Finished;
        keepRunSoon(kKeepAfterStop);
    } else if (m_pauseAtEpochEnd) {
        pause();
    }
}

void Worker::leaveDiverged() {
    const TrainingState good = *m_lastGood;
    std::optional<TrainingState> earlier = std::move(m_earlier);
    const std::uint64_t bad = m_trainer->updates();
    const QLocale locale;
    const QString what = divergenceOf(m_backend->parameters()) == Divergence::Exploded
                             ? tr("grew beyond %1").arg(locale.toString(kExplodedParameter, 'f', 0))
                             : tr("became infinite");
    goOnFrom(good);
    m_earlier = std::move(earlier);
    const QString place =
        m_trainer->epoch() == 0
            ? tr("the start")
            : tr("the end of epoch %1").arg(locale.toString(qulonglong(m_trainer->epoch())));
    emit failed(tr("The weights %1 at update %2; training paused and went back to %3. "
                   "Lower the learning rate, then go on.")
                    .arg(what, locale.toString(qulonglong(bad)), place),
                {FailedTask::Kind::Diverged, {}, false, m_earlier.has_value()});
}

void Worker::goBackOneEpoch() {
    if (!m_earlier)
        return;
    const TrainingState earlier = *m_earlier;
    guarded(m_state, [&] {
        goOnFrom(earlier);
        keepRunSoon(kKeepAfterStop);
    });
}

bool Worker::advanceCheck() {
    // Beside the training it takes turns, so that neither starves.
    if (!m_checks.isRunning() || (isTrainingDue() && !m_checks.isBehind()))
        return false;
    if (auto report = m_checks.advance()) {
        report->run = m_kept.id();
        m_exchange.addReport(*report);
    }
    return true;
}

bool Worker::advanceInspection() {
    try {
        return m_inspections.advance();
    } catch (const std::exception &error) { // training goes on
        m_inspections.giveUp();
        tell(error);
        return false;
    }
}

bool Worker::advanceChains() {
    if (!m_chainsRun || !m_chains.any() || !m_chainPace.isDue())
        return false;
    // At full speed they get about as much time as an update takes.
    const auto end = std::chrono::steady_clock::now() + kChainTurn;
    do {
        advanceChain();
        m_chainPace.count();
        m_chainsRun = m_chains.steps() < kChainLength;
    } while (m_chainsRun && m_chainPace.unlimited() && std::chrono::steady_clock::now() < end);
    return true;
}

void Worker::advanceChain() {
    if (m_chains.steps() == 0)
        m_chains.followModel(*m_backend, *m_trainer, true);
    m_chains.advance();
}

bool Worker::searchNearest() { return m_chains.search(); }

void Worker::resetChains() {
    m_chains.clear();
    m_chainsRun = false;
    if (!m_chainStart || m_trainer == nullptr || m_chainStart->images == nullptr ||
        m_chainStart->images->empty() ||
        m_chainStart->images->size() % m_data.train->imageSize() != 0)
        return;
    m_chains.setUnitsOff(m_silenced.units());
    m_chains.start(*m_chainStart, *m_backend, *m_trainer);
}

void Worker::playChains(bool on) {
    m_chainsRun = on && m_chains.any() && m_chains.steps() < kChainLength;
    m_chainPace.start();
    wake();
}

void Worker::showChainStep(qint64 step) {
    if (step < 0)
        m_chains.show({});
    else
        m_chains.show(static_cast<std::uint64_t>(step));
}

void Worker::selectChain(int chain) {
    m_chains.select(chain);
    m_mixing.select(chain);
}

void Worker::switchUnit(quint32 unit, bool on) {
    if (m_trainer != nullptr && unit < m_config.numHidden)
        m_silenced.switchUnit(unit, on);
    unitsSwitched();
}

void Worker::switchAllUnitsOn() {
    m_silenced.switchAllOn();
    unitsSwitched();
}

void Worker::unitsSwitched() {
    try {
        if (m_silenced.any())
            m_silenced.backend(*m_backend, *m_trainer); // here, where it can fail without harm
        m_chains.setUnitsOff(m_silenced.units());
    } catch (const std::exception &error) {
        m_silenced.reset();
        tell(error);
    }
    // The pictures change although neither the update nor the chains' step does.
    m_tiles.resetPictures();
}

void Worker::recordChains() {
    if (!m_chains.any())
        return;
    // On the same kind of backend, as another may draw other states.
    const auto make = [choice = m_choice, options = m_options] {
        return makeBackend(choice, options);
    };
    emit chainsRecorded(std::make_shared<ChainReplay>(m_chains.recorded(), make));
}

void Worker::setChainSpeed(double stepsPerSecond) {
    m_chainPace.setLimit(stepsPerSecond);
    wake();
}

} // namespace rbm
