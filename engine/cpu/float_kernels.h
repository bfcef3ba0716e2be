#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rbm::cpu {

/// x[u] = sigmoid(x[u]), for n values, a multiple of kBlock.
void sigmoidInPlace(std::size_t n, float *x);

/// x[u] = softplus(x[u]), for n values, a multiple of kBlock.
void softplusInPlace(std::size_t n, float *x);

/// Lists of rows and their weights, one list after the other (CSR).
struct SparseRows {
    std::span<const std::uint32_t> start; ///< [lists + 1]
    std::span<const std::uint32_t> row;   ///< row * kBlock
    const float *value = nullptr;         ///< null: all 1
};

/// out[l] [kBlock] = bias + the weighted rows of list l, added in their order,
/// for lists [begin, end); `block` is [rows, kBlock].
void sumLists(const float *block, const float *bias, const SparseRows &lists, std::size_t begin,
              std::size_t end, float *out);

/// dots[n] = row . states[n], for `chains` states [chains, columns] of 0 or 1 and
/// a row whose blocks lie `blockStride` apart; `columns` is a multiple of kBlock.
void dotStates(const float *row, std::size_t blockStride, const float *states, std::size_t columns,
               std::size_t chains, float *dots);

/// The sums of a block's weights of each sign: over its columns for each row,
/// and over its rows for each column. Every target adds in the same order.
struct BlockBounds {
    float *rowUp = nullptr; ///< [rows]
    float *rowDown = nullptr;
    float *columnUp = nullptr; ///< [kBlock]
    float *columnDown = nullptr;
};

void boundsOf(const float *weights, std::size_t rows, const BlockBounds &bounds);

/// One tile of kBlock x kBlock weights to be rounded for both directions.
struct Tile {
    const float *weights = nullptr;     ///< [kBlock rows, kBlock columns]
    const float *rowScale = nullptr;    ///< 2^exponent of the visible units, [kBlock]
    const float *columnScale = nullptr; ///< of the hidden units
    std::int16_t *toHidden = nullptr;   ///< [kBlock rows, kBlock columns]
    std::int16_t *toVisible = nullptr;  ///< [kBlock columns, kBlock rows]
};

/// Rounds each weight to the coarser of its units' steps, and writes it in the
/// steps of either one.
void quantiseTile(const Tile &tile);

} // namespace rbm::cpu
