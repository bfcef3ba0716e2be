#include "engine/model/safetensors.h"
#include "engine/training/checkpoint.h"
#include "engine/training/pcd_trainer.h"
#include "tests/support/memory_limit.h"
#include "ui/session/pace.h"
#include "ui/session/session.h"
#include "ui/support/starter_digits.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>

using namespace rbm;

namespace {

constexpr int kLong = 30000; ///< ms

TrainingConfig smallConfig() {
    TrainingConfig config;
    config.numHidden = 8;
    config.k = 1;
    return config;
}

/// A session on the starter digits with a small model.
std::unique_ptr<Session> makeSession(const TrainingConfig &config) {
    auto session = std::make_unique<Session>();
    session->setVisibleParts([] { return SnapshotRequest{true, true, true}; });
    session->setData(loadStarterDigits());
    session->restart(config);
    return session;
}

using Damage = std::function<void(Safetensors &)>;

/// A checkpoint after 7 updates that was changed; where it is.
QString writeDamaged(const QTemporaryDir &folder, const Damage &damage) {
    TrainingState state;
    state.config = smallConfig();
    state.update = 7;
    state.parameters = initialParameters(784, state.config.numHidden, 1);
    state.momentum = RbmParameters::zeros(784, state.config.numHidden);
    state.chains.count = state.config.batchSize;
    state.chains.visible.resize(state.chains.count * 784);
    state.chains.hidden.resize(state.chains.count * state.config.numHidden);
    const QString path = folder.filePath(QStringLiteral("run.safetensors"));
    saveCheckpoint(path.toStdString(), state, 28, 28);
    Safetensors file = readSafetensors(path.toStdString());
    damage(file);
    writeSafetensors(path.toStdString(), file);
    return path;
}

} // namespace

Q_DECLARE_METATYPE(Damage)

class TestSession : public QObject {
    Q_OBJECT
private slots:
    // Thirty times a second while something happens, once a second else.
    void atRestSnapshotsAreFewUntilSomethingIsAskedFor() {
        auto session = makeSession(smallConfig());
        session->setSpeed(5);
        QSignalSpy taken(session.get(), &Session::snapshotTaken);
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().state == RunState::Idle, kLong);
        QTest::qWait(1500);
        taken.clear();
        QTest::qWait(2000);
        QVERIFY2(taken.size() <= 4, qPrintable(QString::number(taken.size())));
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().state == RunState::Training, 500);
        taken.clear();
        QTest::qWait(2000);
        QVERIFY2(taken.size() >= 10, qPrintable(QString::number(taken.size())));
    }

    void updatesInSlicesEqualThoseOfThePlainTrainer() {
        TrainingConfig config = smallConfig();
        config.numEpoch = 2;
        auto session = makeSession(config);
        session->play();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().state, RunState::Finished, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().filters != nullptr, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{50}, kLong);
        QTest::qWait(300); // a snapshot whose filters are the last update's

        auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, loadStarterDigits().train, config);
        while (!trainer.finished())
            trainer.update({config.learningRate, config.momentum});
        const RbmParameters expected = backend->parameters();
        const auto &filters = *session->snapshot().filters;
        QCOMPARE(filters.size(), expected.weights.size());
        for (std::size_t i = 0; i < expected.visible; ++i) {
            for (std::size_t j = 0; j < expected.hidden; ++j)
                QCOMPARE(filters[j * expected.visible + i],
                         expected.weights[i * expected.hidden + j]);
        }
    }

    void aSpeedLimitHolds() {
        auto session = makeSession(smallConfig());
        session->setSpeed(10);
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().update >= 1, kLong);
        const auto first = session->snapshot().update;
        QTest::qWait(1000);
        // Never faster: ten, and the two that the ends of the interval may add. Slower is the
        // machine's affair.
        QVERIFY(session->snapshot().update - first <= 13);
    }

    void divergingWeightsPauseAndGoBackToTheLastGoodEpoch() {
        auto session = makeSession(smallConfig());
        QSignalSpy failed(session.get(), &Session::failed);
        session->setControls({std::numeric_limits<double>::infinity(), 0});
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), kLong);
        QVERIFY(failed.first().first().toString().contains(u"infinite"));
        // Update 0 alone would not do: a snapshot from before the training has that too.
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().state, RunState::Paused, kLong);
        QCOMPARE(session->snapshot().update, std::uint64_t{0});
    }

    void explodingWeightsPauseAndGoBackToTheLastGoodEpoch() {
        auto session = makeSession(smallConfig());
        QSignalSpy failed(session.get(), &Session::failed);
        session->setControls({1e7, 0});
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), kLong);
        const QString sentence = failed.first().first().toString();
        QVERIFY2(sentence.contains(u"grew beyond 10,000 at update 25;"), qPrintable(sentence));
        QVERIFY2(sentence.contains(u"Lower the learning rate"), qPrintable(sentence));
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().state, RunState::Paused, kLong);
        QCOMPARE(session->snapshot().update, std::uint64_t{0});
    }

    void aFolderWithoutImagesIsToldAndTheOldOnesStay() {
        auto session = makeSession(smallConfig());
        QTRY_VERIFY_WITH_TIMEOUT(session->data().train != nullptr, kLong);
        QSignalSpy failed(session.get(), &Session::failed);
        session->loadFolder(QStringLiteral("/nowhere"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kLong);
        QCOMPARE(session->data().train->count(), std::size_t{2000});
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().update > 0, kLong);
    }

    void aCheckpointWithABrokenRunIsToldAndNotOpenedAsAModel_data() {
        QTest::addColumn<Damage>("damage");
        QTest::addColumn<QString>("reason");
        QTest::newRow("momentum of another shape") << Damage([](Safetensors &file) {
            file.tensors["momentum_hidden_layer_bias"].shape = {4, 2};
        }) << "momentum_hidden_layer_bias";
        QTest::newRow("no counter")
            << Damage([](Safetensors &file) { file.metadata.erase("update"); })
            << "has no 'update'";
        QTest::newRow("chains missing")
            << Damage([](Safetensors &file) { file.tensors.erase("chains_hidden"); })
            << "chains_hidden";
        QTest::newRow("options of another run") << Damage([](Safetensors &file) {
            file.metadata["training_config"] = toJson(TrainingConfig{});
        }) << "do not fit its parameters";
    }

    void aCheckpointWithABrokenRunIsToldAndNotOpenedAsAModel() {
        QFETCH(Damage, damage);
        QFETCH(QString, reason);
        const QTemporaryDir folder;
        auto session = makeSession(smallConfig());
        QSignalSpy failed(session.get(), &Session::failed);
        QSignalSpy opened(session.get(), &Session::modelOpened);
        session->openModel(writeDamaged(folder, damage));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kLong);
        const QString sentence = failed.first().first().toString();
        QVERIFY2(sentence.contains(reason), qPrintable(sentence));
        QVERIFY2(sentence.contains(u"run.safetensors"), qPrintable(sentence));
        QCOMPARE(opened.count(), 0);
    }

    void aCheckpointWithoutItsRunOpensAsAModel() {
        const QTemporaryDir folder;
        auto session = makeSession(smallConfig());
        QSignalSpy opened(session.get(), &Session::modelOpened);
        session->openModel(writeDamaged(folder, [](Safetensors &file) {
            std::erase_if(file.tensors, [](const auto &tensor) {
                return tensor.first.starts_with("momentum_") || tensor.first.starts_with("chains_");
            });
        }));
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{7}, kLong);
    }

    void aRunThatMadeRoomGoesOnBitForBit() {
        const QTemporaryDir folder;
        auto session = makeSession(smallConfig());
        session->keepRunsIn(folder.path());
        for (int update = 0; update < 3; ++update)
            session->step();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{3}, kLong);
        const QString run = session->snapshot().run;
        TrainingConfig other = smallConfig();
        other.numHidden = 5;
        session->restart(other);
        session->step();
        QSignalSpy opened(session.get(), &Session::runOpened);
        session->openRun(run);
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, kLong);
        session->step();
        session->step();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{5}, kLong);
        QCOMPARE(session->snapshot().run, run);
        session.reset(); // keeps it once more

        auto backend = makeBackend(BackendChoice::Cpu);
        const TrainingConfig config = smallConfig();
        PcdTrainer trainer(*backend, loadStarterDigits().train, config);
        for (int update = 0; update < 5; ++update)
            trainer.update({config.learningRate, config.momentum});
        const QString path = folder.filePath(run + QStringLiteral("/model.safetensors"));
        const TrainingState kept = loadCheckpoint(path.toStdString());
        QCOMPARE(kept.update, std::uint64_t{5});
        QVERIFY(kept.parameters.weights == trainer.state().parameters.weights);
        QVERIFY(kept.momentum.weights == trainer.state().momentum.weights);
        QVERIFY(kept.chains.visible == trainer.state().chains.visible);
        QVERIFY(kept.chains.hidden == trainer.state().chains.hidden);
    }

    void whatCannotBeOpenedDoesNotStopTheTraining() {
        const QTemporaryDir folder;
        auto session = makeSession(smallConfig());
        session->keepRunsIn(folder.path());
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().update > 0, kLong);
        QSignalSpy failed(session.get(), &Session::failed);
        session->openRun(QStringLiteral("nothing"));
        session->openModel(QStringLiteral("/nowhere"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, kLong);
        const auto update = session->snapshot().update;
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().update > update + 2, kLong);
        QCOMPARE(session->snapshot().state, RunState::Training);
    }

    void aRunTooLargeForTheMemoryIsRefusedWithTheFigures() {
        auto session = makeSession(smallConfig());
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().state, RunState::Idle, kLong);
        QSignalSpy failed(session.get(), &Session::failed);
        TrainingConfig large = smallConfig();
        large.numHidden = 16384;
        large.numChains = 100000;
        large.algorithm = Algorithm::Pt;
        large.numReplicas = 100;
        session->restart(large);
        session->play(); // as "Train" does, and not with the former settings
        session->step();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kLong);
        QVERIFY(failed[0][0].toString().contains(u"needs about 730.0 GB of memory, but"));
        QTest::qWait(200);
        QCOMPARE(session->snapshot().state, RunState::Idle);
        QCOMPARE(session->snapshot().update, std::uint64_t{0});
        session->restart(smallConfig());
        session->step();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{1}, kLong);
        session->restart(large); // a run that was begun goes on
        session->step();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{2}, kLong);
        QCOMPARE(failed.count(), 2);
    }

    // The images change with the run or not at all: the run could not be saved otherwise.
    void imagesOfWhichNoRunCanBeMadeLeaveTheRunAsItIs() {
        TrainingConfig config = smallConfig();
        config.numHidden = 2000;
        auto session = makeSession(config);
        session->step();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{1}, kLong);
        QSignalSpy failed(session.get(), &Session::failed);
        QSignalSpy loaded(session.get(), &Session::dataChanged);
        auto large = std::make_shared<Dataset>();
        large->width = 4'000;
        large->height = 4'000;
        large->pixels.resize(large->imageSize());
        session->setData({large, large, "large"});
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kLong);
        QVERIFY2(failed[0][0].toString().contains(u"memory"), qPrintable(failed[0][0].toString()));
        QCOMPARE(loaded.count(), 0);
        session->step();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{2}, kLong);
        const QTemporaryDir folder;
        QSignalSpy saved(session.get(), &Session::modelSaved);
        session->saveModel(folder.filePath("run.safetensors"), true);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kLong);
    }

    // A model's chains take long from zeros, so they dream first; where there is no room for so
    // many the present run must not be left with that model.
    void aModelWhoseChainsHaveNoRoomLeavesTheRunAsItIs() {
        const QTemporaryDir folder;
        Model model;
        model.parameters = initialParameters(784, 2000, 1);
        model.width = model.height = 28;
        model.epoch = 5;
        model.update = 25;
        TrainingConfig config = smallConfig();
        config.numHidden = 2000;
        config.numChains = 100'000; // 626 MB
        model.trainingConfig = toJson(config);
        const std::string path = folder.filePath("many.safetensors").toStdString();
        saveModel(path, model);
        auto session = makeSession(smallConfig());
        session->step();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{1}, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().filters != nullptr, kLong);
        QSignalSpy failed(session.get(), &Session::failed);
        {
            const test::MemoryLimit limit(500 << 20);
            session->openModel(QString::fromStdString(path));
            QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kLong);
        }
        QVERIFY2(failed[0][0].toString().startsWith(u"So many chains need"),
                 qPrintable(failed[0][0].toString()));
        QSignalSpy saved(session.get(), &Session::modelSaved);
        const QString mine = folder.filePath("mine.safetensors");
        session->saveModel(mine, true);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kLong);
        QCOMPARE(loadModel(mine.toStdString()).parameters.hidden, std::size_t{8});
    }

    void onlyPartsThatCanBeSeenAreMade() {
        auto session = makeSession(smallConfig());
        session->setVisibleParts([] { return SnapshotRequest{}; });
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().state, RunState::Idle, kLong);
        QTest::qWait(100);
        QVERIFY(session->snapshot().filters == nullptr);
        QVERIFY(session->snapshot().fantasies == nullptr);
        QVERIFY(!session->snapshot().monitors);
    }

    void monitorsAreThoseOfTheSnapshotsRun() {
        auto session = makeSession(smallConfig());
        session->setVisibleParts([] { return SnapshotRequest{false, false, false, true}; });
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().monitors, kLong);
        for (int update = 0; update < 3; ++update)
            session->step();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{3}, kLong);

        const DatasetPair data = loadStarterDigits();
        const TrainingConfig config = smallConfig();
        auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, data.train, config);
        for (int update = 0; update < 3; ++update)
            trainer.update({config.learningRate, config.momentum});
        const MonitorValues expected = Monitors(data, config.pixels, config.seed)
                                           .measure(*backend, trainer.chains(), trainer.updates());
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().monitors == expected, kLong);
    }

    void monitorsAreMeasuredAtMostOnceASecond() {
        auto session = makeSession(smallConfig());
        session->setVisibleParts([] { return SnapshotRequest{false, false, false, true}; });
        session->setSpeed(100);
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().monitors, kLong);
        std::vector<MonitorValues> seen;
        connect(session.get(), &Session::snapshotTaken, this,
                [&](const TrainingSnapshot &snapshot) {
                    if (snapshot.monitors && (seen.empty() || seen.back() != *snapshot.monitors))
                        seen.push_back(*snapshot.monitors);
                });
        session->play();
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY_WITH_TIMEOUT(seen.size() >= 3, kLong);
        // The first may be from before; the last two are a second apart.
        QVERIFY2(clock.elapsed() >= 900, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
