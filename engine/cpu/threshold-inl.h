// Thresholds of 16-bit sampling; included once for each SIMD target, after highway.h.

#if defined(RBM_THRESHOLD_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef RBM_THRESHOLD_INL_H
#undef RBM_THRESHOLD_INL_H
#else
#define RBM_THRESHOLD_INL_H
#endif

#include "engine/cpu/draw_kernels.h"
#include "engine/cpu/float_vectors-inl.h"
#include "engine/cpu/short_vectors-inl.h"

#include <hwy/contrib/math/math-inl.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// 65536 (sigmoid(a) - 1/2) for 0 <= a < 8, in 16 segments of 1/2: a parabola
/// c0 + t (c1 + t c2), 0 <= t < 1, through Chebyshev's nodes. The last one ends
/// 11 below 32768, halfway between sigmoid(8) and 1, for all larger inputs.
alignas(64) inline constexpr std::int16_t kParabola[3][16] = {
    {-5, 8022, 15142, 20814, 24958, 27798, 29661, 30848, 31590, 32048, 32330, 32501, 32606, 32670,
     32708, 32732},
    {8284, 7758, 6454, 4867, 3409, 2268, 1458, 917, 568, 349, 214, 130, 79, 48, 29, 29},
    {-249, -636, -783, -726, -572, -408, -273, -176, -111, -69, -42, -26, -16, -10, -6, -4}};

#if HWY_TARGET <= HWY_AVX3
/// A table of 16 numbers twice, for the look-up of whole lanes, which Highway
/// lacks for 16 bits.
struct Table {
    ShortVec numbers;
};

HWY_INLINE Table MakeTable(const std::int16_t *numbers) {
    const hn::FixedTag<std::int16_t, 16> half;
    return {hn::Combine(Short(), hn::Load(half, numbers), hn::Load(half, numbers))};
}

using Segment = ShortVec;
HWY_INLINE Segment MakeSegment(ShortVec segment) { return segment; }

/// table[segment] in each lane, 0 <= segment < 16.
HWY_INLINE ShortVec LookUp(const Table &table, Segment segment) {
    return ShortVec{_mm512_permutexvar_epi16(segment.raw, table.numbers.raw)};
}
#else
/// A table of 16 numbers as two of 16 bytes, in every 128 bits of the vectors.
struct Table {
    hn::Vec<hn::Repartition<std::uint8_t, Short>> low, high;
};

HWY_INLINE Table MakeTable(const std::int16_t *numbers) {
    const hn::Repartition<std::uint8_t, Short> bytes;
    alignas(16) std::uint8_t low[16];
    alignas(16) std::uint8_t high[16];
    for (int n = 0; n < 16; ++n) {
        low[n] = static_cast<std::uint8_t>(numbers[n] & 0xFF);
        high[n] = static_cast<std::uint8_t>(numbers[n] >> 8 & 0xFF);
    }
    return {hn::LoadDup128(bytes, low), hn::LoadDup128(bytes, high)};
}

/// Bytes to select by: an index with its top bit set selects 0.
struct Segment {
    hn::Vec<hn::Repartition<std::uint8_t, Short>> ofLow, ofHigh;
};

HWY_INLINE Segment MakeSegment(ShortVec segment) {
    const Short d;
    const hn::Repartition<std::uint8_t, Short> bytes;
    return {hn::BitCast(bytes, hn::Or(segment, hn::Set(d, static_cast<std::int16_t>(0x8000)))),
            hn::BitCast(bytes, hn::Or(hn::ShiftLeft<8>(segment), hn::Set(d, 0x0080)))};
}

/// table[segment] in each lane, 0 <= segment < 16.
HWY_INLINE ShortVec LookUp(const Table &table, Segment segment) {
    const auto low = hn::TableLookupBytesOr0(table.low, segment.ofLow);
    const auto high = hn::TableLookupBytesOr0(table.high, segment.ofHigh);
    return hn::BitCast(Short(), hn::Or(low, high));
}
#endif

struct Tables {
    Table c0, c1, c2;
};

HWY_INLINE Tables MakeTables() {
    return {MakeTable(kParabola[0]), MakeTable(kParabola[1]), MakeTable(kParabola[2])};
}

/// 65536 sigmoid(input) - 32768 within kThresholdBand, of sums at beta 1.
HWY_INLINE ShortVec Threshold(const Tables &tables, ShortVec sum, ShortVec limit,
                              ShortVec multiplier) {
    const Short d;
    const auto x = hn::Mul(hn::Min(hn::Abs(sum), limit), multiplier); // |input| * 2^12
    const auto segment = MakeSegment(hn::ShiftRight<11>(x));
    const auto t = hn::ShiftLeft<4>(hn::And(x, hn::Set(d, 2047)));
    const auto slope =
        hn::Add(LookUp(tables.c1, segment), hn::MulFixedPoint15(t, LookUp(tables.c2, segment)));
    const auto distance = hn::Add(LookUp(tables.c0, segment), hn::MulFixedPoint15(t, slope));
    return hn::IfThenElse(hn::Lt(sum, hn::Zero(d)), hn::Neg(distance), distance);
}

/// The same of any inputs, within kFloatBand: half a unit of rounding, 1 where
/// it is cut at the ends, and the error of Exp.
inline constexpr int kFloatBand = 2;

HWY_INLINE void FloatThreshold(FloatVec input, std::int16_t *to) {
    const Float d;
    const hn::Rebind<std::int16_t, Float> half;
    const auto e = hn::Exp(d, hn::Neg(hn::Abs(input)));
    const auto tail = hn::Div(e, hn::Add(hn::Set(d, 1.0F), e));
    const auto scaled = hn::Sub(hn::Set(d, 32768.0F), hn::Mul(tail, hn::Set(d, 65536.0F)));
    const auto distance = hn::Min(scaled, hn::Set(d, 32767.0F));
    const auto signedDistance =
        hn::IfThenElse(hn::Lt(input, hn::Zero(d)), hn::Neg(distance), distance);
    hn::StoreU(hn::DemoteTo(half, hn::NearestInt(signedDistance)), half, to);
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
