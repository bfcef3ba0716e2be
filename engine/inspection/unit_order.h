#pragma once

#include "engine/model/parameters.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm {

/// In which order the hidden units are shown.
enum class UnitSort {
    Index,
    Strength,   ///< the weights' norm, strongest first
    Activity,   ///< the mean of P(h = 1 | v) over the images, most active first
    Similarity, ///< neighbours look alike
};
inline constexpr std::size_t kUnitSorts = 4;

/// The root of the sum of the squares of each hidden unit's weights, [H].
std::vector<float> weightNorms(const RbmParameters &parameters);

/// The indices of `keys` from the largest to the smallest; equal ones, and what
/// is no number, keep their order.
std::vector<std::uint32_t> orderDescending(std::span<const float> keys);

/// An order in which neighbours look alike: greedy nearest neighbours. It begins
/// with the unit of the largest weight norm; next comes, each time, the one of
/// those left whose weights have the largest cosine with the last one's (of equals
/// the lower index). A pure function of the weights. The last units are those that
/// resembled none. A step costs as many dot products as units are left, so the
/// whole takes H^2 V / 2 multiplications: made in parts, for large models.
class SimilarityOrder {
public:
    explicit SimilarityOrder(const RbmParameters &parameters);

    /// Places the next `count` units; false when none is left.
    bool advance(std::size_t count);
    double progress() const; ///< 0 to 1
    /// Unit by place, [H] once all are placed.
    const std::vector<std::uint32_t> &order() const { return m_order; }

private:
    void place(std::size_t at);

    std::size_t m_visible;
    std::vector<float> m_filters;      ///< [H, V], each of norm 1, or of zeros
    std::vector<std::uint32_t> m_left; ///< units without a place, ascending
    std::vector<std::uint32_t> m_order;
};

} // namespace rbm
