#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/cpu/targets.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <string>

using namespace rbm;
using namespace rbm::test;

namespace {
constexpr std::size_t kChains = 11;
}

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
            compareGibbs(70, 130, 1.0F, 1);
            compareGibbs(70, 130, 1.0F, kChains);
            compareGibbs(129, 3, 0.7F, kChains);
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

    // Chi-square over the states of the free units given the held ones, exact by
    // enumeration: 10,000 independent chains that hold units 0 and 1 at 1 and 0 (7
    // degrees of freedom: 24.3 is exceeded with probability 0.001), and as many that
    // hold unit 4 at 1 (15: 37.7).
    void freeUnitsAreDrawnGivenTheHeldOnesOfTheirChain() {
        const auto model = randomModel(5, 4, 0.8, 12);
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        const auto chains = backend->makeChains(20000);
        auto states = backend->states(*chains);
        std::vector<std::uint8_t> held(states.visible.size());
        for (std::size_t n = 0; n < states.count; ++n) {
            const bool isFirst = n % 2 == 0;
            held[n * 5] = held[n * 5 + 1] = isFirst ? 1 : 0;
            held[n * 5 + 4] = isFirst ? 0 : 1;
            states.visible[n * 5 + (isFirst ? 0 : 4)] = 1;
        }
        backend->setStates(*chains, states);
        Sweeps sweeps;
        sweeps.count = 60;
        sweeps.seed = 5;
        sweeps.clamped = held;
        backend->gibbs(*chains, sweeps);
        const auto after = backend->states(*chains);
        const auto chiSquare = [&](std::size_t first, std::size_t mask, std::size_t value) {
            std::vector<double> counts(32);
            for (std::size_t n = first; n < after.count; n += 2)
                ++counts[stateOf(&after.visible[n * 5])];
            std::vector<double> weights(32);
            for (std::size_t state = 0; state < 32; ++state) {
                if ((state & mask) == value)
                    weights[state] = std::exp(-freeEnergy(model, unitsOf(state)));
            }
            const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
            double result = 0;
            for (std::size_t state = 0; state < 32; ++state) {
                const double expected = 10000 * weights[state] / sum;
                if (expected == 0 && counts[state] > 0)
                    return std::numeric_limits<double>::infinity(); // a held unit moved
                if (expected > 0)
                    result += (counts[state] - expected) * (counts[state] - expected) / expected;
            }
            return result;
        };
        const double first = chiSquare(0, 0b00011, 0b00001);
        QVERIFY2(first < 24.3, qPrintable(QString::number(first)));
        const double second = chiSquare(1, 0b10000, 0b10000);
        QVERIFY2(second < 37.7, qPrintable(QString::number(second)));
    }

    void masksOfOtherShapesAreRefused() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(randomModel(20, 10, 0.5, 1));
        const auto chains = backend->makeChains(4);
        for (const std::size_t size : {19U, 40U, 81U}) {
            const std::vector<std::uint8_t> mask(size);
            Sweeps sweeps;
            sweeps.clamped = mask;
            QVERIFY_EXCEPTION_THROWN(backend->gibbs(*chains, sweeps), Error);
        }
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
            ++counts[stateOf(&states.visible[n * 5])];
        }
        const double logZ = bruteForceLogZ(model);
        double chiSquare = 0;
        for (std::size_t state = 0; state < 32; ++state) {
            const double expected = 20000 * std::exp(-freeEnergy(model, unitsOf(state)) - logZ);
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
    /// Five units as the bits of a number, and back.
    static std::size_t stateOf(const std::uint8_t *units) {
        std::size_t state = 0;
        for (std::size_t i = 0; i < 5; ++i)
            state |= static_cast<std::size_t>(units[i]) << i;
        return state;
    }

    static std::vector<float> unitsOf(std::size_t state) {
        std::vector<float> v(5);
        for (std::size_t i = 0; i < 5; ++i)
            v[i] = static_cast<float>(state >> i & 1U);
        return v;
    }

    /// `maskRows`: 0, no unit is held; 1, the same ones in all chains; kChains, each its own.
    static void compareGibbs(std::size_t visible, std::size_t hidden, float beta,
                             std::size_t maskRows = 0) {
        const auto model = randomModel(visible, hidden, 0.3, visible);
        const auto fast = makeBackend(BackendChoice::Cpu);
        const auto plain = makeReferenceBackend();
        fast->setParameters(model);
        plain->setParameters(model);
        plain->sampleFrom(fast->sampledParameters());
        const auto a = fast->makeChains(kChains);
        const auto b = plain->makeChains(kChains);
        Sweeps sweeps;
        sweeps.count = 7;
        sweeps.firstStep = (1ULL << 33) + 5;
        sweeps.seed = 0x123456789abcdefULL;
        sweeps.firstChain = 40;
        sweeps.beta = beta;
        const auto held = randomImages(visible, 1, maskRows, false, 6);
        sweeps.clamped = held->pixels;
        auto starts = fast->states(*a);
        const auto images = randomImages(visible, 1, kChains, false, 4);
        std::transform(images->pixels.begin(), images->pixels.end(), starts.visible.begin(),
                       [](std::uint8_t byte) { return byte / 255; });
        fast->setStates(*a, starts);
        plain->setStates(*b, starts);
        fast->gibbs(*a, sweeps);
        plain->gibbs(*b, sweeps);
        QVERIFY(fast->states(*a) == plain->states(*b));
        std::vector<double> x(kChains);
        std::vector<double> y(kChains);
        fast->hiddenLogSums(*a, beta, x);
        plain->hiddenLogSums(*b, beta, y);
        const auto p = fast->visibleProbabilities(*a);
        const auto q = plain->visibleProbabilities(*b);
        for (std::size_t n = 0; n < kChains; ++n) { // float sums of up to 130 terms
            QVERIFY(std::abs(x[n] - y[n]) < 1e-5 * static_cast<double>(hidden) + 1e-5);
        }
        for (std::size_t at = 0; at < p.size(); ++at) {
            QVERIFY(std::abs(p[at] - q[at]) < 1e-5F);
        }
    }
};

QTEST_GUILESS_MAIN(TestCpuBackend)
#include "test_cpu_backend.moc"
