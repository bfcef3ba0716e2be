// Annealed importance sampling on a backend whose chains sample rounded
// parameters must find log Z of the true ones.
#include "engine/backend/backend_list.h"
#include "engine/likelihood/ais.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr float kStep = 1.0F / 64; ///< the coarsest that the chains count in

/// A unit whose 25 weights of 20 leave it steps of 1/64, which round each of
/// them by nearly half a step, all the same way. It is nearly always on, and the
/// hidden biases take the weights back, so that sampling is as easy as without.
RbmParameters coarselyRounded(std::uint64_t seed) {
    auto model = randomModel(12, 25, 0.1, seed);
    model.visibleBias[0] = 6;
    for (std::size_t j = 0; j < 25; ++j) {
        model.weights[j] = 19.5F + 0.49F * kStep;
        model.hiddenBias[j] = 0.1F * model.hiddenBias[j] - 19.5F;
    }
    return model;
}

} // namespace

class TestAisRounding : public QObject {
    Q_OBJECT

private slots:
    // The 3-sigma interval misses the truth with a chance of about 0.3 % a seed
    // for a model this easy; the seeds are fixed.
    void coarseRoundingDoesNotMoveTheLogPartition() {
        for (const std::uint64_t seed : {1, 2, 3}) {
            const auto model = coarselyRounded(seed);
            const auto backend = makeBackend(BackendChoice::Cpu);
            backend->setParameters(model);
            const auto sampled = backend->sampledParameters();
            QVERIFY(std::abs(sampled.weights[0] - model.weights[0]) > 0.48F * kStep);
            AisOptions options;
            options.intermediateSteps = 100;
            options.burnInSteps = 3;
            AisEstimator estimator(*backend, options, seed);
            while (estimator.advance()) {
            }
            const auto result = estimator.result();
            const double truth = bruteForceLogZ(model);
            const double ofSampled = bruteForceLogZ(sampled);
            const QString values = QString("%1 in [%2, %3], sampled %4")
                                       .arg(truth, 0, 'f', 5)
                                       .arg(result.low, 0, 'f', 5)
                                       .arg(result.high, 0, 'f', 5)
                                       .arg(ofSampled, 0, 'f', 5);
            QVERIFY2(result.low <= truth && truth <= result.high, qPrintable(values));
            // Without the last weight the interval would lie about the other one.
            QVERIFY2(std::abs(truth - ofSampled) > 2 * (result.high - result.low),
                     qPrintable(values));
        }
    }

    // The runs of a model too large for 16 bits sample its own parameters.
    void modelsThatAreNotRoundedNeedNoBridge() {
        auto model = coarselyRounded(4);
        for (std::size_t j = 0; j < 25; ++j) {
            model.weights[j] += 5; // 25 * 24.5 is beyond 2^15 / 64
            model.hiddenBias[j] -= 5;
        }
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        QVERIFY(backend->sampledParameters() == model);
        AisOptions options;
        options.intermediateSteps = 100;
        options.burnInSteps = 3;
        AisEstimator estimator(*backend, options, 4);
        while (estimator.advance()) {
        }
        const auto result = estimator.result();
        const double truth = bruteForceLogZ(model);
        QVERIFY2(result.low <= truth && truth <= result.high,
                 qPrintable(QString::number(result.logZ - truth)));
        QVERIFY(result.high - result.low < 0.1);
    }
};

QTEST_GUILESS_MAIN(TestAisRounding)
#include "test_ais_rounding.moc"
