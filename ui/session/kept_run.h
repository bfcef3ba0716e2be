#pragma once

#include <QLockFile>
#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>

namespace rbm {

class PcdTrainer;

/// The run that trains, as it is kept in a folder of its own: <folder>/<id>/model.safetensors,
/// a checkpoint. Whoever trains a run holds its lock file, so that two programs on the same
/// folder never write the same run. Belongs to the worker's thread.
class KeptRun {
public:
    using Lock = std::unique_ptr<QLockFile>;

    /// Where runs are kept; empty, as at first: none is.
    void setFolder(const QString &folder) { m_folder = folder; }
    bool isOn() const { return !m_folder.isEmpty(); }

    /// A new run, with so many updates behind it; it has no file until keep().
    void begin(std::uint64_t update);
    /// Goes on with a kept run, whose lock was taken before.
    void resume(const QString &id, std::uint64_t update, Lock lock);
    /// The lock of a kept run. Throws Error where another program trains it, or where its
    /// folder cannot be written.
    Lock lock(const QString &id) const;

    /// Unique among all runs of all programs; begins with the time, so that ids sort by age.
    const QString &id() const { return m_id; }
    QString modelPath(const QString &id) const;

    /// The training begins or goes on.
    void play() { m_last = std::chrono::steady_clock::now(); }
    /// Whether the last keeping, or the start of the training, is half a minute ago.
    bool isDue() const;
    /// Whether it is a run yet: an update was made, or it was one before.
    bool hasBegun(std::uint64_t update) const { return m_resumed || update != m_firstUpdate; }
    bool hasNews(std::uint64_t update) const { return isOn() && update != m_keptUpdate; }
    /// Writes the checkpoint; `width` and `height` are those of the images. Parameters that
    /// diverged are passed over: the last good file stays. Throws Error where it cannot be
    /// written; the file of before is whole then, too.
    void keep(const PcdTrainer &trainer, std::size_t width, std::size_t height);
    /// Whether the last keep() failed.
    bool hasTrouble() const { return m_trouble; }

private:
    QString m_folder;
    QString m_id;
    Lock m_lock;
    std::uint64_t m_firstUpdate = 0;
    bool m_resumed = false;
    std::uint64_t m_keptUpdate = 0;
    std::chrono::steady_clock::time_point m_last;
    bool m_trouble = false;
};

} // namespace rbm
