#pragma once

#include "engine/backend/backend.h"

#include <memory>
#include <span>
#include <utility>
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

    /// Units that keep their start's state from now on, 1 where held: [V] for all chains,
    /// or [count, V] with a row for each; empty: none.
    void hold(std::vector<std::uint8_t> units) { m_held = std::move(units); }

    void advance(std::size_t steps);
    /// Goes on from these states as if it had come to them by `steps` steps: the
    /// random draws are a pure function of seed, step and chain, so every later
    /// state is the same bit for bit.
    void resume(const ChainStates &states, std::uint64_t steps);
    /// Goes on from the same states with the model of another backend; its shape must
    /// be the same. The random draws stay those of this seed and these steps.
    void moveTo(Backend &backend);
    std::uint64_t steps() const { return m_steps; }
    std::size_t count() const { return m_count; }

    /// P(v = 1 | h) of the last step, [count, V]; at step 0, and where a unit is held,
    /// the start's pixels / 255.
    std::vector<float> probabilities() const;
    ChainStates states() const;
    /// F(v) of each chain's binary visible state in nats, [count], in the parameters
    /// that the chains work with; `visibleBias` is those parameters' b.
    std::vector<double> freeEnergies(std::span<const float> visibleBias) const;

private:
    Backend *m_backend;
    std::size_t m_count;
    std::uint64_t m_seed;
    std::uint64_t m_steps = 0;
    std::vector<std::uint8_t> m_starts;
    std::vector<std::uint8_t> m_held;
    std::unique_ptr<Chains> m_chains;
};

} // namespace rbm
