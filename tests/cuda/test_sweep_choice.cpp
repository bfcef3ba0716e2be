// Which way a card makes its sweeps: the one that was measured to be faster, or that the
// environment asks for.
#include "engine/base/error.h"
#include "engine/cuda/sweep_choice.h"
#include "tests/cuda/both_backends.h"

#include <QtTest>

using namespace rbm;
using namespace rbm::test;
using cuda::SweepWay;

namespace {

constexpr std::size_t kVisible = 20;
constexpr std::size_t kHidden = 10;

/// A card whose ways take this long, in the order in which they are tried.
void takes(float products, float other) {
    emulation::machine().milliseconds = [=, turn = 0]() mutable {
        return ++turn % 2 == 1 ? products : other;
    };
}

int measurements() { return emulation::calls("cudaEventElapsedTime"); }

/// The way of a fresh program.
SweepWay wayOf(std::size_t chains = 7) {
    cuda::SweepChoice::forgetAll();
    const auto wanted = cuda::wantedSweepWay();
    const cuda::Device device(0);
    cuda::CudaModel model(device, !wanted || *wanted == SweepWay::Clusters);
    model.setParameters(randomModel(kVisible, kHidden, 0.5, 1));
    return cuda::SweepChoice(device, wanted).way(model, chains);
}

} // namespace

class TestSweepChoice : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_cache = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CACHE_HOME", m_cache->path().toUtf8());
        qunsetenv("RBM_CUDA_SWEEPS");
        cuda::SweepChoice::forgetAll();
        emulation::machine().multiprocessors = 100; // the rule of thumb: blocks, or clusters
    }
    void cleanup() {
        emulation::heal();
        emulation::machine() = {};
    }

    void theFasterWayIsTaken_data() {
        QTest::addColumn<int>("major");
        QTest::addColumn<float>("products");
        QTest::addColumn<int>("way");
        QTest::newRow("blocks") << 8 << 3.0F << static_cast<int>(SweepWay::Blocks);
        QTest::newRow("products") << 8 << 1.0F << static_cast<int>(SweepWay::Products);
        QTest::newRow("hardly faster") << 8 << 1.9F << static_cast<int>(SweepWay::Blocks);
        QTest::newRow("clusters") << 9 << 3.0F << static_cast<int>(SweepWay::Clusters);
        QTest::newRow("products of rounded weights")
            << 9 << 1.0F << static_cast<int>(SweepWay::Products);
    }
    void theFasterWayIsTaken() {
        QFETCH(int, major);
        QFETCH(float, products);
        QFETCH(int, way);
        emulation::machine().major = major;
        takes(products, 2);
        QCOMPARE(static_cast<int>(wayOf()), way);
    }

    // The first time of a way is that of a card that wakes up and of kernels that are loaded.
    void theFirstRoundDoesNotCount() {
        emulation::machine().milliseconds = [turn = 0]() mutable {
            return ++turn == 1 ? 0.1F : turn % 2 == 1 ? 3.0F : 2.0F;
        };
        QCOMPARE(wayOf(), SweepWay::Blocks);
    }

    void aChoiceIsKeptForTheNextProgram() {
        takes(1, 2);
        QCOMPARE(wayOf(), SweepWay::Products);
        const int before = measurements();
        takes(2, 1);
        QCOMPARE(wayOf(), SweepWay::Products);
        QCOMPARE(measurements(), before);
        QCOMPARE(wayOf(8), SweepWay::Blocks); // another number of chains
        QVERIFY(measurements() > before);
    }

    void anotherKindOfCardIsMeasuredAnew() {
        takes(1, 2);
        QCOMPARE(wayOf(), SweepWay::Products);
        QFile file(cacheFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray line = file.readAll();
        QCOMPARE(line, QByteArray("2 13000 Emulated_GPU_0 20 10 7 products\n"));
        file.resize(0);
        file.write(QByteArray(line).replace("GPU_0", "GPU_1"));
        file.write(QByteArray(line).replace("13000", "12080"));
        file.close();
        takes(2, 1);
        QCOMPARE(wayOf(), SweepWay::Blocks);
    }

    void aDamagedFileIsLeftAloneAndMendsItself() {
        QVERIFY(QDir(m_cache->path()).mkpath("rbm-explorer"));
        QFile file(cacheFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray damaged("2 13000 Emulated_GPU_0 20 10 7 nonsense\n\n \nclusters\n");
        file.write(damaged);
        file.close();
        takes(1, 2);
        QCOMPARE(wayOf(), SweepWay::Products);
        takes(2, 1);
        QCOMPARE(wayOf(), SweepWay::Products);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(damaged));
    }

    // Kept for a model that could run in clusters, when the environment allowed it.
    void aKeptWayThatTheModelCannotGoIsMeasuredAnew() {
        QVERIFY(QDir(m_cache->path()).mkpath("rbm-explorer"));
        QFile file(cacheFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("2 13000 Emulated_GPU_0 20 10 7 clusters\n");
        file.close();
        takes(1, 2);
        QCOMPARE(wayOf(), SweepWay::Products);
    }

    void withoutAPlaceToKeepItIsMeasuredEachTime() {
        qputenv("XDG_CACHE_HOME", "/dev/null/nowhere");
        takes(1, 2);
        QCOMPARE(wayOf(), SweepWay::Products);
        takes(2, 1);
        QCOMPARE(wayOf(), SweepWay::Blocks);
    }

    // Also where the choice cannot be kept: a film of chains is made by a backend of its own.
    void allBackendsOfAProgramGoTheSameWay() {
        qputenv("XDG_CACHE_HOME", "/dev/null/nowhere");
        const cuda::Device device(0);
        cuda::CudaModel model(device, true);
        model.setParameters(randomModel(kVisible, kHidden, 0.5, 1));
        cuda::SweepChoice before(device, {});
        takes(1, 2);
        QCOMPARE(cuda::SweepChoice(device, {}).way(model, 7), SweepWay::Products);
        takes(2, 1);
        QCOMPARE(before.way(model, 7), SweepWay::Products);
        QCOMPARE(cuda::SweepChoice(device, {}).way(model, 7), SweepWay::Products);
    }

    void theEnvironmentDecidesWhereItAsks() {
        emulation::machine().major = 9;
        const int before = measurements();
        for (const SweepWay way : {SweepWay::Products, SweepWay::Blocks, SweepWay::Clusters}) {
            qputenv("RBM_CUDA_SWEEPS", nameOf(way));
            QCOMPARE(wayOf(), way);
        }
        QCOMPARE(measurements(), before);
        emulation::machine().major = 8; // without clusters it is measured
        takes(1, 2);
        QCOMPARE(wayOf(), SweepWay::Products);
        qputenv("RBM_CUDA_SWEEPS", "blokcs");
        QVERIFY_THROWS_EXCEPTION(Error, cuda::makeCudaBackend(0));
        try {
            cuda::makeCudaBackend(0);
        } catch (const Error &error) {
            QCOMPARE(std::string(error.what()),
                     std::string("RBM_CUDA_SWEEPS is 'blokcs'; use products, blocks or clusters, "
                                 "or unset it for the fastest."));
        }
    }

    // Whatever goes wrong: what follow() makes of the weights, a draw of products, the other way.
    void aCardThatDrawsWrongStatesIsNotUsed_data() {
        QTest::addColumn<int>("major");
        QTest::addColumn<int>("launch");
        QTest::addColumn<QString>("way");
        QTest::newRow("transpose") << 8 << 1 << "blocks";
        QTest::newRow("last draw") << 8 << 5 << "products";
        QTest::newRow("blocks") << 8 << 6 << "blocks";
        QTest::newRow("largest weight") << 9 << 1 << "products";
        QTest::newRow("rounding") << 9 << 2 << "products";
        QTest::newRow("rounded values") << 9 << 3 << "products";
        for (int draw = 0; draw < 4; ++draw) {
            QTest::addRow("draw %d", draw) << 9 << 4 + draw << "products";
        }
        QTest::newRow("clusters") << 9 << 8 << "clusters";
    }
    void aCardThatDrawsWrongStatesIsNotUsed() {
        QFETCH(int, major);
        QFETCH(int, launch);
        QFETCH(QString, way);
        emulation::machine().major = major;
        const cuda::Device device(0);
        cuda::CudaModel model(device, true);
        model.setParameters(randomModel(kVisible, kHidden, 0.5, 1));
        emulation::machine().skips = launch;
        cuda::SweepChoice choice(device, {});
        try {
            choice.way(model, 40); // more than are looked at
            QFAIL("nobody noticed");
        } catch (const DeviceError &error) {
            QCOMPARE(QString(error.what()),
                     QString("Gibbs sampling by %1 failed on Emulated GPU 0: the card draws other "
                             "states than the processor.")
                         .arg(way));
        }
        QVERIFY(!QFileInfo::exists(cacheFile()));
        choice.way(model, 7);
        QVERIFY(QFileInfo::exists(cacheFile()));
    }

    void largeModelsAreLeftToProducts() {
        const cuda::Device device(0);
        cuda::CudaModel model(device, true);
        model.setParameters(RbmParameters::zeros(2049, 3));
        const int before = measurements();
        QCOMPARE(cuda::SweepChoice(device, {}).way(model, 7), SweepWay::Products);
        QCOMPARE(measurements(), before);
    }

    void withoutRoomForATrialTheRuleOfThumbHasToDo() {
        takes(1, 2);
        const cuda::Device device(0);
        cuda::CudaModel model(device, true);
        model.setParameters(randomModel(kVisible, kHidden, 0.5, 1));
        cuda::SweepChoice choice(device, {});
        emulation::failAt("cudaMalloc", 2, cudaErrorMemoryAllocation, false);
        QCOMPARE(choice.way(model, 7), SweepWay::Blocks);
        emulation::failAt("launch", 2, cudaErrorLaunchFailure, false);
        QVERIFY_THROWS_EXCEPTION(DeviceError, choice.way(model, 8));
    }

    void aFaultAtAnyCallOfATrialIsReportedAndLeavesNothingBehind() {
        qputenv("XDG_CACHE_HOME", "/dev/null/nowhere");
        int failures = 0;
        for (int call = 1;; ++call) {
            cuda::SweepChoice::forgetAll();
            const cuda::Device device(0);
            cuda::CudaModel model(device, true);
            model.setParameters(randomModel(4, 3, 0.5, 1));
            cuda::SweepChoice choice(device, {});
            const std::size_t before = emulation::allocations();
            emulation::failAt("", call, cudaErrorLaunchFailure, false);
            bool failed = false;
            try {
                choice.way(model, 3);
            } catch (const DeviceError &) {
                failed = true;
            }
            emulation::heal();
            QCOMPARE(emulation::allocations(), before);
            if (!failed) {
                break;
            }
            ++failures;
        }
        QVERIFY2(failures > 60, qPrintable(QString::number(failures)));
    }

    // 3,000 steps in one call or one by one: the same chains.
    void theNumberOfSweepsIsNoPartOfTheChoice() {
        takes(1, 2);
        Both both(randomModel(kVisible, kHidden, 0.5, 1), 7);
        Sweeps sweeps;
        sweeps.count = 5;
        both.cuda->gibbs(*both.a, sweeps);
        const int before = measurements();
        sweeps.count = 1;
        for (sweeps.firstStep = 5; sweeps.firstStep < 10; ++sweeps.firstStep) {
            both.cuda->gibbs(*both.a, sweeps);
        }
        QCOMPARE(measurements(), before);
        sweeps.count = 10;
        sweeps.firstStep = 0;
        both.plain->gibbs(*both.b, sweeps);
        QVERIFY(both.sameStates());
    }

private:
    QString cacheFile() const { return m_cache->filePath("rbm-explorer/card-sweeps.txt"); }

    std::unique_ptr<QTemporaryDir> m_cache;
};

QTEST_GUILESS_MAIN(TestSweepChoice)
#include "test_sweep_choice.moc"
