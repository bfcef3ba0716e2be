#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/cpu/targets.h"
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

    // The backend keeps the sums of its chains' inputs between calls: whatever
    // changes the states or the model must reach them.
    void hiddenLogSumsFollowStatesAndModel() {
        const auto fast = makeBackend(BackendChoice::Cpu);
        const auto plain = makeReferenceBackend();
        const auto images = randomImages(5, 4, 3, true, 8);
        const std::vector<std::uint32_t> rows = {0, 1, 2};
        std::unique_ptr<Chains> a;
        std::unique_ptr<Chains> b;
        const auto takeModel = [&](std::uint64_t seed) {
            fast->setParameters(randomModel(20, 10, 0.5, seed));
            plain->setParameters(fast->parameters());
            plain->sampleFrom(fast->sampledParameters());
        };
        const auto compare = [&] {
            QVERIFY(fast->states(*a) == plain->states(*b));
            std::vector<double> x(3);
            std::vector<double> y(3);
            fast->hiddenLogSums(*a, 0.9F, x);
            plain->hiddenLogSums(*b, 0.9F, y);
            for (std::size_t n = 0; n < 3; ++n) {
                QVERIFY(std::abs(x[n] - y[n]) < 1e-4); // float sums of 10 terms
            }
        };
        const auto sweep = [&](std::size_t count) {
            Sweeps sweeps;
            sweeps.count = count;
            sweeps.beta = 0.7F;
            fast->gibbs(*a, sweeps);
            plain->gibbs(*b, sweeps);
            compare();
        };
        takeModel(1);
        a = fast->makeChains(3);
        b = plain->makeChains(3);
        const ChainStates start = fast->states(*a);
        compare();
        sweep(1);
        sweep(3);
        fast->pcdUpdate(*a, {rows, images->pixels}, 2, {0.5F, 0}, 1, 0);
        plain->pcdUpdate(*b, {rows, images->pixels}, 2, {0.5F, 0}, 1, 0);
        plain->sampleFrom(fast->sampledParameters());
        compare();
        takeModel(2);
        sweep(1);
        fast->setStates(*a, start);
        plain->setStates(*b, start);
        compare();
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
        plain->sampleFrom(fast->sampledParameters());
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
