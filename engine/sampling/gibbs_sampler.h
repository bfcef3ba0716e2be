#pragma once

#include "engine/backend/backend.h"

#include <memory>
#include <span>
#include <vector>

namespace rbm {

/// Chains that a person watches. Each starts at an image and makes Gibbs steps
/// (h ~ P(h | v), then v ~ P(v | h)); gray starts enter the first step by a
/// binary sample of their pixels. Belongs to the thread that owns the backend.
class GibbsSampler {
public:
    /// `starts` is [count, V] bytes.
    GibbsSampler(Backend &backend, std::span<const std::uint8_t> starts, std::size_t count,
                 std::uint64_t seed);

    /// Chains that start at noise: each pixel on with probability one half.
    static GibbsSampler fromNoise(Backend &backend, std::size_t visible, std::size_t count,
                                  std::uint64_t seed);

    void advance(std::size_t steps);
    /// Goes on from the same states with the model of another backend; its shape must
    /// be the same. The random draws stay those of this seed and these steps.
    void moveTo(Backend &backend);
    std::uint64_t steps() const { return m_steps; }
    std::size_t count() const { return m_count; }

    /// P(v = 1 | h) of the last step, [count, V]; at step 0 the start's pixels / 255.
    std::vector<float> probabilities() const;
    ChainStates states() const;

private:
    Backend *m_backend;
    std::size_t m_count;
    std::uint64_t m_seed;
    std::uint64_t m_steps = 0;
    std::vector<std::uint8_t> m_starts;
    std::unique_ptr<Chains> m_chains;
};

} // namespace rbm
