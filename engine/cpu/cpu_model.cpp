#include "engine/cpu/cpu_model.h"

#include "engine/base/error.h"

#include <algorithm>
#include <atomic>
#include <functional>

namespace rbm::cpu {
namespace {

void requireShape(const RbmParameters &p, std::size_t visible, std::size_t hidden,
                  const char *what) {
    if (p.visible == 0 || p.hidden == 0 || p.visible != visible || p.hidden != hidden ||
        p.visibleBias.size() != visible || p.hiddenBias.size() != hidden ||
        p.weights.size() != visible * hidden) {
        throw Error(std::string("The ") + what + " does not fit the model's numbers of units.");
    }
}

} // namespace

/// Chains remember for which parameters their sums are: no two models' may look alike.
void CpuModel::renewVersion() {
    static std::atomic<std::uint64_t> last = 0;
    m_version = ++last;
}

void CpuModel::setParameters(const RbmParameters &p, ThreadPool &pool) {
    requireShape(p, p.visible, p.hidden, "model");
    renewVersion();
    takeShape(p.visible, p.hidden);
    m_velocity = m_weights;
    m_weights.set(p.weights, p.hiddenBias);
    std::copy(p.visibleBias.begin(), p.visibleBias.end(), m_visibleBias.begin());
    m_visibleVelocity.assign(m_visibleBias.size(), 0);
    m_fast = FloatWeights();
    m_visibleFast.clear();
    m_hiddenOffsets.assign(m_hidden, 0.5F);
    m_hiddenOffsets.resize(blocksOf(m_hidden) * kBlock, 0); // padding must not move
    for (std::size_t b = 0; b < m_weights.blocks(); ++b) {
        findBounds(b);
    }
    roundParameters(pool);
}

/// All zero.
void CpuModel::takeShape(std::size_t visible, std::size_t hidden) {
    m_visible = visible;
    m_hidden = hidden;
    m_weights = FloatWeights(m_visible, m_hidden);
    m_visibleBias.assign(blocksOf(m_visible) * kBlock, 0);
    m_toVisible = makeIntegerLayer(m_visible, m_hidden);
    m_toHidden = makeIntegerLayer(m_hidden, m_visible);
    const std::vector<float> rows(m_weights.blocks() * m_weights.rows());
    const std::vector<float> columns(m_weights.blocks() * kBlock);
    m_bounds = {rows, rows, {columns, columns}};
}

void CpuModel::setWithFast(const CpuModel &model, ThreadPool &pool) {
    renewVersion();
    if (m_visible != model.m_visible || m_hidden != model.m_hidden) {
        takeShape(model.m_visible, model.m_hidden);
    }
    m_visibleBias = model.m_visibleBias;
    for (std::size_t i = 0; i < model.m_visibleFast.size(); ++i) {
        m_visibleBias[i] += model.m_visibleFast[i];
    }
    pool.split(m_weights.blocks(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t b = begin; b < end; ++b) {
            const float *const slow = model.m_weights.block(b);
            const std::size_t size = m_weights.rows() * kBlock;
            if (model.m_fast.blocks() == 0) {
                std::copy_n(slow, size, m_weights.block(b));
            } else {
                std::transform(slow, slow + size, model.m_fast.block(b), m_weights.block(b),
                               std::plus<>());
            }
            findBounds(b);
        }
    });
    roundParameters(pool);
}

void CpuModel::makeFast() {
    if (m_fast.blocks() == 0) {
        m_fast = FloatWeights(m_visible, m_hidden);
        m_visibleFast.assign(m_visibleBias.size(), 0);
    }
}

void CpuModel::setFastParameters(const RbmParameters &fast) {
    requireShape(fast, m_visible, m_hidden, "fast part");
    makeFast();
    m_fast.set(fast.weights, fast.hiddenBias);
    std::copy_n(fast.visibleBias.begin(), m_visible, m_visibleFast.begin());
}

RbmParameters CpuModel::fastParameters() const {
    auto p = RbmParameters::zeros(m_visible, m_hidden);
    if (m_fast.blocks() > 0) {
        m_fast.get(p.weights, p.hiddenBias);
        std::copy_n(m_visibleFast.begin(), m_visible, p.visibleBias.begin());
    }
    return p;
}

RbmParameters CpuModel::parameters() const {
    auto p = RbmParameters::zeros(m_visible, m_hidden);
    m_weights.get(p.weights, p.hiddenBias);
    std::copy_n(m_visibleBias.begin(), m_visible, p.visibleBias.begin());
    return p;
}

RbmParameters CpuModel::sampledParameters() const {
    if (!m_roundable) {
        return parameters();
    }
    auto p = RbmParameters::zeros(m_visible, m_hidden);
    std::copy_n(m_toVisible.realBias.begin(), m_visible, p.visibleBias.begin());
    std::copy_n(m_toHidden.realBias.begin(), m_hidden, p.hiddenBias.begin());
    for (std::size_t i = 0; i < m_visible; ++i) {
        for (std::size_t j = 0; j < m_hidden; ++j) {
            const std::size_t at = (j / kBlock * m_toHidden.rows + i) * kBlock + j % kBlock;
            p.weights[i * m_hidden + j] =
                static_cast<float>(m_toHidden.matrix[at]) * m_toHidden.step[j];
        }
    }
    return p;
}

void CpuModel::setMomentum(const RbmParameters &m) {
    requireShape(m, m_visible, m_hidden, "momentum");
    m_velocity.set(m.weights, m.hiddenBias);
    std::copy_n(m.visibleBias.begin(), m_visible, m_visibleVelocity.begin());
}

RbmParameters CpuModel::momentum() const {
    auto m = RbmParameters::zeros(m_visible, m_hidden);
    m_velocity.get(m.weights, m.hiddenBias);
    std::copy_n(m_visibleVelocity.begin(), m_visible, m.visibleBias.begin());
    return m;
}

void CpuModel::setHiddenOffsets(std::span<const float> offsets) {
    if (offsets.size() != m_hidden) {
        throw Error("The offsets do not fit the model's number of hidden units.");
    }
    std::copy(offsets.begin(), offsets.end(), m_hiddenOffsets.begin());
}

std::vector<float> CpuModel::hiddenOffsets() const {
    return {m_hiddenOffsets.begin(),
            m_hiddenOffsets.begin() + static_cast<std::ptrdiff_t>(m_hidden)};
}

void CpuModel::findBounds(std::size_t block) {
    const std::size_t rows = m_weights.rows();
    boundsOf(m_weights.block(block), rows,
             {&m_bounds.rowUp[block * rows], &m_bounds.rowDown[block * rows],
              &m_bounds.hidden.up[block * kBlock], &m_bounds.hidden.down[block * kBlock]});
}

/// The blocks' parts and the bias, always in the same order.
InputBounds CpuModel::visibleBounds() const {
    const std::size_t rows = m_weights.rows();
    InputBounds visible{std::vector<float>(m_visible), std::vector<float>(m_visible)};
    for (std::size_t i = 0; i < m_visible; ++i) {
        visible.up[i] = std::max(m_visibleBias[i], 0.0F);
        visible.down[i] = visible.up[i] - m_visibleBias[i];
    }
    for (std::size_t b = 0; b < m_weights.blocks(); ++b) {
        for (std::size_t i = 0; i < m_visible; ++i) {
            visible.up[i] += m_bounds.rowUp[b * rows + i];
            visible.down[i] += m_bounds.rowDown[b * rows + i];
        }
    }
    return visible;
}

InputBounds CpuModel::hiddenBounds() const {
    InputBounds hidden = m_bounds.hidden;
    hidden.up.resize(m_hidden);
    hidden.down.resize(m_hidden);
    return hidden;
}

void CpuModel::roundParameters(ThreadPool &pool) {
    if (!m_rounding) {
        return;
    }
    const Scales scales = chooseScales(visibleBounds(), hiddenBounds());
    m_roundable = scales.fit;
    if (!m_roundable) {
        return;
    }
    std::vector<float> hiddenBias(m_hidden);
    for (std::size_t j = 0; j < m_hidden; ++j) {
        hiddenBias[j] = m_weights.bias(j / kBlock)[j % kBlock];
    }
    setScales(m_toVisible, scales.visible, m_visibleBias);
    setScales(m_toHidden, scales.hidden, hiddenBias);
    pool.split(m_weights.blocks(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t b = begin; b < end; ++b) {
            roundBlock(b);
        }
    });
}

/// Rounds the weights of one block of hidden units.
void CpuModel::roundBlock(std::size_t block) {
    for (std::size_t v = 0; v < m_toVisible.blocks; ++v) {
        Tile tile;
        tile.weights = m_weights.block(block) + v * kBlock * kBlock;
        tile.rowScale = &m_toVisible.scale[v * kBlock];
        tile.columnScale = &m_toHidden.scale[block * kBlock];
        tile.toHidden = &m_toHidden.matrix[(block * m_toHidden.rows + v * kBlock) * kBlock];
        tile.toVisible = &m_toVisible.matrix[(v * m_toVisible.rows + block * kBlock) * kBlock];
        quantiseTile(tile);
    }
}

void CpuModel::sumHiddenInputs(const SparseLists &visible, float *input) const {
    const std::size_t count = visible.start.size() - 1;
    const std::size_t stride = m_weights.blocks() * kBlock;
    AlignedVector<float> sums(count * kBlock);
    for (std::size_t b = 0; b < m_weights.blocks(); ++b) {
        sumLists(m_weights.block(b), m_weights.bias(b), visible.rows(), 0, count, sums.data());
        for (std::size_t n = 0; n < count; ++n) {
            std::copy_n(&sums[n * kBlock], kBlock, input + n * stride + b * kBlock);
        }
    }
}

void CpuModel::sumVisibleInputs(std::span<const std::uint64_t> hidden, std::size_t count,
                                float *input) const {
    const std::size_t columns = m_weights.blocks() * kBlock;
    const std::size_t words = hidden.size() / count;
    AlignedVector<float> states(count * columns);
    for (std::size_t n = 0; n < count; ++n) {
        for (std::size_t j = 0; j < m_hidden; ++j) {
            states[n * columns + j] = static_cast<float>(hidden[n * words + j / 64] >> j % 64 & 1U);
        }
    }
    std::vector<float> dots(count);
    for (std::size_t i = 0; i < m_visible; ++i) {
        dotStates(m_weights.block(0) + i * kBlock, m_weights.rows() * kBlock, states.data(),
                  columns, count, dots.data());
        for (std::size_t n = 0; n < count; ++n) {
            input[n * m_visibleBias.size() + i] = m_visibleBias[i] + dots[n];
        }
    }
}

} // namespace rbm::cpu
