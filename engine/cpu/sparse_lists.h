#pragma once

#include "engine/cpu/float_kernels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm::cpu {

/// Owns the lists of a SparseRows.
struct SparseLists {
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> row;
    std::vector<float> value; ///< empty: all 1

    SparseRows rows() const { return {start, row, value.empty() ? nullptr : value.data()}; }
};

/// For each of some images [images, visible] of bytes, its pixels that are not
/// 0 as rows of the weights, and their values in (0, 1].
SparseLists listPixels(std::span<const std::uint8_t> pixels, std::size_t visible);

/// For each of `count` states [count, words] its bits that are set, as rows.
SparseLists listUnits(std::span<const std::uint64_t> states, std::size_t count);

/// The lists the other way round, as `rows` lists: for each row the lists that
/// hold it, as rows themselves. The last row is held by all of them, with value 1.
SparseLists transpose(const SparseLists &lists, std::size_t rows);

} // namespace rbm::cpu
