#include "engine/cuda/cuda_model.h"

#include "engine/cuda/cluster_kernel.h"

#include <algorithm>

namespace rbm::cuda {

namespace {

/// Arrays begin at multiples of 256 bytes.
std::size_t aligned(std::size_t floats) { return (floats + 63) / 64 * 64; }

} // namespace

DeviceParameters::DeviceParameters(const Device &device, std::size_t visible, std::size_t hidden)
    : m_weightCount(visible * hidden), m_visibleBiasAt(aligned(m_weightCount)),
      m_hiddenBiasAt(m_visibleBiasAt + aligned(visible)),
      m_all(device, m_hiddenBiasAt + aligned(hidden)) {
    m_all.setZero();
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
    m_momentum.all().setZero();
}

/// Changes nothing where the card has not enough memory.
void CudaModel::takeShapes(std::size_t visible, std::size_t hidden) {
    DeviceParameters parameters(m_device, visible, hidden);
    DeviceParameters momentum(m_device, visible, hidden);
    const bool rounds = m_mayRound && fitsClusters(m_device, visible, hidden);
    const bool transposes = !rounds && fitsBlocks(visible, hidden);
    RoundedWeights rounded;
    DeviceArray<float> other(m_device, rounds || transposes ? visible * hidden : 0);
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
    if (from.weights.size() != m_visible * m_hidden || from.visibleBias.size() != m_visible ||
        from.hiddenBias.size() != m_hidden) {
        throw Error("The parameters do not have the model's shapes.");
    }
    cuda::upload(m_device, std::span(from.weights), to.weights());
    cuda::upload(m_device, std::span(from.visibleBias), to.visibleBias());
    cuda::upload(m_device, std::span(from.hiddenBias), to.hiddenBias());
}

/// In one piece through page-locked memory: the card waits for nothing else.
RbmParameters CudaModel::download(const DeviceParameters &from) const {
    const std::size_t bytes = from.all().size() * sizeof(float);
    m_landing.reserve(m_device, bytes);
    const auto *landed = reinterpret_cast<float *>(m_landing.data());
    from.all().download(std::span(reinterpret_cast<float *>(m_landing.data()), from.all().size()));
    RbmParameters p = RbmParameters::zeros(m_visible, m_hidden);
    std::copy_n(landed, p.weights.size(), p.weights.begin());
    std::copy_n(landed + from.visibleBiasAt(), m_visible, p.visibleBias.begin());
    std::copy_n(landed + from.hiddenBiasAt(), m_hidden, p.hiddenBias.begin());
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
        return m_parameters.weights();
    }
    if (m_isStale) {
        roundedValues(m_device, m_parameters.weights(), m_visible * m_hidden, m_rounded,
                      m_roundedValues.data());
        m_isStale = false;
    }
    return m_roundedValues.data();
}

void CudaModel::follow() const {
    const float *weights = m_parameters.weights();
    if (m_rounds) {
        roundWeights(m_device, weights, m_visible, m_hidden, m_rounded);
    } else if (m_transposed.size() > 0) {
        transpose(m_device, weights, m_visible, m_hidden, m_transposed.data());
    }
}

void CudaModel::hiddenInputs(const Device &stream, const float *weights, const float *visible,
                             std::size_t rows, float *out) const {
    Product p;
    p.a = visible;
    p.b = weights;
    p.c = out;
    p.rows = rows;
    p.columns = m_hidden;
    p.inner = m_visible;
    stream.multiply(p);
}

void CudaModel::visibleInputs(const Device &stream, const float *weights, const float *hidden,
                              std::size_t rows, float *out) const {
    Product p;
    p.a = hidden;
    p.b = weights;
    p.transposeB = true;
    p.c = out;
    p.rows = rows;
    p.columns = m_visible;
    p.inner = m_hidden;
    stream.multiply(p);
}

std::vector<SweepWay> CudaModel::ways() const {
    std::vector<SweepWay> ways = {SweepWay::Products};
    if (m_rounds) {
        ways.push_back(SweepWay::Clusters);
    } else if (fitsBlocks(m_visible, m_hidden)) {
        ways.push_back(SweepWay::Blocks);
    }
    return ways;
}

SweepWay CudaModel::usualWay(std::size_t chains) const {
    if (m_rounds) {
        return SweepWay::Clusters;
    }
    return sweepsAlone(m_device, m_visible, m_hidden, chains) ? SweepWay::Blocks
                                                              : SweepWay::Products;
}

SweepLayer visibleLayer(const CudaModel &model, float *states, Purpose purpose) {
    return {model.transposedWeights().data(),
            model.values().visibleBias(),
            nullptr,
            states,
            model.visibleUnits(),
            purpose};
}

SweepLayer hiddenLayer(const CudaModel &model, float *states, Purpose purpose) {
    return {model.values().weights(),
            model.values().hiddenBias(),
            nullptr,
            states,
            model.hiddenUnits(),
            purpose};
}

} // namespace rbm::cuda
