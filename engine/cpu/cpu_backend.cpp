#include "engine/cpu/cpu_backend.h"

#include "engine/base/error.h"
#include "engine/cpu/cpu_model.h"
#include "engine/cpu/kernels.h"
#include "engine/cpu/thread_pool.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <thread>

namespace rbm {
namespace {

using cpu::Layer;
using cpu::SparsePixels;

/// Images per slice of a thread in the free energies.
constexpr std::size_t kImages = 32;

constexpr std::uint64_t kNoVersion = 0;

/// Bytes [count, padded]: rows as kernels want them.
struct CpuChains final : Chains {
    std::size_t number = 0;
    std::vector<std::uint8_t> visible; ///< [count, padded V]
    std::vector<std::uint8_t> hidden;  ///< [count, padded H]
    /// v.W, [count, padded H], kept by hiddenLogSums: annealed importance
    /// sampling asks twice at one state and then sweeps from it. Valid while
    /// neither the visible states nor the model (its version) changed.
    mutable std::vector<float> hiddenInput;
    mutable std::uint64_t hiddenInputVersion = kNoVersion;
    std::size_t count() const override { return number; }
};

class CpuBackend final : public Backend {
public:
    CpuBackend(std::size_t threads, bool background) : m_pool(threads, background) {}

    BackendInfo info() const override {
        return {"CPU", processorName(), cpu::activeTarget(), m_pool.threads()};
    }

    void setParameters(const RbmParameters &p) override { m_model.setParameters(p); }
    RbmParameters parameters() const override { return m_model.parameters(); }
    void setMomentum(const RbmParameters &m) override { m_model.setMomentum(m); }
    RbmParameters momentum() const override { return m_model.momentum(); }

    std::unique_ptr<Chains> makeChains(std::size_t count) override {
        auto chains = std::make_unique<CpuChains>();
        chains->number = count;
        chains->visible.assign(count * m_visible.stride, 0);
        chains->hidden.assign(count * m_hidden.stride, 0);
        return chains;
    }

    void setStates(Chains &chains, const ChainStates &states) override {
        auto &own = dynamic_cast<CpuChains &>(chains);
        if (states.count != own.number || states.visible.size() != own.number * m_visible.units ||
            states.hidden.size() != own.number * m_hidden.units) {
            throw Error("The chains' states do not fit the model.");
        }
        own.hiddenInputVersion = kNoVersion;
        for (std::size_t n = 0; n < own.number; ++n) {
            std::copy_n(&states.visible[n * m_visible.units], m_visible.units,
                        &own.visible[n * m_visible.stride]);
            std::copy_n(&states.hidden[n * m_hidden.units], m_hidden.units,
                        &own.hidden[n * m_hidden.stride]);
        }
    }

    ChainStates states(const Chains &chains) const override {
        const auto &own = dynamic_cast<const CpuChains &>(chains);
        ChainStates result{own.number, {}, {}};
        for (std::size_t n = 0; n < own.number; ++n) {
            const auto v = own.visible.begin() + static_cast<std::ptrdiff_t>(n * m_visible.stride);
            const auto h = own.hidden.begin() + static_cast<std::ptrdiff_t>(n * m_hidden.stride);
            result.visible.insert(result.visible.end(), v,
                                  v + static_cast<std::ptrdiff_t>(m_visible.units));
            result.hidden.insert(result.hidden.end(), h,
                                 h + static_cast<std::ptrdiff_t>(m_hidden.units));
        }
        return result;
    }

    void pcdUpdate(Chains &persistent, const MiniBatch &batch, std::size_t k,
                   const UpdateRule &rule, std::uint64_t seed, std::uint64_t update) override {
        auto &chains = dynamic_cast<CpuChains &>(persistent);
        const std::size_t n = batch.rows.size();
        if (n == 0 || n > chains.number || batch.pixels.size() != n * m_visible.units) {
            throw Error("The mini-batch does not fit the model or its chains.");
        }
        const SparsePixels data = cpu::sparse(batch.pixels.data(), n, m_visible.units);
        std::vector<float> positive(n * m_hidden.stride);
        std::vector<float> negative(n * m_hidden.stride);
        chains.hiddenInputVersion = kNoVersion;
        m_pool.split(n, [&](std::size_t begin, std::size_t end) {
            positivePhase(data, begin, end, positive.data());
            for (std::size_t s = 0; s < k; ++s) {
                const std::uint64_t step = update * k + s;
                sampleVisible(chains, begin, end, {seed, Purpose::TrainingVisible, step, 0}, 1, {});
                const cpu::Draw draw{seed, Purpose::TrainingHidden, step, 0};
                sampleHidden(chains, begin, end, draw, 1, false);
            }
            std::copy(chains.hidden.begin() + static_cast<std::ptrdiff_t>(begin * m_hidden.stride),
                      chains.hidden.begin() + static_cast<std::ptrdiff_t>(end * m_hidden.stride),
                      negative.begin() + static_cast<std::ptrdiff_t>(begin * m_hidden.stride));
        });
        m_model.update({batch, positive, chains.visible, negative}, rule, m_pool);
    }

    void gibbs(Chains &chains, const Sweeps &sweeps) override {
        auto &own = dynamic_cast<CpuChains &>(chains);
        if (!sweeps.clamped.empty() && sweeps.clamped.size() != m_visible.units) {
            throw Error("The mask of held pixels does not fit the model.");
        }
        const auto hiddenPurpose =
            static_cast<Purpose>(static_cast<std::uint32_t>(sweeps.purpose) + 1);
        const bool known = own.hiddenInputVersion == m_model.version();
        if (sweeps.count > 0) {
            own.hiddenInputVersion = kNoVersion;
        }
        m_pool.split(own.number, [&](std::size_t begin, std::size_t end) {
            for (std::size_t s = 0; s < sweeps.count; ++s) {
                const std::uint64_t step = sweeps.firstStep + s;
                sampleHidden(own, begin, end, {sweeps.seed, hiddenPurpose, step, sweeps.firstChain},
                             sweeps.beta, known && s == 0);
                sampleVisible(own, begin, end,
                              {sweeps.seed, sweeps.purpose, step, sweeps.firstChain}, sweeps.beta,
                              sweeps.clamped);
            }
        });
    }

    std::vector<float> visibleProbabilities(const Chains &chains) const override {
        const auto &own = dynamic_cast<const CpuChains &>(chains);
        std::vector<float> result(own.number * m_visible.units);
        m_pool.split(own.number, [&](std::size_t begin, std::size_t end) {
            auto input = inputs(m_visible, own.hidden, m_hidden, begin, end);
            for (std::size_t n = begin; n < end; ++n) {
                float *row = &input[(n - begin) * m_visible.stride];
                cpu::activate(m_visible.bias.data(), 1, 1, m_visible.stride, row);
                cpu::sigmoidInPlace(m_visible.stride, row);
                std::copy_n(row, m_visible.units, &result[n * m_visible.units]);
            }
        });
        return result;
    }

    void hiddenLogSums(const Chains &chains, float beta, std::span<double> out) const override {
        const auto &own = dynamic_cast<const CpuChains &>(chains);
        const bool known = own.hiddenInputVersion == m_model.version();
        own.hiddenInput.resize(own.number * m_hidden.stride);
        m_pool.split(own.number, [&](std::size_t begin, std::size_t end) {
            const auto rows = own.hiddenInput.begin();
            const auto first = rows + static_cast<std::ptrdiff_t>(begin * m_hidden.stride);
            if (!known) {
                cpu::sumInputs(m_hidden, own.visible, m_visible, begin, end, &*first);
            }
            std::vector<float> input(first,
                                     rows + static_cast<std::ptrdiff_t>(end * m_hidden.stride));
            for (std::size_t n = begin; n < end; ++n) {
                out[n] = sumSoftplus(&input[(n - begin) * m_hidden.stride], beta);
            }
        });
        own.hiddenInputVersion = m_model.version();
    }

    void freeEnergies(std::span<const std::uint8_t> pixels, std::span<double> out) const override {
        requireImages(pixels.size(), out.size());
        forImages(pixels, [&](const SparsePixels &data, std::size_t first, float *input) {
            for (std::size_t n = 0; n < data.index.size(); ++n) {
                double fromBias = 0;
                for (std::size_t p = 0; p < data.index[n].size(); ++p) {
                    fromBias += static_cast<double>(m_visible.bias[data.index[n][p]]) *
                                static_cast<double>(data.value[n][p]);
                }
                out[first + n] = -fromBias - sumSoftplus(input + n * m_hidden.stride, 1);
            }
        });
    }

    void hiddenProbabilities(std::span<const std::uint8_t> pixels,
                             std::span<float> out) const override {
        requireImages(pixels.size(), out.size() / m_hidden.units);
        forImages(pixels, [&](const SparsePixels &data, std::size_t first, float *input) {
            for (std::size_t n = 0; n < data.index.size(); ++n) {
                float *row = input + n * m_hidden.stride;
                cpu::activate(m_hidden.bias.data(), 1, 1, m_hidden.stride, row);
                cpu::sigmoidInPlace(m_hidden.stride, row);
                std::copy_n(row, m_hidden.units, &out[(first + n) * m_hidden.units]);
            }
        });
    }

private:
    void requireImages(std::size_t bytes, std::size_t images) const {
        if (bytes != images * m_visible.units) {
            throw Error("The images do not fit the model: it has " +
                        std::to_string(m_visible.units) + " visible units.");
        }
    }

    /// The inputs of `layer` from the states of the other one, [end - begin, stride].
    static std::vector<float> inputs(const Layer &layer, const std::vector<std::uint8_t> &states,
                                     const Layer &other, std::size_t begin, std::size_t end) {
        std::vector<float> result((end - begin) * layer.stride);
        cpu::sumInputs(layer, states, other, begin, end, result.data());
        return result;
    }

    /// `known`: chains.hiddenInput is that of the visible states.
    void sampleHidden(CpuChains &chains, std::size_t begin, std::size_t end, cpu::Draw draw,
                      float beta, bool known) const {
        std::vector<float> input((end - begin) * m_hidden.stride);
        if (known) {
            std::copy_n(&chains.hiddenInput[begin * m_hidden.stride], input.size(), input.begin());
        } else {
            cpu::sumInputs(m_hidden, chains.visible, m_visible, begin, end, input.data());
        }
        const auto firstChain = draw.chain;
        for (std::size_t n = begin; n < end; ++n) {
            float *row = &input[(n - begin) * m_hidden.stride];
            cpu::activate(m_hidden.bias.data(), beta, beta, m_hidden.stride, row);
            draw.chain = firstChain + static_cast<std::uint32_t>(n);
            cpu::sampleUnits(row, draw, m_hidden.stride, &chains.hidden[n * m_hidden.stride]);
        }
    }

    void sampleVisible(CpuChains &chains, std::size_t begin, std::size_t end, cpu::Draw draw,
                       float beta, std::span<const std::uint8_t> clamped) const {
        auto input = inputs(m_visible, chains.hidden, m_hidden, begin, end);
        std::vector<std::uint8_t> sampled(m_visible.stride);
        const auto firstChain = draw.chain;
        for (std::size_t n = begin; n < end; ++n) {
            float *row = &input[(n - begin) * m_visible.stride];
            cpu::activate(m_visible.bias.data(), 1, beta, m_visible.stride, row);
            draw.chain = firstChain + static_cast<std::uint32_t>(n);
            cpu::sampleUnits(row, draw, m_visible.stride, sampled.data());
            std::uint8_t *state = &chains.visible[n * m_visible.stride];
            for (std::size_t i = 0; i < m_visible.units; ++i) {
                state[i] = !clamped.empty() && clamped[i] != 0 ? state[i] : sampled[i];
            }
        }
    }

    /// P(h = 1 | v_data) of images [begin, end) into rows of `out` [N, padded H].
    void positivePhase(const SparsePixels &data, std::size_t begin, std::size_t end,
                       float *out) const {
        for (std::size_t n = begin; n < end; ++n) {
            float *row = out + n * m_hidden.stride;
            cpu::sumRows(
                {m_hidden.weights.data(), m_hidden.stride, data.index[n], data.value[n].data()}, 0,
                m_hidden.stride, row);
            cpu::activate(m_hidden.bias.data(), 1, 1, m_hidden.stride, row);
            cpu::sigmoidInPlace(m_hidden.stride, row);
        }
    }

    double sumSoftplus(float *input, float beta) const {
        cpu::activate(m_hidden.bias.data(), beta, beta, m_hidden.stride, input);
        cpu::softplusInPlace(m_hidden.stride, input);
        return std::accumulate(input, input + m_hidden.units, 0.0);
    }

    template <typename Work>
    void forImages(std::span<const std::uint8_t> pixels, const Work &work) const {
        const std::size_t images = pixels.size() / m_visible.units;
        m_pool.split(images, [&](std::size_t begin, std::size_t end) {
            std::vector<float> input(kImages * m_hidden.stride);
            for (std::size_t n = begin; n < end; n += kImages) {
                const auto data = cpu::sparse(&pixels[n * m_visible.units],
                                              std::min(kImages, end - n), m_visible.units);
                cpu::sumInputs(m_hidden, data, input.data());
                work(data, n, input.data());
            }
        });
    }

    mutable cpu::ThreadPool m_pool;
    cpu::CpuModel m_model;
    const Layer &m_visible = m_model.visible();
    const Layer &m_hidden = m_model.hidden();
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

std::unique_ptr<Backend> makeCpuBackend(std::size_t threads, bool background) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return std::make_unique<CpuBackend>(threads == 0 ? cores : threads, background);
}

} // namespace rbm
