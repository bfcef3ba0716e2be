#include "engine/base/error.h"
#include "engine/benchmark/measure_activity.h"
#include "engine/benchmark/measure_backend.h"
#include "engine/benchmark/size_sweep.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace rbm;

namespace {

constexpr std::size_t kVisible = 20;
constexpr std::size_t kHidden = 6;

/// The reference, with a clock of its own, and a memory of its updates.
class WatchedBackend final : public Backend {
public:
    BackendInfo info() const override { return m_own->info(); }
    void setParameters(const RbmParameters &p) override { m_own->setParameters(p); }
    RbmParameters parameters() const override { return m_own->parameters(); }
    void setMomentum(const RbmParameters &m) override { m_own->setMomentum(m); }
    RbmParameters momentum() const override { return m_own->momentum(); }
    std::unique_ptr<Chains> makeChains(std::size_t n) override { return m_own->makeChains(n); }
    void setStates(Chains &chains, const ChainStates &s) override { m_own->setStates(chains, s); }
    ChainStates states(const Chains &chains) const override { return m_own->states(chains); }
    void swapStates(Chains &a, Chains &b, std::span<const std::uint8_t> which) override {
        m_own->swapStates(a, b, which);
    }
    void setFastParameters(const RbmParameters &f) override { m_own->setFastParameters(f); }
    RbmParameters fastParameters() const override { return m_own->fastParameters(); }
    RbmParameters sampledWithFast() const override { return m_own->sampledWithFast(); }
    void setHiddenOffsets(std::span<const float> offsets) override {
        m_own->setHiddenOffsets(offsets);
    }
    std::vector<float> hiddenOffsets() const override { return m_own->hiddenOffsets(); }
    void pcdUpdate(Chains &chains, const MiniBatch &batch, std::size_t k, const UpdateRule &rule,
                   std::uint64_t seed, std::uint64_t update) override {
        numbers.push_back(update);
        before.push_back(m_own->parameters());
        m_own->pcdUpdate(chains, batch, k, rule, seed, update);
        times.positive += step;
        times.chains += 2 * step;
        times.statistics += step;
    }
    bool isInMainMemory() const override { return !isCard; }
    void wait() override { waits.push_back(numbers.size()); }
    UpdateTimes updateTimes() const override { return times; }
    void gibbs(Chains &chains, const Sweeps &sweeps) override { m_own->gibbs(chains, sweeps); }
    std::vector<float> visibleProbabilities(const Chains &chains) const override {
        return m_own->visibleProbabilities(chains);
    }
    void hiddenLogSums(const Chains &c, float beta, std::span<double> out) const override {
        m_own->hiddenLogSums(c, beta, out);
    }
    void anneal(Chains &c, const Annealing &a, std::span<double> logWeights) override {
        m_own->anneal(c, a, logWeights);
    }
    void freeEnergies(std::span<const std::uint8_t> v, std::span<double> out) const override {
        m_own->freeEnergies(v, out);
    }
    void hiddenProbabilities(std::span<const std::uint8_t> v, std::span<float> out) const override {
        m_own->hiddenProbabilities(v, out);
    }

    bool isCard = false;
    std::vector<std::size_t> waits; ///< after how many updates
    std::vector<std::uint64_t> numbers;
    std::vector<RbmParameters> before; ///< each update
    UpdateTimes times;
    double step = 0; ///< seconds that an update claims for its positive phase

private:
    std::unique_ptr<Backend> m_own = test::makeReferenceBackend();
};

std::shared_ptr<const Dataset> images() { return test::randomImages(5, 4, 33, true, 1); }

TrainingState stateOf(Backend &backend) {
    TrainingConfig config;
    config.numHidden = kHidden;
    config.k = 2;
    config.batchSize = 8;
    PcdTrainer trainer(backend, images(), config);
    for (int update = 0; update < 7; ++update) {
        trainer.update({1, 0.3});
    }
    return trainer.state();
}

MeasureOptions few() {
    MeasureOptions options;
    options.warmUpUpdates = 2;
    options.updates = 3;
    options.repetitions = 3;
    options.watchedChains = 40; // more than there are images
    options.warmUpSteps = 1;
    options.watchedSteps = 4;
    options.loaderThreads = 0;
    options.ais = {10, 2, 3, 1};
    return options;
}

} // namespace

class TestMeasureBackend : public QObject {
    Q_OBJECT

private slots:
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        const Spread spread = spreadOf({4, 1, 2, 8});
        QCOMPARE(spread.minimum, 1.0);
        QCOMPARE(spread.median, 3.0);
        QCOMPARE(spreadOf({3}).median, 3.0);
        QCOMPARE(spreadOf({}).minimum, 0.0);
    }

    void aDisturbanceOfOneRunLeavesTheMinimum() {
        const Spread spread = meanSpread({{1, 5}, {1, 3}, {9, 4}});
        QCOMPARE(spread.minimum, 2.0); // (1 + 3) / 2
        QCOMPARE(spread.median, 2.5);  // (1 + 4) / 2
    }

    void everyRepetitionStartsAtTheSameState() {
        WatchedBackend backend;
        const TrainingState state = stateOf(backend);
        backend.numbers.clear();
        backend.before.clear();
        measureUpdates(backend, images(), state, few());
        const std::vector<std::uint64_t> once = {7, 8, 9, 10, 11};
        QCOMPARE(backend.numbers.size(), 3 * once.size());
        for (std::size_t i = 0; i < backend.numbers.size(); ++i) {
            QCOMPARE(backend.numbers[i], once[i % once.size()]);
            QVERIFY(backend.before[i] == backend.before[i % once.size()]);
        }
        QVERIFY(backend.before[0] == state.parameters);
    }

    // A card takes updates faster than it makes them: a time without a wait would be that of the
    // taking. Between updates it must not wait, as training does not.
    void timesEndWithAWaitForTheCard() {
        for (const bool isCard : {false, true}) {
            WatchedBackend backend;
            const TrainingState state = stateOf(backend);
            backend.isCard = isCard;
            backend.numbers.clear();
            backend.waits.clear();
            MeasureOptions options = few();
            options.repetitions = 1;
            const UpdateSpeed speed = measureUpdates(backend, images(), state, options);
            QCOMPARE(backend.waits, isCard ? (std::vector<std::size_t>{2, 5})
                                           : (std::vector<std::size_t>{2, 3, 4, 5}));
            QVERIFY(speed.seconds.minimum > 0);
            backend.waits.clear();
            measureChains(backend, *images(), state, options);
            QCOMPARE(backend.waits.size(), std::size_t{2});
            backend.waits.clear();
            measureShape(backend, {20, 6, 4}, 2, 3);
            QCOMPARE(backend.waits.size(), std::size_t{8}); // a warm-up and three, of both kinds
        }
    }

    void anEpochCountsTheShorterLastBatch() {
        WatchedBackend backend;
        const BackendSpeed speed = measureBackend(backend, images(), stateOf(backend), few());
        QCOMPARE(speed.updates.updatesPerEpoch, std::size_t{5});
        QVERIFY(speed.updates.seconds.minimum > 0);
        QVERIFY(speed.updates.seconds.median >= speed.updates.seconds.minimum);
        QCOMPARE(speed.updates.secondsPerEpoch(), 5 * speed.updates.seconds.minimum);
        QCOMPARE(speed.updates.updatesPerSecond(), 1 / speed.updates.seconds.minimum);
        QCOMPARE(speed.chains.chains, std::size_t{40});
        QCOMPARE(speed.chains.chainStepsPerSecond(), 40 / speed.chains.seconds.minimum);
        QCOMPARE(speed.chains.secondsFor(3000), 3000 * speed.chains.seconds.minimum);
        QVERIFY(speed.ais.minimum > 0);
        QVERIFY(speed.ais.median >= speed.ais.minimum);
    }

    void aBackendThatDoesNotSayHasNoShares() {
        WatchedBackend backend;
        const TrainingState state = stateOf(backend);
        QVERIFY(!measureUpdates(backend, images(), state, few()).shares);
        backend.step = 1e-6;
        const auto shares = measureUpdates(backend, images(), state, few()).shares;
        QVERIFY(shares);
        QVERIFY(shares->positive > 0);
        QVERIFY(qFuzzyCompare(shares->chains, 2 * shares->positive));
        QVERIFY(qFuzzyCompare(shares->statistics, shares->positive));
    }

    void aPulseThatThrowsStopsIt() {
        WatchedBackend backend;
        const TrainingState state = stateOf(backend);
        const Pulse stop = [] { throw Error("stopped"); };
        QVERIFY_EXCEPTION_THROWN(measureUpdates(backend, images(), state, few(), stop), Error);
        QVERIFY_EXCEPTION_THROWN(measureChains(backend, *images(), state, few(), stop), Error);
        QVERIFY_EXCEPTION_THROWN(measureAis(backend, state, few(), stop), Error);
        QVERIFY_EXCEPTION_THROWN(measureActivity(backend, state, 2, stop), Error);
    }

    void nothingToMeasureIsRefused() {
        WatchedBackend backend;
        const TrainingState state = stateOf(backend);
        MeasureOptions none = few();
        none.updates = 0;
        QVERIFY_EXCEPTION_THROWN(measureUpdates(backend, images(), state, none), Error);
        QVERIFY_EXCEPTION_THROWN(measureActivity(backend, state, 0), Error);
        QVERIFY_EXCEPTION_THROWN(measureShape(backend, {4, 4, 4}, 0, 1), Error);
    }

    void unitsThatAreAlwaysOnDoNotFlip() {
        WatchedBackend backend;
        TrainingState state = stateOf(backend);
        state.parameters = RbmParameters::zeros(kVisible, kHidden);
        state.parameters.visibleBias.assign(kVisible, -50);
        state.parameters.hiddenBias.assign(kHidden, 50);
        const Activity activity = measureActivity(backend, state, 5);
        QCOMPARE(activity.visible.on, 0.0);
        QCOMPARE(activity.visible.flipped, 0.0);
        QCOMPARE(activity.hidden.on, static_cast<double>(kHidden));
        QCOMPARE(activity.hidden.flipped, 0.0);
    }

    // Independent fair coins: half of them on, half of them flip. The mean of
    // n coins has the deviation sqrt(1 / 4 n); five of these are allowed.
    void fairCoinsFlipHalfOfTheTime() {
        WatchedBackend backend;
        TrainingState state = stateOf(backend);
        state.parameters = RbmParameters::zeros(kVisible, kHidden);
        constexpr std::size_t kSweeps = 200;
        const Activity activity = measureActivity(backend, state, kSweeps);
        const auto isHalf = [&](double units, std::size_t all) {
            const double coins = static_cast<double>(kSweeps * state.chains.count * all);
            return std::abs(units / static_cast<double>(all) - 0.5) < 5 * std::sqrt(0.25 / coins);
        };
        QVERIFY(isHalf(activity.visible.on, kVisible));
        QVERIFY(isHalf(activity.visible.flipped, kVisible));
        QVERIFY(isHalf(activity.hidden.on, kHidden));
        QVERIFY(isHalf(activity.hidden.flipped, kHidden));
    }

    void theSweepOverSizesHasTheOriginalsShapeAndOddOnes() {
        const auto shapes = sweepShapes();
        const auto has = [&](const SweepShape &shape) {
            return std::find(shapes.begin(), shapes.end(), shape) != shapes.end();
        };
        QVERIFY(has({784, 500, 80}));
        QVERIFY(has({784, 1, 80}));
        QVERIFY(has({784, 16384, 80}));
        QVERIFY(has({3072, 500, 80}));
        QVERIFY(has({784, 500, 1}));
        QVERIFY(has({784, 500, 1000}));
        QVERIFY(sweepShapes(true).size() < shapes.size());
    }

    void aShapeIsMeasuredInNanosecondsPerProduct() {
        WatchedBackend backend;
        const SweepPoint point = measureShape(backend, {7, 3, 2}, 2, 2);
        QVERIFY(point.shape == (SweepShape{7, 3, 2}));
        QVERIFY(point.update > 0);
        QVERIFY(point.gibbs > 0);
    }
};

QTEST_GUILESS_MAIN(TestMeasureBackend)
#include "test_measure_backend.moc"
