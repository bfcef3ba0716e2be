// Annealing on the CPU backend: its kernel against double precision, its chains and log
// weights against the plain reference, on every SIMD target.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/cpu/anneal_kernels.h"
#include "engine/cpu/layout.h"
#include "tests/support/every_target.h"
#include "tests/support/float_errors.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace rbm;
using namespace rbm::test;

namespace {

double softplusOf(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

/// A base model that is not the model's own.
struct Base {
    explicit Base(const RbmParameters &model) {
        Random random(3);
        for (std::size_t i = 0; i < model.visible; ++i)
            visible.push_back(random.real(3));
        for (std::size_t j = 0; j < model.hidden; ++j)
            hidden.push_back(random.real(3));
    }

    Annealing annealing(std::span<const float> betas) const {
        Annealing a;
        a.betas = betas;
        a.visibleBase = visible;
        a.hiddenBase = hidden;
        a.seed = 5;
        a.firstStep = 7;
        a.firstChain = 11;
        return a;
    }

    std::vector<float> visible;
    std::vector<float> hidden;
};

/// Large steps and small ones, up and down, and temperatures repeated.
const std::vector<float> kBetas = {0, 0.25F, 0.25F, 0.251F, 0.7F, 1, 0.99F, 0.99F, 0.5F, 0.001F, 0};

struct Annealed {
    ChainStates states;
    std::vector<double> logWeights;

    bool operator==(const Annealed &) const = default;
};

Annealed anneal(Backend &backend, const RbmParameters &model, std::size_t count,
                std::span<const float> betas) {
    const Base base(model);
    const auto chains = backend.makeChains(count);
    Annealed result{{}, std::vector<double>(count, 0.5)};
    backend.anneal(*chains, base.annealing(betas), result.logWeights);
    result.states = backend.states(*chains);
    return result;
}

std::unique_ptr<Backend> makeCpu(const RbmParameters &model, std::size_t threads = 2) {
    BackendOptions options;
    options.threads = threads;
    auto backend = makeBackend(BackendChoice::Cpu, options);
    backend->setParameters(model);
    return backend;
}

/// The reference with the parameters that the other one samples from.
std::unique_ptr<ReferenceBackend> referenceOf(const Backend &backend) {
    auto reference = makeReferenceBackend();
    reference->setParameters(backend.parameters());
    reference->sampleFrom(backend.sampledParameters());
    return reference;
}

/// The kernel's error: an input is off by the roundings of x - d, its product and the sum,
/// and so is the step; Exp, the quotient and the polynomial add some 8 kUnit.
double toleranceOf(double x, double d, double from, double to) {
    const double way = x - d;
    const double u = std::abs(way * (to - from));
    const double reach = std::abs(d) + std::abs(way);
    if (u <= 0.126) {
        return u * (10 * kUnit + kUnit * reach) + std::pow(u, 5) / 10000;
    }
    return 4 * kUnit * reach + 7 * kUnit * (softplusOf(d + from * way) + softplusOf(d + to * way));
}

} // namespace

class TestAnnealing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tellTargets(); }
    void cleanup() { cpu::limitTarget(0); }

    void changesOfSoftplusAreThoseOfDoublePrecision() {
        onEveryTarget([] {
            Random random(1);
            for (const double step : {1e-6, 1e-4, 0.003, 0.02, 0.3, 1.0}) {
                for (const double largest : {0.5, 8.0, 60.0, 3000.0}) {
                    const std::size_t n = cpu::kBlock * 7;
                    const auto input = randomFloats(random, n, largest);
                    const auto base = randomFloats(random, n, 5);
                    const auto from = static_cast<float>((1 - step) * 0.5);
                    const auto to = static_cast<float>((1 - step) * 0.5 + step);
                    double exact = 0;
                    double sizes = 0;
                    double tolerance = 0;
                    for (std::size_t u = 0; u < n; ++u) {
                        const double x = static_cast<double>(input[u]);
                        const double d = static_cast<double>(base[u]);
                        const double change = softplusOf(d + static_cast<double>(to) * (x - d)) -
                                              softplusOf(d + static_cast<double>(from) * (x - d));
                        exact += change;
                        sizes += std::abs(change);
                        tolerance +=
                            toleranceOf(x, d, static_cast<double>(from), static_cast<double>(to));
                    }
                    // At least 4 lanes add up in float.
                    tolerance += static_cast<double>(n) / 4 * kUnit * sizes;
                    const double value =
                        cpu::softplusChange(input.data(), base.data(), n, from, to);
                    verifyNear(value, exact, tolerance);
                    verifyNear(cpu::softplusChange(input.data(), base.data(), n, to, from), -exact,
                               tolerance);
                }
            }
        });
    }

    // Padding has inputs and biases of 0, whose change is exactly 0.
    void unitsThatDoNotExistWeighNothing() {
        onEveryTarget([] {
            const std::vector<float> zeros(cpu::kBlock, 0.0F);
            QCOMPARE(cpu::softplusChange(zeros.data(), zeros.data(), cpu::kBlock, 0, 1), 0.0);
        });
    }

    // The states are equal as no draw comes within 1e-6 of its threshold; the log weights
    // are sums over 10 changes of 45 units.
    void chainsAndLogWeightsAreThoseOfTheReference() {
        const auto model = randomModel(70, 45, 0.5, 2);
        onEveryTarget([&] {
            const auto backend = makeCpu(model);
            const auto reference = referenceOf(*backend);
            const auto fast = anneal(*backend, model, 9, kBetas);
            const auto plain = anneal(*reference, model, 9, kBetas);
            QVERIFY(reference->closest() > 1e-6);
            QVERIFY(fast.states == plain.states);
            for (std::size_t n = 0; n < 9; ++n)
                verifyNear(fast.logWeights[n], plain.logWeights[n], 1e-3);
        });
    }

    // The sums of these weights do not fit 16 bits.
    void modelsThatAreNotRoundedAnnealAsTheReference() {
        auto model = randomModel(40, 70, 0.5, 3);
        for (std::size_t j = 0; j < 70; ++j)
            model.weights[j] = j % 2 == 0 ? 20.0F : -20.0F;
        const auto backend = makeCpu(model);
        QVERIFY(backend->sampledParameters() == model);
        const auto reference = referenceOf(*backend);
        const auto fast = anneal(*backend, model, 5, kBetas);
        const auto plain = anneal(*reference, model, 5, kBetas);
        QVERIFY(reference->closest() > 1e-6);
        QVERIFY(fast.states == plain.states);
        for (std::size_t n = 0; n < 5; ++n)
            verifyNear(fast.logWeights[n], plain.logWeights[n], 1e-3);
    }

    void threadsAndSlicesDoNotMatter() {
        const auto model = randomModel(100, 33, 0.5, 4);
        const auto whole = anneal(*makeCpu(model, 1), model, 300, kBetas);
        QVERIFY(anneal(*makeCpu(model, 3), model, 300, kBetas) == whole);
        const auto backend = makeCpu(model);
        const Base base(model);
        const auto chains = backend->makeChains(300);
        std::vector<double> logWeights(300, 0.5);
        for (std::size_t t = 1; t < kBetas.size(); ++t) {
            auto part = base.annealing(std::span(kBetas).subspan(t - 1, 2));
            part.firstStep += t - 1;
            backend->anneal(*chains, part, logWeights);
        }
        QVERIFY(backend->states(*chains) == whole.states);
        QVERIFY(logWeights == whole.logWeights);
    }

    void whatDoesNotFitIsRefused() {
        const auto model = randomModel(10, 5, 0.5, 5);
        const auto backend = makeCpu(model);
        const auto chains = backend->makeChains(2);
        const Base base(model);
        std::vector<double> logWeights(2);
        const std::vector<float> outside = {0, 1.5F};
        const std::vector<float> none;
        for (const auto &betas : {outside, none})
            QVERIFY_THROWS_EXCEPTION(Error,
                                     backend->anneal(*chains, base.annealing(betas), logWeights));
        auto wrong = base.annealing(kBetas);
        wrong.hiddenBase = base.visible;
        QVERIFY_THROWS_EXCEPTION(Error, backend->anneal(*chains, wrong, logWeights));
        logWeights.resize(3);
        QVERIFY_THROWS_EXCEPTION(Error,
                                 backend->anneal(*chains, base.annealing(kBetas), logWeights));
    }
};

QTEST_GUILESS_MAIN(TestAnnealing)
#include "test_annealing.moc"
