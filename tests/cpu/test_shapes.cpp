// The CPU backend in shapes that fill no block, on any number of threads and in
// any slices: the same bits; and at the ends of what it can take.
#include "engine/backend/backend_list.h"
#include "tests/support/every_target.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr double kUnit = 1.0 / (1 << 24); ///< of float's rounding

struct Outcome {
    ChainStates states;
    RbmParameters parameters;
    RbmParameters momentum;

    bool operator==(const Outcome &) const = default;
};

std::unique_ptr<Backend> makeCpu(const RbmParameters &model, std::size_t threads = 2) {
    BackendOptions options;
    options.threads = threads;
    auto backend = makeBackend(BackendChoice::Cpu, options);
    backend->setParameters(model);
    return backend;
}

/// A mini-batch that owns what it shows.
struct OwnBatch {
    OwnBatch(std::size_t visible, std::size_t images)
        : data(randomImages(visible, 1, images, true, 17)), rows(images) {
        std::iota(rows.begin(), rows.end(), 0U);
    }
    MiniBatch batch() const { return {rows, data->pixels}; }

    std::shared_ptr<const Dataset> data;
    std::vector<std::uint32_t> rows;
};

Outcome train(const RbmParameters &model, std::size_t images, std::size_t threads) {
    const auto backend = makeCpu(model, threads);
    const auto chains = backend->makeChains(images + 9);
    const OwnBatch own(model.visible, images);
    for (std::uint64_t update = 0; update < 3; ++update) {
        backend->pcdUpdate(*chains, own.batch(), 2, {0.3F, 0.5F}, 23, update);
    }
    for (const float beta : {1.0F, 0.5F}) {
        Sweeps sweeps;
        sweeps.count = 2;
        sweeps.beta = beta;
        backend->gibbs(*chains, sweeps);
    }
    return {backend->states(*chains), backend->parameters(), backend->momentum()};
}

/// The rows of chains [begin, end).
ChainStates part(const ChainStates &states, std::size_t begin, std::size_t end) {
    const auto cut = [&](const std::vector<std::uint8_t> &bytes) {
        const std::size_t units = bytes.size() / states.count;
        const auto at = [&](std::size_t n) {
            return bytes.begin() + static_cast<std::ptrdiff_t>(n * units);
        };
        return std::vector<std::uint8_t>(at(begin), at(end));
    };
    return {end - begin, cut(states.visible), cut(states.hidden)};
}

double largestDifference(const std::vector<float> &a, const std::vector<float> &b) {
    double largest = 0;
    for (std::size_t at = 0; at < a.size(); ++at) {
        largest = std::max(largest, std::abs(static_cast<double>(a[at]) - b[at]));
    }
    return largest;
}

double largestDifference(const RbmParameters &a, const RbmParameters &b) {
    return std::max({largestDifference(a.weights, b.weights),
                     largestDifference(a.visibleBias, b.visibleBias),
                     largestDifference(a.hiddenBias, b.hiddenBias)});
}

/// How far one update may move a parameter from where exact sums move it: `rate`
/// times what an image's P(h | v), of V + 1 terms, and a sum of N products are
/// off by; then the roundings of the momentum and of the parameter.
double updateTolerance(const RbmParameters &p, std::size_t images, double rate) {
    double input = 0; // no unit's sum has larger magnitudes
    for (std::size_t j = 0; j < p.hidden; ++j) {
        double sum = std::abs(static_cast<double>(p.hiddenBias[j]));
        for (std::size_t i = 0; i < p.visible; ++i) {
            sum += std::abs(static_cast<double>(p.weights[i * p.hidden + j]));
        }
        input = std::max(input, sum);
    }
    const double terms = static_cast<double>(p.visible + 1);
    const double probability = 2 * terms * kUnit * input / 4 + 5 * kUnit;
    const double largest = 4; // of any parameter here, checked by its user
    return rate * (probability + 2 * static_cast<double>(images + 1) * kUnit) +
           4 * kUnit * (largest + rate);
}

} // namespace

class TestShapes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tellTargets(); }
    void cleanup() { cpu::limitTarget(0); }

    void threadsChangeNothing_data() {
        QTest::addColumn<int>("visible");
        QTest::addColumn<int>("hidden");
        for (const int visible : {1, 31, 33, 100, 785}) {
            for (const int hidden : {1, 32, 65, 500}) {
                QTest::addRow("%d x %d", visible, hidden) << visible << hidden;
            }
        }
    }
    void threadsChangeNothing() {
        QFETCH(int, visible);
        QFETCH(int, hidden);
        const auto model = randomModel(static_cast<std::size_t>(visible),
                                       static_cast<std::size_t>(hidden), 0.1, 31);
        for (const std::size_t images : {1U, 7U, 300U}) {
            const Outcome alone = train(model, images, 1);
            for (const std::size_t threads : {2U, 3U, 5U}) {
                QVERIFY(train(model, images, threads) == alone);
            }
            // The chains beyond the batch rested, then all of them moved.
            QVERIFY(alone.parameters != model);
            QCOMPARE(alone.states.count, images + 9);
        }
    }

    void sweepsMayBeCutIntoSteps() {
        for (const float beta : {1.0F, 0.37F}) {
            const auto model = randomModel(45, 70, 0.3, 1);
            const auto backend = makeCpu(model);
            const auto whole = backend->makeChains(13);
            const auto cut = backend->makeChains(13);
            Sweeps sweeps;
            sweeps.count = 10;
            sweeps.firstStep = 1000;
            sweeps.beta = beta;
            backend->gibbs(*whole, sweeps);
            sweeps.count = 1;
            for (int step = 0; step < 10; ++step) {
                backend->gibbs(*cut, sweeps);
                ++sweeps.firstStep;
            }
            QVERIFY(backend->states(*whole) == backend->states(*cut));
        }
    }

    void chainsMayBeCutIntoGroups() {
        const auto model = randomModel(45, 70, 0.3, 2);
        const auto sampled = [&](std::size_t count, std::uint32_t firstChain) {
            const auto backend = makeCpu(model);
            const auto chains = backend->makeChains(count);
            Sweeps sweeps;
            sweeps.count = 10;
            sweeps.firstChain = firstChain;
            backend->gibbs(*chains, sweeps);
            return backend->states(*chains);
        };
        const ChainStates all = sampled(10, 0);
        QVERIFY(sampled(5, 0) == part(all, 0, 5));
        QVERIFY(sampled(5, 5) == part(all, 5, 10));
        QVERIFY(part(all, 0, 5) != part(all, 5, 10));
    }

    void everyTargetSamplesTheSameBits() {
        const auto model = randomModel(100, 65, 0.3, 3);
        for (const float beta : {1.0F, 0.37F}) {
            std::vector<ChainStates> states;
            onEveryTarget([&] {
                const auto backend = makeCpu(model);
                const auto chains = backend->makeChains(40);
                Sweeps sweeps;
                sweeps.count = 20;
                sweeps.beta = beta;
                backend->gibbs(*chains, sweeps);
                states.push_back(backend->states(*chains));
                QVERIFY(states.back() == states.front());
            });
        }
    }

    // Each update starts from the first target's parameters, so that the chains
    // are the same: a parameter next to where it is rounded the other way would
    // part them.
    void everyTargetUpdatesAlikeWithinFloatTolerance() {
        constexpr std::size_t kImages = 50;
        constexpr float kRate = 0.5F;
        const auto model = randomModel(100, 65, 0.2, 4);
        const OwnBatch own(100, kImages);
        std::vector<Outcome> first;
        onEveryTarget([&] {
            const auto backend = makeCpu(model);
            const auto chains = backend->makeChains(60);
            for (std::uint64_t update = 0; update < 5; ++update) {
                backend->pcdUpdate(*chains, own.batch(), 3, {kRate, 0.9F}, 6, update);
                if (first.size() == update) {
                    first.push_back(
                        {backend->states(*chains), backend->parameters(), backend->momentum()});
                }
                const Outcome &same = first[update];
                QVERIFY(largestDifference(same.parameters, RbmParameters::zeros(100, 65)) < 4);
                const RbmParameters &before = update == 0 ? model : first[update - 1].parameters;
                const double tolerance =
                    2 * updateTolerance(before, kImages, static_cast<double>(kRate));
                QVERIFY(tolerance < 1e-3); // of moves of up to 0.5
                QVERIFY(backend->states(*chains) == same.states);
                QVERIFY(largestDifference(backend->parameters(), same.parameters) <= tolerance);
                QVERIFY(largestDifference(backend->momentum(), same.momentum) <= tolerance);
                backend->setParameters(same.parameters);
                backend->setMomentum(same.momentum);
            }
        });
    }

    // Whole weights up to 200: float holds their sums exactly, so that the
    // chains are exactly the reference's. They do not fit 16 bits.
    void weightsTooLargeToRoundAreSampledInFloat() {
        auto model = randomModel(300, 200, 60, 5);
        for (auto *values : {&model.weights, &model.visibleBias, &model.hiddenBias}) {
            std::transform(values->begin(), values->end(), values->begin(),
                           [](float x) { return std::clamp(std::nearbyint(x), -200.0F, 200.0F); });
        }
        onEveryTarget([&] {
            const auto fast = makeCpu(model);
            const auto plain = makeReferenceBackend();
            plain->setParameters(model);
            QVERIFY(fast->sampledParameters() == model);
            const auto a = fast->makeChains(11);
            const auto b = plain->makeChains(11);
            const OwnBatch own(300, 7);
            Sweeps sweeps;
            sweeps.count = 3;
            sweeps.firstChain = 3;
            const auto move = [&](Backend &backend, Chains &chains) {
                backend.gibbs(chains, sweeps);
                backend.pcdUpdate(chains, own.batch(), 2, {0.01F, 0}, 1, 0);
            };
            move(*fast, *a);
            move(*plain, *b);
            QVERIFY(fast->states(*a) == plain->states(*b));
            QVERIFY(fast->sampledParameters() == fast->parameters());
            // P(h | v) of float sums of 301 terms, whose magnitudes are some 301 * 48
            // in all: off by at most 2 * 301 * 301 * 48 * 2^-24 / 4 = 0.13. Then the
            // parameters' own rounding, of up to 200.
            QVERIFY(largestDifference(fast->parameters(), plain->parameters()) <
                    0.01 * 0.15 + 201 * kUnit);
        });
    }

    void wideLayersSampleLikeTheReference_data() {
        QTest::addColumn<int>("visible");
        QTest::addColumn<int>("hidden");
        QTest::newRow("10 x 16384") << 10 << 16384;
        QTest::newRow("5000 x 10") << 5000 << 10;
    }
    // Exactly: both add multiples of the same steps, and 16 bits fit a float.
    void wideLayersSampleLikeTheReference() {
        QFETCH(int, visible);
        QFETCH(int, hidden);
        const auto model = randomModel(static_cast<std::size_t>(visible),
                                       static_cast<std::size_t>(hidden), 0.04, 6);
        const auto fast = makeCpu(model);
        const auto plain = makeReferenceBackend();
        plain->setParameters(model);
        plain->sampleFrom(fast->sampledParameters());
        QVERIFY(fast->sampledParameters() != model); // rounded, so not in float
        const auto a = fast->makeChains(5);
        const auto b = plain->makeChains(5);
        for (int sweep = 0; sweep < 2; ++sweep) {
            fast->gibbs(*a, {});
            plain->gibbs(*b, {});
            QVERIFY(fast->states(*a) == plain->states(*b));
        }
    }

    void sampledParametersAreNearAndHiddenLogSumsUseThem() {
        const auto model = randomModel(100, 65, 1.0, 7);
        onEveryTarget([&] {
            const auto fast = makeCpu(model);
            const auto sampled = fast->sampledParameters();
            QVERIFY(fast->parameters() == model);
            QVERIFY(largestDifference(sampled, model) <= 1.0 / 128);
            const auto chains = fast->makeChains(20);
            Sweeps sweeps;
            sweeps.count = 3;
            fast->gibbs(*chains, sweeps);
            std::vector<double> sums(20);
            fast->hiddenLogSums(*chains, 1, sums);
            const auto exact = logSums(sampled, fast->states(*chains));
            const auto unrounded = logSums(model, fast->states(*chains));
            double moved = 0;
            for (std::size_t n = 0; n < 20; ++n) {
                // Inputs are exact; each softplus is off by some units of 2^-24.
                const double tolerance = 8 * kUnit * (exact[n] + 65);
                QVERIFY(std::abs(sums[n] - exact[n]) <= tolerance);
                moved = std::max(moved, std::abs(unrounded[n] - exact[n]) / tolerance);
            }
            QVERIFY(moved > 10); // so the above tells the two apart
        });
    }

private:
    static std::vector<double> logSums(const RbmParameters &p, const ChainStates &states) {
        std::vector<double> result(states.count);
        for (std::size_t n = 0; n < states.count; ++n) {
            for (std::size_t j = 0; j < p.hidden; ++j) {
                double input = static_cast<double>(p.hiddenBias[j]);
                for (std::size_t i = 0; i < p.visible; ++i) {
                    input += states.visible[n * p.visible + i] *
                             static_cast<double>(p.weights[i * p.hidden + j]);
                }
                result[n] += softplus(input);
            }
        }
        return result;
    }
};

QTEST_GUILESS_MAIN(TestShapes)
#include "test_shapes.moc"
