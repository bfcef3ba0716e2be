#pragma once

#include "engine/backend/backend.h"
#include "engine/cpu/float_weights.h"
#include "engine/cpu/integer_layer.h"
#include "engine/cpu/scales.h"
#include "engine/cpu/sparse_lists.h"
#include "engine/cpu/thread_pool.h"
#include "engine/cpu/update_kernels.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rbm::cpu {

/// The model expectations of a gradient: the chains after their sweeps.
struct NegativePhase {
    std::size_t chains = 0;
    std::span<const std::uint64_t> visible; ///< bits, [chains, words]
    std::span<const std::uint64_t> hidden;  ///< bits, [chains, words]
};

/// The parameters in float32 with their momentum, and the same parameters
/// rounded to 16 bits for the chains, once for each direction.
class CpuModel {
public:
    /// Without `rounding` the model is never roundable().
    explicit CpuModel(bool rounding) : m_rounding(rounding) {}

    /// Sets the momentum to zero. Throws Error where the arrays do not fit.
    void setParameters(const RbmParameters &p, ThreadPool &pool);
    RbmParameters parameters() const;
    /// What the chains sample from: the rounded parameters, exactly; the float
    /// ones where these are too large to round.
    RbmParameters sampledParameters() const;
    void setMomentum(const RbmParameters &m);
    RbmParameters momentum() const;
    void setHiddenOffsets(std::span<const float> offsets);
    std::vector<float> hiddenOffsets() const;
    void setFastParameters(const RbmParameters &fast);
    RbmParameters fastParameters() const;

    /// Becomes the sum of another model's parameters and its fast ones, rounded for chains; its
    /// momentum is none.
    void setWithFast(const CpuModel &model, ThreadPool &pool);

    std::size_t visibleUnits() const { return m_visible; }
    std::size_t hiddenUnits() const { return m_hidden; }
    const FloatWeights &weights() const { return m_weights; }
    const std::vector<float> &visibleBias() const { return m_visibleBias; } ///< padded

    /// False where some unit's weights are too large for sums of 16 bits; the
    /// layers below are then of no use.
    bool roundable() const { return m_roundable; }
    const IntegerLayer &toVisible() const { return m_toVisible; }
    const IntegerLayer &toHidden() const { return m_toHidden; }

    /// Differs, and is not 0, after each change of the parameters, also from any other model's.
    std::uint64_t version() const { return m_version; }

    /// One step against the mean gradient of N images, [N, V] bytes, and some chains. Returns one
    /// thread's seconds in the positive phase.
    double update(std::span<const std::uint8_t> pixels, const NegativePhase &negative,
                  const UpdateRule &rule, ThreadPool &pool);

    /// input [count, padded H] of the hidden units, their bias with them, from
    /// lists of visible units.
    void sumHiddenInputs(const SparseLists &visible, float *input) const;

    /// input [count, padded V] of the visible units from hidden states as bits
    /// [count, words].
    void sumVisibleInputs(std::span<const std::uint64_t> hidden, std::size_t count,
                          float *input) const;

private:
    /// The parts that each block of hidden units adds to the bounds of the inputs.
    struct Bounds {
        std::vector<float> rowUp;   ///< [blocks, rows]
        std::vector<float> rowDown; ///< [blocks, rows]
        InputBounds hidden;         ///< padded
    };

    void renewVersion();
    void takeShape(std::size_t visible, std::size_t hidden);
    void makeFast();
    void addVisibleFast(const std::vector<float> &gradient, const Motion &motion);
    std::vector<float> sparsityShare(const float *positive, std::size_t images,
                                     const UpdateRule &rule) const;
    double updateBlockRange(const SparseLists &images, const NegativePhase &negative,
                            const UpdateLists &lists, const UpdateRule &rule, std::size_t begin,
                            std::size_t end);
    void followMean(std::size_t block, const float *positive, std::size_t images, float rate);
    void findBounds(std::size_t block);
    InputBounds visibleBounds() const;
    InputBounds hiddenBounds() const;
    void roundParameters(ThreadPool &pool);
    void roundBlock(std::size_t block);
    std::vector<float> visibleGradient(const SparseLists &lit, const SparseLists &on,
                                       float ratio) const;
    std::vector<float> padded(std::span<const float> visibleOffsets) const;
    void centreVisibleGradient(const std::vector<float> &dots, std::vector<float> &gradient) const;
    void clearPadding(std::size_t block, std::size_t count, float *values) const;

    bool m_rounding;
    std::uint64_t m_version = 0;
    std::size_t m_visible = 0;
    std::size_t m_hidden = 0;
    FloatWeights m_weights;
    FloatWeights m_velocity;
    std::vector<float> m_visibleBias;
    std::vector<float> m_visibleVelocity;
    FloatWeights m_fast;                ///< without blocks: all zero
    std::vector<float> m_visibleFast;   ///< padded; empty likewise
    std::vector<float> m_hiddenOffsets; ///< padded with 0
    std::vector<float> m_rowDots;       ///< [blocks, rows]
    std::vector<float> m_decayDots;     ///< likewise
    Bounds m_bounds;
    bool m_roundable = false;
    IntegerLayer m_toVisible;
    IntegerLayer m_toHidden;
};

} // namespace rbm::cpu
