#include "engine/cpu/cpu_chains.h"

#include "engine/base/error.h"
#include "engine/base/memory.h"
#include "engine/cpu/anneal_kernels.h"
#include "engine/cpu/float_kernels.h"
#include "engine/cpu/layout.h"

#include <algorithm>
#include <numeric>

namespace rbm::cpu {
namespace {

void packBits(const std::uint8_t *bytes, std::size_t units, std::size_t count, std::size_t words,
              std::uint64_t *bits) {
    for (std::size_t n = 0; n < count; ++n) {
        nonZeroBits(bytes + n * units, units, bits + n * words);
    }
}

void unpackBits(const std::vector<std::uint64_t> &bits, std::size_t units, std::size_t words,
                std::vector<std::uint8_t> &bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::size_t unit = at % units;
        bytes[at] =
            static_cast<std::uint8_t>(bits[at / units * words + unit / 64] >> unit % 64 & 1);
    }
}

std::size_t padded(std::size_t units) { return blocksOf(units) * kBlock; }

/// input = beta * input + biasScale * bias.
void scaleInputs(std::vector<float> &input, float beta, float biasScale, const float *bias,
                 std::size_t stride) {
    if (beta == 1) {
        return;
    }
    for (std::size_t at = 0; at < input.size(); ++at) {
        input[at] = beta * input[at] + (bias == nullptr ? 0 : biasScale * bias[at % stride]);
    }
}

/// Float inputs of the hidden units from chains [begin, end), [chains, padded H].
std::vector<float> hiddenInputs(const CpuModel &model, const CpuChains &chains, std::size_t begin,
                                std::size_t end) {
    const auto states =
        std::span(chains.visible)
            .subspan(begin * chains.visibleWords, (end - begin) * chains.visibleWords);
    std::vector<float> input((end - begin) * padded(model.hiddenUnits()));
    model.sumHiddenInputs(listUnits(states, end - begin), input.data());
    return input;
}

} // namespace

std::unique_ptr<CpuChains> makeCpuChains(const CpuModel &model, std::size_t number) {
    // Their sums of 16 bits and their states as bits, twice; few chains are not worth the look.
    constexpr std::uint64_t kMany = std::uint64_t{64} << 20;
    const std::uint64_t bytes = number * (model.visibleUnits() + model.hiddenUnits()) * 9 / 4;
    if (bytes > kMany) {
        requireMemory(bytes, Sentence("So many chains need"),
                      Sentence("take fewer, or a smaller model"));
    }
    auto chains = std::make_unique<CpuChains>();
    chains->number = number;
    chains->visibleWords = wordsOf(model.visibleUnits());
    chains->hiddenWords = wordsOf(model.hiddenUnits());
    chains->visible.assign(number * chains->visibleWords, 0);
    chains->hidden.assign(number * chains->hiddenWords, 0);
    chains->toVisible = makeInputSums(model.toVisible(), model.hiddenUnits(), number);
    chains->toHidden = makeInputSums(model.toHidden(), model.visibleUnits(), number);
    return chains;
}

void setStates(CpuChains &chains, const CpuModel &model, const ChainStates &states) {
    if (states.count != chains.number ||
        states.visible.size() != chains.number * model.visibleUnits() ||
        states.hidden.size() != chains.number * model.hiddenUnits()) {
        throw Error("The chains' states do not fit the model.");
    }
    packBits(states.visible.data(), model.visibleUnits(), chains.number, chains.visibleWords,
             chains.visible.data());
    packBits(states.hidden.data(), model.hiddenUnits(), chains.number, chains.hiddenWords,
             chains.hidden.data());
}

ChainStates getStates(const CpuChains &chains, const CpuModel &model) {
    ChainStates states;
    states.count = chains.number;
    states.visible.resize(chains.number * model.visibleUnits());
    states.hidden.resize(chains.number * model.hiddenUnits());
    unpackBits(chains.visible, model.visibleUnits(), chains.visibleWords, states.visible);
    unpackBits(chains.hidden, model.hiddenUnits(), chains.hiddenWords, states.hidden);
    return states;
}

void swapStates(CpuChains &a, CpuChains &b, std::span<const std::uint8_t> which) {
    if (which.size() != a.number || which.size() != b.number) {
        throw Error("Only chains of the same number can change places.");
    }
    const auto swapRow = [](std::vector<std::uint64_t> &x, std::vector<std::uint64_t> &y,
                            std::size_t words, std::size_t n) {
        std::swap_ranges(x.begin() + static_cast<std::ptrdiff_t>(n * words),
                         x.begin() + static_cast<std::ptrdiff_t>((n + 1) * words),
                         y.begin() + static_cast<std::ptrdiff_t>(n * words));
    };
    for (std::size_t n = 0; n < which.size(); ++n) {
        if (which[n] != 0) { // the sums of the inputs follow the states by themselves
            swapRow(a.visible, b.visible, a.visibleWords, n);
            swapRow(a.hidden, b.hidden, a.hiddenWords, n);
        }
    }
}

std::vector<std::uint64_t> heldBits(std::span<const std::uint8_t> clamped, std::size_t units,
                                    const CpuChains &chains) {
    if (clamped.empty()) {
        return {};
    }
    if (clamped.size() != units && clamped.size() != chains.number * units) {
        throw Error("The mask of held pixels does not fit the model or its chains.");
    }
    const std::size_t rows = clamped.size() / units;
    std::vector<std::uint64_t> bits(rows * chains.visibleWords);
    packBits(clamped.data(), units, rows, chains.visibleWords, bits.data());
    return bits;
}

void ChainGroup::sampleVisible(const HalfStep &step) {
    if (m_model.roundable()) {
        m_summation.run(m_model.toVisible(), m_model.version(), m_chains.hidden, m_chains.toVisible,
                        m_begin, m_end);
        sampleFromSums(m_model.toVisible(), m_chains.toVisible, step, 1 - step.beta,
                       m_chains.visible.data());
        return;
    }
    const auto states =
        std::span(m_chains.hidden)
            .subspan(m_begin * m_chains.hiddenWords, (m_end - m_begin) * m_chains.hiddenWords);
    std::vector<float> input((m_end - m_begin) * m_model.visibleBias().size());
    m_model.sumVisibleInputs(states, m_end - m_begin, input.data());
    const float *const base =
        step.baseBias.empty() ? m_model.visibleBias().data() : step.baseBias.data();
    scaleInputs(input, step.beta, 1 - step.beta, base, m_model.visibleBias().size());
    sampleFloat(input, m_model.visibleUnits(), step, m_chains.visible.data());
}

void ChainGroup::sampleHidden(const HalfStep &step) {
    if (m_model.roundable()) {
        m_summation.run(m_model.toHidden(), m_model.version(), m_chains.visible, m_chains.toHidden,
                        m_begin, m_end);
        const float baseScale = step.baseBias.empty() ? 0 : 1 - step.beta;
        sampleFromSums(m_model.toHidden(), m_chains.toHidden, step, baseScale,
                       m_chains.hidden.data());
        return;
    }
    auto input = hiddenInputs(m_model, m_chains, m_begin, m_end);
    scaleInputs(input, step.beta, 1 - step.beta,
                step.baseBias.empty() ? nullptr : step.baseBias.data(),
                padded(m_model.hiddenUnits()));
    sampleFloat(input, m_model.hiddenUnits(), step, m_chains.hidden.data());
}

void ChainGroup::startAt(std::span<const std::uint8_t> pixels, const HalfStep &step) {
    const std::size_t visible = m_model.visibleUnits();
    std::vector<float> input((m_end - m_begin) * padded(m_model.hiddenUnits()));
    m_model.sumHiddenInputs(
        listPixels(pixels.subspan(m_begin * visible, (m_end - m_begin) * visible), visible),
        input.data());
    sampleFloat(input, m_model.hiddenUnits(), step, m_chains.hidden.data());
}

void ChainGroup::sampleFromSums(const IntegerLayer &layer, const InputSums &sums,
                                const HalfStep &step, float biasScale, std::uint64_t *states) {
    SampleJob job;
    job.scales = layer.scales();
    if (!step.baseBias.empty()) {
        job.scales.bias = step.baseBias.data();
    }
    job.blockStride = sums.chains * kBlock;
    job.units = layer.units;
    job.beta = step.beta;
    job.biasScale = biasScale;
    job.draw = step.draw;
    m_sampled.resize(wordsOf(layer.units));
    for (std::size_t n = m_begin; n < m_end; ++n) {
        job.sums = sums.sums.data() + n * kBlock;
        job.draw.chain = step.draw.chain + static_cast<std::uint32_t>(n);
        sampleSums(job, m_sampled.data());
        keep(step, n, states);
    }
}

void ChainGroup::sampleFloat(const std::vector<float> &inputs, std::size_t units,
                             const HalfStep &step, std::uint64_t *states) {
    Draw draw = step.draw;
    m_sampled.resize(wordsOf(units));
    for (std::size_t n = m_begin; n < m_end; ++n) {
        draw.chain = step.draw.chain + static_cast<std::uint32_t>(n);
        sampleInputs(&inputs[(n - m_begin) * padded(units)], units, draw, m_sampled.data());
        keep(step, n, states);
    }
}

void ChainGroup::addSoftplusChange(std::span<const float> base, float from, float to,
                                   std::span<double> logWeights) {
    const std::size_t stride = padded(m_model.hiddenUnits());
    if (!m_model.roundable()) {
        m_inputs = hiddenInputs(m_model, m_chains, m_begin, m_end);
        for (std::size_t n = m_begin; n < m_end; ++n) {
            logWeights[n] +=
                softplusChange(&m_inputs[(n - m_begin) * stride], base.data(), stride, from, to);
        }
        return;
    }
    m_summation.run(m_model.toHidden(), m_model.version(), m_chains.visible, m_chains.toHidden,
                    m_begin, m_end);
    SampleJob job;
    job.scales = m_model.toHidden().scales();
    job.blockStride = m_chains.number * kBlock;
    job.units = m_model.hiddenUnits();
    m_inputs.resize(stride);
    for (std::size_t n = m_begin; n < m_end; ++n) {
        job.sums = m_chains.toHidden.sums.data() + n * kBlock;
        inputsOf(job, m_inputs.data());
        logWeights[n] += softplusChange(m_inputs.data(), base.data(), stride, from, to);
    }
}

/// Takes over what was sampled, but for the units that are held.
void ChainGroup::keep(const HalfStep &step, std::size_t chain, std::uint64_t *states) {
    const std::size_t words = m_sampled.size();
    std::uint64_t *const state = states + chain * words;
    if (step.held.empty()) {
        std::copy(m_sampled.begin(), m_sampled.end(), state);
        return;
    }
    const std::uint64_t *const held = &step.held[step.held.size() > words ? chain * words : 0];
    for (std::size_t w = 0; w < words; ++w) {
        state[w] = (m_sampled[w] & ~held[w]) | (state[w] & held[w]);
    }
}

double sumSoftplus(float *input, std::size_t n, std::size_t padded) {
    softplusInPlace(padded, input);
    return std::accumulate(input, input + n, 0.0);
}

void sumSoftplus(const CpuModel &model, const CpuChains &chains, float beta, std::size_t begin,
                 std::size_t end, std::span<double> out) {
    const std::size_t units = model.hiddenUnits();
    if (!model.roundable()) {
        auto input = hiddenInputs(model, chains, begin, end);
        scaleInputs(input, beta, 0, nullptr, 1);
        for (std::size_t n = begin; n < end; ++n) {
            out[n] = sumSoftplus(&input[(n - begin) * padded(units)], units, padded(units));
        }
        return;
    }
    Summation summation;
    summation.run(model.toHidden(), model.version(), chains.visible, chains.toHidden, begin, end);
    SampleJob job;
    job.scales = model.toHidden().scales();
    job.blockStride = chains.number * kBlock;
    job.units = units;
    job.beta = beta;
    std::vector<float> input(padded(units));
    for (std::size_t n = begin; n < end; ++n) {
        job.sums = chains.toHidden.sums.data() + n * kBlock;
        inputsOf(job, input.data());
        out[n] = sumSoftplus(input.data(), units, padded(units));
    }
}

} // namespace rbm::cpu
