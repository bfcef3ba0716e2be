// Written once with Google Highway and compiled once for each SIMD target; the
// best one of the machine is chosen at run time.
#include "engine/cpu/kernels.h"

// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/cpu/kernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::CappedTag<float, 16>;
using BitsTag = hn::CappedTag<std::uint32_t, 16>;
using Floats = hn::Vec<FloatTag>;
using Bits = hn::Vec<BitsTag>;

void SumRows(const RowSum &rows, std::size_t begin, std::size_t end, float *HWY_RESTRICT out) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t c = begin; c < end; c += 4 * lanes) {
        auto s0 = hn::Zero(d);
        auto s1 = s0;
        auto s2 = s0;
        auto s3 = s0;
        for (std::size_t r = 0; r < rows.index.size(); ++r) {
            const float *HWY_RESTRICT row = rows.matrix + rows.index[r] * rows.stride + c;
            auto x0 = hn::LoadU(d, row);
            auto x1 = hn::LoadU(d, row + lanes);
            auto x2 = hn::LoadU(d, row + 2 * lanes);
            auto x3 = hn::LoadU(d, row + 3 * lanes);
            if (rows.value != nullptr) {
                const auto value = hn::Set(d, rows.value[r]);
                x0 = hn::Mul(x0, value);
                x1 = hn::Mul(x1, value);
                x2 = hn::Mul(x2, value);
                x3 = hn::Mul(x3, value);
            }
            s0 = hn::Add(s0, x0);
            s1 = hn::Add(s1, x1);
            s2 = hn::Add(s2, x2);
            s3 = hn::Add(s3, x3);
        }
        hn::StoreU(s0, d, out + c);
        hn::StoreU(s1, d, out + c + lanes);
        hn::StoreU(s2, d, out + c + 2 * lanes);
        hn::StoreU(s3, d, out + c + 3 * lanes);
    }
}

void Activate(const float *bias, float biasScale, float beta, std::size_t n, float *sum) {
    const FloatTag d;
    const auto scale = hn::Set(d, biasScale);
    const auto inverseTemperature = hn::Set(d, beta);
    for (std::size_t u = 0; u < n; u += hn::Lanes(d)) {
        const auto fromBias = hn::Mul(scale, hn::LoadU(d, bias + u));
        const auto fromUnits = hn::Mul(inverseTemperature, hn::LoadU(d, sum + u));
        hn::StoreU(hn::Add(fromBias, fromUnits), d, sum + u);
    }
}

// High and low halves of the products of 32-bit lanes.
HWY_INLINE void MulHiLo(Bits a, Bits b, Bits &high, Bits &low) {
    const BitsTag d;
    const hn::RepartitionToWide<BitsTag> wide;
    const auto oddA = hn::BitCast(d, hn::ShiftRight<32>(hn::BitCast(wide, a)));
    const auto even = hn::MulEven(a, b);
    const auto odd = hn::MulEven(oddA, b); // b is the same in all lanes
    high = hn::OddEven(hn::BitCast(d, odd), hn::BitCast(d, hn::ShiftRight<32>(even)));
    low = hn::Mul(a, b);
}

struct PhiloxWords {
    Bits w0, w1, w2, w3;
};

HWY_INLINE PhiloxWords Philox(Bits block, const Draw &draw) {
    const BitsTag d;
    PhiloxWords w{block, hn::Set(d, draw.chain), hn::Set(d, static_cast<std::uint32_t>(draw.step)),
                  hn::Set(d, static_cast<std::uint32_t>(draw.purpose) |
                                 (static_cast<std::uint32_t>(draw.step >> 32) << 8))};
    auto key0 = static_cast<std::uint32_t>(draw.seed);
    auto key1 = static_cast<std::uint32_t>(draw.seed >> 32);
    const auto m0 = hn::Set(d, 0xD2511F53U);
    const auto m1 = hn::Set(d, 0xCD9E8D57U);
    for (int round = 0; round < 10; ++round) {
        Bits high0, low0, high1, low1;
        MulHiLo(w.w0, m0, high0, low0);
        MulHiLo(w.w2, m1, high1, low1);
        w = {hn::Xor(hn::Xor(high1, w.w1), hn::Set(d, key0)), low1,
             hn::Xor(hn::Xor(high0, w.w3), hn::Set(d, key1)), low0};
        key0 += 0x9E3779B9U;
        key1 += 0xBB67AE85U;
    }
    return w;
}

HWY_INLINE Floats SmallerTail(Floats activation) {
    const FloatTag d;
    const auto e = hn::Exp(d, hn::Neg(hn::Abs(activation)));
    return hn::Div(e, hn::Add(hn::Set(d, 1.0F), e));
}

// Compares the bits with the smaller of p and 1 - p: floats are dense near 0.
HWY_INLINE void Sample(const float *activation, Bits bits, std::uint8_t *state) {
    const FloatTag d;
    const BitsTag du;
    const hn::RebindToSigned<BitsTag> di;
    const hn::Rebind<std::uint8_t, FloatTag> bytes;
    const auto a = hn::LoadU(d, activation);
    const auto positive = hn::Ge(a, hn::Zero(d));
    const auto flip = hn::IfThenElseZero(hn::RebindMask(du, positive), hn::Set(du, ~0U));
    const auto folded = hn::BitCast(di, hn::ShiftRight<1>(hn::Xor(bits, flip)));
    const auto uniform = hn::Mul(hn::Add(hn::ConvertTo(d, folded), hn::Set(d, 0.5F)),
                                 hn::Set(d, 1.0F / 2147483648.0F));
    const auto inTail = hn::Lt(uniform, SmallerTail(a));
    const auto one = hn::Set(di, 1);
    const auto tail = hn::IfThenElseZero(hn::RebindMask(di, inTail), one);
    const auto base = hn::IfThenElseZero(hn::RebindMask(di, positive), one);
    hn::StoreU(hn::DemoteTo(bytes, hn::Xor(tail, base)), bytes, state);
}

void SampleUnits(const float *activation, const Draw &draw, std::size_t n, std::uint8_t *state) {
    const BitsTag d;
    const std::size_t lanes = hn::Lanes(d);
    // 64 units use 16 counters; word w of counter l belongs to unit 16 w + l.
    for (std::size_t u = 0; u < n; u += 64) {
        for (std::size_t l = 0; l < 16; l += lanes) {
            const auto block = hn::Iota(d, static_cast<std::uint32_t>(u / 4 + l));
            const auto words = Philox(block, draw);
            Sample(activation + u + l, words.w0, state + u + l);
            Sample(activation + u + 16 + l, words.w1, state + u + 16 + l);
            Sample(activation + u + 32 + l, words.w2, state + u + 32 + l);
            Sample(activation + u + 48 + l, words.w3, state + u + 48 + l);
        }
    }
}

void Sigmoid(std::size_t n, float *x) {
    const FloatTag d;
    for (std::size_t u = 0; u < n; u += hn::Lanes(d)) {
        const auto a = hn::LoadU(d, x + u);
        const auto tail = SmallerTail(a);
        const auto positive = hn::Ge(a, hn::Zero(d));
        hn::StoreU(hn::IfThenElse(positive, hn::Sub(hn::Set(d, 1.0F), tail), tail), d, x + u);
    }
}

void Softplus(std::size_t n, float *x) {
    const FloatTag d;
    for (std::size_t u = 0; u < n; u += hn::Lanes(d)) {
        const auto a = hn::LoadU(d, x + u);
        const auto rest = hn::Log1p(d, hn::Exp(d, hn::Neg(hn::Abs(a))));
        hn::StoreU(hn::Add(hn::Max(a, hn::Zero(d)), rest), d, x + u);
    }
}

void MomentumStep(const float *gradient, float step, float momentum, std::size_t n, float *m,
                  float *parameter) {
    const FloatTag d;
    const auto rate = hn::Set(d, step);
    const auto keep = hn::Set(d, momentum);
    for (std::size_t u = 0; u < n; u += hn::Lanes(d)) {
        const auto kept = hn::Mul(keep, hn::LoadU(d, m + u));
        const auto next = hn::Sub(kept, hn::Mul(rate, hn::LoadU(d, gradient + u)));
        hn::StoreU(next, d, m + u);
        hn::StoreU(hn::Add(hn::LoadU(d, parameter + u), next), d, parameter + u);
    }
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <hwy/targets.h>

namespace rbm::cpu {

HWY_EXPORT(SumRows);
HWY_EXPORT(Activate);
HWY_EXPORT(SampleUnits);
HWY_EXPORT(Sigmoid);
HWY_EXPORT(Softplus);
HWY_EXPORT(MomentumStep);

void sumRows(const RowSum &rows, std::size_t begin, std::size_t end, float *out) {
    HWY_DYNAMIC_DISPATCH(SumRows)(rows, begin, end, out);
}

void activate(const float *bias, float biasScale, float beta, std::size_t n, float *sum) {
    HWY_DYNAMIC_DISPATCH(Activate)(bias, biasScale, beta, n, sum);
}

void sampleUnits(const float *activation, const Draw &draw, std::size_t n, std::uint8_t *state) {
    HWY_DYNAMIC_DISPATCH(SampleUnits)(activation, draw, n, state);
}

void sigmoidInPlace(std::size_t n, float *x) { HWY_DYNAMIC_DISPATCH(Sigmoid)(n, x); }

void softplusInPlace(std::size_t n, float *x) { HWY_DYNAMIC_DISPATCH(Softplus)(n, x); }

void momentumStep(const float *gradient, float step, float momentum, std::size_t n, float *m,
                  float *parameter) {
    HWY_DYNAMIC_DISPATCH(MomentumStep)(gradient, step, momentum, n, m, parameter);
}

std::vector<std::int64_t> supportedTargets() {
    std::vector<std::int64_t> targets;
    for (const auto target : hwy::SupportedAndGeneratedTargets()) {
        targets.push_back(static_cast<std::int64_t>(target));
    }
    return targets;
}

const char *activeTarget() {
    const auto targets = supportedTargets();
    return targets.empty() ? "scalar" : hwy::TargetName(targets.front());
}

void limitTarget(std::int64_t target) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

} // namespace rbm::cpu
#endif
