#pragma once

#include "ui/runs/run_record.h"

#include <QString>

#include <vector>

namespace rbm {

/// A setting as people read it.
struct RunSetting {
    QString name;
    QString value;
};

/// All settings of a run, its images among them; the same names in the same order for every
/// run. A rate or momentum that was changed meanwhile is told as "0.1 → 0.05".
std::vector<RunSetting> settingsOf(const RunRecord &run);

/// "PCD", and what else the trainer does other than the original: "PCD, centred, rate linear".
QString trainerText(const TrainingConfig &config);

/// What a run is made of, in one line: "500 hidden units, k = 30, batch 80, rate 0.1, ...".
QString settingsText(const TrainingConfig &config);

/// A setting in which some of these runs differ, with each one's value in their order.
struct SettingDifference {
    QString name;
    std::vector<QString> values;
};

/// In the order of settingsOf(); none of fewer than two runs.
std::vector<SettingDifference> differencesOf(const std::vector<RunRecord> &runs);

} // namespace rbm
