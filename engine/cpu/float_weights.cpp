#include "engine/cpu/float_weights.h"

namespace rbm::cpu {

FloatWeights::FloatWeights(std::size_t visible, std::size_t hidden)
    : m_visible(visible), m_hidden(hidden), m_blocks(blocksOf(hidden)),
      m_rows(blocksOf(visible) * kBlock + 1), m_values(m_blocks * m_rows * kBlock, 0.0F) {}

void FloatWeights::set(std::span<const float> weights, std::span<const float> hiddenBias) {
    for (std::size_t j = 0; j < m_hidden; ++j) {
        m_values[at(m_rows - 1, j)] = hiddenBias[j];
    }
    for (std::size_t i = 0; i < m_visible; ++i) {
        for (std::size_t j = 0; j < m_hidden; ++j) {
            m_values[at(i, j)] = weights[i * m_hidden + j];
        }
    }
}

void FloatWeights::get(std::span<float> weights, std::span<float> hiddenBias) const {
    for (std::size_t j = 0; j < m_hidden; ++j) {
        hiddenBias[j] = m_values[at(m_rows - 1, j)];
    }
    for (std::size_t i = 0; i < m_visible; ++i) {
        for (std::size_t j = 0; j < m_hidden; ++j) {
            weights[i * m_hidden + j] = m_values[at(i, j)];
        }
    }
}

} // namespace rbm::cpu
