// The CUDA backend on the stand-in for the runtime against the plain reference: indexing, shapes
// that fit no block, the order of operations. Its float sums differ from the reference's doubles,
// so a draw may differ where it falls within their error of its threshold: the seeds are such
// that none does.
#include "engine/base/error.h"
#include "engine/cuda/cuda_backend.h"
#include "engine/cuda/unit_math.h"
#include "engine/likelihood/ais.h"
#include "engine/training/update_story.h"
#include "tests/cuda/emulation/emulation.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace rbm;
using namespace rbm::test;

namespace {

/// Images and the rule's spans, which outlive its use.
struct Setting {
    std::size_t visible = 0;
    std::shared_ptr<const Dataset> data;
    std::vector<std::uint32_t> rows;
    std::vector<float> offsets;

    Setting(std::size_t units, std::size_t images)
        : visible(units), data(randomImages(units, 1, images, true, 17)), rows(images),
          offsets(units) {
        std::iota(rows.begin(), rows.end(), 0U);
        for (std::size_t i = 0; i < units; ++i) {
            offsets[i] = static_cast<float>(i) / static_cast<float>(units);
        }
    }
    MiniBatch first(std::size_t images) const {
        return {std::span(rows).first(images), std::span(data->pixels).first(images * visible)};
    }
};

double largestDifference(const std::vector<float> &a, const std::vector<float> &b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
        largest = std::max(largest, std::abs(static_cast<double>(a[at] - b[at])));
    }
    return largest;
}

/// How whole sweeps are made: what the card is like decides.
enum Way { Products, BlockForEachChain, Clusters };

void use(int way) {
    emulation::machine().major = way == Clusters ? 9 : 8; // clusters came with 9.0
    emulation::machine().multiprocessors = way == Products ? 0 : 100;
}

/// Both backends with the same parameters and chains.
struct Both {
    std::unique_ptr<Backend> cuda = cuda::makeCudaBackend(0);
    std::unique_ptr<ReferenceBackend> plain = makeReferenceBackend();
    std::unique_ptr<Chains> a;
    std::unique_ptr<Chains> b;

    Both(const RbmParameters &model, std::size_t chains) {
        cuda->setParameters(model);
        plain->setParameters(model);
        a = cuda->makeChains(chains);
        b = plain->makeChains(chains);
    }
    bool sameStates() const { return cuda->states(*a) == plain->states(*b); }
};

} // namespace

class TestCudaBackend : public QObject {
    Q_OBJECT

private slots:
    void init() { use(Clusters); }
    void cleanup() { emulation::machine() = {}; }

    // Inputs and numbers of all sizes; every unit's number is close to its threshold in one of
    // the two cases: the least high bits, and those just at the threshold.
    void drawsAreThoseOfDoublePrecision() {
        int close = 0;
        for (std::uint32_t at = 0; at < 200000; ++at) {
            const Draw draw{1, Purpose::Ais, at, 2};
            const auto x = static_cast<float>(at) / 200000 * 60 - 30;
            const double p = 1 / (1 + std::exp(-static_cast<double>(x)));
            const auto near = static_cast<std::int16_t>(std::floor(65536 * p) - 32768);
            for (const std::int16_t high : {highBits(draw, 7), near, std::int16_t{-32768}}) {
                QCOMPARE(cuda::isOn(x, draw, 7, high), toUnit(high, lowBits(draw, 7)) < p);
                close += std::abs(toUnit(high, 0) - p) < 1.0 / 65536 ? 1 : 0;
            }
        }
        QVERIFY(close > 200000);
    }

    void gibbsSweepsGiveTheReferencesStates_data() {
        QTest::addColumn<int>("visible");
        QTest::addColumn<int>("hidden");
        QTest::addColumn<float>("beta");
        QTest::addColumn<int>("way");
        for (const int way : {Products, BlockForEachChain, Clusters}) {
            const auto row = [way](const char *name) -> QTestData & {
                return QTest::addRow("%s, way %d", name, way);
            };
            row("no multiples of anything") << 70 << 130 << 1.0F << way;
            row("one unit each") << 1 << 1 << 1.0F << way;
            row("warm") << 37 << 5 << 0.3F << way;
            row("blocks that are just full") << 64 << 128 << 1.0F << way;
            row("many to few") << 784 << 3 << 0.9F << way;
        }
    }
    void gibbsSweepsGiveTheReferencesStates() {
        QFETCH(int, visible);
        QFETCH(int, hidden);
        QFETCH(float, beta);
        QFETCH(int, way);
        use(way);
        Both both(randomModel(visible, hidden, 0.3, visible), 11);
        both.plain->setParameters(both.cuda->sampledParameters());
        Sweeps sweeps;
        sweeps.count = 7;
        sweeps.firstStep = (1ULL << 33) + 5;
        sweeps.seed = 0x123456789abcdefULL;
        sweeps.firstChain = 40;
        sweeps.beta = beta;
        both.cuda->gibbs(*both.a, sweeps);
        both.plain->gibbs(*both.b, sweeps);
        QVERIFY(both.sameStates());
        std::vector<double> x(11);
        std::vector<double> y(11);
        both.cuda->hiddenLogSums(*both.a, beta, x);
        both.plain->hiddenLogSums(*both.b, beta, y);
        for (std::size_t n = 0; n < 11; ++n) { // float sums of up to 130 terms
            QVERIFY(std::abs(x[n] - y[n]) < 1e-5 * hidden + 1e-5);
        }
        QVERIFY(largestDifference(both.cuda->visibleProbabilities(*both.a),
                                  both.plain->visibleProbabilities(*both.b)) <
                (way == Clusters ? 1e-3 : 1e-5)); // of the weights before they were rounded
    }

    void weightsForClustersAreRoundedAsTold() {
        for (const float largest : {1e-30F, 0.3F, 1.0F, 700.0F}) {
            auto model = randomModel(70, 130, 0.3, 4);
            model.weights[5] = -largest;
            for (float &weight : model.weights) {
                weight = std::clamp(weight, -largest, largest);
            }
            const auto cuda = cuda::makeCudaBackend(0);
            cuda->setParameters(model);
            const auto sampled = cuda->sampledParameters();
            QVERIFY(sampled.visibleBias == model.visibleBias);
            QVERIFY(sampled.hiddenBias == model.hiddenBias);
            QVERIFY(largestDifference(sampled.weights, model.weights) <=
                    static_cast<double>(largest) / 32767);
            QCOMPARE(cuda->parameters().weights, model.weights);
        }
    }

    // Some cards that know clusters have less shared memory than Hopper.
    void withoutClustersOrTheirMemoryNoWeightIsRounded() {
        const auto model = randomModel(70, 130, 0.3, 4);
        for (const bool clusters : {false, true}) {
            use(clusters ? Clusters : BlockForEachChain);
            emulation::machine().clusterMemory = 20000;
            Both both(model, 11);
            QVERIFY(both.cuda->sampledParameters() == model);
            Sweeps sweeps;
            sweeps.count = 3;
            both.cuda->gibbs(*both.a, sweeps);
            both.plain->gibbs(*both.b, sweeps);
            QVERIFY(both.sameStates());
        }
    }

    // The numbers of chains are no multiples of the eight of a cluster; 400 units are more than
    // one round of a block's threads.
    void clustersUpdateLargerModels() {
        const Setting setting(400, 11);
        Both both(randomModel(400, 90, 0.1, 2), 11);
        for (std::uint64_t update = 0; update < 3; ++update) {
            both.plain->sampleFrom(both.cuda->sampledParameters());
            both.cuda->pcdUpdate(*both.a, setting.first(11), 2, {0.05F, 0.3F}, 5, update);
            both.plain->pcdUpdate(*both.b, setting.first(11), 2, {0.05F, 0.3F}, 5, update);
        }
        QVERIFY(both.sameStates());
    }

    void heldPixelsKeepTheirStates_data() { addWays(); }
    void heldPixelsKeepTheirStates() {
        QFETCH(int, way);
        use(way);
        Both both(randomModel(20, 10, 0.5, 1), 4);
        auto states = both.cuda->states(*both.a);
        std::fill(states.visible.begin(), states.visible.end(), std::uint8_t{1});
        std::vector<std::uint8_t> mask(20); // of all chains
        std::fill(mask.begin(), mask.begin() + 7, std::uint8_t{1});
        std::vector<std::uint8_t> masks(4 * 20); // one for each
        for (std::size_t at = 0; at < masks.size(); ++at) {
            masks[at] = at % 3 == 0 ? 1 : 0;
        }
        for (const auto &clamped : {mask, masks}) {
            both.cuda->setStates(*both.a, states);
            both.plain->setStates(*both.b, states);
            Sweeps sweeps;
            sweeps.count = 20;
            sweeps.clamped = clamped;
            both.cuda->gibbs(*both.a, sweeps);
            both.plain->gibbs(*both.b, sweeps);
            QVERIFY(both.sameStates());
            const auto after = both.cuda->states(*both.a);
            for (std::size_t at = 0; at < after.visible.size(); ++at) {
                QVERIFY(clamped[at % clamped.size()] == 0 || after.visible[at] == 1);
            }
        }
        Sweeps wrong;
        wrong.clamped = std::span(masks).first(40);
        QVERIFY_THROWS_EXCEPTION(Error, both.cuda->gibbs(*both.a, wrong));
    }

    void chainsChangePlaces() {
        Both both(randomModel(70, 30, 0.5, 1), 5);
        Sweeps sweeps;
        sweeps.count = 3;
        both.cuda->gibbs(*both.a, sweeps);
        const auto others = both.cuda->makeChains(5);
        both.cuda->swapStates(*both.a, *others, std::vector<std::uint8_t>{0, 1, 0, 1, 1});
        both.plain->gibbs(*both.b, sweeps);
        const auto plainOthers = both.plain->makeChains(5);
        both.plain->swapStates(*both.b, *plainOthers, std::vector<std::uint8_t>{0, 1, 0, 1, 1});
        QVERIFY(both.sameStates());
        QVERIFY(both.cuda->states(*others) == both.plain->states(*plainOthers));
        QVERIFY_THROWS_EXCEPTION(
            Error, both.cuda->swapStates(*both.a, *others, std::vector<std::uint8_t>(4)));
    }

    void updatesAreTheReferences_data() {
        QTest::addColumn<UpdateRule>("rule");
        QTest::newRow("the original's") << UpdateRule{0.05F, 0.3F};
        UpdateRule nesterov{0.05F, 0.8F};
        nesterov.nesterov = true;
        nesterov.weightDecay = 0.01F;
        QTest::newRow("Nesterov with weight decay") << nesterov;
        UpdateRule chains{0.05F, 0.3F};
        chains.chains = 20;
        QTest::newRow("more chains than images") << chains;
        UpdateRule cd{0.05F, 0.3F};
        cd.startAtData = true;
        QTest::newRow("CD") << cd;
        UpdateRule centred{0.05F, 0.3F};
        centred.visibleOffsets = m_setting.offsets;
        QTest::newRow("centred") << centred;
    }
    // Sums of some 50 products are off by 1e-5, times the step, in ten updates. The last batch
    // of an epoch is smaller.
    void updatesAreTheReferences() {
        QFETCH(UpdateRule, rule);
        for (const int way : {Products, BlockForEachChain, Clusters}) {
            use(way);
            compareUpdates(rule);
        }
    }

    void settingsOfAnUpdateMoveWithoutANewGraph() {
        Both both(randomModel(50, 40, 0.3, 2), 12);
        const int before = emulation::calls("cudaStreamBeginCapture");
        int launches = 0;
        for (std::uint64_t update = 0; update < 20; ++update) {
            const UpdateRule rule{0.01F * static_cast<float>(update), 0.5F};
            both.plain->sampleFrom(both.cuda->sampledParameters());
            launches -= emulation::calls("launch");
            both.cuda->pcdUpdate(*both.a, m_setting.first(12), 2, rule, 5, update);
            launches += emulation::calls("launch");
            both.plain->pcdUpdate(*both.b, m_setting.first(12), 2, rule, 5, update);
        }
        QCOMPARE(emulation::calls("cudaStreamBeginCapture"), before + 1);
        QVERIFY(launches < 2 * 20); // two updates' own, no more
        QVERIFY(both.sameStates());
        QVERIFY(largestDifference(both.cuda->parameters().weights,
                                  both.plain->parameters().weights) < 1e-5);
    }

    void graphsFollowNewChainsAndLargerBatches() {
        Both both(randomModel(50, 40, 0.3, 2), 4);
        std::uint64_t update = 0;
        for (const std::size_t images : {4, 12, 4}) {
            both.a = both.cuda->makeChains(images);
            both.b = both.plain->makeChains(images);
            for (int n = 0; n < 3; ++n, ++update) {
                both.plain->sampleFrom(both.cuda->sampledParameters());
                both.cuda->pcdUpdate(*both.a, m_setting.first(images), 1, {0.05F, 0.3F}, 5, update);
                both.plain->pcdUpdate(*both.b, m_setting.first(images), 1, {0.05F, 0.3F}, 5,
                                      update);
            }
            QVERIFY(both.sameStates());
        }
        QVERIFY(largestDifference(both.cuda->parameters().weights,
                                  both.plain->parameters().weights) < 1e-5);
    }

    void parametersOfAnotherShapeReplaceTheOld() {
        Both both(randomModel(50, 40, 0.3, 2), 12);
        both.cuda->pcdUpdate(*both.a, m_setting.first(12), 1, {0.05F, 0.3F}, 5, 0);
        const auto other = randomModel(9, 200, 0.3, 3);
        both.cuda->setParameters(other);
        QCOMPARE(both.cuda->parameters().weights, other.weights);
        QCOMPARE(both.cuda->momentum().weights, std::vector<float>(9 * 200, 0));
        QCOMPARE(both.cuda->hiddenOffsets(), std::vector<float>(200, 0.5F));
        const Setting small(9, 3);
        const auto chains = both.cuda->makeChains(3);
        both.cuda->pcdUpdate(*chains, small.first(3), 1, {0.05F, 0.3F}, 5, 0);
        QVERIFY(both.cuda->parameters().weights != other.weights);
    }

    // Sums of 60 terms at each of five temperatures.
    void annealingGivesTheReferencesWeights() {
        const std::vector<float> visibleBase(70, -0.5F);
        const std::vector<float> hiddenBase(60, 0.3F);
        for (const bool base : {false, true}) {
            Both both(randomModel(70, 60, 0.3, 8), 11);
            both.plain->setParameters(both.cuda->sampledParameters());
            Annealing annealing;
            const std::vector<float> betas = {0, 0.3F, 0.301F, 0.301F, 0.8F, 1};
            annealing.betas = betas;
            if (base) {
                annealing.visibleBase = visibleBase;
                annealing.hiddenBase = hiddenBase;
            }
            annealing.seed = 9;
            std::vector<double> x(11, 2.5);
            std::vector<double> y(11, 2.5);
            both.cuda->anneal(*both.a, annealing, x);
            both.plain->anneal(*both.b, annealing, y);
            QVERIFY(both.sameStates());
            for (std::size_t n = 0; n < x.size(); ++n) {
                QVERIFY(std::abs(x[n] - y[n]) < 1e-4);
            }
        }
    }

    // Float sums of 10 to 20 terms; more images than go to the card at once for the
    // probabilities, fewer for the energies, whose threads take long on the stand-in.
    void freeEnergiesAndProbabilitiesAreTheReferences() {
        const auto model = randomModel(6, 5, 0.6, 6);
        Both both(model, 1);
        const auto images = randomImages(3, 2, 4099, true, 7);
        const auto few = std::span(images->pixels).first(6 * 300);
        std::vector<double> x(300);
        std::vector<double> y(300);
        both.cuda->freeEnergies(few, x);
        both.plain->freeEnergies(few, y);
        for (std::size_t n = 0; n < x.size(); ++n) {
            QVERIFY(std::abs(x[n] - y[n]) < 1e-5);
        }
        std::vector<float> p(images->count() * 5);
        std::vector<float> q(images->count() * 5);
        both.cuda->hiddenProbabilities(images->pixels, p);
        both.plain->hiddenProbabilities(images->pixels, q);
        QVERIFY(largestDifference(p, q) < 1e-6);
    }

    // The seed is fixed: AIS does not miss by chance.
    void theLikelihoodIsThatOfEnumeration() {
        const auto model = randomModel(8, 6, 0.4, 9);
        Both both(model, 1);
        AisOptions options;
        options.batchSize = 20;
        options.numBatch = 2;
        options.intermediateSteps = 20;
        AisEstimator estimator(*both.cuda, options, 1);
        while (estimator.advance()) {
        }
        const LogPartition estimate = estimator.result();
        const double truth = bruteForceLogZ(model);
        QVERIFY(estimate.low <= truth && truth <= estimate.high);
        QVERIFY(estimate.high - estimate.low < 0.5);
    }

    void anUpdateIsToldBitForBit_data() {
        QTest::addColumn<bool>("cd");
        QTest::addColumn<bool>("centred");
        QTest::newRow("pcd") << false << false;
        QTest::newRow("cd") << true << false;
        QTest::newRow("centred") << false << true;
    }

    void anUpdateIsToldBitForBit() {
        QFETCH(bool, cd);
        QFETCH(bool, centred);
        TrainingConfig config;
        config.numHidden = 11;
        config.k = 3;
        config.batchSize = 5; // of 12 images: the last batch has two
        config.algorithm = cd ? Algorithm::Cd : Algorithm::Pcd;
        config.centred = centred;
        const auto backend = cuda::makeCudaBackend(0);
        const auto replay = cuda::makeCudaBackend(0);
        PcdTrainer trainer(*backend, m_setting.data, config);
        for (int update = 0; update < 6; ++update) {
            const UpdateStory story =
                recordUpdate(*replay, m_setting.data, trainer.state(), {1, 0.5});
            trainer.update({1, 0.5});
            const TrainingState after = trainer.state();
            QVERIFY(endsWith(story, after));
            const ChainStates &shown = story.sweeps.back();
            QVERIFY(
                std::equal(shown.hidden.begin(), shown.hidden.end(), after.chains.hidden.begin()));
            QVERIFY(unitStep(story, 3).gap < 1e-5);
        }
    }

    void wrongShapesAreRefused() {
        Both both(randomModel(20, 10, 0.5, 1), 3);
        std::vector<double> out(2);
        QVERIFY_THROWS_EXCEPTION(Error,
                                 both.cuda->freeEnergies(std::vector<std::uint8_t>(39), out));
        QVERIFY_THROWS_EXCEPTION(Error, both.cuda->setHiddenOffsets(std::vector<float>(9)));
        QVERIFY_THROWS_EXCEPTION(Error, both.cuda->setMomentum(randomModel(10, 20, 1, 1)));
        QVERIFY_THROWS_EXCEPTION(Error, both.cuda->setStates(*both.a, ChainStates{}));
        QVERIFY_THROWS_EXCEPTION(Error, both.cuda->anneal(*both.a, {}, out));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 both.cuda->pcdUpdate(*both.a, m_setting.first(2), 1, {}, 1, 0));
    }

private:
    static void addWays() {
        QTest::addColumn<int>("way");
        QTest::newRow("by products") << int{Products};
        QTest::newRow("a block for each chain") << int{BlockForEachChain};
        QTest::newRow("in clusters") << int{Clusters};
    }

    void compareUpdates(const UpdateRule &rule) const {
        Both both(randomModel(50, 40, 0.3, 2), 20);
        for (std::uint64_t update = 0; update < 10; ++update) {
            const MiniBatch batch = m_setting.first(update % 5 == 4 ? 7 : 12);
            both.plain->sampleFrom(both.cuda->sampledParameters());
            both.cuda->pcdUpdate(*both.a, batch, 3, rule, 5, update);
            both.plain->pcdUpdate(*both.b, batch, 3, rule, 5, update);
        }
        QVERIFY(both.sameStates());
        const auto found = both.cuda->parameters();
        const auto expected = both.plain->parameters();
        QVERIFY(largestDifference(found.weights, expected.weights) < 1e-5);
        QVERIFY(largestDifference(found.visibleBias, expected.visibleBias) < 1e-5);
        QVERIFY(largestDifference(found.hiddenBias, expected.hiddenBias) < 1e-5);
        const auto momentum = both.cuda->momentum();
        QVERIFY(largestDifference(momentum.weights, both.plain->momentum().weights) < 1e-5);
        if (!rule.visibleOffsets.empty()) {
            QVERIFY(largestDifference(both.cuda->hiddenOffsets(), both.plain->hiddenOffsets()) <
                    1e-5);
        }
    }

    const Setting m_setting{50, 12};
};

QTEST_GUILESS_MAIN(TestCudaBackend)
#include "test_cuda_backend.moc"
