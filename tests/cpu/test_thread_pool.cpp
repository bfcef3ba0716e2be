#include "engine/cpu/thread_pool.h"

#include <QtTest>

#include <atomic>
#include <ctime>
#include <new>
#include <vector>

using rbm::cpu::ThreadPool;

namespace {

/// Seconds of processor time that all threads of this program have used.
double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

} // namespace

class TestThreadPool : public QObject {
    Q_OBJECT

private slots:
    void everyItemIsWorkedOnOnce() {
        for (const std::size_t threads : {1, 2, 3, 7}) {
            ThreadPool pool(threads, false);
            QCOMPARE(pool.threads(), threads);
            for (const std::size_t count : {0, 1, 2, 5, 100}) {
                std::vector<std::atomic<int>> touched(count);
                pool.split(count, [&](std::size_t begin, std::size_t end) {
                    for (std::size_t n = begin; n < end; ++n) {
                        ++touched[n];
                    }
                });
                for (const auto &times : touched) {
                    QCOMPARE(times.load(), 1);
                }
            }
        }
    }

    void manyRoundsInQuickSuccessionLoseNothing() {
        ThreadPool pool(3, false);
        std::atomic<std::size_t> sum = 0;
        for (int round = 0; round < 5000; ++round) {
            pool.split(3, [&](std::size_t begin, std::size_t end) { sum += end - begin; });
        }
        QCOMPARE(sum.load(), std::size_t{15000});
    }

    // For lack of memory, say: the others end their parts first, and the pool stays of use.
    void whatAPartThrowsReachesTheCaller() {
        ThreadPool pool(3, false);
        for (const std::size_t bad : {0, 1, 2}) {
            std::atomic<int> done = 0;
            const auto work = [&](std::size_t begin, std::size_t) {
                if (begin == bad) {
                    throw std::bad_alloc();
                }
                ++done;
            };
            QVERIFY_THROWS_EXCEPTION(std::bad_alloc, pool.split(3, work));
            QCOMPARE(done.load(), 2);
        }
        std::atomic<std::size_t> sum = 0;
        pool.split(3, [&](std::size_t begin, std::size_t end) { sum += end - begin; });
        QCOMPARE(sum.load(), std::size_t{3});
    }

    void roundsAfterASleepAreWorkedOnToo() {
        ThreadPool pool(2, false);
        std::atomic<std::size_t> sum = 0;
        for (int round = 0; round < 20; ++round) {
            QTest::qSleep(2); // longer than the helpers look out
            pool.split(2, [&](std::size_t begin, std::size_t end) { sum += end - begin; });
        }
        QCOMPARE(sum.load(), std::size_t{40});
    }

    // Five helpers that went on looking out would use half a second or more.
    void helpersUseNoProcessorTimeWhileThereIsNothingToDo() {
        ThreadPool pool(6, false);
        pool.split(6, [](std::size_t, std::size_t) {});
        QTest::qSleep(20);
        const double before = processorSeconds();
        QTest::qSleep(500);
        QVERIFY(processorSeconds() - before < 0.02);
    }
};

QTEST_GUILESS_MAIN(TestThreadPool)
#include "test_thread_pool.moc"
