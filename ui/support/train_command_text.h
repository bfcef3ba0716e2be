#pragma once

#include "engine/training/training_config.h"

#include <QString>

namespace rbm {

/// The line `rbm train ...` that makes a run with these settings: the options that differ from
/// the defaults, and always the seed.
QString trainCommandText(const TrainingConfig &config);

/// What else makes a run: each is left out where it is empty.
struct TrainCommand {
    TrainingConfig config;
    QString data;     ///< folder, or "starter"
    QString backend;  ///< "--cuda" or "--no-cuda"
    QString controls; ///< file of their changes
};
/// The same line with these, quoted for a shell where that is needed.
QString trainCommandText(const TrainCommand &command);

} // namespace rbm
