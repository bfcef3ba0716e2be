#pragma once

#include "engine/backend/backend.h"
#include "engine/data/dataset.h"

#include <cstdint>
#include <vector>

namespace rbm {

/// An RBM without weights, whose units are independent: where annealing starts.
struct BaseModel {
    std::vector<float> visibleBias; ///< [V]
    std::vector<float> hiddenBias;  ///< [H]

    /// sum_i softplus(a_i) + sum_j softplus(d_j), nats.
    double logZ() const;
};

/// The base model whose units are on as often as the data's: its visible biases
/// are the logits of the mean pixels (Salakhutdinov & Murray 2008), its hidden
/// ones those of the mean P(h = 1 | v) of the backend's model over some binary
/// images. Both means are smoothed by one further image of gray 1/2. Hidden
/// biases of 0, the usual choice, make the log weights' variance some five times as
/// large on a trained model of 500 hidden units (tests/likelihood/measure_base).
BaseModel fitBaseModel(const Backend &backend, const Dataset &images, std::uint64_t seed);

/// Visible states of independent samples of the base model, [count, V], 0 or 1.
/// Sample n takes the random numbers of chain `firstChain` + n.
std::vector<std::uint8_t> sampleVisible(const BaseModel &base, std::size_t count,
                                        std::uint64_t seed, std::uint32_t firstChain);

/// `count` images, chosen with replacement, each pixel on with probability
/// g / 255, [count, V], 0 or 1; a pure function of the seed and `firstChain`.
std::vector<std::uint8_t> sampleImages(const Dataset &images, std::size_t count, std::uint64_t seed,
                                       std::uint32_t firstChain);

} // namespace rbm
