#pragma once

#include "engine/cpu/aligned_vector.h"
#include "engine/cpu/layout.h"

#include <cstddef>
#include <span>
#include <vector>

namespace rbm::cpu {

/// W and the hidden bias in float32, cut into blocks of hidden units:
///
///     block b: visible unit 0 [kBlock] ... visible unit V-1 [kBlock]
///              zeros up to a multiple of kBlock rows, then the bias [kBlock]
///
/// The columns of hidden units that do not exist are always zero.
class FloatWeights {
public:
    FloatWeights() = default;
    FloatWeights(std::size_t visible, std::size_t hidden);

    std::size_t blocks() const { return m_blocks; }
    std::size_t rows() const { return m_rows; } ///< of a block, the bias with them

    float *block(std::size_t b) { return m_values.data() + b * m_rows * kBlock; }
    const float *block(std::size_t b) const { return m_values.data() + b * m_rows * kBlock; }
    const float *bias(std::size_t b) const { return block(b) + (m_rows - 1) * kBlock; }

    /// From and to [V, H] and [H].
    void set(std::span<const float> weights, std::span<const float> hiddenBias);
    void get(std::span<float> weights, std::span<float> hiddenBias) const;

private:
    std::size_t at(std::size_t row, std::size_t column) const {
        return (column / kBlock * m_rows + row) * kBlock + column % kBlock;
    }

    std::size_t m_visible = 0;
    std::size_t m_hidden = 0;
    std::size_t m_blocks = 0;
    std::size_t m_rows = 0;
    AlignedVector<float> m_values;
};

} // namespace rbm::cpu
