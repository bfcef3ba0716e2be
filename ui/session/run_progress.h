#pragma once

#include "engine/training/training_config.h"

#include <QMetaType>
#include <QString>

#include <cstddef>
#include <cstdint>

namespace rbm {

/// How far a run is.
struct RunProgress {
    QString id; ///< unlike that of any other run
    TrainingConfig config;
    LiveControls controls; ///< those of the last update
    std::uint64_t update = 0;
    std::size_t updatesPerEpoch = 1;
};

} // namespace rbm

Q_DECLARE_METATYPE(rbm::RunProgress)
