#include "engine/cuda/gradient.h"

#include <algorithm>

namespace rbm::cuda {

bool Gradient::reset() {
    const std::size_t visible = m_model.visibleUnits();
    const std::size_t hidden = m_model.hiddenUnits();
    const bool others = m_mu.size() != visible || m_lambda.size() != hidden;
    if (others) {
        m_values = DeviceParameters(m_device, visible, hidden);
        m_means = DeviceArray<float>(m_device, visible + hidden);
        m_mu = DeviceArray<float>(m_device, visible);
        m_sentMu.clear();
        m_lambda = DeviceArray<float>(m_device, hidden);
        m_decay = {};
    }
    m_lambda.upload(std::vector<float>(hidden, 0.5F));
    return others;
}

bool Gradient::holds(std::size_t images, bool decays) const {
    return m_data.size() >= images * m_model.visibleUnits() &&
           m_dataHidden.size() >= images * m_model.hiddenUnits() &&
           (!decays || m_decay.size() >= m_model.visibleUnits() * m_model.hiddenUnits());
}

void Gradient::reserve(std::size_t images, bool decays) {
    cuda::reserve(m_device, m_data, images * m_model.visibleUnits());
    cuda::reserve(m_device, m_dataHidden, images * m_model.hiddenUnits());
    if (decays) {
        cuda::reserve(m_device, m_decay, m_model.visibleUnits() * m_model.hiddenUnits());
    }
}

void Gradient::setVisibleOffsets(std::span<const float> offsets) {
    if (!std::equal(offsets.begin(), offsets.end(), m_sentMu.begin(), m_sentMu.end())) {
        m_mu.upload(offsets);
        m_sentMu.assign(offsets.begin(), offsets.end());
    }
}

void Gradient::takeData(const Device &stream, std::size_t images) const {
    const std::size_t visible = m_model.visibleUnits();
    const std::size_t hidden = m_model.hiddenUnits();
    Product p;
    p.a = data();
    p.transposeA = true;
    p.b = dataHidden();
    p.c = m_values.weights();
    p.rows = visible;
    p.columns = hidden;
    p.inner = images;
    p.alpha = -1 / static_cast<float>(images);
    stream.multiply(p);
    columnMeans(stream, {{data(), visible, nullptr, m_means.data()},
                         {dataHidden(), hidden, nullptr, m_means.data() + visible},
                         images});
}

void Gradient::addChains(const float *visible, const float *hidden, std::size_t chains) const {
    Product p;
    p.a = visible;
    p.transposeA = true;
    p.b = hidden;
    p.c = m_values.weights();
    p.rows = m_model.visibleUnits();
    p.columns = m_model.hiddenUnits();
    p.inner = chains;
    p.alpha = 1 / static_cast<float>(chains);
    p.beta = 1;
    m_device.multiply(p);
    columnMeans(m_device, {{visible, p.rows, visibleMeans(), m_values.visibleBias()},
                           {hidden, p.columns, hiddenMeans(), m_values.hiddenBias()},
                           chains});
}

void Gradient::centre(const UpdateScalars *scalars) const {
    moveOffsets(m_device, m_lambda.data(), hiddenMeans(), m_model.hiddenUnits(), scalars);
    centreWeights(m_device,
                  {m_values.weights(), m_values.visibleBias(), m_values.hiddenBias(), m_mu.data(),
                   m_lambda.data(), m_model.visibleUnits(), m_model.hiddenUnits()});
    takeFromBiases(m_values.weights());
}

void Gradient::addSparsity(const UpdateScalars *scalars) const {
    cuda::addSparsity(m_device, m_values.hiddenBias(), hiddenMeans(), m_model.hiddenUnits(),
                      scalars);
}

void Gradient::centreDecay(const UpdateScalars *scalars) const {
    decayShare(m_device, m_model.values().weights(), m_model.visibleUnits() * m_model.hiddenUnits(),
               m_decay.data(), scalars);
    takeFromBiases(m_decay.data());
}

/// b -= dW lambda and c -= dW^T mu.
void Gradient::takeFromBiases(const float *weights) const {
    Product p;
    p.a = weights;
    p.b = m_lambda.data();
    p.c = m_values.visibleBias();
    p.rows = m_model.visibleUnits();
    p.columns = 1;
    p.inner = m_model.hiddenUnits();
    p.alpha = -1;
    p.beta = 1;
    m_device.multiply(p);
    p.a = m_mu.data();
    p.b = weights;
    p.c = m_values.hiddenBias();
    p.rows = 1;
    p.columns = m_model.hiddenUnits();
    p.inner = m_model.visibleUnits();
    m_device.multiply(p);
}

} // namespace rbm::cuda
