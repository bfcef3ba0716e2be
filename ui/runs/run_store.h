#pragma once

#include "ui/runs/run_files.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace rbm {

/// The folder of runs, for the window's thread: every call returns at once, and a thread of
/// its own does the work, in order. The destructor waits until all is written.
class RunStore : public QObject {
    Q_OBJECT
public:
    explicit RunStore(const QString &folder, QObject *parent = nullptr);
    ~RunStore() override;

    const QString &folder() const { return m_folder; }

    /// filesRead() tells what is there, and the same tag.
    void read(int tag);
    void writeRun(const RunRecord &run);
    void writeLabel(const RunRecord &run);
    /// Moves it to where restoreRun() finds it.
    void deleteRun(const QString &id);
    void restoreRun(const QString &id);
    void clearDeletedRuns();

signals:
    void filesRead(const rbm::RunFolder &content, int tag);
    /// A run was deleted or brought back, or that failed.
    void moved();
    /// One sentence; nothing was lost.
    void failed(const QString &sentence);

private:
    void later(std::function<void()> work);
    void move(std::function<void()> work);

    QString m_folder;
    QThreadPool m_pool; ///< one thread
};

} // namespace rbm
