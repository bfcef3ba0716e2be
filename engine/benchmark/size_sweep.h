#pragma once

#include "engine/backend/backend.h"
#include "engine/benchmark/spread.h"

#include <cstddef>
#include <vector>

namespace rbm {

/// The size of a model and of its training.
struct SweepShape {
    std::size_t visible = 784;
    std::size_t hidden = 500;
    std::size_t chains = 80; ///< and images of a mini-batch

    bool operator==(const SweepShape &) const = default;
};

/// The time of a random model of one shape, in nanoseconds per weight, chain
/// and half-step (a sweep is two half-steps): what a matrix product would
/// spend on one multiplication and addition.
struct SweepPoint {
    SweepShape shape;
    double update = 0; ///< a whole PCD-k update, spread over its 2 k half-steps
    double gibbs = 0;  ///< sweeps of watched chains
};

/// The original's shape, and from it each size alone from small to large:
/// 1 to 16384 hidden units, 100 to 3072 visible ones, 1 to 1000 chains; sizes
/// that fit no vector among them. `quick`: four small shapes.
std::vector<SweepShape> sweepShapes(bool quick = false);

/// The fastest of `repetitions`, each of one update with `k` steps and of `k`
/// sweeps. In the random model about 15 % of the visible and 35 % of the
/// hidden units are on, as in a trained one; but they are drawn afresh at each
/// half-step, so more of them flip. Throws Error.
SweepPoint measureShape(Backend &backend, const SweepShape &shape, std::size_t k,
                        std::size_t repetitions, const Pulse &pulse = {});

} // namespace rbm
