#pragma once

#include "engine/backend/backend.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace rbm {

/// All of the replicas that a run needs to go on bit for bit.
struct TemperedState {
    std::vector<float> betas; ///< [R], from 1 to 0
    /// [R - 1], sums of the acceptance probabilities of replicas r and r + 1 since the
    /// temperatures moved last.
    std::vector<float> accepted;
    ChainStates replicas; ///< (R - 1) M chains: M at betas[1], then those at betas[2] and on

    bool operator==(const TemperedState &) const = default;
};

/// Replicas whose units are all 0, at evenly spaced temperatures; `count` as below.
TemperedState freshReplicas(std::size_t visible, std::size_t hidden, std::size_t chains,
                            std::size_t count);

/// How the replicas mix, for people.
struct TemperingView {
    std::vector<float> betas;     ///< [R]
    std::vector<double> swapRate; ///< [R - 1], mean probability of a swap, over the last while
    /// [R, M]: which walker, 0 to R M - 1, is at replica r of chain n; a walker r M + n started
    /// there.
    std::vector<std::uint32_t> walkers;
    std::uint64_t roundTrips = 0; ///< walkers that went from beta 1 to 0 and back, in all
    std::uint64_t updates = 0;    ///< that were made meanwhile
};

/// Parallel tempering of the persistent chains (Desjardins, Courville, Bengio, Vincent &
/// Delalleau 2010): beside each of the M chains at inverse temperature 1 run replicas at lower
/// ones, down to 0, where the visible units are independent with the biases b:
/// p_beta(v, h) ~ exp(b.v + beta (c.h + v.W.h)).
/// Neighbours swap their visible states with the probability
/// min(1, p_a(v_b) p_b(v_a) / (p_a(v_a) p_b(v_b))), where the hidden units are summed out; even
/// and odd pairs take turns (Okabe, Kawata, Okamoto & Mikami 2001). Every kWindow updates the
/// temperatures move half-way to where all pairs would swap equally often, found by
/// interpolation of the summed rejection rates (Syed, Bouchard-Cote, Deligiannidis & Doucet 2022).
/// Throws Error as the backend does.
class Tempering {
public:
    static constexpr std::uint64_t kWindow = 100; ///< updates between moves of the temperatures

    /// `count` replicas, the chains at beta 1 among them, at least 2; temperatures evenly spaced.
    Tempering(Backend &backend, std::size_t chains, std::size_t count);
    /// Goes on from a state; throws Error where it does not fit.
    Tempering(Backend &backend, const TemperedState &state);

    /// Swaps, then k sweeps of every replica below 1, and one of `cold`, the chains at 1, whose
    /// hidden states are those of their new visible states then.
    void advance(Chains &cold, std::size_t k, std::uint64_t seed, std::uint64_t update);

    std::size_t count() const { return m_betas.size(); }
    TemperedState state() const;
    /// Of the M replicas at betas[r], r from 1; the caller has those at beta 1.
    ChainStates replicaStates(std::size_t r) const { return m_backend.states(*m_replicas[r - 1]); }
    const TemperingView &view() const { return m_view; }

private:
    Chains &replica(Chains &cold, std::size_t r) const;
    void swapNeighbours(Chains &cold, std::size_t r, std::uint64_t seed, std::uint64_t update);
    void swapWalkers(std::size_t r, std::size_t chain);
    void moveTemperatures();
    void startView();

    Backend &m_backend;
    std::size_t m_chains;
    std::vector<float> m_betas;
    std::vector<float> m_accepted;
    std::vector<std::unique_ptr<Chains>> m_replicas; ///< of m_betas[1] and on
    TemperingView m_view;
    std::vector<std::uint8_t> m_wasHot;  ///< by walker: it met beta 0 after it met 1
    std::vector<std::uint8_t> m_wasCold; ///< by walker: it met beta 1
};

/// Temperatures with the same ends as `betas`, [R], between which the rejection rates, [R - 1],
/// would be equal if they added up along the way as they do now. Both decreasing in beta.
std::vector<float> equaliseRejection(const std::vector<float> &betas,
                                     const std::vector<double> &rejection);

} // namespace rbm
