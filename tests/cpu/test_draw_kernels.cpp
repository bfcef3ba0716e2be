// The draws of the chains against their definition, on every SIMD target.
#include "engine/cpu/aligned_vector.h"
#include "engine/cpu/draw_kernels.h"
#include "engine/cpu/layout.h"
#include "tests/support/every_target.h"
#include "tests/support/kernel_inputs.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

using namespace rbm;
using namespace rbm::cpu;
using namespace rbm::test;

namespace {

/// One chain's layer with what it must become. Its blocks lie among those of
/// other chains.
struct SampleCase {
    Units units;
    AlignedVector<std::int16_t> sums;
    std::vector<float> input;
    SampleJob job;
    std::vector<std::uint64_t> expected;

    const SampleJob &ready() {
        job.scales = units.scales();
        job.sums = sums.data();
        return job;
    }
};

Draw randomDraw(Random &random) {
    return {random.bits(), static_cast<Purpose>(random.between(1, 11)),
            random.bits() >> random.between(0, 63) >> 8, static_cast<std::uint32_t>(random.bits())};
}

/// A sum whose input lies as near as it can to where the unit's number is just
/// not below its sigmoid, so that 16 bits often leave the unit open.
int sumNear(double number, float step, float beta, float shift) {
    const double input = std::log(number / (1 - number)) - static_cast<double>(shift);
    return static_cast<int>(
        std::clamp(std::nearbyint(input / static_cast<double>(step) / static_cast<double>(beta)),
                   -32767.0, 32767.0));
}

SampleCase makeSampleCase(std::size_t units, float beta, float biasScale, const Draw &draw,
                          Random &random) {
    SampleCase c;
    const std::size_t blocks = blocksOf(units);
    c.job.blockStride = kBlock * random.size(1, 3);
    c.job.units = units;
    c.job.beta = beta;
    c.job.biasScale = biasScale;
    c.job.draw = draw;
    c.sums.resize(blocks * c.job.blockStride);
    std::generate(c.sums.begin(), c.sums.end(), [&] { return random.number(); });
    c.input.resize(blocks * kBlock);
    c.expected.assign(wordsOf(units), 0);
    for (std::size_t u = 0; u < blocks * kBlock; ++u) {
        const auto unit = static_cast<std::uint32_t>(u);
        c.units.add(random.between(6, 12), static_cast<float>(random.between(-4000, 4000)) / 1024);
        const float step = c.units.step[u];
        const float shift = biasScale * c.units.bias[u];
        int sum = random.between(-32767, 32767);
        switch (random.between(0, 3)) {
        case 0:
            sum = random.between(0, 1) == 0 ? -32767 : 32767;
            break;
        case 1:
            sum = sumNear(uniform(draw, unit), step, beta, shift) + random.between(-1, 1);
            break;
        case 2: // within the band of 12 on either side, at the finest steps
            sum = sumNear(uniform(draw, unit), step, beta, shift) + random.between(-16, 16);
            break;
        default:
            break;
        }
        sum = std::clamp(sum, -32767, 32767);
        c.sums[u / kBlock * c.job.blockStride + u % kBlock] = static_cast<std::int16_t>(sum);
        // float32: a product that is rounded once, for steps are powers of two.
        const float scaled = static_cast<float>(sum) * step * beta;
        c.input[u] = scaled + shift;
        if (u < units && uniform(draw, unit) < sigmoid(static_cast<double>(c.input[u]))) {
            c.expected[u / 64] |= std::uint64_t{1} << u % 64;
        }
    }
    return c;
}

/// P(N >= k) of a Poisson distribution.
double poissonUpperTail(double mean, std::size_t k) {
    double below = 0;
    double term = std::exp(-mean);
    for (std::size_t n = 0; n < k; ++n) {
        below += term;
        term *= mean / static_cast<double>(n + 1);
    }
    return 1 - below;
}

} // namespace

class TestDrawKernels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tellTargets(); }
    void cleanup() { limitTarget(0); }

    // Every sum but -32768, which no scales let come about (test_scales.cpp).
    void thresholdsLieInTheirBandForEverySumAndExponent() {
        for (int exponent = 6; exponent <= 12; ++exponent) {
            Units units;
            AlignedVector<std::int16_t> sums;
            for (int sum = -32768; sum <= 32767; ++sum) {
                units.add(exponent, 0);
                sums.push_back(static_cast<std::int16_t>(std::max(sum, -32767)));
            }
            SampleJob job;
            job.scales = units.scales();
            job.sums = sums.data();
            job.blockStride = kBlock;
            job.units = sums.size();
            AlignedVector<std::int16_t> first;
            onEveryTarget([&] {
                AlignedVector<std::int16_t> threshold(sums.size());
                thresholdsOf(job, threshold.data());
                double worst = 0;
                for (std::size_t s = 0; s < sums.size(); ++s) {
                    const double exact = 65536 * sigmoid(std::ldexp(sums[s], -exponent));
                    worst = std::max(worst, std::abs(threshold[s] + 32768.0 - exact));
                }
                QVERIFY2(worst <= kThresholdBand, qPrintable(QString::number(worst)));
                first = first.empty() ? threshold : first;
                QVERIFY(threshold == first);
            });
        }
    }

    // Exactly, even where a number lies next to its threshold: this holds for
    // any draw, so that there is no rate of error.
    void sampledSumsAreExactlyThePlainRule_data() {
        QTest::addColumn<float>("beta");
        QTest::addColumn<float>("biasScale");
        QTest::newRow("beta 1") << 1.0F << 0.0F;
        QTest::newRow("hidden units at beta 0.37") << 0.37F << 0.0F;
        QTest::newRow("visible units at beta 0.37") << 0.37F << 0.63F;
    }
    void sampledSumsAreExactlyThePlainRule() {
        QFETCH(float, beta);
        QFETCH(float, biasScale);
        Random random(3);
        std::vector<SampleCase> cases;
        for (std::size_t units = 1; units <= 300; ++units) {
            for (int repeat = 0; repeat < 6; ++repeat) {
                cases.push_back(makeSampleCase(units, beta, biasScale, randomDraw(random), random));
            }
        }
        onEveryTarget([&] { compareSamples(cases); });
    }

    // Inputs within two units in the last place of where the unit turns on: the
    // low bits decide nearly all of them.
    void inputsNextToTheirNumberAreExact() {
        onEveryTarget([] {
            Random random(5);
            for (int round = 0; round < 200; ++round) {
                const std::size_t units = random.size(1, 300);
                const Draw draw = randomDraw(random);
                std::vector<float> input(blocksOf(units) * kBlock);
                std::vector<std::uint64_t> expected(wordsOf(units));
                for (std::uint32_t u = 0; u < units; ++u) {
                    const double number = uniform(draw, u);
                    input[u] = static_cast<float>(std::log(number / (1 - number)));
                    for (int ulps = random.between(-2, 2); ulps != 0; ulps += ulps < 0 ? 1 : -1) {
                        input[u] = std::nextafter(input[u], ulps < 0 ? -1e30F : 1e30F);
                    }
                    if (number < sigmoid(static_cast<double>(input[u]))) {
                        expected[u / 64] |= std::uint64_t{1} << u % 64;
                    }
                }
                std::vector<std::uint64_t> state(expected.size(), ~std::uint64_t{0});
                sampleInputs(input.data(), units, draw, state.data());
                QVERIFY(state == expected);
            }
        });
    }

    // Numbers below 2^-16 or above 1 - 2^-16, whose 32 low bits decide, against
    // inputs next to their logit: -11 to -30 and 11 to 30.
    void tailsAreExact() {
        Random random(4);
        std::vector<SampleCase> cases;
        std::size_t rare = 0;
        for (std::uint32_t chain = 0; chain < 40000; ++chain) {
            const Draw draw{99, Purpose::TrainingHidden, 7, chain};
            bool extreme = false;
            for (std::uint32_t unit = 0; unit < 64 && !extreme; ++unit) {
                const std::int16_t high = highBits(draw, unit);
                extreme = high == -32768 || high == 32767;
            }
            if (extreme) {
                ++rare;
                for (int repeat = 0; repeat < 40; ++repeat) {
                    cases.push_back(makeSampleCase(64, 1, 0, draw, random));
                }
            }
        }
        QVERIFY(rare > 40); // of 78 expected; fixed draws
        onEveryTarget([&] { compareSamples(cases); });
    }

    // At each of 64 inputs from -12.6 to 12.6 the share of 2^20 draws. Where
    // n p (1 - p) >= 10, |z| < 6: by the normal law at 2e-9, by the skew of the
    // rarest at 1e-6 a unit. Where it is less, neither tail of a Poisson law of
    // the rarer outcome may be below 1e-6. In all below 1e-4 for other seeds.
    void frequenciesAreTheSigmoids() {
        constexpr std::size_t kDraws = 1U << 20U;
        Units units;
        AlignedVector<std::int16_t> sums;
        for (int u = 0; u < 64; ++u) {
            units.add(11, 0);
            sums.push_back(static_cast<std::int16_t>(std::lround((-12.6 + 0.4 * u) * 2048)));
        }
        std::vector<double> first;
        onEveryTarget([&] {
            std::vector<double> on(64);
            for (std::size_t n = 0; n < kDraws; ++n) {
                SampleJob job;
                job.scales = units.scales();
                job.sums = sums.data();
                job.blockStride = kBlock;
                job.units = 64;
                job.draw = {11, Purpose::TrainingVisible, n / 1024,
                            static_cast<std::uint32_t>(n % 1024)};
                std::uint64_t state = 0;
                sampleSums(job, &state);
                for (std::size_t u = 0; u < 64; ++u) {
                    on[u] += static_cast<double>(state >> u & 1U);
                }
            }
            first = first.empty() ? on : first;
            QVERIFY(on == first);
        });
        for (std::size_t u = 0; u < 64; ++u) {
            const double p = sigmoid(std::ldexp(sums[u], -11));
            const double variance = kDraws * p * (1 - p);
            if (variance >= 10) {
                const double z = (first[u] - kDraws * p) / std::sqrt(variance);
                QVERIFY2(std::abs(z) < 6, qPrintable(QString("unit %1: %2").arg(u).arg(z)));
            } else {
                const double count = p < 0.5 ? first[u] : kDraws - first[u];
                const auto k = static_cast<std::size_t>(count);
                const double mean = kDraws * std::min(p, 1 - p);
                QVERIFY2(poissonUpperTail(mean, k) > 1e-6, qPrintable(QString::number(count)));
                QVERIFY2(1 - poissonUpperTail(mean, k + 1) > 1e-6,
                         qPrintable(QString::number(count)));
            }
        }
    }

    // Of two draws of probability one half that are independent, half are alike:
    // 12 counts of some 10^6 pairs, |z| < 5, below 1e-5 in all for other seeds.
    void drawsAreIndependentOfOneAnother() {
        using Change = std::function<Draw(const Draw &)>;
        const auto same = [](const Draw &d) { return d; };
        for (const std::size_t apart : {1, 2, 4, 16, 32, 64, 128}) {
            checkIndependence(same, apart, "units");
        }
        const std::vector<std::pair<const char *, Change>> changes = {
            {"chains", [](Draw d) { return ++d.chain, d; }},
            {"steps", [](Draw d) { return ++d.step, d; }},
            {"distant steps", [](Draw d) { return d.step += std::uint64_t{1} << 32U, d; }},
            {"purposes", [](Draw d) { return d.purpose = Purpose::TrainingHidden, d; }},
            {"seeds", [](Draw d) { return ++d.seed, d; }},
        };
        for (const auto &[name, change] : changes) {
            checkIndependence(change, 0, name);
        }
    }

private:
    static void compareSamples(std::vector<SampleCase> &cases) {
        for (auto &c : cases) {
            const SampleJob &job = c.ready();
            std::vector<std::uint64_t> state(c.expected.size(), ~std::uint64_t{0});
            sampleSums(job, state.data());
            QVERIFY(state == c.expected); // with the bits of units that do not exist
            std::fill(state.begin(), state.end(), ~std::uint64_t{0});
            sampleInputs(c.input.data(), job.units, job.draw, state.data());
            QVERIFY(state == c.expected);
            std::vector<float> input(c.input.size());
            inputsOf(job, input.data());
            QVERIFY(input == c.input);
        }
    }

    static void checkIndependence(const std::function<Draw(const Draw &)> &change,
                                  std::size_t unitsApart, const char *what) {
        constexpr std::size_t kUnits = 256;
        const std::vector<float> input(kUnits, 0.0F);
        double alike = 0;
        double pairs = 0;
        for (std::uint32_t n = 0; n < 4096; ++n) {
            const Draw draw{21, Purpose::TrainingVisible, 2 * (n / 64), 2 * (n % 64)};
            std::uint64_t a[kUnits / 64];
            std::uint64_t b[kUnits / 64];
            sampleInputs(input.data(), kUnits, draw, a);
            sampleInputs(input.data(), kUnits, change(draw), b);
            for (std::size_t u = 0; u + unitsApart < kUnits; ++u) {
                const std::size_t v = u + unitsApart;
                alike +=
                    static_cast<double>((a[u / 64] >> u % 64 & 1U) == (b[v / 64] >> v % 64 & 1U));
                ++pairs;
            }
        }
        const double z = (alike - pairs / 2) / std::sqrt(pairs / 4);
        QVERIFY2(std::abs(z) < 5,
                 qPrintable(QString("%1 %2 apart: %3").arg(what).arg(unitsApart).arg(z)));
    }
};

QTEST_GUILESS_MAIN(TestDrawKernels)
#include "test_draw_kernels.moc"
