#include "engine/cuda/cuda_model.h"

namespace rbm::cuda {

namespace {

DeviceParameters makeParameters(const Device &device, std::size_t visible, std::size_t hidden) {
    return {DeviceArray<float>(device, visible * hidden), DeviceArray<float>(device, visible),
            DeviceArray<float>(device, hidden)};
}

} // namespace

CudaChains::CudaChains(const Device &device, std::size_t chains, std::size_t visibleUnits,
                       std::size_t hiddenUnits)
    : visible(device, chains * visibleUnits), hidden(device, chains * hiddenUnits),
      m_count(chains) {
    visible.setZero();
    hidden.setZero();
}

void CudaModel::setParameters(const RbmParameters &p) {
    if (p.visible != m_visible || p.hidden != m_hidden) {
        DeviceParameters parameters = makeParameters(m_device, p.visible, p.hidden);
        DeviceParameters momentum = makeParameters(m_device, p.visible, p.hidden);
        DeviceArray<float> transposed(m_device, p.visible * p.hidden);
        m_parameters = std::move(parameters);
        m_transposed = std::move(transposed);
        m_momentum = std::move(momentum);
        m_visible = p.visible;
        m_hidden = p.hidden;
    }
    upload(p, m_parameters);
    follow();
    m_momentum.weights.setZero();
    m_momentum.visibleBias.setZero();
    m_momentum.hiddenBias.setZero();
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

void CudaModel::follow() const {
    transpose(m_device, m_parameters.weights.data(), m_visible, m_hidden, m_transposed.data());
}

void CudaModel::hiddenInputs(const float *visible, std::size_t rows, float *out) const {
    Product p;
    p.a = visible;
    p.b = m_parameters.weights.data();
    p.c = out;
    p.rows = rows;
    p.columns = m_hidden;
    p.inner = m_visible;
    m_device.multiply(p);
}

void CudaModel::visibleInputs(const float *hidden, std::size_t rows, float *out) const {
    Product p;
    p.a = hidden;
    p.b = m_parameters.weights.data();
    p.transposeB = true;
    p.c = out;
    p.rows = rows;
    p.columns = m_visible;
    p.inner = m_hidden;
    m_device.multiply(p);
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
