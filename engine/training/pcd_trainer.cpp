#include "engine/training/pcd_trainer.h"

#include "engine/base/error.h"

namespace rbm {

double effectiveStep(double learningRate, std::size_t batchSize) {
    return learningRate / static_cast<double>(batchSize);
}

PcdTrainer::PcdTrainer(Backend &backend, std::shared_ptr<const Dataset> data, TrainingConfig config,
                       std::size_t loaderThreads)
    : m_backend(backend), m_config(config), m_controls{config.learningRate, config.momentum} {
    requireValid(config);
    const std::size_t visible = data->imageSize();
    m_loader = std::make_unique<BatchLoader>(std::move(data), config.batchSize, config.pixels,
                                             config.seed, loaderThreads);
    m_backend.setParameters(initialParameters(visible, config.numHidden, config.seed));
    m_chains = m_backend.makeChains(config.batchSize);
}

PcdTrainer::PcdTrainer(Backend &backend, std::shared_ptr<const Dataset> data,
                       const TrainingState &state, std::size_t loaderThreads)
    : m_backend(backend), m_config(state.config), m_controls(state.controls),
      m_update(state.update) {
    requireValid(m_config);
    if (state.parameters.visible != data->imageSize()) {
        throw Error("The checkpoint has " + std::to_string(state.parameters.visible) +
                    " visible units, but the images have " + std::to_string(data->imageSize()) +
                    " pixels; name the data it was trained on.");
    }
    if (state.parameters.hidden != m_config.numHidden || state.chains.count != m_config.batchSize) {
        throw Error("The checkpoint's arrays do not fit its settings; it cannot be resumed.");
    }
    m_loader = std::make_unique<BatchLoader>(std::move(data), m_config.batchSize, m_config.pixels,
                                             m_config.seed, loaderThreads);
    m_backend.setParameters(state.parameters);
    m_backend.setMomentum(state.momentum);
    m_chains = m_backend.makeChains(state.chains.count);
    m_backend.setStates(*m_chains, state.chains);
}

PcdTrainer::~PcdTrainer() = default;

std::size_t PcdTrainer::updatesPerEpoch() const { return m_loader->batchesPerEpoch(); }

void PcdTrainer::update(const LiveControls &controls) {
    const LoadedBatch batch = m_loader->load(m_update);
    // The original divides by the batch's own size once more in the optimiser.
    const UpdateRule rule{
        static_cast<float>(effectiveStep(controls.learningRate, batch.rows.size())),
        static_cast<float>(controls.momentum)};
    m_backend.pcdUpdate(*m_chains, batch.view(), m_config.k, rule, m_config.seed, m_update);
    m_controls = controls;
    ++m_update;
}

TrainingState PcdTrainer::state() const {
    return {m_config,
            m_controls,
            m_update,
            m_backend.parameters(),
            m_backend.momentum(),
            m_backend.states(*m_chains)};
}

Model PcdTrainer::model(std::size_t width, std::size_t height) const {
    Model model;
    model.parameters = m_backend.parameters();
    model.width = width;
    model.height = height;
    model.epoch = epoch();
    model.update = m_update;
    model.trainingConfig = toJson(m_config);
    return model;
}

} // namespace rbm
