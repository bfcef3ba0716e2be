#include "engine/cuda/cuda_model.h"

#include "engine/cuda/cluster_kernel.h"

namespace rbm::cuda {

DeviceParameters makeParameters(const Device &device, std::size_t visible, std::size_t hidden) {
    return {DeviceArray<float>(device, visible * hidden), DeviceArray<float>(device, visible),
            DeviceArray<float>(device, hidden)};
}

CudaChains::CudaChains(const Device &device, std::size_t chains, std::size_t visibleUnits,
                       std::size_t hiddenUnits)
    : visible(device, chains * visibleUnits), hidden(device, chains * hiddenUnits),
      m_count(chains) {
    visible.setZero();
    hidden.setZero();
}

void CudaModel::setParameters(const RbmParameters &p) {
    if (p.visible != m_visible || p.hidden != m_hidden) {
        takeShapes(p.visible, p.hidden);
    }
    upload(p, m_parameters);
    follow();
    changed();
    m_momentum.weights.setZero();
    m_momentum.visibleBias.setZero();
    m_momentum.hiddenBias.setZero();
}

/// Changes nothing where the card has not enough memory.
void CudaModel::takeShapes(std::size_t visible, std::size_t hidden) {
    DeviceParameters parameters = makeParameters(m_device, visible, hidden);
    DeviceParameters momentum = makeParameters(m_device, visible, hidden);
    const bool rounds = fitsClusters(m_device, visible, hidden);
    RoundedWeights rounded;
    DeviceArray<float> other(m_device, visible * hidden);
    if (rounds) {
        rounded = RoundedWeights(m_device, visible, hidden);
    }
    m_parameters = std::move(parameters);
    m_momentum = std::move(momentum);
    m_rounded = std::move(rounded);
    (rounds ? m_roundedValues : m_transposed) = std::move(other);
    (rounds ? m_transposed : m_roundedValues) = DeviceArray<float>();
    m_rounds = rounds;
    m_visible = visible;
    m_hidden = hidden;
}

void CudaModel::upload(const RbmParameters &from, const DeviceParameters &to) const {
    if (from.weights.size() != to.weights.size() ||
        from.visibleBias.size() != to.visibleBias.size() ||
        from.hiddenBias.size() != to.hiddenBias.size()) {
        throw Error("The parameters do not have the model's shapes.");
    }
    to.weights.upload(from.weights);
    to.visibleBias.upload(from.visibleBias);
    to.hiddenBias.upload(from.hiddenBias);
}

RbmParameters CudaModel::download(const DeviceParameters &from) const {
    RbmParameters p = RbmParameters::zeros(m_visible, m_hidden);
    from.weights.download(std::span(p.weights));
    from.visibleBias.download(std::span(p.visibleBias));
    from.hiddenBias.download(std::span(p.hiddenBias));
    return p;
}

RbmParameters CudaModel::sampledParameters() const {
    RbmParameters p = parameters();
    if (m_rounds) {
        chainWeights();
        m_roundedValues.download(std::span(p.weights));
    }
    return p;
}

const float *CudaModel::chainWeights() const {
    if (!m_rounds) {
        return m_parameters.weights.data();
    }
    if (m_isStale) {
        roundedValues(m_device, m_parameters.weights.data(), m_visible * m_hidden, m_rounded,
                      m_roundedValues.data());
        m_isStale = false;
    }
    return m_roundedValues.data();
}

void CudaModel::follow() const {
    const float *weights = m_parameters.weights.data();
    if (m_rounds) {
        roundWeights(m_device, weights, m_visible, m_hidden, m_rounded);
    } else {
        transpose(m_device, weights, m_visible, m_hidden, m_transposed.data());
    }
}

void CudaModel::hiddenInputs(const float *weights, const float *visible, std::size_t rows,
                             float *out) const {
    Product p;
    p.a = visible;
    p.b = weights;
    p.c = out;
    p.rows = rows;
    p.columns = m_hidden;
    p.inner = m_visible;
    m_device.multiply(p);
}

void CudaModel::visibleInputs(const float *weights, const float *hidden, std::size_t rows,
                              float *out) const {
    Product p;
    p.a = hidden;
    p.b = weights;
    p.transposeB = true;
    p.c = out;
    p.rows = rows;
    p.columns = m_visible;
    p.inner = m_hidden;
    m_device.multiply(p);
}

void CudaModel::sweep(const SweepTask &task) const {
    if (m_rounds) {
        sweepClusters(m_device, task, m_rounded);
    } else {
        sweepChains(m_device, task);
    }
}

SweepLayer visibleLayer(const CudaModel &model, float *states, Purpose purpose) {
    return {model.transposedWeights().data(),
            model.values().visibleBias.data(),
            nullptr,
            states,
            model.visibleUnits(),
            purpose};
}

SweepLayer hiddenLayer(const CudaModel &model, float *states, Purpose purpose) {
    return {model.values().weights.data(),
            model.values().hiddenBias.data(),
            nullptr,
            states,
            model.hiddenUnits(),
            purpose};
}

} // namespace rbm::cuda
