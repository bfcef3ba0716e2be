// The kernels on float32 weights: written once with Google Highway and compiled
// once for each SIMD target; the best one of the machine is chosen at run time.
#include "engine/cpu/float_kernels.h"

#include "engine/cpu/layout.h"

#include <algorithm>

// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/cpu/float_kernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h
#include <hwy/highway.h>
#include "engine/cpu/float_vectors-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

void Sigmoid(std::size_t n, float *x) {
    const Float d;
    for (std::size_t u = 0; u < n; u += kFloats) {
        hn::StoreU(SigmoidOf(hn::LoadU(d, x + u)), d, x + u);
    }
}

void Softplus(std::size_t n, float *x) {
    const Float d;
    for (std::size_t u = 0; u < n; u += kFloats) {
        hn::StoreU(SoftplusOf(hn::LoadU(d, x + u)), d, x + u);
    }
}

/// Two vectors at a time: more would wait for the adds of one another no less.
void SumLists(const float *block, const float *bias, const SparseRows &lists, std::size_t begin,
              std::size_t end, float *HWY_RESTRICT out) {
    const Float d;
    for (std::size_t list = begin; list < end; ++list) {
        for (std::size_t l = 0; l < kBlock; l += 2 * kFloats) {
            auto s0 = hn::LoadU(d, bias + l);
            auto s1 = hn::LoadU(d, bias + l + kFloats);
            for (std::uint32_t r = lists.start[list]; r < lists.start[list + 1]; ++r) {
                const float *HWY_RESTRICT row = block + lists.row[r] + l;
                const auto value = hn::Set(d, lists.value == nullptr ? 1.0F : lists.value[r]);
                s0 = hn::MulAdd(value, hn::LoadU(d, row), s0);
                s1 = hn::MulAdd(value, hn::LoadU(d, row + kFloats), s1);
            }
            hn::StoreU(s0, d, out + list * kBlock + l);
            hn::StoreU(s1, d, out + list * kBlock + l + kFloats);
        }
    }
}

void DotStates(const float *row, std::size_t blockStride, const float *states, std::size_t columns,
               std::size_t chains, float *HWY_RESTRICT dots) {
    const Float d;
    for (std::size_t n = 0; n < chains; ++n) {
        auto s0 = hn::Zero(d);
        auto s1 = hn::Zero(d);
        const float *HWY_RESTRICT state = states + n * columns;
        for (std::size_t c = 0; c < columns; c += kBlock) {
            const float *HWY_RESTRICT weights = row + c / kBlock * blockStride;
            for (std::size_t l = 0; l < kBlock; l += 2 * kFloats) {
                s0 = hn::MulAdd(hn::LoadU(d, weights + l), hn::LoadU(d, state + c + l), s0);
                s1 = hn::MulAdd(hn::LoadU(d, weights + l + kFloats),
                                hn::LoadU(d, state + c + l + kFloats), s1);
            }
        }
        dots[n] = hn::GetLane(hn::SumOfLanes(d, hn::Add(s0, s1)));
    }
}

void BoundsOf(const float *weights, std::size_t rows, const BlockBounds &bounds) {
    const Float d;
    FloatVec up[kParts];
    FloatVec down[kParts];
    for (std::size_t p = 0; p < kParts; ++p) {
        up[p] = down[p] = hn::Zero(d);
    }
    for (std::size_t row = 0; row < rows; ++row) {
        FloatVec high[kParts];
        FloatVec low[kParts];
        for (std::size_t p = 0; p < kParts; ++p) {
            const auto w = hn::LoadU(d, weights + row * kBlock + p * kFloats);
            high[p] = hn::Max(w, hn::Zero(d));
            low[p] = hn::Sub(high[p], w); // NaN stays NaN
            up[p] = hn::Add(up[p], high[p]);
            down[p] = hn::Add(down[p], low[p]);
        }
        bounds.rowUp[row] = SumByHalves(high);
        bounds.rowDown[row] = SumByHalves(low);
    }
    for (std::size_t p = 0; p < kParts; ++p) {
        hn::StoreU(up[p], d, bounds.columnUp + p * kFloats);
        hn::StoreU(down[p], d, bounds.columnDown + p * kFloats);
    }
}

/// Rounds one row; `across` receives it in the steps of the row's unit.
HWY_INLINE void QuantiseRow(const Tile &tile, std::size_t row, std::int16_t *HWY_RESTRICT across) {
    const Float d;
    const hn::Rebind<std::int16_t, Float> half;
    const auto rowScale = hn::Set(d, tile.rowScale[row]);
    const auto rowStep = hn::Set(d, 1 / tile.rowScale[row]);
    const auto one = hn::Set(d, 1.0F);
    for (std::size_t l = 0; l < kBlock; l += kFloats) {
        const auto w = hn::LoadU(d, tile.weights + row * kBlock + l);
        const auto columnScale = hn::LoadU(d, tile.columnScale + l);
        const auto rounded = hn::Round(hn::Mul(w, hn::Min(rowScale, columnScale)));
        // Powers of two: column scale / the smaller scale, row scale / the smaller scale.
        const auto down = hn::Max(one, hn::Mul(columnScale, rowStep));
        const auto right = hn::Max(one, hn::Div(rowScale, columnScale));
        hn::StoreU(hn::DemoteTo(half, hn::NearestInt(hn::Mul(rounded, down))), half,
                   tile.toHidden + row * kBlock + l);
        hn::StoreU(hn::DemoteTo(half, hn::NearestInt(hn::Mul(rounded, right))), half, across + l);
    }
}

/// to[c][r] = from[r][c] for 8 x 8 numbers whose rows lie kBlock apart.
HWY_INLINE void Transpose8(const std::int16_t *HWY_RESTRICT from, std::int16_t *HWY_RESTRICT to) {
    const hn::FixedTag<std::int16_t, 8> d;
    const hn::FixedTag<std::int32_t, 4> d32;
    const hn::FixedTag<std::int64_t, 2> d64;
    hn::Vec<decltype(d)> row[8];
    hn::Vec<decltype(d32)> pair[8];
    hn::Vec<decltype(d64)> four[8];
    for (std::size_t r = 0; r < 8; ++r) {
        row[r] = hn::LoadU(d, from + r * kBlock);
    }
    for (std::size_t r = 0; r < 4; ++r) { // rows 2r, 2r + 1: columns 0-3, then 4-7
        pair[r] = hn::BitCast(d32, hn::InterleaveLower(d, row[2 * r], row[2 * r + 1]));
        pair[r + 4] = hn::BitCast(d32, hn::InterleaveUpper(d, row[2 * r], row[2 * r + 1]));
    }
    for (std::size_t h = 0; h < 2; ++h) { // columns 4h to 4h + 3 of four rows each
        for (std::size_t q = 0; q < 2; ++q) {
            const auto a = pair[4 * h + 2 * q];
            const auto b = pair[4 * h + 2 * q + 1];
            four[4 * h + q] = hn::BitCast(d64, hn::InterleaveLower(d32, a, b));
            four[4 * h + 2 + q] = hn::BitCast(d64, hn::InterleaveUpper(d32, a, b));
        }
    }
    for (std::size_t p = 0; p < 4; ++p) { // columns 2p and 2p + 1
        const auto lower = hn::InterleaveLower(d64, four[2 * p], four[2 * p + 1]);
        const auto upper = hn::InterleaveUpper(d64, four[2 * p], four[2 * p + 1]);
        hn::StoreU(hn::BitCast(d, lower), d, to + 2 * p * kBlock);
        hn::StoreU(hn::BitCast(d, upper), d, to + (2 * p + 1) * kBlock);
    }
}

void QuantiseTile(const Tile &tile) {
    alignas(64) std::int16_t across[kBlock * kBlock];
    for (std::size_t row = 0; row < kBlock; ++row) {
        QuantiseRow(tile, row, across + row * kBlock);
    }
    for (std::size_t row = 0; row < kBlock; row += 8) {
        for (std::size_t column = 0; column < kBlock; column += 8) {
            Transpose8(across + row * kBlock + column, tile.toVisible + column * kBlock + row);
        }
    }
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rbm::cpu {

HWY_EXPORT(Sigmoid);
HWY_EXPORT(Softplus);
HWY_EXPORT(SumLists);
HWY_EXPORT(DotStates);
HWY_EXPORT(BoundsOf);
HWY_EXPORT(QuantiseTile);

void sigmoidInPlace(std::size_t n, float *x) { HWY_DYNAMIC_DISPATCH(Sigmoid)(n, x); }

void softplusInPlace(std::size_t n, float *x) { HWY_DYNAMIC_DISPATCH(Softplus)(n, x); }

void sumLists(const float *block, const float *bias, const SparseRows &lists, std::size_t begin,
              std::size_t end, float *out) {
    HWY_DYNAMIC_DISPATCH(SumLists)(block, bias, lists, begin, end, out);
}

void dotStates(const float *row, std::size_t blockStride, const float *states, std::size_t columns,
               std::size_t chains, float *dots) {
    HWY_DYNAMIC_DISPATCH(DotStates)(row, blockStride, states, columns, chains, dots);
}

void boundsOf(const float *weights, std::size_t rows, const BlockBounds &bounds) {
    HWY_DYNAMIC_DISPATCH(BoundsOf)(weights, rows, bounds);
}

void quantiseTile(const Tile &tile) { HWY_DYNAMIC_DISPATCH(QuantiseTile)(tile); }

} // namespace rbm::cpu
#endif
