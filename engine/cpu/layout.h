#pragma once

#include <cstddef>

namespace rbm::cpu {

/// The columns of every matrix are cut into blocks of this many units, stored
/// one block after the other, each with its rows one after the other:
///
///     block 0: row 0 [32] row 1 [32] ... row R-1 [32]
///     block 1: row 0 [32] ...
///
/// A row of 16-bit weights is then one 64-byte line, and the rows of one block
/// lie together: they stay in the first-level cache while all chains of a
/// thread use them. The last block is filled up with zeros.
inline constexpr std::size_t kBlock = 32;

constexpr std::size_t blocksOf(std::size_t units) { return (units + kBlock - 1) / kBlock; }

/// 64-bit words that hold one bit for each unit.
constexpr std::size_t wordsOf(std::size_t units) { return (units + 63) / 64; }

} // namespace rbm::cpu
