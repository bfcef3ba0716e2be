#pragma once

#include "engine/training/control_history.h"
#include "engine/training/training_config.h"

#include <QMetaType>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rbm {

/// How far a run is.
struct RunProgress {
    QString id; ///< unlike that of any other run
    TrainingConfig config;
    LiveControls controls; ///< those of the last update
    std::uint64_t update = 0;
    std::size_t updatesPerEpoch = 1;
    std::vector<ControlChange> moves; ///< of the controls while it trained, see restsOf()
};

} // namespace rbm

Q_DECLARE_METATYPE(rbm::RunProgress)
