#include "ui/session/kept_run.h"

#include "engine/base/error.h"
#include "engine/training/checkpoint.h"
#include "engine/training/divergence.h"

#include <QDateTime>
#include <QDir>
#include <QRandomGenerator>

#include <utility>

namespace rbm {

namespace {

constexpr std::chrono::seconds kInterval{30}; ///< between two keepings while it trains

QString newId() {
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss");
    return QStringLiteral("%1-%2").arg(time).arg(QRandomGenerator::system()->generate(), 8, 16,
                                                 QLatin1Char('0'));
}

} // namespace

void KeptRun::begin(std::uint64_t update) {
    m_id = newId();
    m_lock.reset();
    m_resumed = false;
    m_firstUpdate = update;
    m_keptUpdate = update;
    m_trouble = false;
    play();
}

void KeptRun::resume(const QString &id, std::uint64_t update, Lock lock) {
    m_id = id;
    m_lock = std::move(lock);
    m_resumed = true;
    m_keptUpdate = update;
    m_trouble = false;
    play();
}

KeptRun::Lock KeptRun::lock(const QString &id) const {
    const QString folder = QDir(m_folder).filePath(id);
    if (!QDir(folder).exists())
        throw Error(Sentence("There is no kept run %1; see Runs for those that there are.",
                             id.toStdString()));
    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(QStringLiteral("lock")));
    lock->setStaleLockTime(0); // a run may train for days; a lock without its program is stale
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        throw Error(Sentence("This run is open in another window of RBM Explorer; close it there "
                             "first. The current run is unchanged."));
    throw Error(
        Sentence("Cannot write into '%1'; check the folder's permissions and the free space.",
                 folder.toStdString()));
}

QString KeptRun::modelPath(const QString &id) const {
    return QDir(m_folder).filePath(id + QStringLiteral("/model.safetensors"));
}

bool KeptRun::isDue() const {
    return isOn() && std::chrono::steady_clock::now() - m_last >= kInterval;
}

void KeptRun::keep(const PcdTrainer &trainer, std::size_t width, std::size_t height) {
    play(); // one that fails is tried again after the interval, not at once
    const TrainingState state = trainer.state();
    if (divergenceOf(state.parameters) != Divergence::None)
        return;
    m_trouble = true; // unless all goes well
    QDir().mkpath(QDir(m_folder).filePath(m_id));
    if (m_lock == nullptr)
        m_lock = lock(m_id);
    saveCheckpoint(modelPath(m_id).toStdString(), state, width, height);
    m_keptUpdate = state.update;
    m_trouble = false;
}

} // namespace rbm
