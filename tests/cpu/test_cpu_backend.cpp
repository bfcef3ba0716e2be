#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/cpu/kernels.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>
#include <set>
#include <string>

using namespace rbm;
using namespace rbm::test;

class TestCpuBackend : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { cpu::limitTarget(0); }

    void everyTargetOfThisMachineSamplesLikeTheReference() {
        std::set<std::string> ran;
        for (const auto target : cpu::supportedTargets()) {
            cpu::limitTarget(target);
            ran.insert(cpu::activeTarget());
            compareGibbs(70, 130, 1.0F);
            compareGibbs(1, 1, 1.0F);
            compareGibbs(37, 5, 0.3F);
            cpu::limitTarget(0);
        }
        QCOMPARE(ran.size(), cpu::supportedTargets().size()); // each really ran
    }

    void heldPixelsKeepTheirState() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(randomModel(20, 10, 0.5, 1));
        const auto chains = backend->makeChains(4);
        auto states = backend->states(*chains);
        std::fill(states.visible.begin(), states.visible.end(), std::uint8_t{1});
        backend->setStates(*chains, states);
        std::vector<std::uint8_t> mask(20);
        std::fill(mask.begin(), mask.begin() + 7, std::uint8_t{1});
        Sweeps sweeps;
        sweeps.count = 50;
        sweeps.clamped = mask;
        backend->gibbs(*chains, sweeps);
        const auto after = backend->states(*chains);
        for (std::size_t at = 0; at < after.visible.size(); ++at) {
            QVERIFY(at % 20 >= 7 || after.visible[at] == 1);
        }
        QVERIFY(after.visible != states.visible);
    }

    // Chi-square over the 32 states of 5 visible units, 20,000 independent
    // chains, 31 degrees of freedom: 61.1 is exceeded with probability 0.001.
    void longChainsVisitStatesWithTheirExactProbabilities() {
        const auto model = randomModel(5, 4, 0.8, 12);
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        const auto chains = backend->makeChains(20000);
        Sweeps sweeps;
        sweeps.count = 60;
        sweeps.seed = 5;
        backend->gibbs(*chains, sweeps);
        const auto states = backend->states(*chains);
        std::vector<double> counts(32);
        for (std::size_t n = 0; n < states.count; ++n) {
            std::size_t state = 0;
            for (std::size_t i = 0; i < 5; ++i) {
                state |= static_cast<std::size_t>(states.visible[n * 5 + i]) << i;
            }
            ++counts[state];
        }
        const double logZ = bruteForceLogZ(model);
        double chiSquare = 0;
        for (std::size_t state = 0; state < 32; ++state) {
            std::vector<float> v(5);
            for (std::size_t i = 0; i < 5; ++i) {
                v[i] = static_cast<float>(state >> i & 1U);
            }
            const double expected = 20000 * std::exp(-freeEnergy(model, v) - logZ);
            chiSquare += (counts[state] - expected) * (counts[state] - expected) / expected;
        }
        QVERIFY2(chiSquare < 61.1, qPrintable(QString::number(chiSquare)));
    }

    // 2^20 draws each; |z| > 5 has a chance of 6e-7 per unit.
    void rareUnitsAreOnAsOftenAsTheyShould() {
        std::vector<float> activation(64);
        for (std::size_t u = 0; u < 64; ++u) {
            activation[u] = (static_cast<float>(u) - 31.5F) / 2.5F;
        }
        std::vector<double> on(64);
        std::vector<std::uint8_t> state(64);
        constexpr std::uint32_t kDraws = 1U << 20;
        for (std::uint32_t chain = 0; chain < kDraws; ++chain) {
            cpu::sampleUnits(activation.data(), {3, Purpose::WatchedChains, 1, chain}, 64,
                             state.data());
            for (std::size_t u = 0; u < 64; ++u) {
                on[u] += state[u];
            }
        }
        for (std::size_t u = 0; u < 64; ++u) {
            const double p = 1 / (1 + std::exp(-static_cast<double>(activation[u])));
            const double z = (on[u] - kDraws * p) / std::sqrt(kDraws * p * (1 - p));
            QVERIFY2(std::abs(z) < 6, qPrintable(QString("unit %1: z = %2").arg(u).arg(z)));
        }
    }

    // The backend keeps the input of hidden units between calls: whatever
    // changes the states or the model must make it forget.
    void hiddenLogSumsFollowStatesAndModel() {
        const auto fast = makeBackend(BackendChoice::Cpu);
        const auto plain = makeReferenceBackend();
        const auto images = randomImages(5, 4, 3, true, 8);
        const std::vector<std::uint32_t> rows = {0, 1, 2};
        Sweeps sweeps;
        sweeps.beta = 0.7F;
        std::vector<std::vector<double>> sums[2];
        std::vector<ChainStates> states[2];
        Backend *backends[2] = {fast.get(), plain.get()};
        for (int b = 0; b < 2; ++b) {
            Backend &backend = *backends[b];
            backend.setParameters(randomModel(20, 10, 0.5, 1));
            const auto chains = backend.makeChains(3);
            const auto measure = [&] {
                sums[b].emplace_back(3);
                backend.hiddenLogSums(*chains, 0.9F, sums[b].back());
                states[b].push_back(backend.states(*chains));
            };
            measure();
            backend.gibbs(*chains, sweeps);
            measure();
            measure();
            sweeps.count = 3;
            backend.gibbs(*chains, sweeps);
            measure();
            backend.pcdUpdate(*chains, {rows, images->pixels}, 2, {0.5F, 0}, 1, 0);
            measure();
            backend.setParameters(randomModel(20, 10, 0.5, 2));
            backend.gibbs(*chains, sweeps);
            measure();
            backend.setStates(*chains, states[b].front());
            measure();
            sweeps.count = 1;
        }
        QVERIFY(states[0] == states[1]);
        for (std::size_t at = 0; at < sums[0].size(); ++at) {
            for (std::size_t n = 0; n < 3; ++n) {
                QVERIFY(std::abs(sums[0][at][n] - sums[1][at][n]) < 1e-4); // float sums
            }
        }
    }

    void wrongShapesAreRefused() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(randomModel(20, 10, 0.5, 1));
        std::vector<double> out(2);
        QVERIFY_THROWS_EXCEPTION(Error, backend->freeEnergies(std::vector<std::uint8_t>(39), out));
        QVERIFY_THROWS_EXCEPTION(Error, makeBackend(BackendChoice::Cuda));
    }

private:
    static void compareGibbs(std::size_t visible, std::size_t hidden, float beta) {
        const auto model = randomModel(visible, hidden, 0.3, visible);
        const auto fast = makeBackend(BackendChoice::Cpu);
        const auto plain = makeReferenceBackend();
        fast->setParameters(model);
        plain->setParameters(model);
        const auto a = fast->makeChains(11);
        const auto b = plain->makeChains(11);
        Sweeps sweeps;
        sweeps.count = 7;
        sweeps.firstStep = (1ULL << 33) + 5;
        sweeps.seed = 0x123456789abcdefULL;
        sweeps.firstChain = 40;
        sweeps.beta = beta;
        fast->gibbs(*a, sweeps);
        plain->gibbs(*b, sweeps);
        QVERIFY(fast->states(*a) == plain->states(*b));
        std::vector<double> x(11);
        std::vector<double> y(11);
        fast->hiddenLogSums(*a, beta, x);
        plain->hiddenLogSums(*b, beta, y);
        const auto p = fast->visibleProbabilities(*a);
        const auto q = plain->visibleProbabilities(*b);
        for (std::size_t n = 0; n < 11; ++n) { // float sums of up to 130 terms
            QVERIFY(std::abs(x[n] - y[n]) < 1e-5 * static_cast<double>(hidden) + 1e-5);
        }
        for (std::size_t at = 0; at < p.size(); ++at) {
            QVERIFY(std::abs(p[at] - q[at]) < 1e-5F);
        }
    }
};

QTEST_GUILESS_MAIN(TestCpuBackend)
#include "test_cpu_backend.moc"
