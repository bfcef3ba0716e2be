// The part of the worker that goes on by measured steps: one update, one update told in its
// parts, one epoch. worker.cpp has the other commands.
#include "ui/session/worker.h"

#include <exception>
#include <utility>

namespace rbm {

namespace {
constexpr int kKeepAfterStep = 3000; ///< ms: a person may make many, one by one
} // namespace

void Worker::step() {
    if (m_state != RunState::Training)
        stepOnce(m_exchange.controls());
}

void Worker::stepOnce(const LiveControls &controls) {
    if (m_trainer == nullptr || m_trainer->finished() || m_onShow || m_refused)
        return;
    try {
        m_state = RunState::Paused;
        m_checks.trainingResumes();
        makeUpdate(controls);
        keepRunSoon(kKeepAfterStep);
        wake();
    } catch (const std::exception &error) {
        m_state = RunState::Failed;
        schedule(); // what still runs goes on
        tell(error);
    }
}

void Worker::tellUpdate() {
    if (m_trainer == nullptr || m_trainer->finished() || m_onShow || m_refused)
        return;
    pause();
    try {
        // One and the same for both, though a slider may be moving.
        const LiveControls controls = m_exchange.controls();
        UpdateStory story = m_teller.foretell(m_trainer->state(), m_data.train, controls);
        stepOnce(controls);
        // Where the weights diverged the run went back, and where the update failed it stands.
        if (m_trainer->updates() == story.after.update)
            m_teller.tell(std::move(story), m_trainer->state());
    } catch (const std::exception &error) { // nothing was changed
        tell(error);
    }
}

void Worker::trainEpoch() {
    play();
    m_pauseAtEpochEnd = m_state == RunState::Training;
}

} // namespace rbm
