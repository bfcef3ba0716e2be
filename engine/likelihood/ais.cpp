#include "engine/likelihood/ais.h"

#include "engine/base/error.h"
#include "engine/likelihood/rounding_bridge.h"

#include <algorithm>
#include <cmath>

namespace rbm {

void requireValid(const AisOptions &options) {
    const auto check = [](const char *name, std::size_t value) {
        if (value < 1 || value > 10'000'000) {
            throw Error(std::string("--") + name + " must be between 1 and 10000000.");
        }
    };
    check("ais-batch-size", options.batchSize);
    check("ais-num-batch", options.numBatch);
    check("ais-intermediate-steps", options.intermediateSteps);
    check("ais-burn-in-steps", options.burnInSteps);
}

AisEstimator::AisEstimator(Backend &backend, const AisOptions &options, std::uint64_t seed)
    : m_backend(backend), m_options(options), m_seed(seed), m_sampled(backend.sampledParameters()) {
    requireValid(options);
}

AisEstimator::~AisEstimator() = default;

bool AisEstimator::done() const { return m_batch == m_options.numBatch; }

double AisEstimator::progress() const {
    const auto total = static_cast<double>(m_options.numBatch * m_options.intermediateSteps);
    return static_cast<double>(m_batch * m_options.intermediateSteps + m_temperature) / total;
}

void AisEstimator::beginBatch() {
    m_chains = m_backend.makeChains(m_options.batchSize);
    ChainStates states = m_backend.states(*m_chains);
    const std::size_t visible = m_sampled.visible;
    for (std::size_t run = 0; run < m_options.batchSize; ++run) {
        for (std::size_t i = 0; i < visible; ++i) {
            const auto bits =
                randomBits(m_seed, Purpose::Ais, 0,
                           static_cast<std::uint32_t>(m_batch * m_options.batchSize + run),
                           static_cast<std::uint32_t>(i));
            const double p = 1 / (1 + std::exp(-static_cast<double>(m_sampled.visibleBias[i])));
            states.visible[run * visible + i] = toUnit(bits) < p ? 1 : 0;
        }
    }
    m_backend.setStates(*m_chains, states);
    m_logWeights.resize((m_batch + 1) * m_options.batchSize, 0);
    // At beta 0 there are no hidden units: the sum is empty, not H log 2.
    m_previous.assign(m_options.batchSize, 0);
}

bool AisEstimator::advance() {
    if (done()) {
        return false;
    }
    if (m_temperature == 0) {
        beginBatch();
    }
    ++m_temperature;
    const double beta =
        static_cast<double>(m_temperature) / static_cast<double>(m_options.intermediateSteps);
    std::vector<double> now(m_options.batchSize);
    m_backend.hiddenLogSums(*m_chains, static_cast<float>(beta), now);
    for (std::size_t run = 0; run < now.size(); ++run) {
        m_logWeights[m_batch * m_options.batchSize + run] += now[run] - m_previous[run];
    }
    if (m_temperature == m_options.intermediateSteps) { // sweeps here would weigh nothing
        // The runs sampled from parameters that the backend may have rounded.
        const std::vector<double> bridge = roundingBridge(m_backend, *m_chains);
        for (std::size_t run = 0; run < bridge.size(); ++run) {
            m_logWeights[m_batch * m_options.batchSize + run] += bridge[run];
        }
        m_temperature = 0;
        ++m_batch;
        return !done();
    }
    Sweeps sweeps;
    sweeps.count = m_options.burnInSteps;
    sweeps.firstStep = (m_temperature - 1) * m_options.burnInSteps + 1;
    sweeps.purpose = Purpose::Ais;
    sweeps.seed = m_seed;
    sweeps.firstChain = static_cast<std::uint32_t>(m_batch * m_options.batchSize);
    sweeps.beta = static_cast<float>(beta);
    m_backend.gibbs(*m_chains, sweeps);
    // log p*_beta at the state after the sweeps, to be taken from the next one.
    m_backend.hiddenLogSums(*m_chains, static_cast<float>(beta), m_previous);
    return true;
}

LogPartition AisEstimator::result() const {
    if (!done()) {
        throw Error("Annealed importance sampling has not finished.");
    }
    double logZBase = 0;
    for (const float b : m_sampled.visibleBias) {
        logZBase += softplus(static_cast<double>(b));
    }
    LogPartition result = summariseWeights(m_logWeights, logZBase);
    result.method = "original";
    result.temperatures = m_options.intermediateSteps;
    return result;
}

} // namespace rbm
