// The float vectors of the kernels; included once for each SIMD target.

#if defined(RBM_FLOAT_VECTORS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef RBM_FLOAT_VECTORS_INL_H
#undef RBM_FLOAT_VECTORS_INL_H
#else
#define RBM_FLOAT_VECTORS_INL_H
#endif

#include "engine/cpu/layout.h"

#include <hwy/contrib/math/math-inl.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Float = hn::CappedTag<float, 16>;
using FloatVec = hn::Vec<Float>;
inline constexpr std::size_t kFloats = hn::MaxLanes(Float());
inline constexpr std::size_t kParts = kBlock / kFloats; ///< vectors in a row

HWY_INLINE FloatVec SigmoidOf(FloatVec x) {
    const Float d;
    const auto one = hn::Set(d, 1.0F);
    const auto e = hn::Exp(d, hn::Neg(hn::Abs(x)));
    const auto tail = hn::Div(e, hn::Add(one, e));
    return hn::IfThenElse(hn::Lt(x, hn::Zero(d)), tail, hn::Sub(one, tail));
}

HWY_INLINE FloatVec SoftplusOf(FloatVec x) {
    const Float d;
    return hn::Add(hn::Max(x, hn::Zero(d)), hn::Log1p(d, hn::Exp(d, hn::Neg(hn::Abs(x)))));
}

template <typename Tag>
HWY_INLINE float SumHalves(Tag /*d*/, hn::Vec<Tag> sum) {
    if constexpr (hn::MaxLanes(Tag()) > 4) {
        const hn::Half<Tag> half;
        return SumHalves(half, hn::Add(hn::LowerHalf(half, sum), hn::UpperHalf(half, sum)));
    } else {
        const auto pairs = hn::Add(sum, hn::Shuffle1032(sum));
        return hn::GetLane(hn::Add(pairs, hn::Shuffle2301(pairs)));
    }
}

/// The sum of 32 floats by halves: l with l + 16, then with l + 8 and so on, in
/// this order on every target.
HWY_INLINE float SumByHalves(const FloatVec (&parts)[kParts]) {
    FloatVec sums[kParts];
    for (std::size_t p = 0; p < kParts; ++p) {
        sums[p] = parts[p];
    }
    for (std::size_t width = kParts / 2; width >= 1; width /= 2) {
        for (std::size_t p = 0; p < width; ++p) {
            sums[p] = hn::Add(sums[p], sums[p + width]);
        }
    }
    return SumHalves(Float(), sums[0]);
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
