#include "engine/backend/backend_list.h"
#include "engine/likelihood/ais.h"
#include "engine/likelihood/log_likelihood.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>

using namespace rbm;
using namespace rbm::test;

class TestLikelihood : public QObject {
    Q_OBJECT

private slots:
    // The 3-sigma interval misses the truth with a chance of about 0.3 % for a
    // model this easy; the seed is fixed.
    void annealedImportanceSamplingFindsTheExactLogPartition() {
        const auto model = randomModel(12, 10, 0.4, 9);
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        AisOptions options;
        options.intermediateSteps = 100;
        AisEstimator estimator(*backend, options, 1);
        while (estimator.advance()) {
        }
        const auto result = estimator.result();
        const double truth = bruteForceLogZ(model);
        QVERIFY2(result.low <= truth && truth <= result.high,
                 qPrintable(QString::number(result.logZ - truth)));
        QVERIFY(result.high - result.low < 0.2);
        QVERIFY(result.effectiveSampleSize > 800);
        QCOMPARE(result.runs, std::size_t{1000});
    }

    void annealedImportanceSamplingMatchesTheReferenceBackend() {
        const auto model = randomModel(12, 10, 0.6, 10);
        const auto fast = makeBackend(BackendChoice::Cpu);
        const auto plain = makeReferenceBackend();
        double logZ[2];
        Backend *backends[2] = {fast.get(), plain.get()};
        for (int b = 0; b < 2; ++b) {
            backends[b]->setParameters(model);
            AisEstimator estimator(*backends[b], {20, 2, 10, 3}, 4);
            while (estimator.advance()) {
            }
            logZ[b] = estimator.result().logZ;
        }
        // Float sums of about 20 terms: some 1e-6 per temperature.
        QVERIFY(std::abs(logZ[0] - logZ[1]) < 1e-4);
    }

    void meanFreeEnergyDoesNotDependOnSlices() {
        const auto model = randomModel(12, 10, 0.6, 11);
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        const auto data = randomImages(4, 3, 101, true, 3);
        double truth = 0;
        for (std::size_t n = 0; n < data->count(); ++n) {
            std::vector<float> v;
            for (const auto byte : data->image(n)) {
                v.push_back(static_cast<float>(byte) / 255.0F);
            }
            truth -= freeEnergy(model, v) / static_cast<double>(data->count());
        }
        for (const std::size_t slice : {1U, 7U, 1000U}) {
            MeanNegativeFreeEnergy mean(*backend, data->pixels, 12);
            while (mean.advance(slice)) {
            }
            QVERIFY(std::abs(mean.mean() - truth) < 1e-5); // ~20 float terms
        }
    }
};

QTEST_GUILESS_MAIN(TestLikelihood)
#include "test_likelihood.moc"
