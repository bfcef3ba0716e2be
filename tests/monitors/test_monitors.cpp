#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/data/batch_loader.h"
#include "engine/monitors/monitors.h"
#include "engine/training/divergence.h"
#include "engine/training/pcd_trainer.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr double kCertain = 40; ///< an input whose probability rounds to 1
constexpr std::size_t kVisible = 35;
constexpr std::size_t kHidden = 16;

/// `count` images of 2 x 2 pixels, all of one gray.
std::shared_ptr<const Dataset> plainImages(std::size_t count, std::uint8_t gray) {
    auto data = std::make_shared<Dataset>();
    data->width = data->height = 2;
    data->pixels.assign(4 * count, gray);
    return data;
}

/// White training images and black test images.
DatasetPair whiteAndBlack() { return {plainImages(6, 255), plainImages(5, 0), "tiny"}; }

DatasetPair grayNoise() {
    return {randomImages(7, 5, 40, true, 2), randomImages(7, 5, 30, true, 3), "noise"};
}

TrainingConfig smallConfig() {
    TrainingConfig config;
    config.numHidden = kHidden;
    config.k = 2;
    config.batchSize = 8;
    return config;
}

/// Of three chains with all units 0.
MonitorValues measureOnce(Backend &backend, const RbmParameters &model, const DatasetPair &data,
                          Pixels pixels = Pixels::Gray) {
    backend.setParameters(model);
    const auto chains = backend.makeChains(3);
    return Monitors(data, pixels, 1).measure(backend, *chains, 0);
}

void compare(double value, double expected, double tolerance, const char *name) {
    QVERIFY2(std::abs(value - expected) <= tolerance,
             qPrintable(QString("%1: %2 instead of %3").arg(name).arg(value).arg(expected)));
}

RbmParameters withWeight(float weight) {
    auto model = RbmParameters::zeros(2, 2);
    model.weights[1] = weight;
    return model;
}

} // namespace

class TestMonitors : public QObject {
    Q_OBJECT

private slots:
    void aModelOfZerosKnowsNothing() {
        const auto backend = makeReferenceBackend();
        const auto values = measureOnce(*backend, RbmParameters::zeros(4, 3), whiteAndBlack());
        QCOMPARE(values.reconstructionError, 0.25); // white pixels from probability one half
        QCOMPARE(values.freeEnergyGap, 0.0);
        QCOMPARE(values.hiddenActivity, 0.5);
        QCOMPARE(values.weightNorm, 0.0);
        QCOMPARE(values.largestWeight, 0.0);
        // Twelve entries of 1 * P(h) = 1/2, less chains of zeros.
        compare(values.gradientNorm, std::sqrt(12 * 0.25), 1e-6, "gradient norm");
    }

    void theFreeEnergyGapIsWhatTheBiasesMakeIt() {
        auto model = RbmParameters::zeros(4, 3);
        model.visibleBias = {1, 2, 3, 4};
        const auto backend = makeReferenceBackend();
        // F = -b.v - 3 log 2: of black less of white images, 10.
        compare(measureOnce(*backend, model, whiteAndBlack()).freeEnergyGap, 10, 1e-9, "gap");
    }

    void theReconstructionGoesThroughTheHiddenUnits() {
        auto model = RbmParameters::zeros(4, 1);
        model.weights = {10, 10, 10, 10};
        model.visibleBias = {-9, -9, -9, -9};
        const auto backend = makeReferenceBackend();
        // White pixels turn the unit on for certain, and it gives them sigmoid(10 - 9).
        const double missing = 1 - 1 / (1 + std::exp(-1.0));
        compare(measureOnce(*backend, model, whiteAndBlack()).reconstructionError,
                missing * missing, 1e-7, "reconstruction error");
    }

    void chainsThatMustFlipAllFlip() {
        auto model = RbmParameters::zeros(4, 3);
        model.visibleBias.assign(4, kCertain); // the chains' pixels are 0
        model.hiddenBias.assign(3, -kCertain); // and their hidden units stay 0
        const auto backend = makeReferenceBackend();
        const auto values = measureOnce(*backend, model, whiteAndBlack());
        QCOMPARE(values.pixelFlips, 1.0);
        QCOMPARE(values.hiddenFlips, 0.0);
        compare(values.hiddenActivity, 0, 1e-9, "hidden activity");
    }

    // The first sweep turns the pixels on, and only they can turn the hidden units on.
    void hiddenUnitsFlipByAWholeSweepFromThePixelsOfTheOneBefore() {
        auto model = RbmParameters::zeros(4, 3);
        model.visibleBias.assign(4, kCertain);
        model.hiddenBias.assign(3, -kCertain);
        model.weights.assign(12, kCertain);
        const auto backend = makeReferenceBackend();
        QCOMPARE(measureOnce(*backend, model, whiteAndBlack()).hiddenFlips, 1.0);
    }

    void theWeightsNormAndLargestMagnitudeAreTold() {
        auto model = RbmParameters::zeros(4, 3);
        model.weights[2] = 3;
        model.weights[7] = -4;
        const auto backend = makeReferenceBackend();
        const auto values = measureOnce(*backend, model, whiteAndBlack());
        QCOMPARE(values.weightNorm, 5.0);
        QCOMPARE(values.largestWeight, 4.0);
    }

    // An update without sweeps or momentum moves W by the gradient itself.
    void theGradientIsThatOfAnUpdateWithoutSweeps() {
        const auto backend = makeReferenceBackend();
        const auto model = randomModel(kVisible, kHidden, 0.3, 4);
        backend->setParameters(model);
        const auto data = grayNoise();
        PcdTrainer trainer(*backend, data.train, smallConfig());
        for (int update = 0; update < 5; ++update)
            trainer.update({2, 0.3});
        const auto state = trainer.state();
        const auto values = Monitors(data, Pixels::Gray, 1).measure(*backend, trainer.chains(), 5);

        std::vector<std::uint32_t> rows = epochOrder(data.train->count(), 0, 0);
        rows.resize(state.chains.count);
        std::vector<std::uint8_t> pixels;
        for (const auto row : rows) {
            const auto image = data.train->image(row);
            pixels.insert(pixels.end(), image.begin(), image.end());
        }
        backend->setParameters(state.parameters);
        const auto chains = backend->makeChains(state.chains.count);
        backend->setStates(*chains, state.chains);
        backend->pcdUpdate(*chains, {rows, pixels}, 0, {1, 0}, 1, 0);
        double squares = 0;
        for (const float change : backend->momentum().weights)
            squares += std::pow(static_cast<double>(change), 2);
        QVERIFY(values.gradientNorm > 0);
        compare(values.gradientNorm, std::sqrt(squares), 1e-5, "gradient norm");
    }

    void theCpuAgreesWithThePlainReference() {
        const auto data = grayNoise();
        const auto fast = makeBackend(BackendChoice::Cpu);
        const auto plain = makeReferenceBackend();
        PcdTrainer trainer(*fast, data.train, smallConfig());
        for (int update = 0; update < 30; ++update)
            trainer.update({2, 0.3});
        plain->setParameters(fast->parameters());
        plain->sampleFrom(fast->sampledParameters());
        const auto chains = plain->makeChains(smallConfig().batchSize);
        plain->setStates(*chains, fast->states(trainer.chains()));
        const Monitors monitors(data, Pixels::Gray, 1);
        const auto a = monitors.measure(*fast, trainer.chains(), 30);
        const auto b = monitors.measure(*plain, *chains, 30);
        QVERIFY(plain->closest() > 1e-6); // no draw was a coin toss of rounding
        QCOMPARE(a.pixelFlips, b.pixelFlips);
        QCOMPARE(a.hiddenFlips, b.hiddenFlips);
        QVERIFY(b.pixelFlips > 0 && b.pixelFlips < 1);
        QCOMPARE(a.weightNorm, b.weightNorm);
        QCOMPARE(a.largestWeight, b.largestWeight);
        // Inputs of size 10 round to 2e-6, a quarter of that in a probability; a free
        // energy of 16 such terms and 35 biases to some 1e-5; the norm of 560 entries
        // each off by 5e-7 to at most 1.2e-5.
        compare(a.reconstructionError, b.reconstructionError, 2e-6, "reconstruction error");
        compare(a.hiddenActivity, b.hiddenActivity, 2e-6, "hidden activity");
        compare(a.freeEnergyGap, b.freeEnergyGap, 4e-5, "free-energy gap");
        compare(a.gradientNorm, b.gradientNorm, 2e-5, "gradient norm");
    }

    void trainingIsTheSameBitForBitWhetherMeasuredOrNot() {
        const auto data = grayNoise();
        const auto run = [&](bool measured) {
            const auto backend = makeBackend(BackendChoice::Cpu);
            PcdTrainer trainer(*backend, data.train, smallConfig());
            const Monitors monitors(data, Pixels::Gray, smallConfig().seed);
            for (std::uint64_t update = 0; update < 20; ++update) {
                trainer.update({2, 0.3});
                if (measured)
                    monitors.measure(*backend, trainer.chains(), update);
            }
            return trainer.state();
        };
        const TrainingState plain = run(false);
        const TrainingState measured = run(true);
        QVERIFY(plain.parameters == measured.parameters);
        QVERIFY(plain.momentum == measured.momentum);
        QVERIFY(plain.chains == measured.chains);
    }

    void theSampleIsTheSameForEveryRunAndOfEqualSizes() {
        const DatasetPair data{randomImages(2, 2, 2000, true, 2), randomImages(2, 2, 900, true, 3),
                               "noise"};
        const auto backend = makeReferenceBackend();
        backend->setParameters(randomModel(4, 3, 1, 5));
        const auto chains = backend->makeChains(3);
        const Monitors one(data, Pixels::Gray, 1);
        const Monitors other(data, Pixels::Gray, 2);
        QCOMPARE(one.images(), Monitors::kImages);
        QCOMPARE(one.measure(*backend, *chains, 0).freeEnergyGap,
                 other.measure(*backend, *chains, 0).freeEnergyGap);
        QCOMPARE(Monitors(grayNoise(), Pixels::Gray, 1).images(), std::size_t{30});
    }

    void imagesAreSeenAsTheTrainingSeesThem() {
        const DatasetPair data{plainImages(6, 200), plainImages(5, 100), "gray"};
        const auto backend = makeReferenceBackend();
        const auto model = RbmParameters::zeros(4, 3);
        compare(measureOnce(*backend, model, data, Pixels::Gray).reconstructionError,
                std::pow(200.0 / 255 - 0.5, 2), 1e-9, "gray");
        compare(measureOnce(*backend, model, data, Pixels::Threshold).reconstructionError, 0.25,
                1e-9, "threshold");
        compare(measureOnce(*backend, model, data, Pixels::Sampled).reconstructionError, 0.25, 1e-9,
                "sampled");
    }

    void imagesThatDoNotFitAreToldOf() {
        const auto backend = makeReferenceBackend();
        QVERIFY_EXCEPTION_THROWN(measureOnce(*backend, RbmParameters::zeros(5, 3), whiteAndBlack()),
                                 Error);
        const DatasetPair none{plainImages(6, 0), plainImages(0, 0), "none"};
        QVERIFY_EXCEPTION_THROWN(Monitors(none, Pixels::Gray, 1), Error);
    }

    void divergenceIsTold_data() {
        QTest::addColumn<float>("weight");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, float weight, Divergence expected) {
            QTest::newRow(name) << weight << static_cast<int>(expected);
        };
        row("small", -3, Divergence::None);
        row("at the limit", kExplodedParameter, Divergence::None);
        row("beyond", -2 * kExplodedParameter, Divergence::Exploded);
        row("infinite", -std::numeric_limits<float>::infinity(), Divergence::NotFinite);
        row("no number", std::numeric_limits<float>::quiet_NaN(), Divergence::NotFinite);
    }

    void divergenceIsTold() {
        QFETCH(float, weight);
        QFETCH(int, expected);
        RbmParameters model = withWeight(weight);
        QCOMPARE(static_cast<int>(divergenceOf(model)), expected);
        std::swap(model.weights[1], model.hiddenBias[0]);
        QCOMPARE(static_cast<int>(divergenceOf(model)), expected);
    }
};

QTEST_GUILESS_MAIN(TestMonitors)
#include "test_monitors.moc"
