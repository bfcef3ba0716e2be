// The 16-bit vectors of the chains' kernels; included once for each SIMD target.

#if defined(RBM_SHORT_VECTORS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef RBM_SHORT_VECTORS_INL_H
#undef RBM_SHORT_VECTORS_INL_H
#else
#define RBM_SHORT_VECTORS_INL_H
#endif

#include "engine/cpu/layout.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Short = hn::CappedTag<std::int16_t, kBlock>;
using ShortVec = hn::Vec<Short>;
inline constexpr std::size_t kShorts = hn::MaxLanes(Short());

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
