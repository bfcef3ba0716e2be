#include "tests/examples/short_weight_backend.h"

#include "tests/support/reference_backend.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace rbm::examples {

namespace {

RbmParameters rounded(RbmParameters parameters) {
    for (auto *values : {&parameters.visibleBias, &parameters.hiddenBias, &parameters.weights}) {
        std::transform(values->begin(), values->end(), values->begin(), toBfloat16);
    }
    return parameters;
}

class ShortWeightBackend final : public Backend {
public:
    BackendInfo info() const override { return {"bfloat16", "an example", "plain loops", 1}; }

    // What makes this backend another one: its chains' parameters follow every change.
    void setParameters(const RbmParameters &parameters) override {
        m_loops->setParameters(parameters);
        m_loops->sampleFrom(rounded(parameters));
    }
    void pcdUpdate(Chains &persistent, const MiniBatch &batch, std::size_t k,
                   const UpdateRule &rule, std::uint64_t seed, std::uint64_t update) override {
        m_loops->sampleFrom(rule.fast ? sampledWithFast() : rounded(parameters()));
        m_loops->pcdUpdate(persistent, batch, k, rule, seed, update);
        m_loops->sampleFrom(rounded(m_loops->parameters()));
    }
    RbmParameters parameters() const override { return m_loops->parameters(); }
    RbmParameters sampledParameters() const override { return m_loops->sampledParameters(); }

    RbmParameters sampledWithFast() const override {
        return rounded(test::sum(parameters(), fastParameters()));
    }

    // All else is as it was.
    void setFastParameters(const RbmParameters &fast) override { m_loops->setFastParameters(fast); }
    RbmParameters fastParameters() const override { return m_loops->fastParameters(); }
    void setMomentum(const RbmParameters &momentum) override { m_loops->setMomentum(momentum); }
    RbmParameters momentum() const override { return m_loops->momentum(); }
    void setHiddenOffsets(std::span<const float> offsets) override {
        m_loops->setHiddenOffsets(offsets);
    }
    std::vector<float> hiddenOffsets() const override { return m_loops->hiddenOffsets(); }
    std::unique_ptr<Chains> makeChains(std::size_t count) override {
        return m_loops->makeChains(count);
    }
    void setStates(Chains &chains, const ChainStates &states) override {
        m_loops->setStates(chains, states);
    }
    ChainStates states(const Chains &chains) const override { return m_loops->states(chains); }
    void swapStates(Chains &a, Chains &b, std::span<const std::uint8_t> which) override {
        m_loops->swapStates(a, b, which);
    }
    void gibbs(Chains &chains, const Sweeps &sweeps) override { m_loops->gibbs(chains, sweeps); }
    std::vector<float> visibleProbabilities(const Chains &chains) const override {
        return m_loops->visibleProbabilities(chains);
    }
    void hiddenLogSums(const Chains &chains, float beta, std::span<double> out) const override {
        m_loops->hiddenLogSums(chains, beta, out);
    }
    void anneal(Chains &chains, const Annealing &annealing, std::span<double> logWeights) override {
        m_loops->anneal(chains, annealing, logWeights);
    }
    void freeEnergies(std::span<const std::uint8_t> pixels, std::span<double> out) const override {
        m_loops->freeEnergies(pixels, out);
    }
    void hiddenProbabilities(std::span<const std::uint8_t> pixels,
                             std::span<float> out) const override {
        m_loops->hiddenProbabilities(pixels, out);
    }

private:
    std::unique_ptr<test::ReferenceBackend> m_loops = test::makeReferenceBackend();
};

} // namespace

float toBfloat16(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    // To the nearest, of two equally near ones to the even one.
    const std::uint32_t half = 0x7FFFU + ((bits >> 16) & 1U);
    return std::bit_cast<float>((bits + half) & 0xFFFF0000U);
}

std::unique_ptr<Backend> makeShortWeightBackend() { return std::make_unique<ShortWeightBackend>(); }

} // namespace rbm::examples
