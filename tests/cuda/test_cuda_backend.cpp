// The CUDA backend against the plain reference: updates and their graphs, annealing, energies,
// shapes. both_backends.h tells how far they can agree.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/likelihood/ais.h"
#include "engine/training/update_story.h"
#include "tests/cuda/both_backends.h"

#include <QtTest>

using namespace rbm;
using namespace rbm::test;

class TestCudaBackend : public QObject {
    Q_OBJECT

private slots:
    void init() { use(Clusters); }
    void cleanup() { emulation::machine() = {}; }

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
        UpdateRule decaying = centred;
        decaying.weightDecay = 0.05F;
        QTest::newRow("centred with weight decay") << decaying;
        UpdateRule sparse{0.05F, 0.3F};
        sparse.sparsityCost = 0.5F;
        sparse.sparsityTarget = 0.1F;
        QTest::newRow("sparse") << sparse;
        UpdateRule fast = centred;
        fast.fast = true;
        fast.fastStep = 0.05F;
        QTest::newRow("centred with fast weights") << fast;
        fast.weightDecay = 0.05F;
        QTest::newRow("centred with fast weights and weight decay") << fast;
    }
    // Sums of some 50 products are off by 1e-5, times the step, in ten updates. The last batch
    // of an epoch is smaller.
    void updatesAreTheReferences() {
        QFETCH(UpdateRule, rule);
        for (const int way : {Products, BlockForEachChain, Clusters, RoundedProducts}) {
            for (const bool lastFirst : {false, true}) { // what the two streams do side by side
                use(way);
                emulation::machine().lastFirst = lastFirst;
                compareUpdates(rule);
            }
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

    // The weights that chains see are made anew in each update, whether somebody asked or not.
    void askingForWhatChainsSeeChangesNothing() {
        for (const bool fast : {false, true}) {
            UpdateRule rule{0.5F, 0.3F};
            rule.fast = fast;
            rule.fastStep = 0.5F;
            RbmParameters results[2];
            for (const bool asks : {false, true}) {
                use(RoundedProducts);
                const auto backend = cuda::makeCudaBackend(0);
                backend->setParameters(randomModel(50, 40, 0.3, 2));
                const auto chains = backend->makeChains(12);
                for (std::uint64_t update = 0; update < 6; ++update) {
                    backend->pcdUpdate(*chains, m_setting.first(12), 3, rule, 5, update);
                    if (asks) {
                        fast ? backend->sampledWithFast() : backend->sampledParameters();
                    }
                }
                results[asks ? 1 : 0] = backend->parameters();
            }
            QVERIFY(results[0] == results[1]);
        }
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

    void whatDoesNotFitIsRefusedAsByTheCpu() {
        const auto cpu = makeBackend(BackendChoice::Cpu);
        const auto card = cuda::makeCudaBackend(0);
        for (Backend *backend : {cpu.get(), card.get()}) {
            backend->setParameters(randomModel(5, 4, 0.3, 1));
            const auto chains = backend->makeChains(3);
            std::vector<double> sums(2);
            QVERIFY_THROWS_EXCEPTION(Error, backend->hiddenLogSums(*chains, 1, sums));
            sums.resize(3);
            const std::vector<float> values(5);
            const auto anneal = [&](std::size_t visible, std::size_t hidden,
                                    std::vector<float> betas) {
                Annealing annealing;
                annealing.betas = betas;
                annealing.visibleBase = std::span(values).first(visible);
                annealing.hiddenBase = std::span(values).first(hidden);
                backend->anneal(*chains, annealing, sums);
            };
            QVERIFY_THROWS_EXCEPTION(Error, anneal(0, 0, {0, 1}));
            QVERIFY_THROWS_EXCEPTION(Error, anneal(5, 3, {0, 1}));
            QVERIFY_THROWS_EXCEPTION(Error, anneal(4, 4, {0, 1}));
            QVERIFY_THROWS_EXCEPTION(Error, anneal(5, 4, {0, 1.5F}));
            QVERIFY_THROWS_EXCEPTION(Error, anneal(5, 4, {}));
            anneal(5, 4, {0, 1});
            const std::vector<std::uint32_t> rows(3);
            const std::vector<std::uint8_t> pixels(15);
            UpdateRule rule;
            rule.visibleOffsets = std::span(values).first(4);
            QVERIFY_THROWS_EXCEPTION(Error,
                                     backend->pcdUpdate(*chains, {rows, pixels}, 1, rule, 1, 0));
        }
    }

    // Sums of 60 terms at each of five temperatures.
    void annealingGivesTheReferencesWeights() {
        for (const float sign : {1.0F, -1.0F}) {
            const std::vector<float> visibleBase(70, -0.5F * sign);
            const std::vector<float> hiddenBase(60, 0.3F * sign);
            Both both(randomModel(70, 60, 0.3, 8), 11);
            both.plain->setParameters(both.cuda->sampledParameters());
            Annealing annealing;
            const std::vector<float> betas = {0, 0.3F, 0.301F, 0.301F, 0.8F, 1};
            annealing.betas = betas;
            annealing.visibleBase = visibleBase;
            annealing.hiddenBase = hiddenBase;
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
    void compareUpdates(const UpdateRule &rule) const {
        Both both(randomModel(50, 40, 0.3, 2), 20);
        for (std::uint64_t update = 0; update < 10; ++update) {
            const MiniBatch batch = m_setting.first(update % 5 == 4 ? 7 : 12);
            both.plain->sampleFrom(rule.fast ? both.cuda->sampledWithFast()
                                             : both.cuda->sampledParameters());
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
        const auto fast = both.cuda->fastParameters();
        QVERIFY(largestDifference(fast.weights, both.plain->fastParameters().weights) < 1e-5);
        QVERIFY(largestDifference(fast.hiddenBias, both.plain->fastParameters().hiddenBias) < 1e-5);
        QCOMPARE(fast == RbmParameters::zeros(50, 40), !rule.fast);
        if (!rule.visibleOffsets.empty()) {
            QVERIFY(largestDifference(both.cuda->hiddenOffsets(), both.plain->hiddenOffsets()) <
                    1e-5);
        }
    }

    const Setting m_setting{50, 12};
};

QTEST_GUILESS_MAIN(TestCudaBackend)
#include "test_cuda_backend.moc"
