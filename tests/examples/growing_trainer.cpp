#include "tests/examples/growing_trainer.h"

#include "engine/base/error.h"
#include "engine/training/pcd_trainer.h"

#include <algorithm>
#include <string>
#include <utility>

namespace rbm::examples {

GrowingTrainer::GrowingTrainer(Backend &backend, std::shared_ptr<const Dataset> data,
                               const TrainingConfig &config, std::size_t firstK)
    : m_backend(backend), m_config(config), m_firstK(firstK),
      m_loader(data, config.batchSize, config.pixels, config.seed, 0) {
    requireValid(config);
    if (firstK < 1 || firstK > config.k) {
        throw Error("The first number of Gibbs steps is " + std::to_string(firstK) +
                    "; it must be from 1 to " + std::to_string(config.k) + ".");
    }
    m_backend.setParameters(initialParameters(data->imageSize(), config.numHidden, config.seed));
    m_chains = m_backend.makeChains(config.chains());
}

std::size_t GrowingTrainer::stepsOf(std::uint64_t update) const {
    const std::uint64_t last = std::max<std::uint64_t>(allUpdates(), 2) - 1;
    return m_firstK + (m_config.k - m_firstK) * std::min(update, last) / last;
}

void GrowingTrainer::update() {
    const LoadedBatch batch = m_loader.load(m_update);
    UpdateRule rule;
    rule.step = static_cast<float>(effectiveStep(m_config.learningRate, batch.rows.size()));
    rule.momentum = static_cast<float>(m_config.momentum);
    rule.chains = m_config.numChains;
    m_backend.pcdUpdate(*m_chains, batch.view(), stepsOf(m_update), rule, m_config.seed, m_update);
    ++m_update;
}

} // namespace rbm::examples
