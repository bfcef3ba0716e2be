// The kernels that add up the chains' inputs: written once with Google Highway and compiled
// once for each SIMD target; the best one of the machine is chosen at run time.
#include "engine/cpu/sum_kernels.h"

#include "engine/cpu/layout.h"

#include <bit>
#include <cstring>

// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/cpu/sum_kernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h
#include <hwy/highway.h>
#include "engine/cpu/short_vectors-inl.h"
// clang-format on

#ifndef RBM_SUM_KERNELS_ONCE
#define RBM_SUM_KERNELS_ONCE
namespace rbm::cpu {

inline constexpr auto kRow = static_cast<std::uint32_t>(kBlock);

alignas(64) inline constexpr std::uint8_t kBitNumbers[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

} // namespace rbm::cpu
#endif

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

inline constexpr std::size_t kRowParts = kBlock / kShorts;

/// One row of a block: kBlock columns.
struct Row {
    ShortVec part[kRowParts];
};

HWY_INLINE Row LoadRow(const std::int16_t *columns) {
    Row row;
    for (std::size_t p = 0; p < kRowParts; ++p) {
        row.part[p] = hn::LoadU(Short(), columns + p * kShorts);
    }
    return row;
}

HWY_INLINE Row ZeroRow() {
    Row row;
    for (auto &part : row.part) {
        part = hn::Zero(Short());
    }
    return row;
}

HWY_INLINE void StoreRow(const Row &row, std::int16_t *columns) {
    for (std::size_t p = 0; p < kRowParts; ++p) {
        hn::StoreU(row.part[p], Short(), columns + p * kShorts);
    }
}

HWY_INLINE void AddTo(Row &sum, const Row &row) {
    for (std::size_t p = 0; p < kRowParts; ++p) {
        sum.part[p] = hn::Add(sum.part[p], row.part[p]);
    }
}

HWY_INLINE void SubtractFrom(Row &sum, const Row &row) {
    for (std::size_t p = 0; p < kRowParts; ++p) {
        sum.part[p] = hn::Sub(sum.part[p], row.part[p]);
    }
}

/// Two offsets a load: loads are what limits the sums.
HWY_INLINE std::uint64_t LoadTwo(const std::uint32_t *rows) {
    std::uint64_t two;
    std::memcpy(&two, rows, sizeof two);
    return two;
}

HWY_INLINE void SumChain(const RowPairs &chain, const std::int16_t *HWY_RESTRICT block,
                         const std::int16_t *bias, std::int16_t *HWY_RESTRICT sums) {
    const std::uint32_t *HWY_RESTRICT first = chain.rows;
    const std::uint32_t *HWY_RESTRICT second = chain.rows + chain.pairs;
    const std::uint32_t *const end = second;
    // Two sums, so that an add need not wait for the one before.
    Row a = LoadRow(chain.rebuild ? bias : sums);
    Row b = ZeroRow();
    for (; first != end; first += 2, second += 2) {
        const std::uint64_t toFirst = LoadTwo(first);
        const std::uint64_t toSecond = LoadTwo(second);
        AddTo(a, LoadRow(block + static_cast<std::uint32_t>(toFirst)));
        AddTo(b, LoadRow(block + static_cast<std::uint32_t>(toSecond)));
        AddTo(a, LoadRow(block + (toFirst >> 32)));
        AddTo(b, LoadRow(block + (toSecond >> 32)));
    }
    if (chain.rebuild) {
        AddTo(a, b);
    } else {
        SubtractFrom(a, b);
    }
    StoreRow(a, sums);
}

/// One block of columns for all chains, so that its rows are read from the
/// first-level cache.
void SumRows(const SumJob &job) {
    for (std::size_t b = 0; b < job.blocks; ++b) {
        const std::int16_t *block = job.matrix + b * job.rows * kBlock;
        std::int16_t *sums = job.sums + b * job.chainStride * kBlock;
        for (const RowPairs &chain : job.chains) {
            SumChain(chain, block, job.bias + b * kBlock, sums);
            sums += kBlock;
        }
    }
}

Changes CountChanges(const std::uint64_t *state, const std::uint64_t *other, std::size_t words) {
    Changes c;
    for (std::size_t w = 0; w < words; ++w) {
        c.on += static_cast<std::size_t>(std::popcount(state[w]));
        c.added += static_cast<std::size_t>(std::popcount(state[w] & ~other[w]));
        c.removed += static_cast<std::size_t>(std::popcount(other[w] & ~state[w]));
    }
    return c;
}

#if HWY_TARGET <= HWY_AVX3_DL
/// The numbers of the set bits as bytes, then as offsets, 16 at a time; Highway
/// has no compression of bytes.
HWY_INLINE std::size_t ListBits(std::uint64_t bits, std::uint32_t first, std::uint32_t *to) {
    const hn::CappedTag<std::uint32_t, 16> d;
    const hn::Rebind<std::uint8_t, decltype(d)> bytes;
    const hn::CappedTag<std::uint8_t, 64> all;
    const auto numbers =
        hn::Vec<decltype(all)>{_mm512_maskz_compress_epi8(bits, hn::Load(all, kBitNumbers).raw)};
    alignas(64) std::uint8_t list[64];
    hn::Store(numbers, all, list);
    const auto count = static_cast<std::size_t>(std::popcount(bits));
    std::size_t n = 0;
    do { // the first 16 without asking, for that would often be guessed wrong
        const auto offsets = hn::ShiftLeft<5>(hn::PromoteTo(d, hn::Load(bytes, list + n)));
        hn::StoreU(hn::Add(offsets, hn::Set(d, first)), d, to + n);
        n += 16;
    } while (n < count);
    return count;
}
#else
HWY_INLINE std::size_t ListBits(std::uint64_t bits, std::uint32_t first, std::uint32_t *to) {
    const auto count = static_cast<std::size_t>(std::popcount(bits));
    std::size_t n = 0;
    do { // four without asking, for that would often be guessed wrong
        for (std::size_t l = 0; l < 4; ++l) {
            to[n + l] = first + static_cast<std::uint32_t>(std::countr_zero(bits)) * kRow;
            bits &= bits - 1;
        }
        n += 4;
    } while (n < count);
    return count;
}
#endif

std::size_t ListRows(const std::uint64_t *on, const std::uint64_t *off, std::size_t words,
                     std::uint32_t *rows) {
    static_assert(kBlock == 1U << 5U); // ListBits shifts by 5
    std::uint32_t *to = rows;
    for (std::size_t w = 0; w < words; ++w) {
        const std::uint64_t bits = off == nullptr ? on[w] : on[w] & ~off[w];
        to += ListBits(bits, static_cast<std::uint32_t>(w * 64 * kBlock), to);
    }
    return static_cast<std::size_t>(to - rows);
}

void NonZeroBits(const std::uint8_t *bytes, std::size_t n, std::uint64_t *bits) {
    const hn::CappedTag<std::uint8_t, 64> d;
    constexpr std::size_t kBytes = hn::MaxLanes(hn::CappedTag<std::uint8_t, 64>());
    std::memset(bits, 0, wordsOf(n) * sizeof *bits);
    std::size_t i = 0;
    for (; i + kBytes <= n; i += kBytes) {
        const auto lit = hn::Ne(hn::LoadU(d, bytes + i), hn::Zero(d));
        hn::StoreMaskBits(d, lit, reinterpret_cast<std::uint8_t *>(bits) + i / 8);
    }
    for (; i < n; ++i) {
        bits[i / 64] |= std::uint64_t{bytes[i] != 0} << i % 64;
    }
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rbm::cpu {

HWY_EXPORT(SumRows);
HWY_EXPORT(CountChanges);
HWY_EXPORT(ListRows);
HWY_EXPORT(NonZeroBits);

void sumRows(const SumJob &job) { HWY_DYNAMIC_DISPATCH(SumRows)(job); }

Changes countChanges(const std::uint64_t *state, const std::uint64_t *other, std::size_t words) {
    return HWY_DYNAMIC_DISPATCH(CountChanges)(state, other, words);
}

std::size_t listRows(const std::uint64_t *on, const std::uint64_t *off, std::size_t words,
                     std::uint32_t *rows) {
    return HWY_DYNAMIC_DISPATCH(ListRows)(on, off, words, rows);
}

void nonZeroBits(const std::uint8_t *bytes, std::size_t n, std::uint64_t *bits) {
    HWY_DYNAMIC_DISPATCH(NonZeroBits)(bytes, n, bits);
}

} // namespace rbm::cpu
#endif
