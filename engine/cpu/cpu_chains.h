#pragma once

#include "engine/backend/backend.h"
#include "engine/cpu/cpu_model.h"
#include "engine/cpu/integer_layer.h"
#include "engine/random/chain_draw.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rbm::cpu {

/// Binary states, one bit a unit, with the sums of the inputs that they send.
struct CpuChains final : Chains {
    std::size_t number = 0;
    std::size_t visibleWords = 0;
    std::size_t hiddenWords = 0;
    std::vector<std::uint64_t> visible; ///< [number, visibleWords]
    std::vector<std::uint64_t> hidden;  ///< [number, hiddenWords]
    InputSums toVisible;                ///< from the hidden states
    mutable InputSums toHidden;         ///< from the visible states

    std::size_t count() const override { return number; }
};

std::unique_ptr<CpuChains> makeCpuChains(const CpuModel &model, std::size_t number);

/// Between bits and one byte a unit. Throws Error where the states do not fit.
void setStates(CpuChains &chains, const CpuModel &model, const ChainStates &states);
ChainStates getStates(const CpuChains &chains, const CpuModel &model);

/// See Backend::swapStates(). Throws Error where the numbers of chains differ.
void swapStates(CpuChains &a, CpuChains &b, std::span<const std::uint8_t> which);

/// Bits of the mask in Sweeps::clamped, a row for each of its rows; empty where it is.
/// Throws Error where it fits neither one chain nor all of them.
std::vector<std::uint64_t> heldBits(std::span<const std::uint8_t> clamped, std::size_t units,
                                    const CpuChains &chains);

/// How a half-step is drawn; `draw.chain` is the number of chain 0.
struct HalfStep {
    Draw draw;
    float beta = 1;
    /// Bits of the units that keep their state: one row for all chains, or a row for each.
    std::span<const std::uint64_t> held = {};
    std::span<const float> baseBias = {}; ///< the bias at beta 0, padded; empty: the layer's own
};

/// The half-steps of one thread's chains [begin, end). Keeps its memory from
/// one half-step to the next.
class ChainGroup {
public:
    ChainGroup(const CpuModel &model, CpuChains &chains, std::size_t begin, std::size_t end)
        : m_model(model), m_chains(chains), m_begin(begin), m_end(end) {}

    std::size_t begin() const { return m_begin; }
    std::size_t end() const { return m_end; }

    void sampleVisible(const HalfStep &step);
    void sampleHidden(const HalfStep &step);

    /// h ~ P(h | v_data): chain n starts at image n of [chains, V] bytes, with the
    /// parameters in float32.
    void startAt(std::span<const std::uint8_t> pixels, const HalfStep &step);

    /// logWeights[n] += sum_j softplus(d_j + to (x_j - d_j)) - softplus(d_j + from (x_j - d_j))
    /// of each chain n of the group: x are the hidden units' inputs, `base` is d, padded.
    void addSoftplusChange(std::span<const float> base, float from, float to,
                           std::span<double> logWeights);

private:
    void sampleFromSums(const IntegerLayer &layer, const InputSums &sums, const HalfStep &step,
                        float biasScale, std::uint64_t *states);
    void sampleFloat(const std::vector<float> &inputs, std::size_t units, const HalfStep &step,
                     std::uint64_t *states);
    void keep(const HalfStep &step, std::size_t chain, std::uint64_t *states);

    const CpuModel &m_model;
    CpuChains &m_chains;
    std::size_t m_begin;
    std::size_t m_end;
    Summation m_summation;
    std::vector<std::uint64_t> m_sampled;
    std::vector<float> m_inputs;
};

/// out[n] = sum_j softplus(beta * hidden input j) of chains [begin, end).
void sumSoftplus(const CpuModel &model, const CpuChains &chains, float beta, std::size_t begin,
                 std::size_t end, std::span<double> out);

/// The sum of n inputs' softplus, which overwrites them; `padded` is their
/// number up to a multiple of kBlock.
double sumSoftplus(float *input, std::size_t n, std::size_t padded);

} // namespace rbm::cpu
