// The kernel of annealed importance sampling: written once with Google Highway and
// compiled once for each SIMD target; the best one of the machine is chosen at run time.
#include "engine/cpu/anneal_kernels.h"

#include "engine/cpu/layout.h"

#include <numeric>

// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/cpu/anneal_kernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h
#include <hwy/highway.h>
#include "engine/cpu/float_vectors-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// The largest step u = (to - from) (x - d) for which two terms of the series do.
inline constexpr float kSmallStep = 0.125F;

/// u (s + u^2 / 24 s (1 - s) (1 - 2 s)) with s = sigmoid of the middle: the
/// integral of sigmoid around it. What is left out is below u^5 / 10000.
HWY_INLINE FloatVec SmallChange(FloatVec middle, FloatVec u) {
    const Float d;
    const auto one = hn::Set(d, 1.0F);
    const auto s = SigmoidOf(middle);
    const auto slope = hn::Mul(s, hn::Sub(one, s));
    const auto curve = hn::Mul(slope, hn::Sub(one, hn::Add(s, s)));
    const auto square = hn::Mul(hn::Mul(u, u), hn::Set(d, 1.0F / 24));
    return hn::Mul(u, hn::Add(s, hn::Mul(square, curve)));
}

double SoftplusChange(const float *input, const float *base, std::size_t n, float from, float to) {
    const Float d;
    const auto step = hn::Set(d, to - from);
    const auto middle = hn::Set(d, 0.5F * (from + to));
    auto sum = hn::Zero(d);
    for (std::size_t at = 0; at < n; at += kFloats) {
        const auto start = hn::LoadU(d, base + at);
        const auto way = hn::Sub(hn::LoadU(d, input + at), start);
        const auto u = hn::Mul(way, step);
        const auto inputAt = [&](FloatVec beta)
                                 HWY_ATTR { return hn::Add(start, hn::Mul(way, beta)); };
        if (HWY_LIKELY(hn::AllTrue(d, hn::Le(hn::Abs(u), hn::Set(d, kSmallStep))))) {
            sum = hn::Add(sum, SmallChange(inputAt(middle), u));
        } else {
            const auto before = SoftplusOf(inputAt(hn::Set(d, from)));
            sum = hn::Add(sum, hn::Sub(SoftplusOf(inputAt(hn::Set(d, to))), before));
        }
    }
    alignas(64) float lanes[kFloats];
    hn::Store(sum, d, lanes);
    return std::accumulate(lanes, lanes + kFloats, 0.0);
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rbm::cpu {

HWY_EXPORT(SoftplusChange);

double softplusChange(const float *input, const float *base, std::size_t n, float from, float to) {
    return HWY_DYNAMIC_DISPATCH(SoftplusChange)(input, base, n, from, to);
}

} // namespace rbm::cpu
#endif
