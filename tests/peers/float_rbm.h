#pragma once

#include "engine/training/pcd_trainer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm::peers {

/// 16 xorshift generators side by side (Marsaglia 2003), for one vector.
class FastRandom {
public:
    static constexpr std::size_t kLanes = 16;

    explicit FastRandom(std::uint64_t seed);

    /// Uniform numbers in [0, 1), 24 bits each.
    void next(float *out) {
#pragma omp simd
        for (std::size_t i = 0; i < kLanes; ++i) {
            std::uint32_t s = m_state[i];
            s ^= s << 13;
            s ^= s >> 17;
            s ^= s << 5;
            m_state[i] = s;
            out[i] = static_cast<float>(s >> 8) * 0x1p-24F;
        }
    }

private:
    std::array<std::uint32_t, kLanes> m_state;
};

/// PCD-k in float32 with matrix products by OpenBLAS. Each thread owns some of
/// the chains for all k steps, then some rows of the gradient.
class FloatRbm {
public:
    FloatRbm(const TrainingState &state, std::size_t threads);

    /// `pixels` is [batch size, V], each from 0 to 1.
    void update(std::span<const float> pixels);

    /// Mean number of units of a chain that are on.
    double visibleOn() const;
    double hiddenOn() const;

private:
    void positive(std::size_t begin, std::size_t count, const float *pixels);
    void sample(const float *bias, std::size_t units, float *values, FastRandom &random) const;
    void runChains(std::size_t begin, std::size_t count, FastRandom &random);
    void learnWeights(std::size_t begin, std::size_t count, const float *pixels);
    void learnBias(const std::vector<float> &negative, const float *data, std::size_t units,
                   std::vector<float> &momentum, std::vector<float> &bias) const;

    std::size_t m_visible;
    std::size_t m_hidden;
    std::size_t m_chains;
    std::size_t m_k;
    std::size_t m_threads;
    float m_step; ///< learning rate / N / N: the gradient is a mean, too
    float m_momentum;
    RbmParameters m_parameters;
    RbmParameters m_change;           ///< the momentum
    std::vector<float> m_v;           ///< states of the chains, [N, V]
    std::vector<float> m_h;           ///< [N, H]
    std::vector<float> m_ph;          ///< P(h | v_data), [N, H]
    std::vector<FastRandom> m_random; ///< of each thread
};

} // namespace rbm::peers
