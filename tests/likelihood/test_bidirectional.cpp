// log Z from both directions, against enumeration.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/likelihood/bidirectional.h"
#include "engine/likelihood/exact.h"
#include "tests/support/exact_samples.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>

using namespace rbm;
using namespace rbm::test;

namespace {

std::unique_ptr<Backend> makeCpu(const RbmParameters &model, std::size_t threads = 2) {
    BackendOptions options;
    options.threads = threads;
    auto backend = makeBackend(BackendChoice::Cpu, options);
    backend->setParameters(model);
    return backend;
}

TrustedEstimate estimateWith(Backend &backend, const Dataset &images, const AnnealingPlan &plan,
                             std::span<const std::uint8_t> persistent = {},
                             std::uint64_t seed = 1) {
    BidirectionalEstimator estimator(backend, images, persistent, plan, seed);
    while (estimator.advance()) {
    }
    return estimator.result();
}

bool holds(const LogPartition &z, double truth) { return z.low <= truth && truth <= z.high; }

/// Units of one side that are all on or all off: two modes of equal weight, with nothing
/// between them, that no chain leaves.
RbmParameters twoModes(std::size_t visible, float weight) {
    auto model = RbmParameters::zeros(visible, 1);
    const auto units = static_cast<float>(visible);
    std::fill(model.weights.begin(), model.weights.end(), weight);
    std::fill(model.visibleBias.begin(), model.visibleBias.end(), -weight / 2);
    model.hiddenBias[0] = -weight * units / 2;
    return model;
}

/// All pixels off, or all on.
std::shared_ptr<const Dataset> uniformImages(std::size_t visible, std::uint8_t byte) {
    auto data = std::make_shared<Dataset>();
    data->width = visible;
    data->height = 1;
    data->pixels.assign(10 * visible, byte);
    return data;
}

} // namespace

class TestBidirectional : public QObject {
    Q_OBJECT

private slots:
    // Intervals of 3 sigma on fixed seeds; test_calibration has the statistics.
    void bothDirectionsFindTheExactLogPartition() {
        for (const std::uint64_t seed : {1, 2, 3}) {
            const auto model = randomModel(60, 12, 0.4, seed);
            const auto backend = makeCpu(model);
            const auto images = exactSamples(model, 200, seed);
            const auto estimate = estimateWith(*backend, *images, {32, 500}, {}, seed);
            const double truth = exactLogPartition(model).logZ;
            QVERIFY(holds(estimate.forward, truth));
            QVERIFY(holds(estimate.reverse, truth));
            QVERIFY(holds(estimate.combined, truth));
            QVERIFY(estimate.assessment.verdict == Verdict::Trust);
            QVERIFY(estimate.combined.high - estimate.combined.low < 0.3);
            QCOMPARE(estimate.combined.temperatures, std::size_t{500});
            QCOMPARE(estimate.forward.runs, std::size_t{32});
        }
    }

    // Steps of 1/64 with weights half a step off, all the same way: see test_ais_rounding.
    // The sampled model's log Z is 0.09 away.
    void roundingDoesNotMoveTheLogPartition() {
        auto model = randomModel(12, 25, 0.1, 4);
        model.visibleBias[0] = 6;
        for (std::size_t j = 0; j < 25; ++j) {
            model.weights[j] = 19.5F + 0.49F / 64;
            model.hiddenBias[j] = 0.1F * model.hiddenBias[j] - 19.5F;
        }
        const auto backend = makeCpu(model);
        const double truth = exactLogPartition(model).logZ;
        QVERIFY(std::abs(truth - exactLogPartition(backend->sampledParameters()).logZ) > 0.08);
        Dataset images = *randomImages(12, 1, 100, false, 1);
        for (std::size_t n = 0; n < images.count(); ++n)
            images.pixels[12 * n] = 255;
        const auto estimate = estimateWith(*backend, images, {64, 1000});
        for (const LogPartition *z : {&estimate.forward, &estimate.reverse, &estimate.combined})
            QVERIFY2(std::abs(z->logZ - truth) < 0.02, z->method.c_str());
    }

    void theReferenceBackendFindsTheSame() {
        const auto model = randomModel(12, 10, 0.6, 10);
        const auto fast = makeCpu(model);
        const auto plain = makeReferenceBackend();
        plain->setParameters(model);
        plain->sampleFrom(fast->sampledParameters());
        const auto images = randomImages(4, 3, 20, false, 1);
        const auto a = estimateWith(*fast, *images, {8, 40});
        const auto b = estimateWith(*plain, *images, {8, 40});
        // Float sums of about 20 terms: some 1e-6 per temperature.
        QVERIFY(std::abs(a.forward.logZ - b.forward.logZ) < 1e-4);
        QVERIFY(std::abs(a.reverse.logZ - b.reverse.logZ) < 1e-4);
        QVERIFY(std::abs(a.combined.logZ - b.combined.logZ) < 1e-4);
    }

    void thePlanAndTheSeedFixEveryBit() {
        const auto model = randomModel(40, 30, 0.4, 5);
        const auto images = randomImages(8, 5, 50, true, 2);
        const auto one = estimateWith(*makeCpu(model, 1), *images, {32, 200});
        const auto three = estimateWith(*makeCpu(model, 3), *images, {32, 200});
        QCOMPARE(one.combined.logZ, three.combined.logZ);
        QCOMPARE(one.forward.high, three.forward.high);
        QCOMPARE(one.reverse.low, three.reverse.low);
        const auto other = estimateWith(*makeCpu(model), *images, {32, 200}, {}, 2);
        QVERIFY(other.combined.logZ != one.combined.logZ);
    }

    void moreTemperaturesNarrowTheInterval() {
        const auto model = randomModel(100, 40, 0.3, 6);
        const auto images = randomImages(10, 10, 50, true, 3);
        const auto backend = makeCpu(model);
        const auto few = estimateWith(*backend, *images, {32, 50});
        const auto many = estimateWith(*backend, *images, {32, 1600});
        QVERIFY(many.combined.high - many.combined.low <
                0.4 * (few.combined.high - few.combined.low));
    }

    // No chain leaves its mode within the sweeps before the way back.
    void persistentChainsAreWhereHalfOfTheReverseRunsStart() {
        const auto backend = makeCpu(twoModes(20, 4));
        const auto images = uniformImages(20, 0);
        const std::vector<std::uint8_t> off(20, 0);
        const std::vector<std::uint8_t> on(20, 1);
        const auto a = estimateWith(*backend, *images, {8, 100}, off);
        const auto b = estimateWith(*backend, *images, {8, 100}, on);
        QCOMPARE(a.forward.logZ, b.forward.logZ);
        QCOMPARE(a.halves.fromData, b.halves.fromData);
        QVERIFY(a.halves.fromModel != b.halves.fromModel);
    }

    // Two modes of unlike weight, data in the light one and persistent chains in the heavy
    // one: reverse runs from each see only their own.
    void chainsThatMissAModeLowerTheVerdict() {
        auto model = twoModes(20, 4);
        model.hiddenBias[0] += 6; // the mode with everything on weighs e^6 times as much
        const auto backend = makeCpu(model);
        const auto images = uniformImages(20, 0);
        const std::vector<std::uint8_t> on(20, 1);
        const auto estimate = estimateWith(*backend, *images, {32, 2000}, on);
        QVERIFY(estimate.halves.disagree);
        QVERIFY(estimate.assessment.verdict == Verdict::Caution ||
                estimate.assessment.verdict == Verdict::DoNotQuote);
        QVERIFY(estimate.assessment.reason.find("miss a mode") != std::string::npos);
    }

    void anEstimateThatIsNotToBeQuotedIsTheForwardOne() {
        const auto model = randomModel(100, 60, 1.5, 8);
        const auto backend = makeCpu(model);
        const auto images = randomImages(10, 10, 50, false, 4);
        const auto estimate = estimateWith(*backend, *images, {32, 10});
        QVERIFY(estimate.assessment.verdict == Verdict::DoNotQuote);
        QCOMPARE(estimate.combined.logZ, estimate.forward.logZ);
        QVERIFY(std::isinf(estimate.combined.high));
    }

    void progressNeverFallsAndEndsAtOne() {
        const auto model = randomModel(30, 20, 0.3, 9);
        const auto backend = makeCpu(model);
        const auto images = randomImages(6, 5, 20, false, 5);
        BidirectionalEstimator estimator(*backend, *images, {}, {8, 300}, 1);
        QVERIFY_THROWS_EXCEPTION(Error, estimator.result());
        double before = 0;
        bool more = true;
        while (more) {
            more = estimator.advance();
            QVERIFY(estimator.progress() >= before);
            before = estimator.progress();
        }
        QCOMPARE(before, 1.0);
        QVERIFY(!estimator.advance());
    }

    void whatDoesNotFitIsRefused() {
        const auto backend = makeCpu(randomModel(30, 20, 0.3, 9));
        const auto images = randomImages(6, 5, 20, false, 5);
        const auto start = [&](const Dataset &data, std::span<const std::uint8_t> chains,
                               const AnnealingPlan &plan) {
            BidirectionalEstimator(*backend, data, chains, plan, 1);
        };
        const std::vector<std::uint8_t> odd(31);
        QVERIFY_THROWS_EXCEPTION(Error, start(*images, odd, {8, 100}));
        QVERIFY_THROWS_EXCEPTION(Error, start(*images, {}, {7, 100}));
        QVERIFY_THROWS_EXCEPTION(Error, start(*randomImages(5, 5, 20, false, 5), {}, {8, 100}));
        QVERIFY_THROWS_EXCEPTION(Error, start(*randomImages(6, 5, 0, false, 5), {}, {8, 100}));
    }
};

QTEST_GUILESS_MAIN(TestBidirectional)
#include "test_bidirectional.moc"
