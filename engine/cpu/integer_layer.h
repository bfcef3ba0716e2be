#pragma once

#include "engine/cpu/aligned_vector.h"
#include "engine/cpu/draw_kernels.h"
#include "engine/cpu/layout.h"
#include "engine/cpu/sum_kernels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm::cpu {

/// One direction of the rounded weights: what a layer's units receive from the
/// units of the other layer that are on.
struct IntegerLayer {
    std::size_t units = 0;
    std::size_t blocks = 0;
    std::size_t rows = 0;               ///< of the other layer, padded, and a row of zeros
    AlignedVector<std::int16_t> matrix; ///< [blocks, rows, kBlock] in steps of the column's unit
    AlignedVector<std::int16_t> bias;   ///< [blocks, kBlock]
    std::vector<float> scale;           ///< 2^exponent, [blocks, kBlock]
    std::vector<float> step;            ///< 2^-exponent
    std::vector<float> realBias;        ///< bias * step
    std::vector<std::int16_t> limit;
    std::vector<std::int16_t> multiplier;

    std::uint32_t zeroRow() const { return static_cast<std::uint32_t>((rows - 1) * kBlock); }
    UnitScales scales() const {
        return {step.data(), limit.data(), multiplier.data(), realBias.data()};
    }
};

/// All zero.
IntegerLayer makeIntegerLayer(std::size_t units, std::size_t others);

/// Takes the exponents of the units and rounds their biases to them; the matrix
/// is for the caller to fill.
void setScales(IntegerLayer &layer, const std::vector<int> &exponents, std::span<const float> bias);

/// The sums of some chains' inputs to a layer, kept from one half-step to the
/// next and corrected by what changed.
struct InputSums {
    std::size_t chains = 0;
    AlignedVector<std::int16_t> sums;     ///< [blocks, chains, kBlock]
    std::vector<std::uint64_t> summed;    ///< the states they stand for, [chains, words]
    std::vector<std::uint64_t> ofVersion; ///< of the model, [chains]; 0: none
};

InputSums makeInputSums(const IntegerLayer &layer, std::size_t others, std::size_t chains);

/// Brings the sums of some chains up to date. One thread's; keeps its lists
/// from call to call.
class Summation {
public:
    /// `states` is [sums.chains, words]; chains [begin, end) are brought up to
    /// date with the layer, whose version this is.
    void run(const IntegerLayer &layer, std::uint64_t version,
             const std::vector<std::uint64_t> &states, InputSums &sums, std::size_t begin,
             std::size_t end);

private:
    static RowPairs plan(const std::uint64_t *state, const std::uint64_t *summed, std::size_t words,
                         bool known);
    static void list(RowPairs &plan, const std::uint64_t *state, const std::uint64_t *summed,
                     std::size_t words, std::uint32_t zeroRow, std::uint32_t *rows);

    std::vector<std::uint32_t> m_rows;
    std::vector<RowPairs> m_plans;
};

} // namespace rbm::cpu
