// The kernels of the chains' sums and bits against plain loops, on every SIMD target.
#include "engine/cpu/aligned_vector.h"
#include "engine/cpu/layout.h"
#include "engine/cpu/sum_kernels.h"
#include "tests/support/every_target.h"
#include "tests/support/kernel_inputs.h"

#include <QtTest>

#include <algorithm>
#include <vector>

using namespace rbm;
using namespace rbm::cpu;
using namespace rbm::test;

class TestSumKernels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tellTargets(); }
    void cleanup() { limitTarget(0); }

    void sumsOfRowsAreThoseOfPlainLoops() {
        onEveryTarget([] {
            Random random(1);
            for (int round = 0; round < 300; ++round) {
                compareSumRows(random, random.size(1, 70), random.size(1, 5), random.size(1, 6));
            }
        });
    }

    // The sum of all is what counts: 90,000 on the way is no harm.
    void sumsThatLeave16BitsComeBack() {
        AlignedVector<std::int16_t> matrix;
        for (const int value : {30000, -30000, 29000, -28000, 0}) {
            matrix.insert(matrix.end(), kBlock, static_cast<std::int16_t>(value));
        }
        const AlignedVector<std::int16_t> bias(kBlock, 5);
        const auto row = [](std::uint32_t r) { return static_cast<std::uint32_t>(r * kBlock); };
        const std::vector<std::uint32_t> all = {row(0), row(0), row(2), row(4),
                                                row(1), row(1), row(3), row(4)};
        const std::vector<std::uint32_t> swap = {row(0), row(2), row(0), row(0),
                                                 row(0), row(0), row(2), row(0)};
        const std::vector<RowPairs> chains = {{all.data(), 4, true}, {swap.data(), 4, false}};
        onEveryTarget([&] {
            AlignedVector<std::int16_t> sums(2 * kBlock, 77);
            sumRows({matrix.data(), 5, bias.data(), 1, chains, sums.data(), 2});
            QVERIFY(std::all_of(sums.begin(), sums.begin() + kBlock,
                                [](std::int16_t s) { return s == 1005; }));
            QVERIFY(std::all_of(sums.begin() + kBlock, sums.end(),
                                [](std::int16_t s) { return s == 77; }));
        });
    }

    void changesListsAndBitsAreThoseOfPlainLoops() {
        onEveryTarget([] {
            Random random(2);
            for (std::size_t width = 1; width <= 300; ++width) {
                for (const int density : {0, 3, 50, 97, 100}) {
                    compareBits(random, width, density);
                }
            }
        });
    }

private:
    static void compareSumRows(Random &random, std::size_t rows, std::size_t blocks,
                               std::size_t chains) {
        AlignedVector<std::int16_t> matrix(blocks * rows * kBlock);
        AlignedVector<std::int16_t> bias(blocks * kBlock);
        const std::size_t stride = chains + random.size(0, 3);
        AlignedVector<std::int16_t> sums(blocks * stride * kBlock);
        for (auto *values : {&matrix, &bias, &sums}) {
            std::generate(values->begin(), values->end(), [&] { return random.number(); });
        }
        std::vector<std::vector<std::uint32_t>> lists;
        std::vector<RowPairs> plans;
        for (std::size_t n = 0; n < chains; ++n) {
            const std::size_t pairs = 2 * random.size(0, 12);
            auto &list = lists.emplace_back(2 * pairs);
            std::generate(list.begin(), list.end(), [&] {
                return static_cast<std::uint32_t>(random.size(0, rows - 1) * kBlock);
            });
            plans.push_back(
                {list.data(), static_cast<std::uint32_t>(pairs), random.between(0, 1) == 0});
        }
        auto expected = sums;
        for (std::size_t at = 0; at < blocks * chains * kBlock; ++at) {
            const std::size_t b = at / kBlock / chains;
            const std::size_t n = at / kBlock % chains;
            const std::size_t l = at % kBlock;
            auto &sum = expected[(b * stride + n) * kBlock + l];
            std::int64_t total = plans[n].rebuild ? bias[b * kBlock + l] : sum;
            for (std::size_t r = 0; r < lists[n].size(); ++r) {
                const std::int64_t w = matrix[b * rows * kBlock + lists[n][r] + l];
                total += plans[n].rebuild || r < plans[n].pairs ? w : -w;
            }
            sum = static_cast<std::int16_t>(static_cast<std::uint16_t>(total));
        }
        sumRows({matrix.data(), rows, bias.data(), blocks, plans, sums.data(), stride});
        QVERIFY(sums == expected);
    }

    static void compareBits(Random &random, std::size_t width, int density) {
        const std::size_t words = wordsOf(width);
        std::vector<std::uint8_t> bytes[2];
        std::vector<std::uint64_t> bits[2];
        for (std::size_t s = 0; s < 2; ++s) {
            bits[s].assign(words, 0);
            for (std::size_t i = 0; i < width; ++i) {
                const bool on = random.between(1, 100) <= density;
                bytes[s].push_back(static_cast<std::uint8_t>(on ? random.between(1, 255) : 0));
                bits[s][i / 64] |= std::uint64_t{on} << i % 64;
            }
            std::vector<std::uint64_t> result(words, ~std::uint64_t{0});
            nonZeroBits(bytes[s].data(), width, result.data());
            QVERIFY(result == bits[s]);
        }
        Changes plain;
        std::vector<std::uint32_t> all;
        std::vector<std::uint32_t> added;
        for (std::size_t i = 0; i < width; ++i) {
            const bool on = bytes[0][i] != 0;
            const bool was = bytes[1][i] != 0;
            plain.on += on ? 1U : 0U;
            plain.added += on && !was ? 1U : 0U;
            plain.removed += was && !on ? 1U : 0U;
            if (on) {
                all.push_back(static_cast<std::uint32_t>(i * kBlock));
            }
            if (on && !was) {
                added.push_back(static_cast<std::uint32_t>(i * kBlock));
            }
        }
        const Changes changes = countChanges(bits[0].data(), bits[1].data(), words);
        QVERIFY(changes.on == plain.on && changes.added == plain.added &&
                changes.removed == plain.removed);
        QVERIFY(listed(bits[0], nullptr, all.size()) == all);
        QVERIFY(listed(bits[0], bits[1].data(), added.size()) == added);
    }

    /// With no more room than listRows() asks for.
    static std::vector<std::uint32_t> listed(const std::vector<std::uint64_t> &on,
                                             const std::uint64_t *off, std::size_t expected) {
        std::vector<std::uint32_t> rows(expected + kListSlack);
        rows.resize(listRows(on.data(), off, on.size(), rows.data()));
        return rows;
    }
};

QTEST_GUILESS_MAIN(TestSumKernels)
#include "test_sum_kernels.moc"
