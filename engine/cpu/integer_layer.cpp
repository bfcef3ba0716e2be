#include "engine/cpu/integer_layer.h"

#include "engine/cpu/scales.h"

#include <algorithm>
#include <cmath>

namespace rbm::cpu {
namespace {

std::size_t even(std::size_t n) { return n + n % 2; }

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

/// How many rows to add for one chain: all that are on, or those that changed,
/// whichever are fewer.
RowPairs Summation::plan(const std::uint64_t *state, const std::uint64_t *summed, std::size_t words,
                         bool known) {
    const Changes changes = countChanges(state, summed, words);
    const std::size_t all = even((changes.on + 1) / 2);
    const std::size_t changed = even(std::max(changes.added, changes.removed));
    RowPairs plan;
    plan.rebuild = !known || all <= changed;
    plan.pairs = static_cast<std::uint32_t>(plan.rebuild ? all : changed);
    return plan;
}

/// Writes the lists of a plan to `rows`.
void Summation::list(RowPairs &plan, const std::uint64_t *state, const std::uint64_t *summed,
                     std::size_t words, std::uint32_t zeroRow, std::uint32_t *rows) {
    std::uint32_t *const second = rows + plan.pairs;
    std::uint32_t *const end = second + plan.pairs;
    plan.rows = rows;
    if (plan.rebuild) {
        std::fill(rows + listRows(state, nullptr, words, rows), end, zeroRow);
        return;
    }
    std::fill(rows + listRows(state, summed, words, rows), second, zeroRow);
    std::fill(second + listRows(summed, state, words, second), end, zeroRow);
}

void Summation::run(const IntegerLayer &layer, std::uint64_t version,
                    const std::vector<std::uint64_t> &states, InputSums &sums, std::size_t begin,
                    std::size_t end) {
    const std::size_t words = states.size() / sums.chains;
    std::size_t rows = 0;
    m_plans.clear();
    for (std::size_t n = begin; n < end; ++n) {
        m_plans.push_back(
            plan(&states[n * words], &sums.summed[n * words], words, sums.ofVersion[n] == version));
        rows += 2 * m_plans.back().pairs;
    }
    m_rows.resize(std::max(m_rows.size(), rows + kListSlack));
    rows = 0;
    for (std::size_t n = begin; n < end; ++n) {
        RowPairs &plan = m_plans[n - begin];
        const std::uint64_t *state = &states[n * words];
        std::uint64_t *summed = &sums.summed[n * words];
        list(plan, state, summed, words, layer.zeroRow(), &m_rows[rows]);
        rows += 2 * plan.pairs;
        std::copy_n(state, words, summed);
        sums.ofVersion[n] = version;
    }
    SumJob job;
    job.matrix = layer.matrix.data();
    job.rows = layer.rows;
    job.bias = layer.bias.data();
    job.blocks = layer.blocks;
    job.chains = m_plans;
    job.sums = sums.sums.data() + begin * kBlock;
    job.chainStride = sums.chains;
    sumRows(job);
}

} // namespace rbm::cpu
