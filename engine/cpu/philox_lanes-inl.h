// Philox in vector lanes; included once for each SIMD target, after highway.h.

#if defined(RBM_PHILOX_LANES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef RBM_PHILOX_LANES_INL_H
#undef RBM_PHILOX_LANES_INL_H
#else
#define RBM_PHILOX_LANES_INL_H
#endif

#include "engine/random/chain_draw.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Wide = hn::CappedTag<std::uint64_t, 8>;
using WideVec = hn::Vec<Wide>;

/// The round keys of one chain's half-step, each in the low half of a lane.
struct RoundKeys {
    std::uint64_t first[10];
    std::uint64_t second[10];
};

HWY_INLINE RoundKeys MakeRoundKeys(const Draw &draw) {
    RoundKeys keys{};
    auto [key0, key1] = drawKey(draw);
    for (int round = 0; round < 10; ++round) {
        keys.first[round] = key0;
        keys.second[round] = key1;
        key0 += 0x9E3779B9U;
        key1 += 0xBB67AE85U;
    }
    return keys;
}

/// Four words of one counter a 64-bit lane, in its low half. The high half
/// holds remains of products, which the next product does not read.
struct Counters {
    WideVec w0, w1, w2, w3;
};

HWY_INLINE WideVec MulLow32(WideVec a, WideVec b) {
    const hn::RepartitionToNarrow<Wide> narrow;
    return hn::MulEven(hn::BitCast(narrow, a), hn::BitCast(narrow, b));
}

HWY_INLINE Counters PhiloxRound(const Counters &c, WideVec key0, WideVec key1) {
    const Wide d;
    const auto p0 = MulLow32(c.w0, hn::Set(d, 0xD2511F53U));
    const auto p1 = MulLow32(c.w2, hn::Set(d, 0xCD9E8D57U));
    return {hn::Xor3(hn::ShiftRight<32>(p1), c.w1, key0), p1,
            hn::Xor3(hn::ShiftRight<32>(p0), c.w3, key1), p0};
}

/// The low halves of `first` and `second` side by side in each lane.
HWY_INLINE WideVec Pair(WideVec first, WideVec second) {
    const hn::RepartitionToNarrow<Wide> narrow;
    return hn::BitCast(Wide(), hn::OddEven(hn::BitCast(narrow, hn::ShiftLeft<32>(second)),
                                           hn::BitCast(narrow, first)));
}

inline constexpr std::uint64_t kLaneNumbers[8] = {0, 1, 2, 3, 4, 5, 6, 7};

/// highBits() of kGroups * 64 units from unit 64 * group on. Several groups at a
/// time: the rounds of one are a chain of dependent products.
template <std::size_t kGroups>
HWY_INLINE void HighBits(const Draw &draw, const RoundKeys &keys, std::uint64_t group,
                         std::int16_t *HWY_RESTRICT bits) {
    const Wide d;
    const hn::Repartition<std::int16_t, Wide> halves;
    constexpr std::size_t kLanes = hn::MaxLanes(Wide());
    constexpr std::size_t kVectors = 8 * kGroups / kLanes;
    const auto rest = drawCounter(draw, 0);
    const auto lanes = hn::LoadU(d, kLaneNumbers); // Iota would go through memory each time
    Counters c[kVectors];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kVectors; ++v) {
        c[v] = {hn::Add(lanes, hn::Set(d, 8 * group + v * kLanes)), hn::Set(d, rest[1]),
                hn::Set(d, rest[2]), hn::Set(d, rest[3])};
    }
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round) {
        const auto key0 = hn::Set(d, keys.first[round]);
        const auto key1 = hn::Set(d, keys.second[round]);
#pragma GCC unroll 16
        for (std::size_t v = 0; v < kVectors; ++v) {
            c[v] = PhiloxRound(c[v], key0, key1);
        }
    }
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kVectors; ++v) {
        std::int16_t *to = bits + v * kLanes / 8 * 64 + v * kLanes % 8 * 4;
        hn::StoreU(hn::BitCast(halves, Pair(c[v].w0, c[v].w1)), halves, to);
        hn::StoreU(hn::BitCast(halves, Pair(c[v].w2, c[v].w3)), halves, to + 32);
    }
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
