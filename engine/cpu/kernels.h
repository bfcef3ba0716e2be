#pragma once

#include "engine/random/philox.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm::cpu {

/// Arrays that kernels read or write are padded to a multiple of this many
/// units, so that no kernel has a tail.
inline constexpr std::size_t kPad = 64;
constexpr std::size_t padded(std::size_t units) { return (units + kPad - 1) / kPad * kPad; }

/// Rows of a matrix to be summed: rows[index[r]] weighted by value[r], or by 1
/// where `value` is null. `stride` is padded.
struct RowSum {
    const float *matrix = nullptr; ///< [any, stride]
    std::size_t stride = 0;
    std::span<const std::uint32_t> index;
    const float *value = nullptr;
};

/// out[c] = sum of the rows' column c, for begin <= c < end (multiples of
/// kPad), added in the order of the rows: each column's sum is the same on
/// every SIMD target.
void sumRows(const RowSum &rows, std::size_t begin, std::size_t end, float *out);

/// activation[c] = biasScale * bias[c] + beta * sum[c], in place.
void activate(const float *bias, float biasScale, float beta, std::size_t n, float *sum);

/// Which draws to use; see random/philox.h.
struct Draw {
    std::uint64_t seed = 0;
    Purpose purpose = Purpose::Initialisation;
    std::uint64_t step = 0;
    std::uint32_t chain = 0;
};

/// state[u] = 1 with probability sigmoid(activation[u]), for n (padded) units.
/// The tails are exact to 2^-31: the smaller of p and 1 - p is compared.
void sampleUnits(const float *activation, const Draw &draw, std::size_t n, std::uint8_t *state);

/// x[u] = sigmoid(x[u]) for n (padded) units.
void sigmoidInPlace(std::size_t n, float *x);

/// x[u] = softplus(x[u]) for n (padded) units.
void softplusInPlace(std::size_t n, float *x);

/// m = momentum * m - step * gradient; parameter += m, for n (padded) values.
void momentumStep(const float *gradient, float step, float momentum, std::size_t n, float *m,
                  float *parameter);

/// The SIMD target that runs on this machine now, such as "AVX2".
const char *activeTarget();

/// Limits dispatch to one of supportedTargets() (0 lifts the limit); for tests.
void limitTarget(std::int64_t target);
std::vector<std::int64_t> supportedTargets();

} // namespace rbm::cpu
