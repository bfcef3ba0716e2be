// Parallel tempering against enumeration, and against chains that cannot leave their mode.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/training/tempering.h"
#include "tests/support/reference_backend.h"
#include "tests/support/two_modes.h"
#include "tests/support/visible_states.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::size_t kVisible = 5;

double shareInTheUpperMode(const ChainStates &states) {
    double upper = 0;
    for (std::size_t n = 0; n < states.count; ++n) {
        const auto first = states.visible.begin() + static_cast<std::ptrdiff_t>(n * 12);
        upper += std::count(first, first + 12, 1) > 6 ? 1 : 0;
    }
    return upper / static_cast<double>(states.count);
}

} // namespace

class TestTempering : public QObject {
    Q_OBJECT
private slots:
    void temperaturesMoveToWhereRejectionsAddUpEvenly() {
        const std::vector<float> even = {1, 0.5F, 0};
        QCOMPARE(equaliseRejection(even, {0.4, 0.4}), even);
        // 0.8 and 0.2 add up to 1: half of it is passed at 5/8 of the first way.
        QCOMPARE(equaliseRejection(even, {0.8, 0.2}), (std::vector<float>{1, 0.6875F, 0}));
        const auto moved = equaliseRejection({1, 0.9F, 0.2F, 0}, {0, 0.9, 0});
        QVERIFY(std::is_sorted(moved.rbegin(), moved.rend()));
        QCOMPARE(moved.front(), 1.0F);
        QCOMPARE(moved.back(), 0.0F);
    }

    // 31 degrees of freedom; one of four values beyond 66 has a chance of 0.001.
    void everyReplicaHasTheDistributionOfItsTemperature() {
        constexpr std::size_t kChains = 8000;
        const auto model = randomModel(kVisible, 4, 0.9, 12);
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        const auto cold = backend->makeChains(kChains);
        Tempering tempering(*backend, kChains, 4);
        for (std::uint64_t update = 0; update < 130; ++update) { // the temperatures move once
            tempering.advance(*cold, 1, 7, update);
        }
        const TemperedState state = tempering.state();
        QVERIFY(state.betas[1] != 2.0F / 3);
        const auto sampled = backend->sampledParameters();
        std::vector<double> found = {
            chiSquare(backend->states(*cold).visible, visibleDistribution(sampled, 1))};
        for (std::size_t r = 1; r < 4; ++r) {
            found.push_back(
                chiSquare(std::span(state.replicas.visible)
                              .subspan((r - 1) * kChains * kVisible, kChains * kVisible),
                          visibleDistribution(sampled, state.betas[r])));
        }
        for (const double value : found) {
            QVERIFY2(value < 66.0, qPrintable(QString::number(value)));
        }
    }

    // Plain chains hardly leave the lower mode in 200 sweeps, tempered ones are in both:
    // half of 400 chains, 3.5 sigma is 0.0875 (1 in 2,000).
    void temperedChainsCrossBarriersThatHoldPlainOnes() {
        constexpr std::size_t kChains = 400;
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(twoModes());
        const auto plain = backend->makeChains(kChains);
        Sweeps sweeps;
        sweeps.count = 200;
        backend->gibbs(*plain, sweeps);
        const auto cold = backend->makeChains(kChains);
        Tempering tempering(*backend, kChains, 8);
        for (std::uint64_t update = 0; update < 200; ++update) {
            tempering.advance(*cold, 1, 3, update);
        }
        QVERIFY(shareInTheUpperMode(backend->states(*plain)) < 0.1);
        const double share = shareInTheUpperMode(backend->states(*cold));
        QVERIFY2(std::abs(share - 0.5) < 0.0875, qPrintable(QString::number(share)));
        QVERIFY(tempering.view().roundTrips > kChains); // many each
    }

    void swapRatesBecomeEven() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(twoModes());
        const auto cold = backend->makeChains(200);
        Tempering tempering(*backend, 200, 6);
        const auto spread = [&] {
            const auto &rates = tempering.view().swapRate;
            const auto [low, high] = std::minmax_element(rates.begin(), rates.end());
            return *high - *low;
        };
        std::uint64_t update = 0;
        for (; update < Tempering::kWindow - 1; ++update) {
            tempering.advance(*cold, 1, 3, update);
        }
        const double before = spread();
        for (; update < 20 * Tempering::kWindow; ++update) {
            tempering.advance(*cold, 1, 3, update);
        }
        QVERIFY2(spread() < 0.1 && before > 0.2,
                 qPrintable(QString("%1 %2").arg(before).arg(spread())));
    }

    void everyWalkerIsAtOnePlaceOnly() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(randomModel(kVisible, 4, 1, 2));
        const auto cold = backend->makeChains(3);
        Tempering tempering(*backend, 3, 4);
        for (std::uint64_t update = 0; update < 50; ++update) {
            tempering.advance(*cold, 2, 5, update);
        }
        auto walkers = tempering.view().walkers;
        std::sort(walkers.begin(), walkers.end());
        for (std::uint32_t walker = 0; walker < 12; ++walker) {
            QCOMPARE(walkers[walker], walker);
        }
    }

    void statesThatDoNotFitAreRefused() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(randomModel(kVisible, 4, 1, 2));
        TemperedState state = freshReplicas(kVisible, 4, 3, 4);
        state.accepted.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, Tempering(*backend, state));
        QVERIFY_THROWS_EXCEPTION(Error, Tempering(*backend, TemperedState{}));
        QVERIFY_THROWS_EXCEPTION(Error, Tempering(*backend, freshReplicas(kVisible + 1, 4, 3, 4)));
    }
};

QTEST_GUILESS_MAIN(TestTempering)
#include "test_tempering.moc"
