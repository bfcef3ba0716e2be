// One update of the CPU backend's parameters.
#include "engine/base/error.h"
#include "engine/cpu/cpu_model.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace rbm::cpu {
namespace {

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

double CpuModel::update(std::span<const std::uint8_t> pixels, const NegativePhase &negative,
                        const UpdateRule &rule, ThreadPool &pool) {
    renewVersion();
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
    UpdateLists lists;
    lists.rows = rows;
    lists.lit = &litRows;
    lists.on = &onRows;
    lists.motion = {rule.step / count, rule.momentum, rule.nesterov};
    lists.ratio = count / static_cast<float>(negative.chains);
    lists.decay = count * rule.weightDecay;
    lists.fastMotion = {rule.fastStep / count, rule.fastKeep};
    lists.special = rule.fast || rule.sparsityCost != 0;
    if (rule.fast) {
        makeFast();
    }
    std::vector<float> gradient = visibleGradient(lit, on, lists.ratio);
    const std::vector<float> offsets = padded(rule.visibleOffsets);
    if (!offsets.empty()) {
        lists.visibleOffsets = offsets.data();
        lists.visibleGradient = gradient.data();
        m_rowDots.resize(m_weights.blocks() * rows);
        m_decayDots.resize(m_rowDots.size());
    }
    double positiveSeconds = 0;
    pool.split(m_weights.blocks(), [&](std::size_t begin, std::size_t end) {
        const auto seconds = updateBlockRange(byImage, negative, lists, rule, begin, end);
        if (begin == 0) { // one thread's, and no other may touch it
            positiveSeconds = seconds;
        }
    });
    if (!offsets.empty()) {
        centreVisibleGradient(m_rowDots, gradient);
    }
    if (rule.fast) {
        addVisibleFast(gradient, lists.fastMotion);
    }
    if (!offsets.empty() && lists.decay != 0) {
        centreVisibleGradient(m_decayDots, gradient);
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
    std::array<std::vector<float>, kTogether> sparsity;
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
            if (rule.fast) {
                blocks.back().fast = m_fast.block(b);
            }
            if (rule.sparsityCost != 0) {
                sparsity[b - first] = sparsityShare(probabilities, count, rule);
                clearPadding(b, 1, sparsity[b - first].data()); // padding must not move
                blocks.back().sparsity = sparsity[b - first].data();
            }
            if (lists.visibleOffsets != nullptr) {
                followMean(b, probabilities, count, rule.offsetRate);
                blocks.back().offsets = &m_hiddenOffsets[b * kBlock];
                blocks.back().rowDots = &m_rowDots[b * m_weights.rows()];
                blocks.back().decayDots = &m_decayDots[b * m_weights.rows()];
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

/// Of one block of hidden units in the gradient of c, in sums over images; [kBlock].
std::vector<float> CpuModel::sparsityShare(const float *positive, std::size_t images,
                                           const UpdateRule &rule) const {
    std::vector<float> share(kBlock, -rule.sparsityTarget * static_cast<float>(images));
    for (std::size_t at = 0; at < images * kBlock; ++at) {
        share[at % kBlock] += positive[at];
    }
    for (float &value : share) {
        value *= rule.sparsityCost;
    }
    return share;
}

/// The fast visible biases, by the gradient in sums over images.
void CpuModel::addVisibleFast(const std::vector<float> &gradient, const Motion &motion) {
    for (std::size_t i = 0; i < m_visible; ++i) {
        m_visibleFast[i] = motion.momentum * m_visibleFast[i] - motion.step * gradient[i];
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

/// db_i -= sum_j dW_ij lambda_j, by the sums of each block.
void CpuModel::centreVisibleGradient(const std::vector<float> &dots,
                                     std::vector<float> &gradient) const {
    const std::size_t rows = m_weights.rows();
    for (std::size_t b = 0; b < m_weights.blocks(); ++b) {
        for (std::size_t i = 0; i < m_visible; ++i) {
            gradient[i] -= dots[b * rows + i];
        }
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

} // namespace rbm::cpu
