#include "engine/base/error.h"
#include "engine/likelihood/exact.h"
#include "tests/support/every_target.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <chrono>
#include <cmath>
#include <numbers>
#include <thread>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr double kHalfUlp = 0x1p-53;

/// The same distribution with the two sides exchanged.
RbmParameters exchanged(const RbmParameters &p) {
    auto result = RbmParameters::zeros(p.hidden, p.visible);
    result.visibleBias = p.hiddenBias;
    result.hiddenBias = p.visibleBias;
    for (std::size_t i = 0; i < p.visible; ++i) {
        for (std::size_t j = 0; j < p.hidden; ++j) {
            result.weights[j * p.visible + i] = p.weights[i * p.hidden + j];
        }
    }
    return result;
}

/// Biases of +size and -size by turns.
void setBiases(RbmParameters &p, float size) {
    for (auto *bias : {&p.visibleBias, &p.hiddenBias}) {
        for (std::size_t u = 0; u < bias->size(); ++u) {
            (*bias)[u] = u % 2 == 0 ? size : -size;
        }
    }
}

/// How far two enumerations may differ. M, the sum of all |parameters|, bounds
/// every partial sum of a state's log weight. Brute force and blocks add at most
/// V + H times along a path to it, each time off by M halves of an ulp; the walk
/// over units with unsafe odds adds once more for each of 4096 states. Factors,
/// exponentials and logarithms cost a unit less than 20. Last, sums over 2^V
/// states (brute force) and over 4096 are off by as many.
double tolerance(const RbmParameters &p) {
    double size = 0;
    for (const auto *values : {&p.visibleBias, &p.hiddenBias, &p.weights}) {
        for (const float x : *values) {
            size += std::abs(static_cast<double>(x));
        }
    }
    const auto units = static_cast<double>(p.visible + p.hidden);
    const double states = std::ldexp(1.0, static_cast<int>(std::min(p.visible, p.hidden)));
    return kHalfUlp * ((2 * units + 4096) * size + 20 * units + states + 4096);
}

/// Against brute force over the visible units, whichever side is the smaller.
void verifyAgainstBruteForce(const RbmParameters &model, const char *what) {
    const double truth = bruteForceLogZ(model);
    const double allowed = tolerance(model);
    for (const auto &p : {model, exchanged(model)}) {
        const double off = std::abs(exactLogPartition(p).logZ - truth);
        QVERIFY2(off <= allowed, qPrintable(QString("%1, %2 x %3: off by %4, log Z %5")
                                                .arg(what)
                                                .arg(p.visible)
                                                .arg(p.hidden)
                                                .arg(off)
                                                .arg(truth)));
    }
}

} // namespace

class TestExact : public QObject {
    Q_OBJECT

private slots:
    void theLogPartitionOfFreeUnitsIsLogTwoEach() {
        for (const auto &[visible, hidden] : {std::pair{1, 1}, {784, 3}, {20, 30}}) {
            const auto model = RbmParameters::zeros(visible, hidden);
            const double truth = (visible + hidden) * std::numbers::ln2;
            QVERIFY(std::abs(exactLogPartition(model).logZ - truth) < tolerance(model));
        }
    }

    void weakAndStrongWeightsMatchBruteForce() {
        tellTargets();
        onEveryTarget([] {
            for (const double deviation : {0.01, 1.0, 30.0, 100.0}) {
                for (const auto &[visible, hidden] :
                     {std::pair{1, 1}, {9, 14}, {14, 9}, {12, 3}, {13, 40}}) {
                    verifyAgainstBruteForce(randomModel(visible, hidden, deviation, 7),
                                            qPrintable(QString::number(deviation)));
                }
            }
        });
    }

    // Ten odds of exp(72) overflow a product, nine do not; exp(500) fills one alone;
    // beyond 600 a unit's odds are unsafe.
    void strongBiasesMatchBruteForce() {
        onEveryTarget([] {
            for (const float bias : {30.0F, 72.0F, 500.0F, 599.0F, 10000.0F}) {
                auto model = randomModel(13, 30, 0.5, 8);
                setBiases(model, bias);
                verifyAgainstBruteForce(model, "biases");
            }
        });
    }

    void aHugeWeightMatchesBruteForce() {
        for (const float weight : {1e4F, -1e4F, 3e38F, -3e38F}) {
            auto model = randomModel(13, 30, 1.0, 9);
            model.weights[12 * 30 + 17] = weight;
            verifyAgainstBruteForce(model, "weight");
        }
    }

    // As wide as images are; brute force has no products.
    void aWideModelMatchesBruteForce() {
        verifyAgainstBruteForce(randomModel(16, 784, 0.5, 10), "wide");
    }

    // A target is off by (3 n + 6 + 3 L) half ulps for n units and log weights up
    // to L, and by one for each of 4096 states in the sum; two targets by twice
    // that. L is below log Z, since the 784 softplus outweigh any negative biases.
    void everyTargetFindsTheSameLogPartition() {
        const auto model = randomModel(784, 14, 0.5, 11);
        const double first = exactLogPartition(model).logZ;
        const double allowed = 2 * kHalfUlp * (3 * 784 + 6 + 3 * std::abs(first) + 4096);
        onEveryTarget([&] { QVERIFY(std::abs(exactLogPartition(model).logZ - first) <= allowed); });
    }

    void theLogPartitionDoesNotDependOnThreads() {
        auto model = randomModel(15, 100, 0.5, 12);
        model.weights[3] = 1e4F;
        const double one = exactLogPartition(model, 1).logZ;
        for (const std::size_t threads : {2U, 3U, 8U, 0U}) {
            QVERIFY(exactLogPartition(model, threads).logZ == one);
        }
    }

    void enumerationCanBeCancelledBeforeAndAtWork() {
        std::atomic<bool> cancel = true;
        QVERIFY_THROWS_EXCEPTION(Error,
                                 exactLogPartition(RbmParameters::zeros(784, 25), 0, &cancel));
        cancel = false;
        const std::jthread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            cancel = true;
        });
        // 2^25 states of 3000 units take seconds.
        QVERIFY_THROWS_EXCEPTION(Error,
                                 exactLogPartition(RbmParameters::zeros(3000, 25), 0, &cancel));
    }

    void largeModelsAreReferredToTheTrustedMethod() {
        try {
            exactLogPartition(RbmParameters::zeros(26, 26));
            QFAIL("not refused");
        } catch (const Error &error) {
            QCOMPARE(std::string(error.what()),
                     std::string("The exact likelihood needs a side of at most 25 units, but this "
                                 "model has 26 x 26; use --method trusted."));
        }
    }

    void onlySmallSidesAreQuickToEnumerate() {
        QVERIFY(isQuickToEnumerate(RbmParameters::zeros(784, 25)));
        QVERIFY(isQuickToEnumerate(RbmParameters::zeros(25, 784)));
        QVERIFY(!isQuickToEnumerate(RbmParameters::zeros(3000, 25)));
        QVERIFY(!isQuickToEnumerate(RbmParameters::zeros(26, 26)));
        QVERIFY(canEnumerate(RbmParameters::zeros(3000, 25)));
    }

    void unitsWithUnsafeOddsAreSlowToEnumerate() {
        auto model = RbmParameters::zeros(784, 25);
        setBiases(model, 1000);
        QVERIFY(!isQuickToEnumerate(model));
        model = RbmParameters::zeros(784, 15);
        setBiases(model, 1000);
        QVERIFY(isQuickToEnumerate(model));
    }
};

QTEST_GUILESS_MAIN(TestExact)
#include "test_exact.moc"
