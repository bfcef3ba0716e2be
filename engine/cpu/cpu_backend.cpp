#include "engine/cpu/cpu_backend.h"

#include "engine/base/error.h"
#include "engine/cpu/annealing_path.h"
#include "engine/cpu/cpu_chains.h"
#include "engine/cpu/cpu_model.h"
#include "engine/cpu/float_kernels.h"
#include "engine/cpu/targets.h"
#include "engine/cpu/thread_pool.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

namespace rbm {
namespace {

using cpu::ChainGroup;
using cpu::CpuChains;
using cpu::kBlock;
using cpu::SparseLists;

/// Images per slice of a thread in the free energies: each slice reads all weights.
constexpr std::size_t kImages = 256;

/// Chains that a thread takes through a half-step together: enough to use each
/// block of weights well, few enough for their sums to stay in the cache.
constexpr std::size_t kGroup = 128;

double seconds(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

class CpuBackend final : public Backend {
public:
    CpuBackend(std::size_t threads, bool background, ChainSums sums)
        : m_pool(threads, background), m_model(sums == ChainSums::Integers),
          m_withFast(sums == ChainSums::Integers) {}

    BackendInfo info() const override {
        return {"CPU", processorName(), cpu::activeTarget(), m_pool.threads()};
    }

    bool hasFastChains() const override { return m_model.roundable(); }
    void setParameters(const RbmParameters &p) override { m_model.setParameters(p, m_pool); }
    RbmParameters parameters() const override { return m_model.parameters(); }
    RbmParameters sampledParameters() const override { return m_model.sampledParameters(); }
    void setMomentum(const RbmParameters &m) override { m_model.setMomentum(m); }
    RbmParameters momentum() const override { return m_model.momentum(); }
    void setFastParameters(const RbmParameters &fast) override { m_model.setFastParameters(fast); }
    RbmParameters fastParameters() const override { return m_model.fastParameters(); }
    RbmParameters sampledWithFast() const override {
        m_withFast.setWithFast(m_model, m_pool);
        return m_withFast.sampledParameters();
    }
    void setHiddenOffsets(std::span<const float> offsets) override {
        m_model.setHiddenOffsets(offsets);
    }
    std::vector<float> hiddenOffsets() const override { return m_model.hiddenOffsets(); }

    std::unique_ptr<Chains> makeChains(std::size_t count) override {
        return cpu::makeCpuChains(m_model, count);
    }
    void setStates(Chains &chains, const ChainStates &states) override {
        cpu::setStates(dynamic_cast<CpuChains &>(chains), m_model, states);
    }
    ChainStates states(const Chains &chains) const override {
        return cpu::getStates(dynamic_cast<const CpuChains &>(chains), m_model);
    }

    void swapStates(Chains &a, Chains &b, std::span<const std::uint8_t> which) override {
        cpu::swapStates(dynamic_cast<CpuChains &>(a), dynamic_cast<CpuChains &>(b), which);
    }

    void pcdUpdate(Chains &persistent, const MiniBatch &batch, std::size_t k,
                   const UpdateRule &rule, std::uint64_t seed, std::uint64_t update) override {
        auto &chains = dynamic_cast<CpuChains &>(persistent);
        const std::size_t images = batch.rows.size();
        const std::size_t n = rule.chains == 0 ? images : rule.chains;
        if (images == 0 || n > chains.number || (rule.startAtData && n != images) ||
            batch.pixels.size() != images * m_model.visibleUnits()) {
            throw Error("The mini-batch does not fit the model or its chains.");
        }
        const auto start = std::chrono::steady_clock::now();
        if (rule.fast) {
            m_withFast.setWithFast(m_model, m_pool);
        }
        forGroups(rule.fast ? m_withFast : m_model, chains, n, [&](ChainGroup &group) {
            if (rule.startAtData) {
                group.startAt(batch.pixels, {{seed, Purpose::TrainingStart, update, 0}});
            }
            for (std::uint64_t step = update * k; step < (update + 1) * k; ++step) {
                group.sampleVisible({{seed, Purpose::TrainingVisible, step, 0}});
                group.sampleHidden({{seed, Purpose::TrainingHidden, step, 0}});
            }
        });
        const auto sampled = std::chrono::steady_clock::now();
        const cpu::NegativePhase negative{n,
                                          std::span(chains.visible).first(n * chains.visibleWords),
                                          std::span(chains.hidden).first(n * chains.hiddenWords)};
        const double positive = m_model.update(batch.pixels, negative, rule, m_pool);
        m_times.chains += seconds(sampled - start);
        m_times.positive += positive;
        m_times.statistics += seconds(std::chrono::steady_clock::now() - sampled) - positive;
    }

    UpdateTimes updateTimes() const override { return m_times; }

    void gibbs(Chains &chains, const Sweeps &sweeps) override {
        auto &own = dynamic_cast<CpuChains &>(chains);
        const std::vector<std::uint64_t> held =
            cpu::heldBits(sweeps.clamped, m_model.visibleUnits(), own);
        const auto hiddenPurpose =
            static_cast<Purpose>(static_cast<std::uint32_t>(sweeps.purpose) + 1);
        forGroups(m_model, own, own.number, [&](ChainGroup &group) {
            for (std::size_t s = 0; s < sweeps.count; ++s) {
                const std::uint64_t step = sweeps.firstStep + s;
                group.sampleHidden(
                    {{sweeps.seed, hiddenPurpose, step, sweeps.firstChain}, sweeps.beta});
                group.sampleVisible(
                    {{sweeps.seed, sweeps.purpose, step, sweeps.firstChain}, sweeps.beta, held});
            }
        });
    }

    std::vector<float> visibleProbabilities(const Chains &chains) const override {
        const auto &own = dynamic_cast<const CpuChains &>(chains);
        const std::size_t units = m_model.visibleUnits();
        const std::size_t stride = m_model.visibleBias().size();
        std::vector<float> result(own.number * units);
        m_pool.split(own.number, [&](std::size_t begin, std::size_t end) {
            std::vector<float> input((end - begin) * stride);
            m_model.sumVisibleInputs(
                std::span(own.hidden)
                    .subspan(begin * own.hiddenWords, (end - begin) * own.hiddenWords),
                end - begin, input.data());
            cpu::sigmoidInPlace(input.size(), input.data());
            for (std::size_t n = begin; n < end; ++n) {
                std::copy_n(&input[(n - begin) * stride], units, &result[n * units]);
            }
        });
        return result;
    }

    void hiddenLogSums(const Chains &chains, float beta, std::span<double> out) const override {
        const auto &own = dynamic_cast<const CpuChains &>(chains);
        if (out.size() != own.number) {
            throw Error("The sums do not fit the chains.");
        }
        m_pool.split(own.number, [&](std::size_t begin, std::size_t end) {
            cpu::sumSoftplus(m_model, own, beta, begin, end, out);
        });
    }

    void anneal(Chains &chains, const Annealing &annealing, std::span<double> logWeights) override {
        auto &own = dynamic_cast<CpuChains &>(chains);
        if (logWeights.size() != own.number) {
            throw Error("The log weights do not fit the chains.");
        }
        const cpu::AnnealingPath path(m_model, annealing);
        forGroups(m_model, own, own.number,
                  [&](ChainGroup &group) { path.run(group, own, logWeights); });
    }

    void freeEnergies(std::span<const std::uint8_t> pixels, std::span<double> out) const override {
        requireImages(pixels.size(), out.size());
        forImages(pixels, [&](const SparseLists &data, std::size_t first, float *input) {
            const std::size_t stride = m_model.weights().blocks() * kBlock;
            for (std::size_t n = 0; n + 1 < data.start.size(); ++n) {
                double fromBias = 0;
                for (std::uint32_t at = data.start[n]; at < data.start[n + 1]; ++at) {
                    fromBias += static_cast<double>(m_model.visibleBias()[data.row[at] / kBlock]) *
                                static_cast<double>(data.value[at]);
                }
                out[first + n] =
                    -fromBias - cpu::sumSoftplus(input + n * stride, m_model.hiddenUnits(), stride);
            }
        });
    }

    void hiddenProbabilities(std::span<const std::uint8_t> pixels,
                             std::span<float> out) const override {
        const std::size_t units = m_model.hiddenUnits();
        requireImages(pixels.size(), out.size() / units);
        forImages(pixels, [&](const SparseLists &data, std::size_t first, float *input) {
            const std::size_t stride = m_model.weights().blocks() * kBlock;
            const std::size_t count = data.start.size() - 1;
            cpu::sigmoidInPlace(count * stride, input);
            for (std::size_t n = 0; n < count; ++n) {
                std::copy_n(input + n * stride, units, &out[(first + n) * units]);
            }
        });
    }

private:
    void requireImages(std::size_t bytes, std::size_t images) const {
        if (bytes != images * m_model.visibleUnits()) {
            throw Error("The images do not fit the model: it has " +
                        std::to_string(m_model.visibleUnits()) + " visible units.");
        }
    }

    /// Splits chains [0, count) over the threads, and each thread's into groups.
    template <typename Work>
    void forGroups(const cpu::CpuModel &model, CpuChains &chains, std::size_t count,
                   const Work &work) {
        m_pool.split(count, [&](std::size_t begin, std::size_t end) {
            const std::size_t groups = (end - begin + kGroup - 1) / kGroup;
            for (std::size_t g = 0; g < groups; ++g) {
                ChainGroup group(model, chains, begin + (end - begin) * g / groups,
                                 begin + (end - begin) * (g + 1) / groups);
                work(group);
            }
        });
    }

    /// Calls work(lists of pixels, number of the first, their hidden inputs).
    template <typename Work>
    void forImages(std::span<const std::uint8_t> pixels, const Work &work) const {
        const std::size_t visible = m_model.visibleUnits();
        m_pool.split(pixels.size() / visible, [&](std::size_t begin, std::size_t end) {
            cpu::AlignedVector<float> input(kImages * m_model.weights().blocks() * kBlock);
            for (std::size_t n = begin; n < end; n += kImages) {
                const std::size_t count = std::min(kImages, end - n);
                const auto data =
                    cpu::listPixels(pixels.subspan(n * visible, count * visible), visible);
                m_model.sumHiddenInputs(data, input.data());
                work(data, n, input.data());
            }
        });
    }

    mutable cpu::ThreadPool m_pool;
    cpu::CpuModel m_model;
    mutable cpu::CpuModel m_withFast; ///< of no shape until an update is fast
    UpdateTimes m_times;
};

} // namespace

std::string processorName() {
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("model name")) {
            const auto colon = line.find(": ");
            return colon == std::string::npos ? "processor" : line.substr(colon + 2);
        }
    }
    return "processor";
}

std::unique_ptr<Backend> makeCpuBackend(std::size_t threads, bool background, ChainSums sums) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return std::make_unique<CpuBackend>(threads == 0 ? cores : threads, background, sums);
}

} // namespace rbm
