#pragma once

#include "engine/benchmark/spread.h"
#include "engine/training/pcd_trainer.h"

#include <cstddef>

namespace rbm {

/// Means over chains and sweeps, in units.
struct LayerActivity {
    double on = 0;      ///< units that are 1
    double flipped = 0; ///< units that a half-step changes
};

struct Activity {
    LayerActivity visible;
    LayerActivity hidden;
};

/// How busy the persistent chains of `state` are: over `sweeps` Gibbs sweeps,
/// from where they stand. A model that learnt has few units on and fewer that
/// flip, which is what a fast backend lives on. Throws Error.
Activity measureActivity(Backend &backend, const TrainingState &state, std::size_t sweeps,
                         const Pulse &pulse = {});

} // namespace rbm
