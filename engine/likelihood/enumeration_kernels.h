#pragma once

#include <cstddef>
#include <span>

namespace rbm {

inline constexpr std::size_t kTileRows = 4;
inline constexpr std::size_t kTileColumns = 16;

/// The states (row, column) of a tile: unit i has the odds rows[i][row] *
/// columns[i][column] to be on.
struct OddsTile {
    std::span<const std::size_t> runs; ///< where runs of units end, ascending
    const double *rows = nullptr;      ///< [units, kTileRows]
    const double *columns = nullptr;   ///< [units, kTileColumns]
};

/// out[row * stride + column] += sum_i log(1 + the odds of unit i).
///
/// The factors of a run, and 2, must have a product below the largest double.
/// Each unit rounds its odds and the product, each by a half unit in the last
/// place (2^-53); targets without a fused multiply-add round once more. With the
/// logarithm (4 units) and the exponent times log 2, the result for n units is
/// off by less than (3 n + 6 + 3 |result|) 2^-53.
void addLogProducts(const OddsTile &tile, std::size_t stride, double *out);

/// The sum of log(1 + exp(x)) over n numbers, n a multiple of 16; 0 for -infinity.
double sumOfSoftplus(const double *x, std::size_t n);

/// The largest of n numbers, n a multiple of 16.
double largestOf(const double *x, std::size_t n);

/// The sum of exp(x - shift) over n numbers, n a multiple of 16.
double sumOfExp(const double *x, std::size_t n, double shift);

} // namespace rbm
