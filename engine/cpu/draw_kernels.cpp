// The kernels that draw the units' states: written once with Google Highway and compiled
// once for each SIMD target; the best one of the machine is chosen at run time.
#include "engine/cpu/draw_kernels.h"

#include "engine/cpu/layout.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/cpu/draw_kernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h
#include <hwy/highway.h>
#include "engine/cpu/philox_lanes-inl.h"
#include "engine/cpu/threshold-inl.h"
// clang-format on

#ifndef RBM_DRAW_KERNELS_ONCE
#define RBM_DRAW_KERNELS_ONCE
namespace rbm::cpu {

/// uniform < sigmoid(input), in double: the definition of a draw.
inline bool isOn(float input, std::int16_t high, const Draw &draw, std::uint32_t unit) {
    const double e = std::exp(-std::abs(static_cast<double>(input)));
    const double tail = e / (1 + e);
    return toUnit(high, lowBits(draw, unit)) < (input < 0 ? tail : 1 - tail);
}

/// fl(fl(beta * sum) + biasScale * bias): the same on every target, as steps
/// are powers of two and nothing is fused.
inline float inputOf(const SampleJob &job, std::size_t unit) {
    const std::int16_t sum = job.sums[unit / kBlock * job.blockStride + unit % kBlock];
    const float scaled = static_cast<float>(sum) * (job.scales.step[unit] * job.beta);
    return scaled + job.biasScale * job.scales.bias[unit];
}

} // namespace rbm::cpu
#endif

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// One bit for each of the block's units: on, and not to be told by 16 bits.
struct BlockBits {
    std::uint32_t on = 0;
    std::uint32_t open = 0;
};

/// On for sure where bits < threshold - band, off where bits >= threshold + band.
HWY_INLINE void Compare(ShortVec bits, ShortVec threshold, int band, std::size_t at,
                        BlockBits &result) {
    const Short d;
    const hn::RebindToUnsigned<Short> du;
    const auto shift = hn::Set(d, static_cast<std::int16_t>(band));
    const auto distance = hn::BitCast(du, hn::Add(hn::Sub(bits, threshold), shift));
    const auto on = hn::Lt(bits, threshold);
    const auto open = hn::Lt(distance, hn::Set(du, static_cast<std::uint16_t>(2 * band)));
#if HWY_TARGET <= HWY_AVX3
    result = {on.raw, open.raw}; // the masks are the bits; Highway's way is through memory
    (void)at;
#else
    hn::StoreMaskBits(d, on, reinterpret_cast<std::uint8_t *>(&result.on) + at / 8);
    hn::StoreMaskBits(du, open, reinterpret_cast<std::uint8_t *>(&result.open) + at / 8);
#endif
}

HWY_INLINE BlockBits CompareSums(const SampleJob &job, const Tables &tables, std::size_t block,
                                 const std::int16_t *bits) {
    const Short d;
    const std::int16_t *sums = job.sums + block * job.blockStride;
    const std::size_t unit = block * kBlock;
    BlockBits result;
    for (std::size_t l = 0; l < kBlock; l += kShorts) {
        const auto threshold =
            Threshold(tables, hn::LoadU(d, sums + l), hn::LoadU(d, job.scales.limit + unit + l),
                      hn::LoadU(d, job.scales.multiplier + unit + l));
        Compare(hn::LoadU(d, bits + l), threshold, kThresholdBand, l, result);
    }
    return result;
}

HWY_INLINE BlockBits CompareInputs(const float *input, const std::int16_t *bits) {
    const Short d;
    alignas(64) std::int16_t threshold[kBlock];
    for (std::size_t l = 0; l < kBlock; l += kFloats) {
        FloatThreshold(hn::LoadU(Float(), input + l), threshold + l);
    }
    BlockBits result;
    for (std::size_t l = 0; l < kBlock; l += kShorts) {
        Compare(hn::LoadU(d, bits + l), hn::LoadU(d, threshold + l), kFloatBand, l, result);
    }
    return result;
}

/// For one block: input = beta * sum + biasScale * bias.
HWY_INLINE void BlockInputs(const SampleJob &job, std::size_t block, float *input) {
    const Float d;
    const hn::Rebind<std::int16_t, Float> half;
    const hn::Rebind<std::int32_t, Float> whole;
    const std::int16_t *sums = job.sums + block * job.blockStride;
    for (std::size_t l = 0; l < kBlock; l += kFloats) {
        const std::size_t unit = block * kBlock + l;
        const auto sum = hn::ConvertTo(d, hn::PromoteTo(whole, hn::LoadU(half, sums + l)));
        const auto step = hn::Mul(hn::LoadU(d, job.scales.step + unit), hn::Set(d, job.beta));
        const auto bias = hn::Mul(hn::Set(d, job.biasScale), hn::LoadU(d, job.scales.bias + unit));
        hn::StoreU(hn::Add(hn::Mul(sum, step), bias), d, input + l);
    }
}

/// Decides the units that 16 bits leave open.
template <typename Input>
HWY_INLINE std::uint32_t Settle(BlockBits block, std::size_t unit, const std::int16_t *bits,
                                const Draw &draw, const Input &input) {
    for (std::uint32_t open = block.open; open != 0; open &= open - 1) {
        const auto u = static_cast<std::uint32_t>(std::countr_zero(open));
        const bool on = isOn(input(unit + u), bits[u], draw, static_cast<std::uint32_t>(unit) + u);
        block.on = (block.on & ~(1U << u)) | std::uint32_t{on} << u;
    }
    return block.on;
}

/// Draws all units: `compare(block, bits)` tells what 16 bits can, `input(unit)`
/// decides the rest.
template <typename CompareBlock, typename Input>
HWY_INLINE void SampleBlocks(std::size_t units, const Draw &draw, std::uint64_t *state,
                             const CompareBlock &compare, const Input &input) {
    constexpr std::size_t kAhead = 256;
    const RoundKeys keys = MakeRoundKeys(draw);
    auto *words = reinterpret_cast<std::uint8_t *>(state);
    state[wordsOf(units) - 1] = 0;
    alignas(64) std::int16_t bits[kAhead];
    for (std::size_t begin = 0; begin < units; begin += kAhead) {
        const std::size_t end = std::min(begin + kAhead, units);
        if (end - begin > kAhead / 4) {
            HighBits<4>(draw, keys, begin / 64, bits);
        } else {
            HighBits<1>(draw, keys, begin / 64, bits);
        }
        for (std::size_t unit = begin; unit < end; unit += kBlock) {
            BlockBits block = compare(unit / kBlock, bits + unit - begin);
            if (units - unit < kBlock) {
                const std::uint32_t real = (1U << (units - unit)) - 1;
                block = {block.on & real, block.open & real};
            }
            const std::uint32_t on = Settle(block, unit, bits + unit - begin, draw, input);
            std::memcpy(words + unit / 8, &on, sizeof on);
        }
    }
}

void SampleSums(const SampleJob &job, std::uint64_t *state) {
    const auto exact = [&](std::size_t unit) { return inputOf(job, unit); };
    if (job.beta == 1 && job.biasScale == 0) {
        const Tables tables = MakeTables();
        SampleBlocks(
            job.units, job.draw, state,
            [&](std::size_t block, const std::int16_t *bits)
                HWY_ATTR { return CompareSums(job, tables, block, bits); },
            exact);
        return;
    }
    SampleBlocks(
        job.units, job.draw, state,
        [&](std::size_t block, const std::int16_t *bits) HWY_ATTR {
            alignas(64) float input[kBlock];
            BlockInputs(job, block, input);
            return CompareInputs(input, bits);
        },
        exact);
}

void SampleInputs(const float *input, std::size_t units, const Draw &draw, std::uint64_t *state) {
    SampleBlocks(
        units, draw, state,
        [&](std::size_t block, const std::int16_t *bits)
            HWY_ATTR { return CompareInputs(input + block * kBlock, bits); },
        [&](std::size_t unit) { return input[unit]; });
}

void InputsOf(const SampleJob &job, float *input) {
    for (std::size_t b = 0; b < blocksOf(job.units); ++b) {
        BlockInputs(job, b, input + b * kBlock);
    }
}

void ThresholdsOf(const SampleJob &job, std::int16_t *threshold) {
    const Short d;
    const Tables tables = MakeTables();
    for (std::size_t u = 0; u < blocksOf(job.units) * kBlock; u += kShorts) {
        const std::int16_t *sums = job.sums + u / kBlock * job.blockStride + u % kBlock;
        hn::StoreU(Threshold(tables, hn::LoadU(d, sums), hn::LoadU(d, job.scales.limit + u),
                             hn::LoadU(d, job.scales.multiplier + u)),
                   d, threshold + u);
    }
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rbm::cpu {

HWY_EXPORT(SampleSums);
HWY_EXPORT(SampleInputs);
HWY_EXPORT(InputsOf);
HWY_EXPORT(ThresholdsOf);

void sampleSums(const SampleJob &job, std::uint64_t *state) {
    HWY_DYNAMIC_DISPATCH(SampleSums)(job, state);
}

void sampleInputs(const float *input, std::size_t units, const Draw &draw, std::uint64_t *state) {
    HWY_DYNAMIC_DISPATCH(SampleInputs)(input, units, draw, state);
}

void inputsOf(const SampleJob &job, float *input) { HWY_DYNAMIC_DISPATCH(InputsOf)(job, input); }

void thresholdsOf(const SampleJob &job, std::int16_t *threshold) {
    HWY_DYNAMIC_DISPATCH(ThresholdsOf)(job, threshold);
}

} // namespace rbm::cpu
#endif
