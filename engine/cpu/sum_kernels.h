#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rbm::cpu {

/// What changes in one chain's sums: the rows to be added up, as offsets into
/// a block (row * kBlock), in two lists of equal and even length, one after the
/// other; they are filled up with the row of zeros.
struct RowPairs {
    const std::uint32_t *rows = nullptr; ///< [2, pairs]
    std::uint32_t pairs = 0;             ///< even
    bool rebuild = false;                ///< sum = bias + both lists; else sum += first - second
};

/// The sums of a layer's inputs for some chains.
struct SumJob {
    const std::int16_t *matrix = nullptr; ///< [blocks, rows, kBlock], see layout.h
    std::size_t rows = 0;                 ///< with the row of zeros, the last
    const std::int16_t *bias = nullptr;   ///< [blocks, kBlock]
    std::size_t blocks = 0;
    std::span<const RowPairs> chains;
    std::int16_t *sums = nullptr; ///< [blocks, chainStride, kBlock]
    std::size_t chainStride = 0;
};

/// Adds wrap around, so that a correction undoes exactly what was added: the
/// sums are the same in whatever order and by whatever way they came about, as
/// long as the true sum fits 16 bits (scales.h).
void sumRows(const SumJob &job);

/// How a state differs from another.
struct Changes {
    std::size_t on = 0;      ///< bits set in the state
    std::size_t added = 0;   ///< of those, not set in the other
    std::size_t removed = 0; ///< set in the other, not in the state
};
Changes countChanges(const std::uint64_t *state, const std::uint64_t *other, std::size_t words);

/// Writes the rows (offset = bit * kBlock) of the bits that are set in `on` and
/// not in `off` (null: none is). Returns how many; `rows` has room for
/// kListSlack more, which are overwritten.
std::size_t listRows(const std::uint64_t *on, const std::uint64_t *off, std::size_t words,
                     std::uint32_t *rows);
inline constexpr std::size_t kListSlack = 16;

/// Bit i of `bits` [wordsOf(n)] = bytes[i] != 0.
void nonZeroBits(const std::uint8_t *bytes, std::size_t n, std::uint64_t *bits);

} // namespace rbm::cpu
