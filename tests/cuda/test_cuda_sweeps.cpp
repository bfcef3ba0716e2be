// Gibbs sweeps of the CUDA backend against the plain reference, each way that a card can make them:
// indexing, shapes that fit no block, rounded weights. both_backends.h tells how far they can
// agree.
#include "engine/base/error.h"
#include "engine/cuda/unit_math.h"
#include "tests/cuda/both_backends.h"

#include <QtTest>

using namespace rbm;
using namespace rbm::test;

class TestCudaSweeps : public QObject {
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
        for (const int way : {Products, BlockForEachChain, Clusters, RoundedProducts}) {
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
                (way == Clusters || way == RoundedProducts
                     ? 1e-3
                     : 1e-5)); // of the weights before they were rounded
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

    // Some cards that know clusters have less shared memory than Hopper; slices of one may not run
    // any; and a module for older cards has none of their kernels.
    void withoutClustersOrTheirMemoryNoWeightIsRounded() {
        const auto model = randomModel(70, 130, 0.3, 4);
        for (const bool clusters : {false, true}) {
            use(clusters ? Clusters : BlockForEachChain);
            emulation::machine().clusterMemory = 20000;
            compareWithoutRounding(model);
            emulation::machine().clusterMemory = emulation::Machine{}.clusterMemory;
            emulation::machine().clusters = 0; // a slice of a card
            compareWithoutRounding(model);
            emulation::machine().clusters = emulation::Machine{}.clusters;
            emulation::machine().kernelCapability = 86;
            compareWithoutRounding(model);
        }
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

private:
    static void compareWithoutRounding(const RbmParameters &model) {
        Both both(model, 11);
        QVERIFY(both.cuda->sampledParameters() == model);
        Sweeps sweeps;
        sweeps.count = 3;
        both.cuda->gibbs(*both.a, sweeps);
        both.plain->gibbs(*both.b, sweeps);
        QVERIFY(both.sameStates());
    }

    static void addWays() {
        QTest::addColumn<int>("way");
        QTest::newRow("by products") << int{Products};
        QTest::newRow("a block for each chain") << int{BlockForEachChain};
        QTest::newRow("in clusters") << int{Clusters};
        QTest::newRow("by products of rounded weights") << int{RoundedProducts};
    }
};

QTEST_GUILESS_MAIN(TestCudaSweeps)
#include "test_cuda_sweeps.moc"
