#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/training/pcd_trainer.h"
#include "tests/support/halves.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace rbm;
using namespace rbm::test;

namespace {

TrainingConfig smallConfig() {
    TrainingConfig config;
    config.numHidden = 16;
    config.k = 3;
    config.batchSize = 8;
    config.numEpoch = 2;
    config.learningRate = 2;
    return config;
}

double largestDifference(const RbmParameters &a, const RbmParameters &b) {
    double largest = 0;
    for (std::size_t at = 0; at < a.weights.size(); ++at) {
        largest = std::max(largest, std::abs(static_cast<double>(a.weights[at] - b.weights[at])));
    }
    return largest;
}

RbmParameters train(Backend &backend, std::size_t loaderThreads, int updates, Pixels pixels) {
    auto config = smallConfig();
    config.pixels = pixels;
    PcdTrainer trainer(backend, randomImages(7, 5, 30, true, 2), config, loaderThreads);
    for (int u = 0; u < updates; ++u) {
        trainer.update({2, 0.3});
    }
    return backend.parameters();
}

} // namespace

class TestPcdTrainer : public QObject {
    Q_OBJECT

private slots:
    void matchesThePlainImplementationUpdateForUpdate() {
        const auto fast = makeBackend(BackendChoice::Cpu);
        const auto plain = makeReferenceBackend();
        const auto data = randomImages(7, 5, 30, true, 2);
        PcdTrainer a(*fast, data, smallConfig());
        PcdTrainer b(*plain, data, smallConfig());
        for (int u = 0; u < 40; ++u) { // ten epochs with a short last batch of 6
            plain->sampleFrom(fast->sampledParameters());
            a.update({0.5, 0.3});
            b.update({0.5, 0.3});
            QVERIFY(fast->states(a.chains()) == plain->states(b.chains()));
            // Per update: inputs of size 10 round to 2e-6, a quarter of that in P(h | v), times
            // the step 0.06 / (1 - momentum), and one rounding of the weight: 1e-7, 40 times.
            const double off = largestDifference(fast->parameters(), plain->parameters());
            QVERIFY2(off < 1e-5, qPrintable(QString("update %1: %2").arg(u).arg(off)));
        }
        QVERIFY(plain->closest() > 1e-6); // no draw was a coin toss of rounding
    }

    void threadsAndLoaderThreadsDoNotChangeTheResult() {
        const auto one = makeBackend(BackendChoice::Cpu, {1, 0, false});
        const auto three = makeBackend(BackendChoice::Cpu, {3, 0, false});
        QVERIFY(train(*one, 0, 20, Pixels::Sampled) == train(*three, 4, 20, Pixels::Sampled));
    }

    void resumingFromAStateIsBitExact() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        const auto data = randomImages(7, 5, 30, true, 2);
        PcdTrainer whole(*backend, data, smallConfig());
        for (int u = 0; u < 11; ++u) {
            whole.update({2, 0.3});
        }
        const auto state = whole.state();
        for (int u = 0; u < 9; ++u) {
            whole.update({2, 0.3});
        }
        const auto expected = backend->parameters();
        PcdTrainer resumed(*backend, data, state);
        for (int u = 0; u < 9; ++u) {
            resumed.update({2, 0.3});
        }
        QVERIFY(backend->parameters() == expected);
    }

    void everyEpochVisitsEveryImageOnceAndShufflesAnew() {
        BatchLoader loader(randomImages(2, 2, 30, true, 5), 8, Pixels::Gray, 3, 0);
        QCOMPARE(loader.batchesPerEpoch(), std::size_t{4});
        std::multiset<std::uint32_t> seen;
        for (std::uint64_t u = 0; u < 4; ++u) {
            const auto batch = loader.load(u);
            QCOMPARE(batch.rows.size(), std::size_t{u == 3 ? 6U : 8U});
            seen.insert(batch.rows.begin(), batch.rows.end());
        }
        QCOMPARE(seen.size(), std::size_t{30});
        QCOMPARE(std::set<std::uint32_t>(seen.begin(), seen.end()).size(), std::size_t{30});
        QVERIFY(epochOrder(30, 3, 0) != epochOrder(30, 3, 1));
    }

    void rowsAloneAreThoseOfTheWholeBatches() {
        const auto data = randomImages(2, 2, 30, true, 5);
        for (const std::size_t threads : {0, 3}) {
            BatchLoader whole(data, 8, Pixels::Sampled, 3, 0);
            BatchLoader rows(data, 8, Pixels::Sampled, 3, threads);
            for (const std::uint64_t u : {0, 1, 2, 3, 4, 5, 17, 18, 19, 20, 2}) { // it jumps, too
                const LoadedBatch expected = whole.load(u);
                const LoadedBatch found = rows.loadRows(u);
                QCOMPARE(found.rows, expected.rows);
                QCOMPARE(found.epoch, u / 4);
                QCOMPARE(expected.epoch, u / 4);
                QVERIFY(found.pixels.empty());
            }
        }
    }

    // -dF/dW_ij = v_i P(h_j = 1 | v), by central differences.
    void positivePhaseIsTheGradientOfTheNegativeFreeEnergy() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        const auto model = randomModel(6, 5, 0.7, 3);
        backend->setParameters(model);
        const auto data = randomImages(6, 1, 1, true, 4);
        std::vector<float> ph(5);
        backend->hiddenProbabilities(data->pixels, ph);
        std::vector<float> v;
        for (const auto byte : data->pixels) {
            v.push_back(static_cast<float>(byte) / 255.0F);
        }
        for (std::size_t i = 0; i < 6; ++i) {
            for (std::size_t j = 0; j < 5; ++j) {
                auto up = model;
                auto down = model;
                up.weights[i * 5 + j] += 1e-3F;
                down.weights[i * 5 + j] -= 1e-3F;
                const double width = static_cast<double>(up.weights[i * 5 + j]) -
                                     static_cast<double>(down.weights[i * 5 + j]);
                const double slope = (freeEnergy(down, v) - freeEnergy(up, v)) / width;
                QVERIFY(std::abs(slope - static_cast<double>(v[i] * ph[j])) < 1e-5);
            }
        }
    }

    void trainingRaisesTheExactLikelihood() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        const auto data = halves();
        auto config = smallConfig();
        config.batchSize = 20;
        PcdTrainer trainer(*backend, data, config);
        const double before = exactLogLikelihood(backend->parameters(), *data);
        for (int u = 0; u < 600; ++u) {
            trainer.update({0.3, 0.3}); // ten times more, and the end is a matter of chance
        }
        // Six seeds, here and on the plain reference, gained 4.3 to 5.4 nats.
        QVERIFY(exactLogLikelihood(backend->parameters(), *data) > before + 3.5);
    }
};

QTEST_GUILESS_MAIN(TestPcdTrainer)
#include "test_pcd_trainer.moc"
