#include "engine/cpu/annealing_path.h"

#include "engine/base/error.h"
#include "engine/cpu/layout.h"

#include <algorithm>
#include <bit>

namespace rbm::cpu {
namespace {

std::vector<float> padded(std::span<const float> bias, std::size_t units) {
    if (bias.size() != units) {
        throw Error("The base model does not fit the model.");
    }
    std::vector<float> result(bias.begin(), bias.end());
    result.resize(blocksOf(units) * kBlock, 0);
    return result;
}

} // namespace

AnnealingPath::AnnealingPath(const CpuModel &model, const Annealing &annealing)
    : m_annealing(annealing), m_visibleBase(padded(annealing.visibleBase, model.visibleUnits())),
      m_hiddenBase(padded(annealing.hiddenBase, model.hiddenUnits())) {
    const auto inRange = [](float beta) { return beta >= 0 && beta <= 1; };
    if (annealing.betas.empty() ||
        !std::all_of(annealing.betas.begin(), annealing.betas.end(), inRange)) {
        throw Error("Inverse temperatures must be between 0 and 1.");
    }
    const std::vector<float> &own =
        model.roundable() ? model.toVisible().realBias : model.visibleBias();
    for (std::size_t i = 0; i < model.visibleUnits(); ++i) {
        m_biasChange.push_back(static_cast<double>(own[i]) - static_cast<double>(m_visibleBase[i]));
    }
}

void AnnealingPath::run(ChainGroup &group, const CpuChains &chains,
                        std::span<double> logWeights) const {
    const auto hiddenPurpose =
        static_cast<Purpose>(static_cast<std::uint32_t>(m_annealing.purpose) + 1);
    for (std::size_t t = 1; t < m_annealing.betas.size(); ++t) {
        const float from = m_annealing.betas[t - 1];
        const float to = m_annealing.betas[t];
        if (from != to) {
            group.addSoftplusChange(m_hiddenBase, from, to, logWeights);
            for (std::size_t n = group.begin(); n < group.end(); ++n) {
                addBiasChange(chains, n, static_cast<double>(to) - static_cast<double>(from),
                              logWeights[n]);
            }
        }
        const std::uint64_t step = m_annealing.firstStep + t - 1;
        const std::uint32_t chain = m_annealing.firstChain;
        group.sampleHidden({{m_annealing.seed, hiddenPurpose, step, chain}, to, {}, m_hiddenBase});
        group.sampleVisible(
            {{m_annealing.seed, m_annealing.purpose, step, chain}, to, {}, m_visibleBase});
    }
}

/// logWeight += step * (b - a).v of the chain.
void AnnealingPath::addBiasChange(const CpuChains &chains, std::size_t chain, double step,
                                  double &logWeight) const {
    double sum = 0;
    for (std::size_t w = 0; w < chains.visibleWords; ++w) {
        std::uint64_t bits = chains.visible[chain * chains.visibleWords + w];
        for (; bits != 0; bits &= bits - 1) {
            sum += m_biasChange[64 * w + static_cast<std::size_t>(std::countr_zero(bits))];
        }
    }
    logWeight += step * sum;
}

} // namespace rbm::cpu
