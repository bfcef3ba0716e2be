#include "engine/cpu/cpu_model.h"

#include "engine/base/error.h"

#include <algorithm>
#include <chrono>

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

/// Bytes 0 or 1 of one block of hidden units, [count, kBlock].
void spreadBits(std::span<const std::uint64_t> states, std::size_t count, std::size_t block,
                std::uint8_t *bytes) {
    const std::size_t words = states.size() / count;
    for (std::size_t n = 0; n < count; ++n) {
        const std::uint64_t word = states[n * words + block / 2] >> (block % 2 * kBlock);
        for (std::size_t l = 0; l < kBlock; ++l) {
            bytes[n * kBlock + l] = static_cast<std::uint8_t>(word >> l & 1U);
        }
    }
}

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

void CpuModel::setParameters(const RbmParameters &p, ThreadPool &pool) {
    requireShape(p, p.visible, p.hidden, "model");
    ++m_version;
    m_visible = p.visible;
    m_hidden = p.hidden;
    m_weights = FloatWeights(m_visible, m_hidden);
    m_velocity = m_weights;
    m_weights.set(p.weights, p.hiddenBias);
    m_visibleBias = p.visibleBias;
    m_visibleBias.resize(blocksOf(m_visible) * kBlock, 0);
    m_visibleVelocity.assign(m_visibleBias.size(), 0);
    m_hiddenOffsets.assign(m_hidden, 0.5F);
    m_hiddenOffsets.resize(blocksOf(m_hidden) * kBlock, 0); // padding must not move
    m_toVisible = makeIntegerLayer(m_visible, m_hidden);
    m_toHidden = makeIntegerLayer(m_hidden, m_visible);
    const std::vector<float> rows(m_weights.blocks() * m_weights.rows());
    const std::vector<float> columns(m_weights.blocks() * kBlock);
    m_bounds = {rows, rows, {columns, columns}};
    for (std::size_t b = 0; b < m_weights.blocks(); ++b) {
        findBounds(b);
    }
    roundParameters(pool);
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

double CpuModel::update(std::span<const std::uint8_t> pixels, const NegativePhase &negative,
                        const UpdateRule &rule, ThreadPool &pool) {
    ++m_version;
    const std::size_t images = pixels.size() / m_visible;
    const std::size_t rows = m_weights.rows();
    SparseLists byImage;
    SparseLists lit;
    SparseLists on;
    pool.split(2, [&](std::size_t begin, std::size_t end) {
        if (begin == 0) {
            byImage = listPixels(pixels, m_visible);
            lit = transpose(byImage, rows);
        }
        if (end == 2) {
            on = transpose(listUnits(negative.visible, negative.chains), rows);
        }
    });
    const SparseRows litRows = lit.rows();
    const SparseRows onRows = on.rows();
    const auto count = static_cast<float>(images);
    UpdateLists lists{rows, &litRows, &onRows, {rule.step / count, rule.momentum, rule.nesterov}};
    lists.ratio = count / static_cast<float>(negative.chains);
    lists.decay = count * rule.weightDecay;
    std::vector<float> gradient = visibleGradient(lit, on, lists.ratio);
    const std::vector<float> offsets = padded(rule.visibleOffsets);
    if (!offsets.empty()) {
        lists.visibleOffsets = offsets.data();
        lists.visibleGradient = gradient.data();
        m_rowDots.resize(m_weights.blocks() * rows);
    }
    double positiveSeconds = 0;
    pool.split(m_weights.blocks(), [&](std::size_t begin, std::size_t end) {
        const auto seconds = updateBlockRange(byImage, negative, lists, rule, begin, end);
        if (begin == 0) { // one thread's, and no other may touch it
            positiveSeconds = seconds;
        }
    });
    if (!offsets.empty()) {
        centreVisibleGradient(gradient);
    }
    moveParameters(gradient.data(), lists.motion, gradient.size(), m_visibleVelocity.data(),
                   m_visibleBias.data());
    roundParameters(pool);
    return positiveSeconds;
}

/// Positive phase and parameters of blocks [begin, end), a few at a time; returns
/// the seconds of the positive phase.
double CpuModel::updateBlockRange(const SparseLists &images, const NegativePhase &negative,
                                  const UpdateLists &lists, const UpdateRule &rule,
                                  std::size_t begin, std::size_t end) {
    constexpr std::size_t kTogether = 4;
    const std::size_t count = images.start.size() - 1;
    AlignedVector<float> positive(kTogether * count * kBlock);
    AlignedVector<std::uint8_t> chains(kTogether * negative.chains * kBlock);
    double positiveSeconds = 0;
    for (std::size_t first = begin; first < end; first += kTogether) {
        std::vector<BlockUpdate> blocks;
        for (std::size_t b = first; b < std::min(first + kTogether, end); ++b) {
            float *const probabilities = &positive[(b - first) * count * kBlock];
            std::uint8_t *const states = &chains[(b - first) * negative.chains * kBlock];
            const auto start = std::chrono::steady_clock::now();
            sumLists(m_weights.block(b), m_weights.bias(b), images.rows(), 0, count, probabilities);
            sigmoidInPlace(count * kBlock, probabilities);
            clearPadding(b, count, probabilities);
            positiveSeconds += secondsSince(start);
            spreadBits(negative.hidden, negative.chains, b, states);
            blocks.push_back({probabilities, states, m_weights.block(b), m_velocity.block(b)});
            if (lists.visibleOffsets != nullptr) {
                followMean(b, probabilities, count, rule.offsetRate);
                blocks.back().offsets = &m_hiddenOffsets[b * kBlock];
                blocks.back().rowDots = &m_rowDots[b * m_weights.rows()];
            }
        }
        updateBlocks(lists, blocks);
        for (std::size_t b = first; b < std::min(first + kTogether, end); ++b) {
            findBounds(b);
        }
    }
    return positiveSeconds;
}

/// The block's lambda goes a little way to the mean of P(h | v_data).
void CpuModel::followMean(std::size_t block, const float *positive, std::size_t images,
                          float rate) {
    for (std::size_t l = 0; l < kBlock; ++l) {
        float sum = 0;
        for (std::size_t n = 0; n < images; ++n) {
            sum += positive[n * kBlock + l];
        }
        float &offset = m_hiddenOffsets[block * kBlock + l];
        offset += rate * (sum / static_cast<float>(images) - offset);
    }
}

/// In sums over images, as UpdateLists has them; [rows], 0 for the hidden bias.
std::vector<float> CpuModel::visibleGradient(const SparseLists &lit, const SparseLists &on,
                                             float ratio) const {
    std::vector<float> gradient(m_visibleBias.size(), 0);
    for (std::size_t i = 0; i < m_visible; ++i) {
        gradient[i] = ratio * static_cast<float>(on.start[i + 1] - on.start[i]);
        for (std::uint32_t at = lit.start[i]; at < lit.start[i + 1]; ++at) {
            gradient[i] -= lit.value[at];
        }
    }
    return gradient;
}

/// [rows], 0 where there is no visible unit; empty stays empty.
std::vector<float> CpuModel::padded(std::span<const float> visibleOffsets) const {
    std::vector<float> offsets(visibleOffsets.begin(), visibleOffsets.end());
    if (!offsets.empty() && offsets.size() != m_visible) {
        throw Error("The offsets do not fit the model's number of visible units.");
    }
    offsets.resize(offsets.empty() ? 0 : m_weights.rows(), 0);
    return offsets;
}

/// db_i -= sum_j dW_ij lambda_j.
void CpuModel::centreVisibleGradient(std::vector<float> &gradient) const {
    const std::size_t rows = m_weights.rows();
    for (std::size_t b = 0; b < m_weights.blocks(); ++b) {
        for (std::size_t i = 0; i < m_visible; ++i) {
            gradient[i] -= m_rowDots[b * rows + i];
        }
    }
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

void CpuModel::clearPadding(std::size_t block, std::size_t count, float *values) const {
    const std::size_t first = block * kBlock;
    for (std::size_t l = m_hidden - first; l < kBlock; ++l) {
        for (std::size_t n = 0; n < count; ++n) {
            values[n * kBlock + l] = 0;
        }
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
