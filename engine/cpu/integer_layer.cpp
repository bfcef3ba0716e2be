#include "engine/cpu/integer_layer.h"

#include "engine/cpu/scales.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rbm::cpu {
namespace {

/// The lists are written four entries at a time: this many lie unused at the end.
constexpr std::size_t kSlack = 4;

/// Writes the offsets of the set bits to `to`; returns how many there are.
std::size_t listBits(std::uint64_t bits, std::uint32_t first, std::uint32_t *to) {
    const auto count = static_cast<std::size_t>(std::popcount(bits));
    constexpr auto kRow = static_cast<std::uint32_t>(kBlock);
    // Four at once without asking: a branch for each would be mispredicted.
    for (std::size_t n = 0; n < count; n += 4) {
        for (std::size_t l = 0; l < 4; ++l) {
            to[n + l] = first + static_cast<std::uint32_t>(std::countr_zero(bits)) * kRow;
            bits &= bits - 1;
        }
    }
    return count;
}

} // namespace

IntegerLayer makeIntegerLayer(std::size_t units, std::size_t others) {
    IntegerLayer layer;
    layer.units = units;
    layer.blocks = blocksOf(units);
    layer.rows = blocksOf(others) * kBlock + 1;
    layer.matrix.assign(layer.blocks * layer.rows * kBlock, 0);
    layer.bias.assign(layer.blocks * kBlock, 0);
    layer.scale.assign(layer.blocks * kBlock, 1);
    layer.step.assign(layer.blocks * kBlock, 1);
    layer.realBias.assign(layer.blocks * kBlock, 0);
    layer.limit.assign(layer.blocks * kBlock, 0);
    layer.multiplier.assign(layer.blocks * kBlock, 0);
    return layer;
}

void setScales(IntegerLayer &layer, const std::vector<int> &exponents,
               std::span<const float> bias) {
    for (std::size_t u = 0; u < layer.units; ++u) {
        const int e = exponents[u];
        layer.scale[u] = static_cast<float>(1 << e);
        layer.step[u] = 1 / layer.scale[u];
        layer.multiplier[u] = static_cast<std::int16_t>(1 << (kFinest - e));
        layer.limit[u] = static_cast<std::int16_t>(32767 >> (kFinest - e));
        layer.bias[u] = static_cast<std::int16_t>(std::nearbyint(bias[u] * layer.scale[u]));
        layer.realBias[u] = static_cast<float>(layer.bias[u]) * layer.step[u];
    }
}

InputSums makeInputSums(const IntegerLayer &layer, std::size_t others, std::size_t chains) {
    InputSums sums;
    sums.chains = chains;
    sums.sums.assign(layer.blocks * chains * kBlock, 0);
    sums.summed.assign(chains * wordsOf(others), 0);
    sums.ofVersion.assign(chains, 0);
    return sums;
}

/// Lists what to add for one chain: all rows that are on, or those that
/// changed, whichever are fewer.
RowPairs Summation::plan(const IntegerLayer &layer, const std::uint64_t *state,
                         const std::uint64_t *summed, std::size_t words, bool known) {
    std::size_t on = 0;
    std::size_t added = 0;
    std::size_t removed = 0;
    for (std::size_t w = 0; w < words; ++w) {
        on += static_cast<std::size_t>(std::popcount(state[w]));
        added += static_cast<std::size_t>(std::popcount(state[w] & ~summed[w]));
        removed += static_cast<std::size_t>(std::popcount(summed[w] & ~state[w]));
    }
    const std::size_t all = (on + 1) / 2;
    const std::size_t changes = std::max(added, removed);
    const bool rebuild = !known || all <= changes;
    const std::size_t pairs = rebuild ? all : changes;
    std::uint32_t *const to = m_rows.data() + m_used;
    std::size_t n = 0;
    constexpr auto kWord = static_cast<std::uint32_t>(64 * kBlock);
    for (std::uint32_t w = 0; w < words; ++w) {
        const std::uint64_t bits = rebuild ? state[w] : state[w] & ~summed[w];
        m_touchedBits[w] |= rebuild ? bits : state[w] ^ summed[w];
        n += listBits(bits, w * kWord, to + n);
    }
    std::fill(to + n, to + std::max(n, rebuild ? 2 * pairs : pairs), layer.zeroRow());
    if (!rebuild) {
        n = pairs;
        for (std::uint32_t w = 0; w < words; ++w) {
            n += listBits(summed[w] & ~state[w], w * kWord, to + n);
        }
        std::fill(to + n, to + std::max(n, 2 * pairs), layer.zeroRow());
    }
    m_used += 2 * pairs;
    return {to, static_cast<std::uint32_t>(pairs), rebuild};
}

void Summation::listTouched(const IntegerLayer &layer) {
    m_touched.resize(layer.rows + kSlack);
    std::size_t n = 0;
    for (std::size_t w = 0; w < m_touchedBits.size(); ++w) {
        n += listBits(m_touchedBits[w], static_cast<std::uint32_t>(w * 64 * kBlock),
                      m_touched.data() + n);
    }
    m_touched.resize(n);
}

void Summation::run(const IntegerLayer &layer, std::uint64_t version,
                    const std::vector<std::uint64_t> &states, InputSums &sums, std::size_t begin,
                    std::size_t end) {
    const std::size_t words = states.size() / sums.chains;
    m_rows.resize((end - begin) * (layer.rows + 1) + kSlack);
    m_used = 0;
    m_plans.clear();
    m_touchedBits.assign(words, 0);
    for (std::size_t n = begin; n < end; ++n) {
        const std::uint64_t *state = &states[n * words];
        std::uint64_t *summed = &sums.summed[n * words];
        m_plans.push_back(plan(layer, state, summed, words, sums.ofVersion[n] == version));
        std::copy_n(state, words, summed);
        sums.ofVersion[n] = version;
    }
    listTouched(layer);
    SumJob job;
    job.matrix = layer.matrix.data();
    job.rows = layer.rows;
    job.bias = layer.bias.data();
    job.blocks = layer.blocks;
    job.chains = m_plans;
    job.touched = m_touched;
    job.sums = sums.sums.data() + begin * kBlock;
    job.chainStride = sums.chains;
    sumRows(job);
}

} // namespace rbm::cpu
