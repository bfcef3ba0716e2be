// The kernels of exact enumeration: compiled once for each SIMD target, chosen
// at run time. Lanes are states, so that no target needs a sum over lanes.
#include "engine/likelihood/enumeration_kernels.h"

#include <cstdint>
#include <limits>
#include <numbers>

// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/likelihood/enumeration_kernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace rbm::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Double = hn::CappedTag<double, 8>;
using Bits = hn::RebindToSigned<Double>;
using DoubleVec = hn::Vec<Double>;
using BitsVec = hn::Vec<Bits>;
inline constexpr std::size_t kDoubles = hn::MaxLanes(Double());
inline constexpr int kMantissaBits = 52;
inline constexpr std::int64_t kExponentBias = 1023;

/// Two vectors of each row: eight products that do not wait for one another.
inline constexpr std::size_t kVectors = 2;

struct Products {
    DoubleVec of[kTileRows][kVectors];
};

HWY_INLINE Products Ones() {
    Products ones;
    for (auto &row : ones.of) {
        for (auto &product : row) {
            product = hn::Set(Double(), 1.0);
        }
    }
    return ones;
}

HWY_INLINE Products MultiplyRun(const double *HWY_RESTRICT rows, const double *HWY_RESTRICT columns,
                                std::size_t begin, std::size_t end, Products products) {
    const Double d;
    for (std::size_t i = begin; i < end; ++i) {
        const auto c0 = hn::LoadU(d, columns + i * kTileColumns);
        const auto c1 = hn::LoadU(d, columns + i * kTileColumns + kDoubles);
        for (std::size_t r = 0; r < kTileRows; ++r) {
            const auto row = hn::Set(d, rows[i * kTileRows + r]);
            auto &product = products.of[r];
            product[0] = hn::MulAdd(product[0], hn::Mul(row, c0), product[0]);
            product[1] = hn::MulAdd(product[1], hn::Mul(row, c1), product[1]);
        }
    }
    return products;
}

/// Moves the exponent of a number that is at least 1 into `exponents`.
HWY_INLINE DoubleVec TakeExponent(DoubleVec x, BitsVec &exponents) {
    const Double d;
    const Bits b;
    const auto bits = hn::BitCast(b, x);
    const auto mantissa = hn::And(bits, hn::Set(b, (std::int64_t{1} << kMantissaBits) - 1));
    const auto one = hn::Set(b, kExponentBias << kMantissaBits);
    exponents = hn::Add(exponents, hn::ShiftRight<kMantissaBits>(bits));
    return hn::BitCast(d, hn::Or(mantissa, one));
}

/// For the first kVectors vectors of columns. After each run the exponents move
/// out of the products, so that the next one cannot overflow.
HWY_INLINE void AddSome(const OddsTile &tile, const double *columns, std::size_t stride,
                        double *HWY_RESTRICT out) {
    const Double d;
    const Bits b;
    BitsVec exponents[kTileRows][kVectors];
    for (auto &row : exponents) {
        row[0] = row[1] = hn::Zero(b);
    }
    Products products = Ones();
    std::size_t begin = 0;
    for (const std::size_t end : tile.runs) {
        products = MultiplyRun(tile.rows, columns, begin, end, products);
        for (std::size_t r = 0; r < kTileRows; ++r) {
            for (std::size_t v = 0; v < kVectors; ++v) {
                products.of[r][v] = TakeExponent(products.of[r][v], exponents[r][v]);
            }
        }
        begin = end;
    }
    const auto bias = hn::Set(b, kExponentBias * static_cast<std::int64_t>(tile.runs.size()));
    const auto log2 = hn::Set(d, std::numbers::ln2);
    for (std::size_t r = 0; r < kTileRows; ++r) {
        for (std::size_t v = 0; v < kVectors; ++v) {
            double *sum = out + r * stride + v * kDoubles;
            const auto exponent = hn::ConvertTo(d, hn::Sub(exponents[r][v], bias));
            const auto log = hn::MulAdd(exponent, log2, hn::Log(d, products.of[r][v]));
            hn::StoreU(hn::Add(hn::LoadU(d, sum), log), d, sum);
        }
    }
}

void AddLogProducts(const OddsTile &tile, std::size_t stride, double *out) {
    static_assert(kTileColumns % (kVectors * kDoubles) == 0);
    for (std::size_t c = 0; c < kTileColumns; c += kVectors * kDoubles) {
        AddSome(tile, tile.columns + c, stride, out + c);
    }
}

double SumOfSoftplus(const double *x, std::size_t n) {
    const Double d;
    auto sum = hn::Zero(d);
    for (std::size_t i = 0; i < n; i += kDoubles) {
        const auto a = hn::LoadU(d, x + i);
        const auto rest = hn::Log1p(d, hn::Exp(d, hn::Neg(hn::Abs(a))));
        sum = hn::Add(sum, hn::Add(hn::Max(a, hn::Zero(d)), rest));
    }
    return hn::GetLane(hn::SumOfLanes(d, sum));
}

double LargestOf(const double *x, std::size_t n) {
    const Double d;
    auto largest = hn::Set(d, -std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < n; i += kDoubles) {
        largest = hn::Max(largest, hn::LoadU(d, x + i));
    }
    return hn::GetLane(hn::MaxOfLanes(d, largest));
}

double SumOfExp(const double *x, std::size_t n, double shift) {
    const Double d;
    auto sum = hn::Zero(d);
    for (std::size_t i = 0; i < n; i += kDoubles) {
        sum = hn::Add(sum, hn::Exp(d, hn::Sub(hn::LoadU(d, x + i), hn::Set(d, shift))));
    }
    return hn::GetLane(hn::SumOfLanes(d, sum));
}

} // namespace rbm::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rbm {

HWY_EXPORT(AddLogProducts);
HWY_EXPORT(SumOfSoftplus);
HWY_EXPORT(LargestOf);
HWY_EXPORT(SumOfExp);

void addLogProducts(const OddsTile &tile, std::size_t stride, double *out) {
    HWY_DYNAMIC_DISPATCH(AddLogProducts)(tile, stride, out);
}

double sumOfSoftplus(const double *x, std::size_t n) {
    return HWY_DYNAMIC_DISPATCH(SumOfSoftplus)(x, n);
}

double largestOf(const double *x, std::size_t n) { return HWY_DYNAMIC_DISPATCH(LargestOf)(x, n); }

double sumOfExp(const double *x, std::size_t n, double shift) {
    return HWY_DYNAMIC_DISPATCH(SumOfExp)(x, n, shift);
}

} // namespace rbm
#endif
