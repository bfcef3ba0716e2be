#include "tests/support/reference_backend.h"

#include "engine/base/error.h"
#include "engine/random/chain_draw.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rbm::test {
namespace {

struct PlainChains final : Chains {
    ChainStates states;
    std::size_t count() const override { return states.count; }
};

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

class Plain final : public ReferenceBackend {
public:
    BackendInfo info() const override { return {"reference", "plain loops", "double", 1}; }
    double closest() const override { return m_closest; }

    void setParameters(const RbmParameters &p) override {
        m_p = p;
        m_m = RbmParameters::zeros(p.visible, p.hidden);
        m_offsets.assign(p.hidden, 0.5);
        m_fast = RbmParameters::zeros(p.visible, p.hidden);
        m_sampled.reset();
    }
    RbmParameters parameters() const override { return m_p; }
    void sampleFrom(const RbmParameters &rounded) override { m_sampled = rounded; }
    RbmParameters sampledParameters() const override { return m_sampled.value_or(m_p); }
    void setFastParameters(const RbmParameters &fast) override { m_fast = fast; }
    RbmParameters fastParameters() const override { return m_fast; }
    RbmParameters sampledWithFast() const override { return m_sampled.value_or(sum(m_p, m_fast)); }
    void setMomentum(const RbmParameters &m) override { m_m = m; }
    RbmParameters momentum() const override { return m_m; }

    std::unique_ptr<Chains> makeChains(std::size_t count) override {
        auto chains = std::make_unique<PlainChains>();
        chains->states = {count, std::vector<std::uint8_t>(count * m_p.visible),
                          std::vector<std::uint8_t>(count * m_p.hidden)};
        return chains;
    }
    void setStates(Chains &chains, const ChainStates &states) override {
        dynamic_cast<PlainChains &>(chains).states = states;
    }
    ChainStates states(const Chains &chains) const override {
        return dynamic_cast<const PlainChains &>(chains).states;
    }

    void swapStates(Chains &a, Chains &b, std::span<const std::uint8_t> which) override {
        ChainStates &x = dynamic_cast<PlainChains &>(a).states;
        ChainStates &y = dynamic_cast<PlainChains &>(b).states;
        for (std::size_t n = 0; n < which.size(); ++n) {
            for (std::size_t i = 0; which[n] != 0 && i < m_p.visible; ++i) {
                std::swap(x.visible[n * m_p.visible + i], y.visible[n * m_p.visible + i]);
            }
            for (std::size_t j = 0; which[n] != 0 && j < m_p.hidden; ++j) {
                std::swap(x.hidden[n * m_p.hidden + j], y.hidden[n * m_p.hidden + j]);
            }
        }
    }

    void setHiddenOffsets(std::span<const float> offsets) override {
        m_offsets.assign(offsets.begin(), offsets.end());
    }
    std::vector<float> hiddenOffsets() const override {
        return {m_offsets.begin(), m_offsets.end()};
    }

    void pcdUpdate(Chains &persistent, const MiniBatch &batch, std::size_t k,
                   const UpdateRule &rule, std::uint64_t seed, std::uint64_t update) override {
        ChainStates &s = dynamic_cast<PlainChains &>(persistent).states;
        const std::size_t chains = rule.chains == 0 ? batch.rows.size() : rule.chains;
        const auto slow = m_sampled;
        if (rule.fast) {
            m_sampled = sampledWithFast();
        }
        for (std::size_t chain = 0; chain < chains; ++chain) {
            if (rule.startAtData) {
                startAt(grayImage(batch.pixels, chain), s, chain, seed, update);
            }
            for (std::size_t step = update * k; step < (update + 1) * k; ++step) {
                sampleVisible(s, chain, 1, seed, Purpose::TrainingVisible, step, chain, {});
                sampleHidden(s, chain, 1, seed, Purpose::TrainingHidden, step, chain);
            }
        }
        m_sampled = slow;
        Gradient g(m_p);
        addData(batch, rule.visibleOffsets.empty() ? 0 : rule.offsetRate, g);
        addChains(s, chains, g);
        if (!rule.visibleOffsets.empty()) {
            centre(rule.visibleOffsets, g);
        }
        if (rule.fast) {
            moveFast(g, rule);
        }
        addSparsity(batch, rule, g);
        addDecay(rule, g);
        move(g.w, rule, m_m.weights, m_p.weights);
        move(g.b, rule, m_m.visibleBias, m_p.visibleBias);
        move(g.c, rule, m_m.hiddenBias, m_p.hiddenBias);
    }

    void gibbs(Chains &chains, const Sweeps &sweeps) override {
        ChainStates &s = dynamic_cast<PlainChains &>(chains).states;
        const auto hidden = static_cast<Purpose>(static_cast<std::uint32_t>(sweeps.purpose) + 1);
        for (std::size_t n = 0; n < s.count; ++n) {
            for (std::size_t t = 0; t < sweeps.count; ++t) {
                const auto step = sweeps.firstStep + t;
                sampleHidden(s, n, sweeps.beta, sweeps.seed, hidden, step, sweeps.firstChain + n);
                sampleVisible(s, n, sweeps.beta, sweeps.seed, sweeps.purpose, step,
                              sweeps.firstChain + n, heldOf(sweeps, n));
            }
        }
    }

    std::vector<float> visibleProbabilities(const Chains &chains) const override {
        const ChainStates &s = dynamic_cast<const PlainChains &>(chains).states;
        std::vector<float> result;
        for (std::size_t n = 0; n < s.count; ++n) {
            for (std::size_t i = 0; i < m_p.visible; ++i) {
                result.push_back(
                    static_cast<float>(sigmoid(m_p.visibleBias[i] + fromHidden(m_p, s, n, i))));
            }
        }
        return result;
    }

    void hiddenLogSums(const Chains &chains, float beta, std::span<double> out) const override {
        const ChainStates &s = dynamic_cast<const PlainChains &>(chains).states;
        for (std::size_t n = 0; n < s.count; ++n) {
            const auto v = binaryImage(s, n);
            out[n] = 0;
            for (std::size_t j = 0; j < m_p.hidden; ++j) {
                out[n] +=
                    softplus(static_cast<double>(beta) * hiddenInput(chainParameters(), v, j));
            }
        }
    }

    void anneal(Chains &chains, const Annealing &a, std::span<double> logWeights) override {
        ChainStates &s = dynamic_cast<PlainChains &>(chains).states;
        const auto hiddenPurpose = static_cast<Purpose>(static_cast<std::uint32_t>(a.purpose) + 1);
        for (std::size_t n = 0; n < s.count; ++n) {
            for (std::size_t t = 1; t < a.betas.size(); ++t) {
                const std::uint64_t step = a.firstStep + t - 1;
                logWeights[n] += annealedLogWeight(s, n, a.betas[t], a) -
                                 annealedLogWeight(s, n, a.betas[t - 1], a);
                sampleHidden(s, n, a.betas[t], a.seed, hiddenPurpose, step, a.firstChain + n,
                             a.hiddenBase);
                sampleVisible(s, n, a.betas[t], a.seed, a.purpose, step, a.firstChain + n, {},
                              a.visibleBase);
            }
        }
    }

    void freeEnergies(std::span<const std::uint8_t> pixels, std::span<double> out) const override {
        for (std::size_t n = 0; n < out.size(); ++n) {
            const auto v = grayImage(pixels, n);
            out[n] = freeEnergy(m_p, std::vector<float>(v.begin(), v.end()));
        }
    }

    void hiddenProbabilities(std::span<const std::uint8_t> pixels,
                             std::span<float> out) const override {
        for (std::size_t n = 0; n < out.size() / m_p.hidden; ++n) {
            const auto v = grayImage(pixels, n);
            for (std::size_t j = 0; j < m_p.hidden; ++j) {
                out[n * m_p.hidden + j] = static_cast<float>(sigmoid(hiddenInput(m_p, v, j)));
            }
        }
    }

private:
    /// The model's statistics less the data's, each a mean.
    struct Gradient {
        explicit Gradient(const RbmParameters &p)
            : w(p.weights.size()), b(p.visible), c(p.hidden) {}
        std::vector<double> w, b, c;
    };

    void startAt(const std::vector<double> &v, ChainStates &s, std::size_t chain,
                 std::uint64_t seed, std::uint64_t update) {
        for (std::size_t j = 0; j < m_p.hidden; ++j) {
            s.hidden[chain * m_p.hidden + j] =
                draw(hiddenInput(m_p, v, j),
                     {seed, Purpose::TrainingStart, update, static_cast<std::uint32_t>(chain)}, j);
        }
    }

    void addData(const MiniBatch &batch, float offsetRate, Gradient &g) {
        const auto n = static_cast<double>(batch.rows.size());
        std::vector<double> mean(m_p.hidden);
        for (std::size_t row = 0; row < batch.rows.size(); ++row) {
            const auto v = grayImage(batch.pixels, row);
            for (std::size_t j = 0; j < m_p.hidden; ++j) {
                const double ph = sigmoid(hiddenInput(m_p, v, j));
                mean[j] += ph / n;
                g.c[j] -= ph / n;
                for (std::size_t i = 0; i < m_p.visible; ++i) {
                    g.w[i * m_p.hidden + j] -= v[i] * ph / n;
                }
            }
            for (std::size_t i = 0; i < m_p.visible; ++i) {
                g.b[i] -= v[i] / n;
            }
        }
        for (std::size_t j = 0; j < m_p.hidden; ++j) {
            m_offsets[j] += static_cast<double>(offsetRate) * (mean[j] - m_offsets[j]);
        }
    }

    void addChains(const ChainStates &s, std::size_t chains, Gradient &g) const {
        const auto n = static_cast<double>(chains);
        for (std::size_t chain = 0; chain < chains; ++chain) {
            for (std::size_t j = 0; j < m_p.hidden; ++j) {
                const double on = s.hidden[chain * m_p.hidden + j];
                g.c[j] += on / n;
                for (std::size_t i = 0; i < m_p.visible; ++i) {
                    g.w[i * m_p.hidden + j] += s.visible[chain * m_p.visible + i] * on / n;
                }
            }
            for (std::size_t i = 0; i < m_p.visible; ++i) {
                g.b[i] += s.visible[chain * m_p.visible + i] / n;
            }
        }
    }

    void centre(std::span<const float> mu, Gradient &g) const {
        const std::vector<double> visible = g.b;
        const std::vector<double> hidden = g.c;
        for (std::size_t i = 0; i < m_p.visible; ++i) {
            for (std::size_t j = 0; j < m_p.hidden; ++j) {
                double &w = g.w[i * m_p.hidden + j];
                w -= visible[i] * m_offsets[j] + static_cast<double>(mu[i]) * hidden[j];
                g.b[i] -= w * m_offsets[j];
                g.c[j] -= w * static_cast<double>(mu[i]);
            }
        }
    }

    /// Where centred, it is the centred model's: the biases lose what W's share moves.
    void addDecay(const UpdateRule &rule, Gradient &g) const {
        for (std::size_t i = 0; i < m_p.visible; ++i) {
            for (std::size_t j = 0; j < m_p.hidden; ++j) {
                const std::size_t at = i * m_p.hidden + j;
                const double share =
                    static_cast<double>(rule.weightDecay) * static_cast<double>(m_p.weights[at]);
                g.w[at] += share;
                if (!rule.visibleOffsets.empty()) {
                    g.b[i] -= share * m_offsets[j];
                    g.c[j] -= share * static_cast<double>(rule.visibleOffsets[i]);
                }
            }
        }
    }

    /// Lee et al. 2008 with the plain difference of Hinton 2010: on the hidden biases alone.
    void addSparsity(const MiniBatch &batch, const UpdateRule &rule, Gradient &g) const {
        const auto n = static_cast<double>(batch.rows.size());
        for (std::size_t j = 0; j < m_p.hidden; ++j) {
            double mean = 0;
            for (std::size_t row = 0; row < batch.rows.size(); ++row) {
                mean += sigmoid(hiddenInput(m_p, grayImage(batch.pixels, row), j)) / n;
            }
            g.c[j] += static_cast<double>(rule.sparsityCost) *
                      (mean - static_cast<double>(rule.sparsityTarget));
        }
    }

    void moveFast(const Gradient &g, const UpdateRule &rule) {
        const auto step = [&rule](const std::vector<double> &gradient, std::vector<float> &fast) {
            for (std::size_t at = 0; at < fast.size(); ++at) {
                fast[at] = static_cast<float>(static_cast<double>(rule.fastKeep) *
                                                  static_cast<double>(fast[at]) -
                                              static_cast<double>(rule.fastStep) * gradient[at]);
            }
        };
        step(g.w, m_fast.weights);
        step(g.b, m_fast.visibleBias);
        step(g.c, m_fast.hiddenBias);
    }

    static void move(const std::vector<double> &gradient, const UpdateRule &rule,
                     std::vector<float> &m, std::vector<float> &p) {
        const auto keep = static_cast<double>(rule.momentum);
        for (std::size_t at = 0; at < p.size(); ++at) {
            const double push = static_cast<double>(rule.step) * gradient[at];
            m[at] = static_cast<float>(keep * static_cast<double>(m[at]) - push);
            p[at] += rule.nesterov ? static_cast<float>(keep * static_cast<double>(m[at]) - push)
                                   : m[at];
        }
    }

    const RbmParameters &chainParameters() const { return m_sampled ? *m_sampled : m_p; }

    std::vector<double> grayImage(std::span<const std::uint8_t> pixels, std::size_t n) const {
        std::vector<double> v(m_p.visible);
        for (std::size_t i = 0; i < m_p.visible; ++i) {
            v[i] = pixels[n * m_p.visible + i] / 255.0;
        }
        return v;
    }

    std::vector<double> binaryImage(const ChainStates &s, std::size_t n) const {
        const auto first = s.visible.begin() + static_cast<std::ptrdiff_t>(n * m_p.visible);
        return {first, first + static_cast<std::ptrdiff_t>(m_p.visible)};
    }

    static double hiddenInput(const RbmParameters &p, const std::vector<double> &v, std::size_t j) {
        double sum = p.hiddenBias[j];
        for (std::size_t i = 0; i < p.visible; ++i) {
            sum += v[i] * static_cast<double>(p.weights[i * p.hidden + j]);
        }
        return sum;
    }

    static double fromHidden(const RbmParameters &p, const ChainStates &s, std::size_t n,
                             std::size_t i) {
        double sum = 0;
        for (std::size_t j = 0; j < p.hidden; ++j) {
            sum += s.hidden[n * p.hidden + j] * static_cast<double>(p.weights[i * p.hidden + j]);
        }
        return sum;
    }

    std::uint8_t draw(double input, const Draw &draw, std::size_t unit) {
        const double p = sigmoid(input);
        const double u = uniform(draw, static_cast<std::uint32_t>(unit));
        m_closest = std::min(m_closest, std::abs(u - p) / std::min(p, 1 - p));
        return u < p ? 1 : 0;
    }

    void sampleHidden(ChainStates &s, std::size_t n, float beta, std::uint64_t seed,
                      Purpose purpose, std::uint64_t step, std::size_t chain,
                      std::span<const float> base = {}) {
        const auto v = binaryImage(s, n);
        for (std::size_t j = 0; j < m_p.hidden; ++j) {
            s.hidden[n * m_p.hidden + j] =
                draw(annealedInput(v, j, beta, base),
                     {seed, purpose, step, static_cast<std::uint32_t>(chain)}, j);
        }
    }

    /// beta (c_j + v.W_j) + (1 - beta) d_j.
    double annealedInput(const std::vector<double> &v, std::size_t j, double beta,
                         std::span<const float> base) const {
        return beta * hiddenInput(chainParameters(), v, j) +
               (base.empty() ? 0 : (1 - beta) * static_cast<double>(base[j]));
    }

    /// The held units of chain n, [V]; empty: none.
    std::span<const std::uint8_t> heldOf(const Sweeps &sweeps, std::size_t n) const {
        return sweeps.clamped.size() > m_p.visible
                   ? sweeps.clamped.subspan(n * m_p.visible, m_p.visible)
                   : sweeps.clamped;
    }

    void sampleVisible(ChainStates &s, std::size_t n, float beta, std::uint64_t seed,
                       Purpose purpose, std::uint64_t step, std::size_t chain,
                       std::span<const std::uint8_t> clamped,
                       std::span<const float> baseBias = {}) {
        for (std::size_t i = 0; i < m_p.visible; ++i) {
            if (clamped.empty() || clamped[i] == 0) {
                s.visible[n * m_p.visible + i] =
                    draw(annealedBias(i, beta, baseBias) +
                             static_cast<double>(beta) * fromHidden(chainParameters(), s, n, i),
                         {seed, purpose, step, static_cast<std::uint32_t>(chain)}, i);
            }
        }
    }

    /// beta b_i + (1 - beta) a_i.
    double annealedBias(std::size_t i, double beta, std::span<const float> base) const {
        const double own = chainParameters().visibleBias[i];
        return base.empty() ? own : beta * own + (1 - beta) * static_cast<double>(base[i]);
    }

    /// log p*_beta(v) of chain n.
    double annealedLogWeight(const ChainStates &s, std::size_t n, double beta,
                             const Annealing &a) const {
        const auto v = binaryImage(s, n);
        double sum = 0;
        for (std::size_t i = 0; i < m_p.visible; ++i) {
            sum += v[i] * annealedBias(i, beta, a.visibleBase);
        }
        for (std::size_t j = 0; j < m_p.hidden; ++j) {
            sum += softplus(annealedInput(v, j, beta, a.hiddenBase));
        }
        return sum;
    }

    RbmParameters m_p;
    std::optional<RbmParameters> m_sampled;
    RbmParameters m_m;
    RbmParameters m_fast;
    std::vector<double> m_offsets; ///< lambda, [H]
    double m_closest = 1;
};

} // namespace

std::unique_ptr<ReferenceBackend> makeReferenceBackend() { return std::make_unique<Plain>(); }

} // namespace rbm::test
