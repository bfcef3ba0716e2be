#include "engine/cpu/scales.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace rbm::cpu;

namespace {

/// The margin that scales.h leaves for float's rounding of the bounds.
constexpr double kLargest = 32767.0 * (1 - 1.0 / 512);

struct Model {
    std::size_t visible = 0;
    std::size_t hidden = 0;
    std::vector<float> weights; ///< [visible, hidden]
    std::vector<float> visibleBias;
    std::vector<float> hiddenBias;

    float weight(std::size_t i, std::size_t j) const { return weights[i * hidden + j]; }
};

/// Sums that need exponents of every kind: each unit has a size of its own.
Model randomModel(std::mt19937_64 &generator) {
    Model m;
    m.visible = std::uniform_int_distribution<std::size_t>(1, 60)(generator);
    m.hidden = std::uniform_int_distribution<std::size_t>(1, 60)(generator);
    std::normal_distribution<float> normal;
    std::uniform_real_distribution<float> size(-6, 3.5F);
    std::vector<float> ofRow(m.visible);
    std::vector<float> ofColumn(m.hidden);
    std::generate(ofRow.begin(), ofRow.end(), [&] { return std::exp2(size(generator)); });
    std::generate(ofColumn.begin(), ofColumn.end(), [&] { return std::exp2(size(generator)); });
    for (std::size_t i = 0; i < m.visible; ++i) {
        m.visibleBias.push_back(10 * ofRow[i] * normal(generator));
        for (std::size_t j = 0; j < m.hidden; ++j) {
            m.weights.push_back(std::min(ofRow[i], ofColumn[j]) * normal(generator));
        }
    }
    for (std::size_t j = 0; j < m.hidden; ++j) {
        m.hiddenBias.push_back(10 * ofColumn[j] * normal(generator));
    }
    return m;
}

void count(float w, InputBounds &bounds, std::size_t unit) {
    bounds.up[unit] += std::max(w, 0.0F);
    bounds.down[unit] += std::max(-w, 0.0F);
}

InputBounds zeros(std::size_t units) {
    return {std::vector<float>(units), std::vector<float>(units)};
}

struct ModelBounds {
    InputBounds visible, hidden;
};

ModelBounds boundsOf(const Model &m) {
    ModelBounds b{zeros(m.visible), zeros(m.hidden)};
    for (std::size_t i = 0; i < m.visible; ++i) {
        count(m.visibleBias[i], b.visible, i);
        for (std::size_t j = 0; j < m.hidden; ++j) {
            count(m.weight(i, j), b.visible, i);
            count(m.weight(i, j), b.hidden, j);
        }
    }
    for (std::size_t j = 0; j < m.hidden; ++j) {
        count(m.hiddenBias[j], b.hidden, j);
    }
    return b;
}

/// The largest sum of unit u that any state leads to, upwards or downwards, in
/// steps of 2^-own, from weights rounded to the coarser unit's step.
template <typename WeightOf>
double largestSum(const WeightOf &weightOf, float bias, int own, const std::vector<int> &others) {
    const double roundedBias = std::nearbyint(std::ldexp(static_cast<double>(bias), own));
    double up = std::max(0.0, roundedBias);
    double down = std::max(0.0, -roundedBias);
    for (std::size_t o = 0; o < others.size(); ++o) {
        const int coarser = std::min(own, others[o]);
        const double rounded =
            std::nearbyint(std::ldexp(static_cast<double>(weightOf(o)), coarser));
        up += std::max(0.0, std::ldexp(rounded, own - coarser));
        down += std::max(0.0, -std::ldexp(rounded, own - coarser));
    }
    return std::max(up, down);
}

/// The bound that an exponent must keep, in its steps: half a step of the
/// coarser unit for each weight, half a step of its own for the bias.
double boundAt(float up, float down, int own, const std::vector<int> &others) {
    double bound = std::ldexp(static_cast<double>(std::max(up, down)), own) + 0.5;
    for (const int other : others) {
        bound += 0.5 * std::ldexp(1.0, std::max(0, own - other));
    }
    return bound;
}

bool fits(float bound) {
    InputBounds visible = zeros(3);
    InputBounds hidden = zeros(2);
    visible.up[1] = bound;
    const bool first = chooseScales(visible, hidden).fit;
    visible = zeros(3);
    hidden.down[1] = bound;
    const bool second = chooseScales(visible, hidden).fit;
    return first && second;
}

} // namespace

class TestScales : public QObject {
    Q_OBJECT

private slots:
    void noStateLeadsBeyond16Bits() {
        std::mt19937_64 generator(1);
        int fit = 0;
        for (int round = 0; round < 400; ++round) {
            const Model m = randomModel(generator);
            const ModelBounds bounds = boundsOf(m);
            const Scales s = chooseScales(bounds.visible, bounds.hidden);
            if (!s.fit) {
                continue;
            }
            ++fit;
            QCOMPARE(s.visible.size(), m.visible);
            QCOMPARE(s.hidden.size(), m.hidden);
            for (std::size_t i = 0; i < m.visible; ++i) {
                const auto weightOf = [&](std::size_t j) { return m.weight(i, j); };
                QVERIFY(largestSum(weightOf, m.visibleBias[i], s.visible[i], s.hidden) <= 32767);
            }
            for (std::size_t j = 0; j < m.hidden; ++j) {
                const auto weightOf = [&](std::size_t i) { return m.weight(i, j); };
                QVERIFY(largestSum(weightOf, m.hiddenBias[j], s.hidden[j], s.visible) <= 32767);
            }
        }
        QVERIFY(fit > 100);
    }

    // The finest: no single unit could count in steps half as wide.
    void exponentsAreTheFinestThatHold() {
        std::mt19937_64 generator(2);
        std::vector<int> units(kFinest + 1);
        for (int round = 0; round < 400; ++round) {
            const ModelBounds b = boundsOf(randomModel(generator));
            const Scales s = chooseScales(b.visible, b.hidden);
            if (!s.fit) {
                continue;
            }
            const auto check = [&](const InputBounds &bounds, const std::vector<int> &own,
                                   const std::vector<int> &others) {
                for (std::size_t u = 0; u < own.size(); ++u) {
                    const int e = own[u];
                    QVERIFY(e >= kCoarsest && e <= kFinest);
                    ++units[static_cast<std::size_t>(e)];
                    QVERIFY(boundAt(bounds.up[u], bounds.down[u], e, others) <= kLargest);
                    QVERIFY(e == kFinest ||
                            boundAt(bounds.up[u], bounds.down[u], e + 1, others) > kLargest);
                }
            };
            check(b.visible, s.visible, s.hidden);
            check(b.hidden, s.hidden, s.visible);
        }
        for (int e = kCoarsest; e <= kFinest; ++e) {
            QVERIFY2(units[static_cast<std::size_t>(e)] > 10, qPrintable(QString::number(e)));
        }
    }

    void smallModelsCountInTheFinestSteps() {
        const Scales s = chooseScales(zeros(784), zeros(500));
        QVERIFY(s.fit);
        QCOMPARE(s.visible, std::vector<int>(784, kFinest));
        QCOMPARE(s.hidden, std::vector<int>(500, kFinest));
    }

    // 32767 (1 - 2^-9) / 2^6 = 511, less half a step for each of up to 3 weights
    // and the bias: some 0.03.
    void boundsTooLargeDoNotFit() {
        QVERIFY(fits(510.9F));
        QVERIFY(!fits(511.1F));
        QVERIFY(!fits(1e9F));
        QVERIFY(!fits(std::numeric_limits<float>::max()));
    }

    void boundsThatAreNotFiniteDoNotFit() {
        QVERIFY(!fits(std::numeric_limits<float>::infinity()));
        QVERIFY(!fits(std::numeric_limits<float>::quiet_NaN()));
    }

    // Rounding alone fills 16 bits: half a step for each of 70,000 weights, as
    // wide as the coarser side makes it.
    void roundingOfManyWeightsCounts() {
        QVERIFY(!chooseScales(zeros(70000), zeros(2)).fit);
        InputBounds visible = zeros(1000);
        std::fill(visible.up.begin(), visible.up.end(), 500.0F);
        const Scales s = chooseScales(visible, zeros(2));
        QVERIFY(s.fit);
        QCOMPARE(s.visible, std::vector<int>(1000, 6));
        QCOMPARE(s.hidden, std::vector<int>(2, 12)); // 500 * 2^6 steps of rounding
    }
};

QTEST_GUILESS_MAIN(TestScales)
#include "test_scales.moc"
