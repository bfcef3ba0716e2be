#pragma once

#include "ui/runs/run_record.h"

#include <QStringList>

namespace rbm {

// The folder of runs. Each run has a folder of its own, named by its id:
//   run.json           settings and curve; written by the program that trains it
//   label.json         name and whether it is in the plot; written by whoever changes these
//   model.safetensors  its newest checkpoint
//   lock               while a program trains it
// Deleted runs are moved to .deleted and go for good a week later. All files are written
// atomically. These functions wait for the disk: never call them on the window's thread.

/// What a folder holds.
struct RunFolder {
    std::vector<RunRecord> runs; ///< by id, which is by age
    QStringList unreadable;      ///< a sentence for each run that cannot be read
};

/// Damaged and foreign entries are told, and stay as they are. A folder that does not exist
/// has no runs.
RunFolder readRuns(const QString &folder);

/// Each throws Error where it fails; nothing has changed then.
void writeRun(const QString &folder, const RunRecord &run);
void writeLabel(const QString &folder, const RunRecord &run);
/// Refuses a run that a program trains at the time.
void deleteRun(const QString &folder, const QString &id);
void restoreRun(const QString &folder, const QString &id);

/// Removes runs that were deleted more than a week ago.
void clearDeletedRuns(const QString &folder);

} // namespace rbm
