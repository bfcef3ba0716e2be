// The part of the worker that keeps its runs and what repeats them. worker.cpp has the other
// commands.
#include "ui/session/worker.h"

#include "engine/base/atomic_file.h"
#include "engine/base/error.h"
#include "ui/session/control_moves.h"
#include "ui/session/saving.h"
#include "ui/support/error_text.h"

#include <exception>
#include <span>
#include <string>

namespace rbm {

void Worker::keepRunsIn(const QString &folder) { m_kept.setFolder(folder); }

RunProgress Worker::runProgress() const {
    return {m_kept.id(),
            m_trainer->config(),
            m_trainer->controls(),
            m_trainer->updates(),
            m_trainer->updatesPerEpoch(),
            restsOf(m_trainer->history(), m_trainer->updates())};
}

void Worker::keepRun() {
    if (m_trainer == nullptr || !m_kept.isOn() || !m_kept.hasBegun(m_trainer->updates()))
        return;
    const bool knew = m_kept.hasTrouble();
    try {
        if (m_kept.hasNews(m_trainer->updates()))
            m_kept.keep(*m_trainer, m_data.train->width, m_data.train->height);
        emit runKept(runProgress());
    } catch (const std::exception &error) { // training goes on
        emit runNotKept(knew ? QString() : tr("This run cannot be kept: %1").arg(errorText(error)));
    }
}

/// The present run is about to be dropped: keeps it. Where that fails, throws the first time,
/// and lets it go once the window knows, which asks before it tries again.
void Worker::leaveRun() {
    m_keepTimer.stop();
    if (m_trainer == nullptr || !m_kept.hasNews(m_trainer->updates()))
        return;
    const bool knew = m_kept.hasTrouble();
    try {
        m_kept.keep(*m_trainer, m_data.train->width, m_data.train->height);
        emit runKept(runProgress());
    } catch (const std::exception &error) {
        if (!knew)
            throw Error(Sentence("The current run stays, because it cannot be kept: %1",
                                 sentenceOf(error)));
    }
}

void Worker::saveControls(const QString &path) {
    if (m_trainer == nullptr)
        return;
    ControlHistory history = m_trainer->history();
    // What was chosen since the last update holds for the next.
    history.record(m_trainer->updates(), m_exchange.controls(), m_config.numEpoch);
    const std::string text = history.toCsv();
    try {
        saveTo(path,
               [&] { writeFileAtomically(path.toStdString(), std::as_bytes(std::span(text))); });
        emit controlsSaved(path);
    } catch (const std::exception &error) { // training goes on
        tell(error, {FailedTask::Kind::SaveControls, path});
    }
}

void Worker::keepRunSoon(int milliseconds) {
    if (m_kept.isOn() && (!m_keepTimer.isActive() || m_keepTimer.remainingTime() > milliseconds))
        m_keepTimer.start(milliseconds);
}

} // namespace rbm
