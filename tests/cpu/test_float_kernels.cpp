// The kernels on float32 weights against loops in double precision, on every
// SIMD target. Tolerances: each rounding adds at most kUnit of what is rounded,
// so that a sum of n products is off by at most 2 n kUnit times the sum of their
// magnitudes, in whatever order, fused or not; kSecondOrder covers the rest.
#include "engine/cpu/aligned_vector.h"
#include "engine/cpu/layout.h"
#include "engine/cpu/update_kernels.h"
#include "tests/support/every_target.h"
#include "tests/support/float_errors.h"

#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

using namespace rbm::cpu;
using namespace rbm::test;

namespace {

/// The bits, for NaN equals nothing.
std::vector<std::uint32_t> bitsOf(const AlignedVector<float> &values) {
    std::vector<std::uint32_t> bits;
    std::transform(values.begin(), values.end(), std::back_inserter(bits),
                   [](float x) { return std::bit_cast<std::uint32_t>(x); });
    return bits;
}

/// Lists of rows with or without values.
struct Lists {
    std::vector<std::uint32_t> start = {0};
    std::vector<std::uint32_t> row;
    std::vector<float> value;

    void add(Random &random, std::size_t length, std::size_t rows) {
        for (std::size_t n = 0; n < length; ++n) {
            row.push_back(static_cast<std::uint32_t>(random.size(0, rows - 1) * kBlock));
            value.push_back(static_cast<float>(random.between(1, 255)) / 255.0F);
        }
        start.push_back(static_cast<std::uint32_t>(row.size()));
    }
    SparseRows rows(bool weighted) const { return {start, row, weighted ? value.data() : nullptr}; }
    std::size_t count() const { return start.size() - 1; }
    std::size_t length(std::size_t list) const { return start[list + 1] - start[list]; }

    /// The sum over a list of value * of(offset of the row), and of magnitudes.
    template <typename Of>
    std::pair<double, double> sum(std::size_t list, bool weighted, const Of &of) const {
        std::pair<double, double> result;
        for (std::uint32_t at = start[list]; at < start[list + 1]; ++at) {
            const double term =
                static_cast<double>(weighted ? value[at] : 1) * static_cast<double>(of(row[at]));
            result.first += term;
            result.second += std::abs(term);
        }
        return result;
    }
};

/// The bounds of one block, one array after the other.
struct Bounds {
    explicit Bounds(std::size_t rows) : values(2 * rows + 2 * kBlock), count(rows) {}
    BlockBounds out() {
        float *columns = values.data() + 2 * count;
        return {values.data(), values.data() + count, columns, columns + kBlock};
    }
    AlignedVector<float> values;
    std::size_t count;
};

} // namespace

class TestFloatKernels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tellTargets(); }
    void cleanup() { limitTarget(0); }

    void listsAreSummedLikePlainLoops() {
        onEveryTarget([] {
            Random random(1);
            for (int round = 0; round < 60; ++round) {
                const std::size_t rows = random.size(1, 90);
                const auto block = randomFloats(random, rows * kBlock, 3);
                const auto bias = randomFloats(random, kBlock, 3);
                Lists lists;
                for (int list = 0; list < 9; ++list) {
                    lists.add(random, random.size(0, 2) * random.size(0, 60), rows);
                }
                const std::size_t begin = random.size(0, 4);
                const std::size_t end = random.size(4, 9);
                const bool weighted = round % 2 == 0;
                std::vector<float> out(9 * kBlock, 7.0F);
                sumLists(block.data(), bias.data(), lists.rows(weighted), begin, end, out.data());
                for (std::size_t at = 0; at < out.size(); ++at) {
                    const std::size_t list = at / kBlock;
                    const std::size_t l = at % kBlock;
                    if (list < begin || list >= end) {
                        QCOMPARE(out[at], 7.0F);
                        continue;
                    }
                    const auto [sum, size] = lists.sum(
                        list, weighted, [&](std::uint32_t row) { return block[row + l]; });
                    const double n = 1 + static_cast<double>(lists.length(list));
                    const double from = static_cast<double>(bias[l]);
                    verifyNear(out[at], from + sum, 2 * n * kUnit * (std::abs(from) + size));
                }
            }
        });
    }

    void dotsAreThoseOfPlainLoops() {
        onEveryTarget([] {
            Random random(2);
            for (std::size_t blocks = 1; blocks <= 20; ++blocks) {
                const std::size_t stride = kBlock * random.size(1, 4);
                const auto row = randomFloats(random, blocks * stride, 3);
                const std::size_t chains = random.size(1, 9);
                std::vector<float> states(chains * blocks * kBlock);
                std::generate(states.begin(), states.end(),
                              [&] { return static_cast<float>(random.between(0, 1)); });
                std::vector<float> dots(chains);
                dotStates(row.data(), stride, states.data(), blocks * kBlock, chains, dots.data());
                for (std::size_t n = 0; n < chains; ++n) {
                    double sum = 0;
                    double size = 0;
                    for (std::size_t c = 0; c < blocks * kBlock; ++c) {
                        const double term =
                            static_cast<double>(row[c / kBlock * stride + c % kBlock]) *
                            static_cast<double>(states[n * blocks * kBlock + c]);
                        sum += term;
                        size += std::abs(term);
                    }
                    verifyNear(dots[n], sum,
                               2 * static_cast<double>(blocks * kBlock) * kUnit * size);
                }
            }
        });
    }

    // Four are taken together, the fifth alone.
    void blocksTogetherMoveAsEachAlone() {
        constexpr std::size_t kImages = 20;
        constexpr std::size_t kBlocks = 5;
        onEveryTarget([] {
            Random random(7);
            Lists lit;
            Lists on;
            for (int row = 0; row < 9; ++row) {
                lit.add(random, random.size(0, kImages), kImages);
                on.add(random, random.size(0, kImages), kImages);
            }
            const SparseRows litRows = lit.rows(true);
            const SparseRows onRows = on.rows(false);
            const UpdateLists lists{on.count(), &litRows, &onRows, {0.01F, 0.5F}};
            const std::size_t size = kBlocks * on.count() * kBlock;
            const auto positive = randomFloats(random, kBlocks * kImages * kBlock, 1);
            std::vector<std::uint8_t> negative(positive.size());
            std::generate(negative.begin(), negative.end(),
                          [&] { return static_cast<std::uint8_t>(random.between(0, 1) > 0); });
            AlignedVector<float> weights[2];
            AlignedVector<float> velocity[2];
            weights[0] = weights[1] = randomFloats(random, size, 2);
            velocity[0] = velocity[1] = randomFloats(random, size, 0.1);
            std::vector<BlockUpdate> together;
            for (std::size_t b = 0; b < kBlocks; ++b) {
                const std::size_t data = b * kImages * kBlock;
                const std::size_t at = b * on.count() * kBlock;
                together.push_back(
                    {&positive[data], &negative[data], &weights[0][at], &velocity[0][at]});
                updateBlocks(lists, std::vector<BlockUpdate>{{&positive[data], &negative[data],
                                                              &weights[1][at], &velocity[1][at]}});
            }
            updateBlocks(lists, together);
            QVERIFY(weights[0] == weights[1]);
            QVERIFY(velocity[0] == velocity[1]);
        });
    }

    // Rows with 254 to 700 chains on: bytes count to 255, then start again.
    void blocksMoveLikePlainLoops() {
        constexpr std::size_t kImages = 700;
        onEveryTarget([] {
            Random random(3);
            const auto positive = randomFloats(random, kImages * kBlock, 1);
            std::vector<std::uint8_t> negative(kImages * kBlock);
            std::generate(negative.begin(), negative.end(), [&] {
                return static_cast<std::uint8_t>(random.between(0, 9) > 0); // many, to fill bytes
            });
            Lists lit;
            Lists on;
            for (const std::size_t chains : {0, 1, 254, 255, 256, 300, 510, 511, 700}) {
                lit.add(random, random.size(0, kImages), kImages);
                on.add(random, chains, kImages);
            }
            const std::size_t rows = on.count();
            const auto weights = randomFloats(random, rows * kBlock, 2);
            const auto velocity = randomFloats(random, rows * kBlock, 0.1);
            auto newWeights = weights;
            auto newVelocity = velocity;
            const SparseRows litRows = lit.rows(true);
            const SparseRows onRows = on.rows(false);
            const float step = 0.001F;
            const float momentum = 0.9F;
            const UpdateLists lists{rows, &litRows, &onRows, {step, momentum}};
            updateBlocks(lists, std::vector<BlockUpdate>{{positive.data(), negative.data(),
                                                          newWeights.data(), newVelocity.data()}});
            for (std::size_t at = 0; at < weights.size(); ++at) {
                const std::size_t row = at / kBlock;
                const std::size_t l = at % kBlock;
                const auto [data, size] =
                    lit.sum(row, true, [&](std::uint32_t image) { return positive[image + l]; });
                const auto counts =
                    on.sum(row, false, [&](std::uint32_t chain) { return negative[chain + l]; });
                const double gradient = counts.first - data;
                const double off = 2 * static_cast<double>(lit.length(row)) * kUnit * size +
                                   kUnit * std::abs(gradient);
                verifyMove(gradient, off, step, momentum, velocity[at], weights[at],
                           newVelocity[at], newWeights[at]);
            }
        });
    }

    void parametersMoveLikePlainLoops() {
        onEveryTarget([] {
            Random random(4);
            const auto gradient = randomFloats(random, 5 * kBlock, 30);
            const auto velocity = randomFloats(random, gradient.size(), 0.1);
            const auto before = randomFloats(random, gradient.size(), 2);
            auto m = velocity;
            auto after = before;
            moveParameters(gradient.data(), {0.01F, 0.5F}, m.size(), m.data(), after.data());
            for (std::size_t at = 0; at < m.size(); ++at) {
                verifyMove(static_cast<double>(gradient[at]), 0, 0.01F, 0.5F, velocity[at],
                           before[at], m[at], after[at]);
            }
        });
    }

    void boundsAreTheSameOnEveryTarget() {
        Random random(5);
        for (std::size_t rows = 1; rows <= 200; rows += 7) {
            const auto weights = randomFloats(random, rows * kBlock, 3);
            std::vector<std::uint32_t> first;
            onEveryTarget([&] {
                Bounds bounds(rows);
                const BlockBounds out = bounds.out();
                boundsOf(weights.data(), rows, out);
                first = first.empty() ? bitsOf(bounds.values) : first;
                QVERIFY(bitsOf(bounds.values) == first);
                for (std::size_t row = 0; row < rows; ++row) {
                    verifyBounds(weights, row * kBlock, 1, kBlock, out.rowUp[row],
                                 out.rowDown[row]);
                }
                for (std::size_t l = 0; l < kBlock; ++l) {
                    verifyBounds(weights, l, kBlock, rows, out.columnUp[l], out.columnDown[l]);
                }
            });
        }
    }

    void boundsOfWeightsThatAreNotFiniteAreNotFinite() {
        constexpr float kInfinity = std::numeric_limits<float>::infinity();
        for (const float bad : {std::numeric_limits<float>::quiet_NaN(), kInfinity, -kInfinity}) {
            onEveryTarget([&] {
                AlignedVector<float> weights(3 * kBlock, 1.0F);
                weights[kBlock + 17] = bad;
                Bounds bounds(3);
                const BlockBounds out = bounds.out();
                boundsOf(weights.data(), 3, out);
                QVERIFY(!std::isfinite(out.rowUp[1] + out.rowDown[1]));
                QVERIFY(!std::isfinite(out.columnUp[17] + out.columnDown[17]));
                QCOMPARE(out.rowUp[0] + out.rowDown[0], 32.0F);
                QCOMPARE(out.columnUp[16] + out.columnDown[16], 3.0F);
            });
        }
    }

    // Exactly: scaling by powers of two rounds nothing.
    void bothDirectionsOfATileHoldTheSameRoundedWeight() {
        onEveryTarget([] {
            Random random(6);
            for (int round = 0; round < 100; ++round) {
                AlignedVector<float> rowScale;
                AlignedVector<float> columnScale;
                AlignedVector<float> weights;
                for (std::size_t u = 0; u < kBlock; ++u) {
                    rowScale.push_back(std::ldexp(1.0F, random.between(6, 12)));
                    columnScale.push_back(std::ldexp(1.0F, random.between(6, 12)));
                }
                for (std::size_t at = 0; at < kBlock * kBlock; ++at) {
                    const float row = rowScale[at / kBlock];
                    const float column = columnScale[at % kBlock];
                    // As large as 16 bits hold; or halfway between two steps.
                    weights.push_back(random.between(0, 1) == 0
                                          ? random.real(32000.0 / std::max(row, column))
                                          : static_cast<float>(random.between(-400, 400)) / 2 /
                                                std::min(row, column));
                }
                AlignedVector<std::int16_t> toHidden(weights.size());
                AlignedVector<std::int16_t> toVisible(weights.size());
                quantiseTile({weights.data(), rowScale.data(), columnScale.data(), toHidden.data(),
                              toVisible.data()});
                for (std::size_t at = 0; at < weights.size(); ++at) {
                    const std::size_t row = at / kBlock;
                    const std::size_t column = at % kBlock;
                    const float coarser = std::min(rowScale[row], columnScale[column]);
                    const float there = static_cast<float>(toHidden[at]) / columnScale[column];
                    const float back =
                        static_cast<float>(toVisible[column * kBlock + row]) / rowScale[row];
                    QCOMPARE(there, back);
                    QCOMPARE(there, std::nearbyint(weights[at] * coarser) / coarser);
                    QVERIFY(std::abs(there - weights[at]) <= 0.5F / coarser);
                }
            }
        });
    }

private:
    /// m = momentum * m - step * gradient; p += m, where the gradient is off by `off`.
    static void verifyMove(double gradient, double off, float step, float momentum, float m,
                           float p, float newM, float newP) {
        const double kept = static_cast<double>(momentum) * static_cast<double>(m);
        const double moved = static_cast<double>(step) * gradient;
        const double next = kept - moved;
        const double ofNext = static_cast<double>(step) * off +
                              kUnit * (std::abs(kept) + std::abs(moved) + std::abs(next));
        verifyNear(newM, next, ofNext);
        const double exact = static_cast<double>(p) + next;
        verifyNear(newP, exact, ofNext + kUnit * std::abs(exact));
    }

    static void verifyBounds(const AlignedVector<float> &weights, std::size_t first,
                             std::size_t stride, std::size_t n, float up, float down) {
        double above = 0;
        double below = 0;
        for (std::size_t k = 0; k < n; ++k) {
            const double w = static_cast<double>(weights[first + k * stride]);
            above += std::max(w, 0.0);
            below += std::max(-w, 0.0);
        }
        verifyNear(up, above, static_cast<double>(n) * kUnit * above);
        verifyNear(down, below, static_cast<double>(n) * kUnit * below);
    }
};

QTEST_GUILESS_MAIN(TestFloatKernels)
#include "test_float_kernels.moc"
