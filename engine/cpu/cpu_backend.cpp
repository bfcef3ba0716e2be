#include "engine/cpu/cpu_backend.h"

#include "engine/base/error.h"
#include "engine/cpu/kernels.h"
#include "engine/cpu/thread_pool.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <thread>

namespace rbm {
namespace {

using cpu::padded;

/// Columns of a weight matrix that are summed for all of a thread's chains
/// before the next ones, so that they stay in the second-level cache.
constexpr std::size_t kColumns = 128;
/// Images per slice of a thread in the free energies.
constexpr std::size_t kImages = 32;

/// Bytes [count, padded]: rows as kernels want them.
struct CpuChains final : Chains {
    std::size_t number = 0;
    std::vector<std::uint8_t> visible; ///< [count, padded V]
    std::vector<std::uint8_t> hidden;  ///< [count, padded H]
    std::size_t count() const override { return number; }
};

/// One layer's view of the weights: summing rows of `weights`, one for each
/// unit of the other layer, gives this layer's input.
struct Layer {
    std::size_t units = 0;
    std::size_t stride = 0;
    std::vector<float> bias;    ///< [stride]
    std::vector<float> weights; ///< [units of the other layer, stride]
};

using Active = std::vector<std::uint32_t>;

void listActive(const std::uint8_t *state, std::size_t units, Active &active) {
    active.clear();
    for (std::size_t u = 0; u < units; ++u) {
        if (state[u] != 0) {
            active.push_back(static_cast<std::uint32_t>(u));
        }
    }
}

/// The indices and values of the pixels of some images that are not 0.
struct SparsePixels {
    std::vector<Active> index;
    std::vector<std::vector<float>> value;
};

SparsePixels sparse(const std::uint8_t *pixels, std::size_t images, std::size_t visible) {
    SparsePixels result;
    result.index.resize(images);
    result.value.resize(images);
    for (std::size_t n = 0; n < images; ++n) {
        for (std::size_t i = 0; i < visible; ++i) {
            const std::uint8_t pixel = pixels[n * visible + i];
            if (pixel != 0) {
                result.index[n].push_back(static_cast<std::uint32_t>(i));
                result.value[n].push_back(static_cast<float>(pixel) / 255.0F);
            }
        }
    }
    return result;
}

/// out [rows, stride] = the input of `layer` for each list of active units.
void sumInputs(const Layer &layer, const std::vector<Active> &active,
               const std::vector<std::vector<float>> *value, float *out) {
    for (std::size_t c = 0; c < layer.stride; c += kColumns) {
        const std::size_t end = std::min(c + kColumns, layer.stride);
        for (std::size_t n = 0; n < active.size(); ++n) {
            const cpu::RowSum rows{layer.weights.data(), layer.stride, active[n],
                                   value == nullptr ? nullptr : (*value)[n].data()};
            cpu::sumRows(rows, c, end, out + n * layer.stride);
        }
    }
}

class CpuBackend final : public Backend {
public:
    CpuBackend(std::size_t threads, bool background) : m_pool(threads, background) {}

    BackendInfo info() const override {
        return {"CPU", processorName(), cpu::activeTarget(), m_pool.threads()};
    }

    void setParameters(const RbmParameters &p) override {
        if (p.visible == 0 || p.hidden == 0 || p.visibleBias.size() != p.visible ||
            p.hiddenBias.size() != p.hidden || p.weights.size() != p.visible * p.hidden) {
            throw Error("The model's arrays do not fit its numbers of units.");
        }
        m_visible = makeLayer(p.visible, p.visibleBias, p.hidden);
        m_hidden = makeLayer(p.hidden, p.hiddenBias, p.visible);
        spread(p.weights, m_hidden.weights);
        transposeWeights(0, p.visible);
        m_visibleMomentum.assign(m_visible.stride, 0);
        m_hiddenMomentum.assign(m_hidden.stride, 0);
        m_weightMomentum.assign(p.visible * m_hidden.stride, 0);
    }

    RbmParameters parameters() const override {
        return gather(m_visible.bias, m_hidden.bias, m_hidden.weights);
    }

    void setMomentum(const RbmParameters &m) override {
        requireShape(m.visible, m.hidden);
        std::copy(m.visibleBias.begin(), m.visibleBias.end(), m_visibleMomentum.begin());
        std::copy(m.hiddenBias.begin(), m.hiddenBias.end(), m_hiddenMomentum.begin());
        spread(m.weights, m_weightMomentum);
    }

    RbmParameters momentum() const override {
        return gather(m_visibleMomentum, m_hiddenMomentum, m_weightMomentum);
    }

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
        const SparsePixels data = sparse(batch.pixels.data(), n, m_visible.units);
        std::vector<float> positive(n * m_hidden.stride);
        std::vector<float> negative(n * m_hidden.stride);
        m_pool.split(n, [&](std::size_t begin, std::size_t end) {
            positivePhase(data, begin, end, positive.data());
            for (std::size_t s = 0; s < k; ++s) {
                const std::uint64_t step = update * k + s;
                sampleVisible(chains, begin, end, {seed, Purpose::TrainingVisible, step, 0}, 1, {});
                sampleHidden(chains, begin, end, {seed, Purpose::TrainingHidden, step, 0}, 1);
            }
            std::copy(chains.hidden.begin() + static_cast<std::ptrdiff_t>(begin * m_hidden.stride),
                      chains.hidden.begin() + static_cast<std::ptrdiff_t>(end * m_hidden.stride),
                      negative.begin() + static_cast<std::ptrdiff_t>(begin * m_hidden.stride));
        });
        applyGradient(chains, batch, positive, negative, rule);
    }

    void gibbs(Chains &chains, const Sweeps &sweeps) override {
        auto &own = dynamic_cast<CpuChains &>(chains);
        if (!sweeps.clamped.empty() && sweeps.clamped.size() != m_visible.units) {
            throw Error("The mask of held pixels does not fit the model.");
        }
        const auto hiddenPurpose =
            static_cast<Purpose>(static_cast<std::uint32_t>(sweeps.purpose) + 1);
        m_pool.split(own.number, [&](std::size_t begin, std::size_t end) {
            for (std::size_t s = 0; s < sweeps.count; ++s) {
                const std::uint64_t step = sweeps.firstStep + s;
                sampleHidden(own, begin, end, {sweeps.seed, hiddenPurpose, step, sweeps.firstChain},
                             sweeps.beta);
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
        m_pool.split(own.number, [&](std::size_t begin, std::size_t end) {
            auto input = inputs(m_hidden, own.visible, m_visible, begin, end);
            for (std::size_t n = begin; n < end; ++n) {
                out[n] = sumSoftplus(&input[(n - begin) * m_hidden.stride], beta);
            }
        });
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
    static Layer makeLayer(std::size_t units, const std::vector<float> &bias, std::size_t others) {
        Layer layer{units, padded(units), bias, {}};
        layer.bias.resize(layer.stride, 0);
        layer.weights.assign(others * layer.stride, 0);
        return layer;
    }

    void requireShape(std::size_t visible, std::size_t hidden) const {
        if (visible != m_visible.units || hidden != m_hidden.units) {
            throw Error("The momentum does not fit the model.");
        }
    }

    void requireImages(std::size_t bytes, std::size_t images) const {
        if (bytes != images * m_visible.units) {
            throw Error("The images do not fit the model: it has " +
                        std::to_string(m_visible.units) + " visible units.");
        }
    }

    /// Between [V, H] without padding and [V, padded H].
    void spread(const std::vector<float> &from, std::vector<float> &to) const {
        for (std::size_t i = 0; i < m_visible.units; ++i) {
            std::copy_n(&from[i * m_hidden.units], m_hidden.units, &to[i * m_hidden.stride]);
        }
    }

    RbmParameters gather(const std::vector<float> &b, const std::vector<float> &c,
                         const std::vector<float> &w) const {
        auto p = RbmParameters::zeros(m_visible.units, m_hidden.units);
        std::copy_n(b.begin(), p.visible, p.visibleBias.begin());
        std::copy_n(c.begin(), p.hidden, p.hiddenBias.begin());
        for (std::size_t i = 0; i < p.visible; ++i) {
            std::copy_n(&w[i * m_hidden.stride], p.hidden, &p.weights[i * p.hidden]);
        }
        return p;
    }

    /// Writes columns [begin, end) of the transposed weights, [H, padded V].
    void transposeWeights(std::size_t begin, std::size_t end) {
        constexpr std::size_t kTile = 16;
        for (std::size_t i0 = begin; i0 < end; i0 += kTile) {
            const std::size_t i1 = std::min(i0 + kTile, end);
            for (std::size_t j = 0; j < m_hidden.units; ++j) {
                for (std::size_t i = i0; i < i1; ++i) {
                    m_visible.weights[j * m_visible.stride + i] =
                        m_hidden.weights[i * m_hidden.stride + j];
                }
            }
        }
    }

    /// The inputs of `layer` from the states of the other one, [end - begin, stride].
    static std::vector<float> inputs(const Layer &layer, const std::vector<std::uint8_t> &states,
                                     const Layer &other, std::size_t begin, std::size_t end) {
        std::vector<Active> active(end - begin);
        for (std::size_t n = begin; n < end; ++n) {
            listActive(&states[n * other.stride], other.units, active[n - begin]);
        }
        std::vector<float> result((end - begin) * layer.stride);
        sumInputs(layer, active, nullptr, result.data());
        return result;
    }

    void sampleHidden(CpuChains &chains, std::size_t begin, std::size_t end, cpu::Draw draw,
                      float beta) const {
        auto input = inputs(m_hidden, chains.visible, m_visible, begin, end);
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

    void applyGradient(const CpuChains &chains, const MiniBatch &batch,
                       const std::vector<float> &positive, const std::vector<float> &negative,
                       const UpdateRule &rule) {
        const std::size_t n = batch.rows.size();
        const UpdateRule perSum{rule.step / static_cast<float>(n), rule.momentum};
        Active all(n);
        std::iota(all.begin(), all.end(), 0U);
        std::vector<float> gradient(m_visible.stride, 0);
        m_pool.split(m_visible.units, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                gradient[i] = updateWeightRow(i, chains, batch, positive, negative, perSum);
            }
            transposeWeights(begin, end);
        });
        cpu::momentumStep(gradient.data(), perSum.step, perSum.momentum, m_visible.stride,
                          m_visibleMomentum.data(), m_visible.bias.data());
        const auto hidden = difference(all, negative, all, nullptr, positive);
        cpu::momentumStep(hidden.data(), perSum.step, perSum.momentum, m_hidden.stride,
                          m_hiddenMomentum.data(), m_hidden.bias.data());
        clearPadding();
    }

    /// Padding must stay zero: its momentum would otherwise drift with the
    /// states that padded units take by chance.
    void clearPadding() {
        const auto clear = [](std::vector<float> &x, std::size_t units) {
            std::fill(x.begin() + static_cast<std::ptrdiff_t>(units), x.end(), 0.0F);
        };
        clear(m_hidden.bias, m_hidden.units);
        clear(m_hiddenMomentum, m_hidden.units);
    }

    /// sum of the negative rows minus the weighted sum of the positive ones.
    std::vector<float> difference(const Active &on, const std::vector<float> &negative,
                                  const Active &lit, const float *value,
                                  const std::vector<float> &positive) const {
        std::vector<float> result(m_hidden.stride);
        std::vector<float> other(m_hidden.stride);
        cpu::sumRows({negative.data(), m_hidden.stride, on, nullptr}, 0, m_hidden.stride,
                     result.data());
        cpu::sumRows({positive.data(), m_hidden.stride, lit, value}, 0, m_hidden.stride,
                     other.data());
        cpu::activate(other.data(), -1, 1, m_hidden.stride, result.data());
        return result;
    }

    /// Updates row i of W; returns the visible bias' gradient times N.
    float updateWeightRow(std::size_t i, const CpuChains &chains, const MiniBatch &batch,
                          const std::vector<float> &positive, const std::vector<float> &negative,
                          const UpdateRule &rule) {
        Active on;
        Active lit;
        std::vector<float> value;
        float biasGradient = 0;
        for (std::size_t n = 0; n < batch.rows.size(); ++n) {
            const std::uint8_t pixel = batch.pixels[n * m_visible.units + i];
            if (chains.visible[n * m_visible.stride + i] != 0) {
                on.push_back(static_cast<std::uint32_t>(n));
                biasGradient += 1;
            }
            if (pixel != 0) {
                lit.push_back(static_cast<std::uint32_t>(n));
                value.push_back(static_cast<float>(pixel) / 255.0F);
                biasGradient -= value.back();
            }
        }
        const auto gradient = difference(on, negative, lit, value.data(), positive);
        // Only the true units: the padding of W must stay zero.
        float *m = &m_weightMomentum[i * m_hidden.stride];
        float *w = &m_hidden.weights[i * m_hidden.stride];
        cpu::momentumStep(gradient.data(), rule.step, rule.momentum, m_hidden.stride, m, w);
        std::fill(m + m_hidden.units, m + m_hidden.stride, 0.0F);
        std::fill(w + m_hidden.units, w + m_hidden.stride, 0.0F);
        return biasGradient;
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
                const auto data = sparse(&pixels[n * m_visible.units], std::min(kImages, end - n),
                                         m_visible.units);
                sumInputs(m_hidden, data.index, &data.value, input.data());
                work(data, n, input.data());
            }
        });
    }

    mutable cpu::ThreadPool m_pool;
    Layer m_visible; ///< weights are W transposed, [H, padded V]
    Layer m_hidden;  ///< weights are W, [V, padded H]
    std::vector<float> m_visibleMomentum;
    std::vector<float> m_hiddenMomentum;
    std::vector<float> m_weightMomentum;
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
