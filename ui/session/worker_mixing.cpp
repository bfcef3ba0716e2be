// The part of the worker that lets plain and tempered chains run side by side. worker.cpp has the
// other commands.
#include "ui/session/worker.h"

#include <chrono>
#include <exception>

namespace rbm {

namespace {
constexpr std::chrono::milliseconds kMixingTurn{10};
} // namespace

void Worker::startMixing(const MixingStart &start) {
    if (m_trainer == nullptr || start.images == nullptr ||
        start.images->size() % m_data.train->imageSize() != 0)
        return;
    try {
        m_mixing.start(start, *m_backend, *m_trainer, m_data, m_chains.tellers());
    } catch (const std::exception &error) { // training goes on
        m_mixing.reset();
        tell(error);
    }
}

void Worker::playMixing(bool on) {
    m_mixing.play(on);
    wake();
}

void Worker::dropMixing() { m_mixing.reset(); }

bool Worker::advanceMixing() {
    const auto end = std::chrono::steady_clock::now() + kMixingTurn;
    bool hasWork = false;
    try {
        while (m_mixing.advance()) {
            hasWork = true;
            if (std::chrono::steady_clock::now() >= end || m_exchange.stopRequested())
                break;
        }
    } catch (const std::exception &error) { // training goes on
        m_mixing.reset();
        tell(error);
    }
    return hasWork;
}

void Worker::addMixing(TrainingSnapshot &snapshot, const SnapshotRequest &request) {
    snapshot.mixingStep = m_mixing.steps();
    snapshot.mixingRuns = m_mixing.isRunning();
    if (!request.mixing)
        return;
    try {
        snapshot.mixing = m_mixing.view();
    } catch (const std::exception &error) { // training goes on
        m_mixing.reset();
        tell(error);
    }
}

} // namespace rbm
