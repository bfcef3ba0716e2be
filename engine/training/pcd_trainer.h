#pragma once

#include "engine/backend/backend.h"
#include "engine/data/batch_loader.h"
#include "engine/model/model_file.h"
#include "engine/training/control_history.h"
#include "engine/training/tempering.h"
#include "engine/training/training_config.h"

#include <memory>
#include <optional>
#include <vector>

namespace rbm {

/// All that a run needs to go on bit for bit: see checkpoint.h for the file.
struct TrainingState {
    TrainingConfig config;
    LiveControls controls;
    std::uint64_t update = 0; ///< completed updates
    RbmParameters parameters;
    RbmParameters momentum;
    ChainStates chains;
    std::vector<float> hiddenOffsets;  ///< lambda of the centred gradient, [H]; else empty
    std::optional<RbmParameters> fast; ///< the fast parameters of fast PCD
    /// The mean of the parameters so far, over the part of the run to be averaged.
    std::optional<RbmParameters> average;
    std::uint64_t averaged = 0;            ///< how many parameters are in it
    std::optional<TemperedState> tempered; ///< of parallel tempering
    ControlHistory history;                ///< of the controls, as far as it is known
};

/// Gives the backend the state's parameters, momentum, offsets and fast parameters, but not its
/// chains.
void putModel(Backend &backend, const TrainingState &state);

/// Contrastive divergence with k steps, persistent as the original's or not, or with tempered
/// replicas beside the persistent chains. Holds
/// the schedule and the counters; the arithmetic is the backend's. Owned and
/// called by one thread, the one that owns the backend.
class PcdTrainer {
public:
    /// Starts a new run: sets the backend's parameters to a random start.
    PcdTrainer(Backend &backend, const std::shared_ptr<const Dataset> &data, TrainingConfig config,
               std::size_t loaderThreads = 0);

    /// Goes on from a state; throws Error where it does not fit the data. For a few updates the
    /// images need not be copied to where the backend computes: `Images::Sent`.
    enum class Images { Kept, Sent };
    PcdTrainer(Backend &backend, const std::shared_ptr<const Dataset> &data,
               const TrainingState &state, std::size_t loaderThreads = 0,
               Images images = Images::Kept);

    ~PcdTrainer();

    /// One update with these controls.
    void update(const LiveControls &controls);
    /// The images of the next update, and how it is made of `images` of them with these
    /// controls. The rule's visibleOffsets are the trainer's.
    LoadedBatch nextBatch() { return m_loader->load(m_update); }
    UpdateRule rule(const LiveControls &controls, std::size_t images) const;

    std::uint64_t updates() const { return m_update; }
    std::size_t updatesPerEpoch() const;
    /// Completed epochs.
    std::size_t epoch() const { return m_update / updatesPerEpoch(); }
    bool atEpochEnd() const { return m_update > 0 && m_update % updatesPerEpoch() == 0; }
    bool finished() const { return epoch() >= m_config.numEpoch; }
    /// The run ends after this many epochs in all; a finished run can go on. An average so far is
    /// dropped by the next update if its part of the run lies ahead then.
    void setNumEpoch(std::size_t epochs) { m_config.numEpoch = epochs; }

    const TrainingConfig &config() const { return m_config; }
    /// Those of the last update.
    const LiveControls &controls() const { return m_controls; }
    /// What the updates used, from the start of the run as far as that is known.
    const ControlHistory &history() const { return m_history; }
    const Chains &chains() const { return *m_chains; }
    /// The replicas of parallel tempering; null where the run has none.
    const Tempering *tempering() const { return m_tempering.get(); }
    TrainingState state() const;
    /// The mean of the parameters so far, where the config asks for it and its part of the run
    /// has begun.
    const std::optional<RbmParameters> &average() const { return m_average; }
    /// The averaged parameters where there are some, for a model file; `width` and `height` are
    /// those of the images.
    Model model(std::size_t width, std::size_t height) const;

private:
    void load(const std::shared_ptr<const Dataset> &data, std::size_t loaderThreads);
    void keepImages(const Dataset &data);
    void addToAverage();
    double partDone() const;

    Backend &m_backend;
    TrainingConfig m_config;
    LiveControls m_controls;
    std::uint64_t m_update = 0;
    std::unique_ptr<Chains> m_chains;
    std::unique_ptr<Tempering> m_tempering;
    std::unique_ptr<BatchLoader> m_loader;
    bool m_backendHasImages = false;     ///< it takes the rows by itself
    std::vector<float> m_visibleOffsets; ///< of the centred gradient; else empty
    std::optional<RbmParameters> m_average;
    std::uint64_t m_averaged = 0;
    ControlHistory m_history;
};

/// The step on the mean gradient: learning rate / batch size.
double effectiveStep(double learningRate, std::size_t batchSize);

} // namespace rbm
