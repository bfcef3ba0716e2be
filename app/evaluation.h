#pragma once

#include "engine/data/dataset.h"
#include "engine/likelihood/bidirectional.h"

#include <optional>
#include <ostream>

namespace rbm {

/// What `rbm evaluate` found out about a model.
struct Evaluation {
    LogPartition partition;
    Assessment assessment;
    std::optional<TrustedEstimate> trusted; ///< where that was the method
    Pixels pixels = Pixels::Gray;
    double testScore = 0; ///< mean of -F(v), nats per image; less log Z the log-likelihood
    double trainScore = 0;
    double seconds = 0;
};

/// One JSON object; numbers that are not finite become null.
void printJson(const Evaluation &result, std::ostream &out);

/// The same for people.
void printText(const Evaluation &result, std::ostream &out);

} // namespace rbm
