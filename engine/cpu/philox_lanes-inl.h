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

/// Words of even and of odd counters become 32-bit lanes in order.
HWY_INLINE void StoreWords(WideVec even, WideVec odd, std::int16_t *to) {
    const hn::RepartitionToNarrow<Wide> narrow;
    const hn::Repartition<std::int16_t, Wide> halves;
    const auto words =
        hn::OddEven(hn::BitCast(narrow, hn::ShiftLeft<32>(odd)), hn::BitCast(narrow, even));
    hn::StoreU(hn::BitCast(halves, words), halves, to);
}

/// highBits() of the units 128 * group to 128 * group + 127.
HWY_INLINE void HighBits(const Draw &draw, const RoundKeys &keys, std::uint32_t group,
                         std::int16_t *HWY_RESTRICT bits) {
    const Wide d;
    constexpr std::size_t kLanes = hn::MaxLanes(Wide());
    const auto rest = drawCounter(draw, 0);
    for (std::size_t l = 0; l < 16; l += 2 * kLanes) {
        const auto lane = hn::Iota(d, 0);
        const auto counter = hn::Add(hn::Add(lane, lane), hn::Set(d, 16 * group + l));
        Counters even{counter, hn::Set(d, rest[1]), hn::Set(d, rest[2]), hn::Set(d, rest[3])};
        Counters odd = even;
        odd.w0 = hn::Add(counter, hn::Set(d, 1));
        for (int round = 0; round < 10; ++round) {
            const auto key0 = hn::Set(d, keys.first[round]);
            const auto key1 = hn::Set(d, keys.second[round]);
            even = PhiloxRound(even, key0, key1);
            odd = PhiloxRound(odd, key0, key1);
        }
        StoreWords(even.w0, odd.w0, bits + 2 * l);
        StoreWords(even.w1, odd.w1, bits + 32 + 2 * l);
        StoreWords(even.w2, odd.w2, bits + 64 + 2 * l);
        StoreWords(even.w3, odd.w3, bits + 96 + 2 * l);
    }
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
