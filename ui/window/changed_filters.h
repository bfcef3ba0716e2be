#pragma once

#include "ui/session/snapshot.h"

#include <vector>

namespace rbm {

/// Finds the filters that the last update or two changed most, from one snapshot to the
/// next. Where the training makes more updates between them there is nothing to be seen by
/// eye, and none are told.
class ChangedFilters {
public:
    /// By unit, the most changed first; empty where this is not a step from the snapshot before.
    std::vector<int> take(const TrainingSnapshot &snapshot);

private:
    FloatTiles m_filters;
    std::uint64_t m_update = 0;
    QString m_run;
};

} // namespace rbm
