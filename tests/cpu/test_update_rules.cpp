// The ways to make an update beyond the original's, on the CPU backend: each against the
// plain reference on every SIMD target, and the centred gradient against its definition.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "tests/support/every_target.h"
#include "tests/support/reference_backend.h"
#include "tests/support/visible_states.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::size_t kVisible = 50;
constexpr std::size_t kHidden = 40;
constexpr std::size_t kImages = 12;
constexpr std::size_t kChains = 20;

/// Images and the rule's spans, which outlive its use.
struct Setting {
    std::shared_ptr<const Dataset> data = randomImages(kVisible, 1, kImages, true, 17);
    std::vector<std::uint32_t> rows = std::vector<std::uint32_t>(kImages);
    std::vector<float> offsets = std::vector<float>(kVisible);

    Setting() {
        std::iota(rows.begin(), rows.end(), 0U);
        for (std::size_t i = 0; i < kVisible; ++i)
            offsets[i] = static_cast<float>(i) / kVisible;
    }
    MiniBatch batch() const { return {rows, data->pixels}; }
};

std::unique_ptr<Backend> makeCpu(const RbmParameters &model) {
    BackendOptions options;
    options.threads = 2;
    auto backend = makeBackend(BackendChoice::Cpu, options);
    backend->setParameters(model);
    return backend;
}

double largestDifference(const std::vector<float> &a, const std::vector<float> &b) {
    double largest = 0;
    for (std::size_t at = 0; at < a.size(); ++at)
        largest = std::max(largest, std::abs(static_cast<double>(a[at] - b[at])));
    return largest;
}

/// Sums of some 40 products with inputs of size 10 are off by 1e-5, of which a quarter goes
/// into P(h | v), times the step; centring adds sums of 50 such terms; five updates.
constexpr double kTolerance = 5 * 0.1 * 1e-5 * 10;

void matchesTheReference(const UpdateRule &rule) {
    const Setting setting;
    const auto model = randomModel(kVisible, kHidden, 0.3, 2);
    onEveryTarget([&] {
        const auto fast = makeCpu(model);
        const auto plain = makeReferenceBackend();
        plain->setParameters(model);
        const auto a = fast->makeChains(kChains);
        const auto b = plain->makeChains(kChains);
        for (std::uint64_t update = 0; update < 5; ++update) {
            plain->sampleFrom(rule.fast ? fast->sampledWithFast() : fast->sampledParameters());
            fast->pcdUpdate(*a, setting.batch(), 2, rule, 29, update);
            plain->pcdUpdate(*b, setting.batch(), 2, rule, 29, update);
        }
        QVERIFY(plain->closest() > 1e-6);
        QVERIFY(fast->states(*a) == plain->states(*b));
        const auto p = fast->parameters();
        const auto q = plain->parameters();
        QVERIFY(largestDifference(p.weights, q.weights) < kTolerance);
        QVERIFY(largestDifference(p.visibleBias, q.visibleBias) < kTolerance);
        QVERIFY(largestDifference(p.hiddenBias, q.hiddenBias) < kTolerance);
        QVERIFY(largestDifference(fast->hiddenOffsets(), plain->hiddenOffsets()) < 1e-5);
        const auto x = fast->fastParameters();
        const auto y = plain->fastParameters();
        QVERIFY(largestDifference(x.weights, y.weights) < kTolerance);
        QVERIFY(largestDifference(x.visibleBias, y.visibleBias) < kTolerance);
        QVERIFY(largestDifference(x.hiddenBias, y.hiddenBias) < kTolerance);
        QCOMPARE(x == RbmParameters::zeros(kVisible, kHidden), !rule.fast);
        QVERIFY(largestDifference(p.weights, model.weights) > 100 * kTolerance);
    });
}

/// The means over some images or chains of (v - mu) (h - lambda)^T, v and h.
struct Means {
    std::vector<double> products = std::vector<double>(kVisible * kHidden);
    std::vector<double> visible = std::vector<double>(kVisible);
    std::vector<double> hidden = std::vector<double>(kHidden);

    void add(const std::vector<double> &v, const std::vector<double> &h,
             const std::vector<float> &mu, const std::vector<float> &lambda, double share) {
        for (std::size_t i = 0; i < kVisible; ++i) {
            visible[i] += share * v[i];
            for (std::size_t j = 0; j < kHidden; ++j)
                products[i * kHidden + j] += share * (v[i] - static_cast<double>(mu[i])) *
                                             (h[j] - static_cast<double>(lambda[j]));
        }
        for (std::size_t j = 0; j < kHidden; ++j)
            hidden[j] += share * h[j];
    }
};

} // namespace

class TestUpdateRules : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tellTargets(); }
    void cleanup() { cpu::limitTarget(0); }

    void nesterovsMomentumMatchesTheReference() {
        UpdateRule rule{0.1F, 0.8F};
        rule.nesterov = true;
        matchesTheReference(rule);
    }

    void weightDecayMatchesTheReference() {
        UpdateRule rule{0.1F, 0.3F};
        rule.weightDecay = 0.05F;
        matchesTheReference(rule);
    }

    void anotherNumberOfChainsThanImagesMatchesTheReference() {
        for (const std::size_t chains : {5U, 20U}) {
            UpdateRule rule{0.1F, 0.3F};
            rule.chains = chains;
            matchesTheReference(rule);
        }
    }

    void contrastiveDivergenceMatchesTheReference() {
        UpdateRule rule{0.1F, 0.3F};
        rule.startAtData = true;
        matchesTheReference(rule);
    }

    void theCentredGradientMatchesTheReference() {
        const Setting setting;
        UpdateRule rule{0.1F, 0.3F};
        rule.visibleOffsets = setting.offsets;
        rule.offsetRate = 0.1F;
        matchesTheReference(rule);
    }

    void weightDecayOfTheCentredGradientMatchesTheReference() {
        const Setting setting;
        UpdateRule rule{0.1F, 0.3F};
        rule.weightDecay = 0.05F;
        rule.visibleOffsets = setting.offsets;
        matchesTheReference(rule);
    }

    void sparsityMatchesTheReference() {
        UpdateRule rule{0.1F, 0.3F};
        rule.sparsityCost = 0.5F;
        rule.sparsityTarget = 0.1F;
        matchesTheReference(rule);
    }

    void fastWeightsMatchTheReference() {
        UpdateRule rule{0.1F, 0.3F};
        rule.fast = true;
        rule.fastStep = 0.1F;
        matchesTheReference(rule);
    }

    void allTogetherMatchTheReference() {
        const Setting setting;
        UpdateRule rule{0.1F, 0.8F};
        rule.sparsityCost = 0.5F;
        rule.sparsityTarget = 0.1F;
        rule.fast = true;
        rule.fastStep = 0.1F;
        rule.fastKeep = 0.9F;
        rule.nesterov = true;
        rule.weightDecay = 0.02F;
        rule.chains = kChains;
        rule.visibleOffsets = setting.offsets;
        matchesTheReference(rule);
    }

    // A centred RBM has the energy -(v - mu)^T W (h - lambda) - b'v - c'h, so that
    // b = b' - W lambda and c = c' - W^T mu; one step down its gradient, brought back to
    // the ordinary parameters, is the update (Melchior et al. 2016, section 3). Weight decay is
    // of W in that model, and leaves b' and c' alone.
    void theCentredUpdateIsAStepOfTheCentredModel() {
        const Setting setting;
        const auto model = randomModel(kVisible, kHidden, 0.3, 2);
        const auto backend = makeCpu(model);
        const auto chains = backend->makeChains(kChains);
        std::vector<float> probabilities(kImages * kHidden);
        backend->hiddenProbabilities(setting.data->pixels, probabilities);
        UpdateRule rule{0.1F, 0};
        rule.chains = kChains;
        rule.weightDecay = 0.05F;
        rule.visibleOffsets = setting.offsets;
        backend->pcdUpdate(*chains, setting.batch(), 2, rule, 23, 0);
        const std::vector<float> lambda = backend->hiddenOffsets();
        Means data;
        for (std::size_t n = 0; n < kImages; ++n) {
            std::vector<double> v;
            for (const std::uint8_t byte : setting.data->image(n))
                v.push_back(byte / 255.0);
            const auto first = probabilities.begin() + static_cast<std::ptrdiff_t>(n * kHidden);
            data.add(v, {first, first + kHidden}, setting.offsets, lambda, 1.0 / kImages);
        }
        const ChainStates states = backend->states(*chains);
        Means free;
        for (std::size_t n = 0; n < kChains; ++n) {
            const auto v = states.visible.begin() + static_cast<std::ptrdiff_t>(n * kVisible);
            const auto h = states.hidden.begin() + static_cast<std::ptrdiff_t>(n * kHidden);
            free.add({v, v + kVisible}, {h, h + kHidden}, setting.offsets, lambda, 1.0 / kChains);
        }
        const RbmParameters after = backend->parameters();
        std::vector<double> visible(kVisible);
        std::vector<double> hidden(kHidden);
        double off = 0;
        for (std::size_t i = 0; i < kVisible; ++i) {
            visible[i] += data.visible[i] - free.visible[i];
            for (std::size_t j = 0; j < kHidden; ++j) {
                const std::size_t at = i * kHidden + j;
                const double dw = data.products[at] - free.products[at] - 0.05 * model.weights[at];
                visible[i] -= dw * static_cast<double>(lambda[j]);
                hidden[j] -= dw * static_cast<double>(setting.offsets[i]);
                off = std::max(off, std::abs(model.weights[at] + 0.1 * dw - after.weights[at]));
            }
            off = std::max(
                off, std::abs(model.visibleBias[i] + 0.1 * visible[i] - after.visibleBias[i]));
        }
        for (std::size_t j = 0; j < kHidden; ++j) {
            hidden[j] += data.hidden[j] - free.hidden[j];
            off = std::max(off,
                           std::abs(model.hiddenBias[j] + 0.1 * hidden[j] - after.hiddenBias[j]));
        }
        QVERIFY2(off < kTolerance, qPrintable(QString::number(off)));
    }

    // Tieleman & Hinton 2009: the chains see the sum, the positive phase and the model do not.
    // 31 degrees of freedom: one of five targets' values beyond 67 has a chance of 0.001.
    void chainsOfAFastUpdateHaveTheDistributionOfTheSum() {
        constexpr std::size_t kMany = 8000;
        const auto slow = randomModel(5, 4, 0.5, 4);
        const auto fast = randomModel(5, 4, 0.9, 5);
        UpdateRule frozen;
        frozen.chains = kMany;
        frozen.fast = true;
        frozen.fastKeep = 1;
        const std::uint32_t row = 0;
        const std::vector<std::uint8_t> image(5, 255);
        onEveryTarget([&] {
            const auto backend = makeCpu(slow);
            backend->setFastParameters(fast);
            const auto chains = backend->makeChains(kMany);
            backend->pcdUpdate(*chains, {std::span(&row, 1), image}, 60, frozen, 31, 0);
            const auto visible = backend->states(*chains).visible;
            QVERIFY(chiSquare(visible, visibleDistribution(backend->sampledWithFast(), 1)) < 67);
            QVERIFY(chiSquare(visible, visibleDistribution(slow, 1)) > 1000);
            QVERIFY(backend->parameters() == slow);
            QVERIFY(backend->fastParameters() == fast);
        });
    }

    void fastParametersAreKeptUntilTheModelIsSetAnew() {
        const auto model = randomModel(kVisible, kHidden, 0.3, 2);
        const auto backend = makeCpu(model);
        const auto none = RbmParameters::zeros(kVisible, kHidden);
        QVERIFY(backend->fastParameters() == none);
        const auto fast = randomModel(kVisible, kHidden, 0.1, 3);
        backend->setFastParameters(fast);
        QVERIFY(backend->fastParameters() == fast);
        QVERIFY(backend->parameters() == model);
        backend->setParameters(model);
        QVERIFY(backend->fastParameters() == none);
        QVERIFY_THROWS_EXCEPTION(Error, backend->setFastParameters(randomModel(3, 2, 0.1, 3)));
    }

    void whatDoesNotFitIsRefused() {
        const Setting setting;
        const auto backend = makeCpu(randomModel(kVisible, kHidden, 0.3, 2));
        const auto chains = backend->makeChains(kChains);
        const auto update = [&](const UpdateRule &rule) {
            backend->pcdUpdate(*chains, setting.batch(), 1, rule, 1, 0);
        };
        UpdateRule many{0.1F, 0};
        many.chains = kChains + 1;
        QVERIFY_THROWS_EXCEPTION(Error, update(many));
        UpdateRule divergence{0.1F, 0};
        divergence.startAtData = true;
        divergence.chains = kImages + 1;
        QVERIFY_THROWS_EXCEPTION(Error, update(divergence));
        UpdateRule centred{0.1F, 0};
        centred.visibleOffsets = std::span(setting.offsets).first(3);
        QVERIFY_THROWS_EXCEPTION(Error, update(centred));
        QVERIFY_THROWS_EXCEPTION(Error, backend->setHiddenOffsets(setting.offsets));
    }
};

QTEST_GUILESS_MAIN(TestUpdateRules)
#include "test_update_rules.moc"
