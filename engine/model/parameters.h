#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm {

/// The parameters of a binary RBM, as plain float arrays. A value type.
/// Energy: E(v, h) = -b.v - c.h - v.W.h
struct RbmParameters {
    std::size_t visible = 0;        ///< V, number of visible units
    std::size_t hidden = 0;         ///< H, number of hidden units
    std::vector<float> visibleBias; ///< b, [V]
    std::vector<float> hiddenBias;  ///< c, [H]
    std::vector<float> weights;     ///< W, [V, H], row-major

    /// All zero, of the given shape.
    static RbmParameters zeros(std::size_t visible, std::size_t hidden);

    bool operator==(const RbmParameters &) const = default;
};

/// Every parameter drawn from N(0, 0.01^2), a pure function of the seed.
RbmParameters initialParameters(std::size_t visible, std::size_t hidden, std::uint64_t seed);

/// Throws Error naming the first parameter (its array and index) that is NaN
/// or infinite.
void requireFinite(const RbmParameters &parameters);

/// log(1 + exp(x)) without overflow.
double softplus(double x);

/// F(v) = -b.v - sum_j softplus(c_j + (v.W)_j), in nats; p(v) = exp(-F(v)) / Z.
/// `v` is [V], each in [0, 1]. Double precision, plain loops.
double freeEnergy(const RbmParameters &parameters, std::span<const float> v);

/// P(v = 1 | h = P(h = 1 | v)), [V]: what the model makes of `v`, [V], in one
/// step without chance. Double precision, plain loops.
std::vector<float> reconstruct(const RbmParameters &parameters, std::span<const float> v);

} // namespace rbm
