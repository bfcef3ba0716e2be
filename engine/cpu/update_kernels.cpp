// The kernels that move a model's parameters: written once with Google Highway and
// compiled once for each SIMD target; the best one of the machine is chosen at run time.
#include "engine/cpu/update_kernels.h"

#include "engine/cpu/layout.h"

#include <algorithm>

// clang-format off
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/cpu/update_kernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h
#include <hwy/highway.h>
#include "engine/cpu/float_vectors-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace rbm::cpu::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// A Motion in vectors.
class Mover {
public:
    explicit HWY_ATTR Mover(const Motion &motion)
        : m_step(hn::Set(Float(), motion.step)), m_keep(hn::Set(Float(), motion.momentum)),
          m_nesterov(motion.nesterov) {}

    HWY_INLINE HWY_ATTR void Move(FloatVec gradient, float *m, float *parameter) const {
        const Float d;
        const auto push = hn::Mul(m_step, gradient);
        const auto next = hn::Sub(hn::Mul(m_keep, hn::LoadU(d, m)), push);
        hn::StoreU(next, d, m);
        const auto move = m_nesterov ? hn::Sub(hn::Mul(m_keep, next), push) : next;
        hn::StoreU(hn::Add(hn::LoadU(d, parameter), move), d, parameter);
    }

    /// Without a parameter that follows.
    HWY_INLINE HWY_ATTR void Keep(FloatVec gradient, float *m) const {
        const Float d;
        const auto push = hn::Mul(m_step, gradient);
        hn::StoreU(hn::Sub(hn::Mul(m_keep, hn::LoadU(d, m)), push), d, m);
    }

private:
    FloatVec m_step;
    FloatVec m_keep;
    bool m_nesterov;
};

void MoveParameters(const float *gradient, const Motion &motion, std::size_t n, float *m,
                    float *parameter) {
    const Mover mover(motion);
    for (std::size_t u = 0; u < n; u += kFloats) {
        mover.Move(hn::LoadU(Float(), gradient + u), m + u, parameter + u);
    }
}

/// Columns of one row in kBlocks blocks.
template <std::size_t kBlocks>
struct Columns {
    FloatVec part[kBlocks][kParts];
};

template <std::size_t kBlocks>
HWY_INLINE Columns<kBlocks> Zeros() {
    Columns<kBlocks> zeros;
    for (auto &block : zeros.part) {
        for (auto &part : block) {
            part = hn::Zero(Float());
        }
    }
    return zeros;
}

/// How many of a row's chains have each hidden unit on.
template <std::size_t kBlocks>
HWY_INLINE Columns<kBlocks> CountOn(const SparseRows &on, std::size_t row,
                                    const BlockUpdate *blocks) {
    const Float d;
    const hn::CappedTag<std::uint8_t, kBlock> bytes;
    const hn::Rebind<std::uint8_t, Float> quarter;
    const hn::Rebind<std::int32_t, Float> whole;
    constexpr std::size_t kBytes = hn::MaxLanes(hn::CappedTag<std::uint8_t, kBlock>());
    alignas(64) std::uint8_t sums[kBlock];
    Columns<kBlocks> counts = Zeros<kBlocks>();
    const std::size_t end = on.start[row + 1];
    for (std::size_t begin = on.start[row]; begin < end; begin += 255) {
        const std::size_t chunkEnd = std::min(begin + 255, end); // bytes count to 255
        for (std::size_t b = 0; b < kBlocks; ++b) {
            for (std::size_t l = 0; l < kBlock; l += kBytes) {
                auto sum = hn::Zero(bytes);
                for (std::size_t r = begin; r < chunkEnd; ++r) {
                    sum = hn::Add(sum, hn::LoadU(bytes, blocks[b].negative + on.row[r] + l));
                }
                hn::Store(sum, bytes, sums + l);
            }
            for (std::size_t p = 0; p < kParts; ++p) {
                const auto count = hn::PromoteTo(whole, hn::Load(quarter, sums + p * kFloats));
                counts.part[b][p] = hn::Add(counts.part[b][p], hn::ConvertTo(d, count));
            }
        }
    }
    return counts;
}

/// The weighted sum of P(h | v_data) over a row's lit images.
template <std::size_t kBlocks>
HWY_INLINE Columns<kBlocks> SumLit(const SparseRows &lit, std::size_t row,
                                   const BlockUpdate *blocks) {
    const Float d;
    Columns<kBlocks> sums = Zeros<kBlocks>();
    for (std::size_t r = lit.start[row]; r < lit.start[row + 1]; ++r) {
        const auto value = hn::Set(d, lit.value[r]);
        for (std::size_t b = 0; b < kBlocks; ++b) {
            for (std::size_t p = 0; p < kParts; ++p) {
                const float *columns = blocks[b].positive + lit.row[r] + p * kFloats;
                sums.part[b][p] = hn::MulAdd(value, hn::LoadU(d, columns), sums.part[b][p]);
            }
        }
    }
    return sums;
}

/// Several blocks at a time: the lists are short and of all lengths, so the end
/// of each loop is a guess that the processor gets wrong.
template <std::size_t kBlocks>
HWY_INLINE void UpdateSome(const UpdateLists &lists, const BlockUpdate *blocks) {
    const Mover mover(lists.motion);
    for (std::size_t row = 0; row < lists.rows; ++row) {
        const auto counts = CountOn<kBlocks>(*lists.on, row, blocks);
        const auto data = SumLit<kBlocks>(*lists.lit, row, blocks);
        for (std::size_t b = 0; b < kBlocks; ++b) {
            for (std::size_t p = 0; p < kParts; ++p) {
                const std::size_t at = row * kBlock + p * kFloats;
                mover.Move(hn::Sub(counts.part[b][p], data.part[b][p]), blocks[b].velocity + at,
                           blocks[b].weights + at);
            }
        }
    }
}

/// ratio * CountOn - SumLit.
template <std::size_t kBlocks>
HWY_INLINE Columns<kBlocks> Gradient(const UpdateLists &lists, std::size_t row,
                                     const BlockUpdate *blocks) {
    const auto counts = CountOn<kBlocks>(*lists.on, row, blocks);
    const auto data = SumLit<kBlocks>(*lists.lit, row, blocks);
    const auto ratio = hn::Set(Float(), lists.ratio);
    Columns<kBlocks> gradient;
    for (std::size_t b = 0; b < kBlocks; ++b) {
        for (std::size_t p = 0; p < kParts; ++p) {
            gradient.part[b][p] = hn::Sub(hn::Mul(counts.part[b][p], ratio), data.part[b][p]);
        }
    }
    return gradient;
}

/// gradient -= db lambda + mu dc; returns its products with lambda in rowDots, and adds
/// mu times it to `taken`, which the hidden biases lose.
template <std::size_t kBlocks>
HWY_INLINE void Centre(const UpdateLists &lists, std::size_t row, const BlockUpdate *blocks,
                       const Columns<kBlocks> &hidden, Columns<kBlocks> &gradient,
                       Columns<kBlocks> &taken) {
    const Float d;
    const auto visible = hn::Set(d, lists.visibleGradient[row]);
    const auto mu = hn::Set(d, lists.visibleOffsets[row]);
    for (std::size_t b = 0; b < kBlocks; ++b) {
        FloatVec products[kParts];
        for (std::size_t p = 0; p < kParts; ++p) {
            const auto lambda = hn::LoadU(d, blocks[b].offsets + p * kFloats);
            auto &g = gradient.part[b][p];
            g = hn::Sub(g, hn::Add(hn::Mul(visible, lambda), hn::Mul(mu, hidden.part[b][p])));
            taken.part[b][p] = hn::Add(taken.part[b][p], hn::Mul(mu, g));
            products[p] = hn::Mul(g, lambda);
        }
        blocks[b].rowDots[row] = SumByHalves(products);
    }
}

/// The share of weight decay in the gradient of a row.
template <std::size_t kBlocks>
HWY_INLINE Columns<kBlocks> Decay(const UpdateLists &lists, std::size_t row,
                                  const BlockUpdate *blocks) {
    const Float d;
    const auto decay = hn::Set(d, lists.decay);
    Columns<kBlocks> share;
    for (std::size_t b = 0; b < kBlocks; ++b) {
        for (std::size_t p = 0; p < kParts; ++p) {
            const float *const weights = blocks[b].weights + row * kBlock + p * kFloats;
            share.part[b][p] = hn::Mul(decay, hn::LoadU(d, weights));
        }
    }
    return share;
}

/// As Centre ends, for the share of weight decay.
template <std::size_t kBlocks>
HWY_INLINE void CentreDecay(const UpdateLists &lists, std::size_t row, const BlockUpdate *blocks,
                            const Columns<kBlocks> &decay, Columns<kBlocks> &taken) {
    const Float d;
    const auto mu = hn::Set(d, lists.visibleOffsets[row]);
    for (std::size_t b = 0; b < kBlocks; ++b) {
        FloatVec products[kParts];
        for (std::size_t p = 0; p < kParts; ++p) {
            const auto lambda = hn::LoadU(d, blocks[b].offsets + p * kFloats);
            taken.part[b][p] = hn::Add(taken.part[b][p], hn::Mul(mu, decay.part[b][p]));
            products[p] = hn::Mul(decay.part[b][p], lambda);
        }
        blocks[b].decayDots[row] = SumByHalves(products);
    }
}

/// Columns of one row of one block: the weights by `gradient` with `added`, the fast weights by
/// `gradient` alone.
HWY_INLINE void MoveRow(const Mover &mover, const Mover &fastMover, const BlockUpdate &block,
                        std::size_t at, FloatVec gradient, FloatVec added) {
    if (block.fast != nullptr) {
        fastMover.Keep(gradient, block.fast + at);
    }
    mover.Move(hn::Add(gradient, added), block.velocity + at, block.weights + at);
}

/// UpdateSome with all that it leaves out: another number of chains, weight decay, the
/// centred gradient, sparsity, fast weights.
template <std::size_t kBlocks>
HWY_INLINE void UpdateGeneral(const UpdateLists &lists, const BlockUpdate *blocks) {
    const Float d;
    const Mover mover(lists.motion);
    const Mover fastMover(lists.fastMotion);
    const std::size_t bias = lists.rows - 1;
    const auto hidden = Gradient<kBlocks>(lists, bias, blocks);
    auto taken = Zeros<kBlocks>();
    auto takenByDecay = Zeros<kBlocks>();
    for (std::size_t row = 0; row < bias; ++row) {
        auto gradient = Gradient<kBlocks>(lists, row, blocks);
        const auto decay = Decay<kBlocks>(lists, row, blocks);
        if (lists.visibleOffsets != nullptr) {
            Centre<kBlocks>(lists, row, blocks, hidden, gradient, taken);
            if (lists.decay != 0) {
                CentreDecay<kBlocks>(lists, row, blocks, decay, takenByDecay);
            }
        }
        for (std::size_t b = 0; b < kBlocks; ++b) {
            for (std::size_t p = 0; p < kParts; ++p) {
                const std::size_t at = row * kBlock + p * kFloats;
                MoveRow(mover, fastMover, blocks[b], at, gradient.part[b][p], decay.part[b][p]);
            }
        }
    }
    for (std::size_t b = 0; b < kBlocks; ++b) {
        for (std::size_t p = 0; p < kParts; ++p) {
            const std::size_t at = bias * kBlock + p * kFloats;
            const float *const sparsity = blocks[b].sparsity;
            const auto added =
                sparsity == nullptr ? hn::Zero(d) : hn::LoadU(d, sparsity + p * kFloats);
            MoveRow(mover, fastMover, blocks[b], at, hn::Sub(hidden.part[b][p], taken.part[b][p]),
                    hn::Sub(added, takenByDecay.part[b][p]));
        }
    }
}

void UpdateBlocks(const UpdateLists &lists, std::span<const BlockUpdate> blocks) {
    const bool plain =
        lists.ratio == 1 && lists.decay == 0 && lists.visibleOffsets == nullptr && !lists.special;
    std::size_t b = 0;
    for (; b + 4 <= blocks.size(); b += 4) {
        plain ? UpdateSome<4>(lists, &blocks[b]) : UpdateGeneral<4>(lists, &blocks[b]);
    }
    for (; b < blocks.size(); ++b) {
        plain ? UpdateSome<1>(lists, &blocks[b]) : UpdateGeneral<1>(lists, &blocks[b]);
    }
}

} // namespace rbm::cpu::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rbm::cpu {

HWY_EXPORT(MoveParameters);
HWY_EXPORT(UpdateBlocks);

void moveParameters(const float *gradient, const Motion &motion, std::size_t n, float *m,
                    float *parameter) {
    HWY_DYNAMIC_DISPATCH(MoveParameters)(gradient, motion, n, m, parameter);
}

void updateBlocks(const UpdateLists &lists, std::span<const BlockUpdate> blocks) {
    HWY_DYNAMIC_DISPATCH(UpdateBlocks)(lists, blocks);
}

} // namespace rbm::cpu
#endif
