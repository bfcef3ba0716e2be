// The part of the worker that chooses what computes. worker.cpp has the other commands.
#include "ui/session/worker.h"

#include "engine/base/error.h"
#include "ui/support/error_text.h"

#include <exception>
#include <new>
#include <optional>
#include <utility>

namespace rbm {

Sentence Worker::cudaTrouble() const {
    for (const BackendEntry &entry : listBackends(m_options)) {
        if (entry.name == "CUDA")
            return entry.reason;
    }
    return {};
}

/// Without a full stop, as the list of backends tells reasons.
QString Worker::reasonAgainstCuda(const std::exception &error) const {
    const Sentence listed = cudaTrouble();
    return textOf(listed.isEmpty() ? sentenceOf(error).withoutStop() : listed);
}

void Worker::announceBackend() {
    const BackendInfo info = m_backend->info();
    emit backendReady(QString::fromStdString(info.name), QString::fromStdString(info.device),
                      cudaTrouble());
}

/// A window shows images without a card too, and tells who asked for one.
void Worker::makeFirstBackend() {
    const Sentence trouble = m_choice == BackendChoice::Cuda ? cudaTrouble() : Sentence();
    if (!trouble.isEmpty()) {
        m_choice = BackendChoice::Cpu;
        m_checks.moveTo(m_choice);
    }
    m_backend = makeBackend(m_choice, m_options);
    announceBackend();
    if (!trouble.isEmpty())
        emit failed(textOf(trouble), {FailedTask::Kind::UseCuda});
}

void Worker::setBackend(BackendChoice choice) {
    if (m_trainer == nullptr) {
        m_choice = choice;
        return;
    }
    const auto goOn = [this, before = m_state, onShow = m_onShow] {
        m_state = before;
        m_onShow = onShow;
        wake();
    };
    std::optional<TrainingState> state;
    try {
        state = m_trainer->state();
        moveTo(choice, *state);
        goOn();
    } catch (const std::exception &error) {
        if (state && choice == BackendChoice::Cuda)
            guarded(m_state, [&] { // a card that failed at once costs no update
                if (m_trainer == nullptr)
                    moveTo(BackendChoice::Cpu, *state);
                goOn();
                emit failed(reasonAgainstCuda(error), {FailedTask::Kind::UseCuda});
            });
        else
            tell(error);
        announceBackend(); // the window showed the other already
    }
}

/// All that holds a backend gets a new one.
void Worker::moveTo(BackendChoice choice, const TrainingState &state) {
    auto backend = makeBackend(choice, m_options); // which may fail, while all still stands
    m_choice = choice;
    m_checks.moveTo(choice);
    m_inspections.dropBackend();
    m_silenced.dropBackend();
    m_teller.dropBackend();
    m_mixing.reset();
    m_chains.dropBackend();
    m_trainer.reset();
    m_backend = std::move(backend);
    goOnFrom(state);
    announceBackend();
}

void Worker::tell(const std::exception &trouble, const FailedTask &task) {
    if (m_trainer == nullptr) // not even the former run could be had again
        m_state = RunState::NoData;
    const auto *device = dynamic_cast<const DeviceError *>(&trouble);
    if (device != nullptr && m_lastGood)
        leaveDevice(*device);
    else if (dynamic_cast<const std::bad_alloc *>(&trouble) != nullptr)
        emit failed(tr("There is not enough memory for this; take smaller numbers, or close other "
                       "programs."),
                    {});
    else
        emit failed(errorText(trouble), task);
}

/// The model and all that is watched live on, on the CPU; whether the training does, the user
/// says.
void Worker::leaveDevice(const DeviceError &error) {
    const QString details = errorText(error);
    const TrainingState good = *m_lastGood;
    const std::uint64_t at = m_trainer != nullptr ? m_trainer->updates() : good.update;
    try {
        moveTo(BackendChoice::Cpu, good);
    } catch (const std::exception &trouble) {
        emit failed(details + QLatin1Char(' ') + errorText(trouble), {});
        return;
    }
    m_state = RunState::Failed;
    emit deviceLost(at, good.update, details);
}

} // namespace rbm
