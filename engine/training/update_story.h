#pragma once

#include "engine/training/pcd_trainer.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace rbm {

/// One update of a run in its parts, with the numbers that it was really made of: the
/// positive phase, each sweep of the negative phase, and the state on either side.
struct UpdateStory {
    TrainingState before;
    TrainingState after;
    LoadedBatch batch;                 ///< v_data, [N, V]
    UpdateRule rule;                   ///< its visibleOffsets are empty: they stand below
    std::vector<float> visibleOffsets; ///< mu of the centred gradient, [V]; else empty
    std::vector<float> dataHidden;     ///< P(h = 1 | v_data), [N, H]
    std::size_t chains = 0;            ///< M, how many took part
    /// The states of the first chains: where they started, then after each of the k sweeps,
    /// or of the first of them where there are very many. The start of CD has the visible
    /// states of before, which it does not use.
    std::vector<ChainStates> sweeps;

    std::size_t images() const { return batch.rows.size(); }
    std::size_t visible() const { return before.parameters.visible; }
    std::size_t hidden() const { return before.parameters.hidden; }
};

/// What the update did to one hidden unit. The statistics are computed here, in double
/// precision, from the story's images and chains; what was before and after is the run's.
struct UnitStep {
    std::size_t unit = 0;
    std::vector<float> dataTerm; ///< mean of v_data P(h_j | v_data), [V]; centred where the rule is
    std::vector<float> modelTerm;   ///< mean of v_neg h_neg_j, [V]; likewise
    std::vector<float> gradient;    ///< model less data, with the weight decay's share, [V]
    std::vector<float> oldFilter;   ///< W_j before, [V]
    std::vector<float> newFilter;   ///< W_j after, [V]
    std::vector<float> oldMomentum; ///< [V]
    std::vector<float> newMomentum; ///< [V]
    float oldBias = 0;
    float newBias = 0;
    double dataOn = 0;  ///< mean of P(h_j | v_data)
    double modelOn = 0; ///< mean of h_neg_j
    /// The largest distance of the run's new filter and bias from what the update rule makes
    /// of the statistics above: rounding only.
    double gap = 0;
};

/// How much of the sweeps is kept.
struct StoryLimits {
    std::size_t chains = 8;
    std::size_t sweeps = 300;
};

/// Makes the update that follows on `before` with these controls, on `replay`, which is left
/// in the state after it, and records it. The random draws are those of the run, so `after`
/// is where the run's own trainer comes to on a backend of the same kind, bit for bit.
/// Throws Error, also where `before` does not fit the data.
UpdateStory recordUpdate(Backend &replay, const std::shared_ptr<const Dataset> &data,
                         const TrainingState &before, const LiveControls &controls,
                         const StoryLimits &limits = {});

UnitStep unitStep(const UpdateStory &story, std::size_t unit);

/// Euclidean norm of what each hidden unit's weights changed by, [H].
std::vector<double> filterChanges(const UpdateStory &story);

/// Whether a run's state after the update is bit for bit the one that the story ends with.
bool endsWith(const UpdateStory &story, const TrainingState &state);

} // namespace rbm
