#include "engine/cpu/cpu_model.h"

#include "engine/base/error.h"

#include <algorithm>
#include <numeric>

namespace rbm::cpu {

void CpuModel::setParameters(const RbmParameters &p) {
    if (p.visible == 0 || p.hidden == 0 || p.visibleBias.size() != p.visible ||
        p.hiddenBias.size() != p.hidden || p.weights.size() != p.visible * p.hidden) {
        throw Error("The model's arrays do not fit its numbers of units.");
    }
    ++m_version;
    m_visible = makeLayer(p.visible, p.visibleBias, p.hidden);
    m_hidden = makeLayer(p.hidden, p.hiddenBias, p.visible);
    spread(p.weights, m_hidden.weights);
    transposeWeights(0, p.visible);
    m_visibleMomentum.assign(m_visible.stride, 0);
    m_hiddenMomentum.assign(m_hidden.stride, 0);
    m_weightMomentum.assign(p.visible * m_hidden.stride, 0);
}

RbmParameters CpuModel::parameters() const {
    return gather(m_visible.bias, m_hidden.bias, m_hidden.weights);
}

void CpuModel::setMomentum(const RbmParameters &m) {
    if (m.visible != m_visible.units || m.hidden != m_hidden.units) {
        throw Error("The momentum does not fit the model.");
    }
    std::copy(m.visibleBias.begin(), m.visibleBias.end(), m_visibleMomentum.begin());
    std::copy(m.hiddenBias.begin(), m.hiddenBias.end(), m_hiddenMomentum.begin());
    spread(m.weights, m_weightMomentum);
}

RbmParameters CpuModel::momentum() const {
    return gather(m_visibleMomentum, m_hiddenMomentum, m_weightMomentum);
}

/// Between [V, H] without padding and [V, padded H].
void CpuModel::spread(const std::vector<float> &from, std::vector<float> &to) const {
    for (std::size_t i = 0; i < m_visible.units; ++i) {
        std::copy_n(&from[i * m_hidden.units], m_hidden.units, &to[i * m_hidden.stride]);
    }
}

RbmParameters CpuModel::gather(const std::vector<float> &b, const std::vector<float> &c,
                               const std::vector<float> &w) const {
    auto p = RbmParameters::zeros(m_visible.units, m_hidden.units);
    std::copy_n(b.begin(), p.visible, p.visibleBias.begin());
    std::copy_n(c.begin(), p.hidden, p.hiddenBias.begin());
    for (std::size_t i = 0; i < p.visible; ++i) {
        std::copy_n(&w[i * m_hidden.stride], p.hidden, &p.weights[i * p.hidden]);
    }
    return p;
}

/// Writes columns [begin, end) of the transposed weights, [H, padded V].
void CpuModel::transposeWeights(std::size_t begin, std::size_t end) {
    constexpr std::size_t kTile = 16;
    for (std::size_t i0 = begin; i0 < end; i0 += kTile) {
        const std::size_t i1 = std::min(i0 + kTile, end);
        for (std::size_t j = 0; j < m_hidden.units; ++j) {
            for (std::size_t i = i0; i < i1; ++i) {
                m_visible.weights[j * m_visible.stride + i] =
                    m_hidden.weights[i * m_hidden.stride + j];
            }
        }
    }
}

void CpuModel::update(const Phases &phases, const UpdateRule &rule, ThreadPool &pool) {
    ++m_version;
    const std::size_t n = phases.batch.rows.size();
    const UpdateRule perSum{rule.step / static_cast<float>(n), rule.momentum};
    Active all(n);
    std::iota(all.begin(), all.end(), 0U);
    std::vector<float> gradient(m_visible.stride, 0);
    pool.split(m_visible.units, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            gradient[i] = updateWeightRow(i, phases, perSum);
        }
        transposeWeights(begin, end);
    });
    momentumStep(gradient.data(), perSum.step, perSum.momentum, m_visible.stride,
                 m_visibleMomentum.data(), m_visible.bias.data());
    const auto hidden = difference(all, phases.negativeHidden, all, nullptr, phases.positive);
    momentumStep(hidden.data(), perSum.step, perSum.momentum, m_hidden.stride,
                 m_hiddenMomentum.data(), m_hidden.bias.data());
    clearPadding();
}

/// Padding must stay zero: its momentum would otherwise drift with the states
/// that padded units take by chance.
void CpuModel::clearPadding() {
    const auto clear = [](std::vector<float> &x, std::size_t units) {
        std::fill(x.begin() + static_cast<std::ptrdiff_t>(units), x.end(), 0.0F);
    };
    clear(m_hidden.bias, m_hidden.units);
    clear(m_hiddenMomentum, m_hidden.units);
}

/// Sum of the negative rows minus the weighted sum of the positive ones.
std::vector<float> CpuModel::difference(const Active &on, const std::vector<float> &negative,
                                        const Active &lit, const float *value,
                                        const std::vector<float> &positive) const {
    std::vector<float> result(m_hidden.stride);
    std::vector<float> other(m_hidden.stride);
    sumRows({negative.data(), m_hidden.stride, on, nullptr}, 0, m_hidden.stride, result.data());
    sumRows({positive.data(), m_hidden.stride, lit, value}, 0, m_hidden.stride, other.data());
    activate(other.data(), -1, 1, m_hidden.stride, result.data());
    return result;
}

/// Updates row i of W; returns the visible bias' gradient times N.
float CpuModel::updateWeightRow(std::size_t i, const Phases &phases, const UpdateRule &rule) {
    Active on;
    Active lit;
    std::vector<float> value;
    float biasGradient = 0;
    for (std::size_t n = 0; n < phases.batch.rows.size(); ++n) {
        const std::uint8_t pixel = phases.batch.pixels[n * m_visible.units + i];
        if (phases.negativeVisible[n * m_visible.stride + i] != 0) {
            on.push_back(static_cast<std::uint32_t>(n));
            biasGradient += 1;
        }
        if (pixel != 0) {
            lit.push_back(static_cast<std::uint32_t>(n));
            value.push_back(static_cast<float>(pixel) / 255.0F);
            biasGradient -= value.back();
        }
    }
    const auto gradient = difference(on, phases.negativeHidden, lit, value.data(), phases.positive);
    float *m = &m_weightMomentum[i * m_hidden.stride];
    float *w = &m_hidden.weights[i * m_hidden.stride];
    momentumStep(gradient.data(), rule.step, rule.momentum, m_hidden.stride, m, w);
    // Only the true units: the padding of W must stay zero.
    std::fill(m + m_hidden.units, m + m_hidden.stride, 0.0F);
    std::fill(w + m_hidden.units, w + m_hidden.stride, 0.0F);
    return biasGradient;
}

} // namespace rbm::cpu
