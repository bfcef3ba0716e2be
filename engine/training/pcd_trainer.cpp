#include "engine/training/pcd_trainer.h"

#include "engine/base/error.h"
#include "engine/training/training_memory.h"

namespace rbm {

double effectiveStep(double learningRate, std::size_t batchSize) {
    return learningRate / static_cast<double>(batchSize);
}

void putModel(Backend &backend, const TrainingState &state) {
    backend.setParameters(state.parameters);
    backend.setMomentum(state.momentum);
    if (!state.hiddenOffsets.empty()) {
        backend.setHiddenOffsets(state.hiddenOffsets);
    }
    if (state.fast) {
        backend.setFastParameters(*state.fast);
    }
}

PcdTrainer::PcdTrainer(Backend &backend, const std::shared_ptr<const Dataset> &data,
                       TrainingConfig config, std::size_t loaderThreads)
    : m_backend(backend), m_config(config), m_controls{config.learningRate, config.momentum} {
    requireValid(config);
    requireTrainingMemory(data->imageSize(), config, backend.isInMainMemory());
    RbmParameters start = initialParameters(data->imageSize(), config.numHidden, config.seed);
    if (config.dataBias) {
        start.visibleBias = meanPixelLogits(*data);
    }
    load(data, loaderThreads);
    m_backend.setParameters(start);
    m_chains = m_backend.makeChains(config.chains());
    if (config.algorithm == Algorithm::Pt) {
        m_tempering = std::make_unique<Tempering>(m_backend, config.chains(), config.numReplicas);
    }
    keepImages(*data);
}

PcdTrainer::PcdTrainer(Backend &backend, const std::shared_ptr<const Dataset> &data,
                       const TrainingState &state, std::size_t loaderThreads, Images images)
    : m_backend(backend), m_config(state.config), m_controls(state.controls),
      m_update(state.update), m_average(state.average), m_averaged(state.averaged),
      m_history(state.history) {
    requireValid(m_config);
    if (state.parameters.visible != data->imageSize()) {
        throw Error(Sentence("The checkpoint has %1 visible units, but the images have %2 pixels; "
                             "name the data it was trained on.",
                             state.parameters.visible, data->imageSize()));
    }
    if (state.parameters.hidden != m_config.numHidden || state.chains.count != m_config.chains()) {
        throw Error(
            Sentence("The checkpoint's arrays do not fit its settings; it cannot be resumed."));
    }
    requireTrainingMemory(data->imageSize(), m_config, backend.isInMainMemory());
    load(data, loaderThreads);
    putModel(m_backend, state);
    m_chains = m_backend.makeChains(state.chains.count);
    m_backend.setStates(*m_chains, state.chains);
    if (m_config.algorithm == Algorithm::Pt) {
        if (!state.tempered || state.tempered->betas.size() != m_config.numReplicas) {
            throw Error(Sentence(
                "The checkpoint's replicas do not fit its settings; it cannot be resumed."));
        }
        m_tempering = std::make_unique<Tempering>(m_backend, *state.tempered);
    }
    if (images == Images::Kept) {
        keepImages(*data);
    }
}

PcdTrainer::~PcdTrainer() = default;

/// Last, as all else needs room there more.
void PcdTrainer::keepImages(const Dataset &data) {
    m_backendHasImages = m_backend.keepImages(data, m_config.pixels, m_config.seed);
}

void PcdTrainer::load(const std::shared_ptr<const Dataset> &data, std::size_t loaderThreads) {
    if (m_config.centred) {
        const std::vector<double> means = meanPixels(*data);
        m_visibleOffsets.assign(means.begin(), means.end());
    }
    m_loader = std::make_unique<BatchLoader>(data, m_config.batchSize, m_config.pixels,
                                             m_config.seed, loaderThreads);
}

std::size_t PcdTrainer::updatesPerEpoch() const { return m_loader->batchesPerEpoch(); }

/// Of the whole run, 0 to 1.
double PcdTrainer::partDone() const {
    const auto all = static_cast<double>(m_config.numEpoch * updatesPerEpoch());
    return all > 0 ? static_cast<double>(m_update) / all : 1;
}

UpdateRule PcdTrainer::rule(const LiveControls &controls, std::size_t images) const {
    UpdateRule rule;
    const double rate = controls.learningRate * scheduleFactor(m_config.schedule, partDone());
    // The original divides by the batch's own size once more in the optimiser.
    rule.step = static_cast<float>(effectiveStep(rate, images));
    rule.momentum = static_cast<float>(controls.momentum);
    rule.nesterov = m_config.nesterov;
    rule.weightDecay = static_cast<float>(m_config.weightDecay);
    rule.chains = m_config.numChains;
    rule.startAtData = m_config.algorithm == Algorithm::Cd;
    rule.visibleOffsets = m_visibleOffsets;
    rule.sparsityCost = static_cast<float>(m_config.sparsityCost);
    rule.sparsityTarget = static_cast<float>(m_config.sparsityTarget);
    if (m_config.algorithm == Algorithm::Fpcd) {
        rule.fast = true;
        rule.fastStep = static_cast<float>(effectiveStep(m_config.fastLearningRate, images));
    }
    return rule;
}

void PcdTrainer::update(const LiveControls &controls) {
    const LoadedBatch batch = m_backendHasImages ? m_loader->loadRows(m_update) : nextBatch();
    if (m_tempering) {
        m_tempering->advance(*m_chains, m_config.k, m_config.seed, m_update);
    }
    m_backend.pcdUpdate(*m_chains, batch.view(), m_config.k, rule(controls, batch.rows.size()),
                        m_config.seed, m_update);
    m_history.record(m_update, controls, m_config.numEpoch);
    m_controls = controls;
    ++m_update;
    addToAverage();
}

/// Parameters of neighbouring updates are much alike: every tenth is enough, and the last. A run
/// that was made longer has its last part ahead of it again.
void PcdTrainer::addToAverage() {
    constexpr std::uint64_t kEvery = 10;
    if (partDone() < 1 - m_config.average) {
        m_average.reset();
        m_averaged = 0;
        return;
    }
    if (m_config.average <= 0 || (m_update % kEvery != 0 && !finished())) {
        return;
    }
    const RbmParameters now = m_backend.parameters();
    if (!m_average) {
        m_average = now;
        m_averaged = 1;
        return;
    }
    const float share = 1 / static_cast<float>(++m_averaged);
    const auto add = [share](std::vector<float> &mean, const std::vector<float> &values) {
        for (std::size_t at = 0; at < mean.size(); ++at) {
            mean[at] += share * (values[at] - mean[at]);
        }
    };
    add(m_average->weights, now.weights);
    add(m_average->visibleBias, now.visibleBias);
    add(m_average->hiddenBias, now.hiddenBias);
}

TrainingState PcdTrainer::state() const {
    TrainingState state;
    state.config = m_config;
    state.controls = m_controls;
    state.update = m_update;
    state.parameters = m_backend.parameters();
    state.momentum = m_backend.momentum();
    state.chains = m_backend.states(*m_chains);
    if (m_config.centred) {
        state.hiddenOffsets = m_backend.hiddenOffsets();
    }
    if (m_config.algorithm == Algorithm::Fpcd) {
        state.fast = m_backend.fastParameters();
    }
    state.average = m_average;
    state.averaged = m_averaged;
    state.history = m_history;
    if (m_tempering) {
        state.tempered = m_tempering->state();
    }
    return state;
}

Model PcdTrainer::model(std::size_t width, std::size_t height) const {
    Model model;
    model.parameters = m_average ? *m_average : m_backend.parameters();
    model.width = width;
    model.height = height;
    model.epoch = epoch();
    model.update = m_update;
    model.trainingConfig = toJson(m_config);
    return model;
}

} // namespace rbm
