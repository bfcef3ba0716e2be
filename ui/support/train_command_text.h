#pragma once

#include "engine/training/training_config.h"

#include <QString>

namespace rbm {

/// The line `rbm train ...` that makes a run with these settings: the options that differ from
/// the defaults, and always the seed.
QString trainCommandText(const TrainingConfig &config);

} // namespace rbm
