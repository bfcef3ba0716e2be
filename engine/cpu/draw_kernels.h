#pragma once

#include "engine/random/chain_draw.h"

#include <cstddef>
#include <cstdint>

namespace rbm::cpu {

/// How a layer's sums stand for inputs.
struct UnitScales {
    const float *step = nullptr;              ///< 2^-exponent, [blocks, kBlock]
    const std::int16_t *limit = nullptr;      ///< the sum whose input is just below 8
    const std::int16_t *multiplier = nullptr; ///< 2^(12 - exponent)
    const float *bias = nullptr;              ///< the bias as it is in the sums
};

/// One chain's layer to be sampled.
struct SampleJob {
    UnitScales scales;
    const std::int16_t *sums = nullptr; ///< block b at sums + b * blockStride
    std::size_t blockStride = 0;
    std::size_t units = 0;
    float beta = 1;      ///< input = beta * sum + biasScale * bias
    float biasScale = 0; ///< 1 - beta for visible units
    Draw draw;
};

/// Bit u of `state` [wordsOf(units)] = unit u's uniform number (chain_draw.h) <
/// sigmoid(its input in float32): exact in the tails.
void sampleSums(const SampleJob &job, std::uint64_t *state);

/// The same from inputs [blocks, kBlock].
void sampleInputs(const float *input, std::size_t units, const Draw &draw, std::uint64_t *state);

/// input = beta * sum + biasScale * bias of the job's units, [blocks, kBlock].
void inputsOf(const SampleJob &job, float *input);

/// For tests: the thresholds, less 32768, to which sampleSums() compares the
/// high bits at beta 1, and how far they may lie from 65536 sigmoid(input).
void thresholdsOf(const SampleJob &job, std::int16_t *threshold);
inline constexpr int kThresholdBand = 12;

} // namespace rbm::cpu
