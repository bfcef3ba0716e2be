#include "engine/inspection/silence.h"
#include "engine/sampling/gibbs_sampler.h"
#include "engine/training/checkpoint.h"
#include "engine/training/pcd_trainer.h"
#include "tests/support/reference_backend.h"
#include "tests/support/watched_digits.h"
#include "ui/session/inspection.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rbm;
using namespace rbm::test;

namespace {

SnapshotRequest everything() { return {true, true, true, false, true}; }

std::unique_ptr<Session> makeSession(const TrainingConfig &config) {
    auto session = std::make_unique<Session>();
    session->setVisibleParts([] { return everything(); });
    session->setData(digits());
    session->restart(config);
    return session;
}

/// A session with this model, and chains of seed 3 that have made no step.
std::unique_ptr<Session> openWithChains(const RbmParameters &parameters) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("model.safetensors"));
    Model model;
    model.parameters = parameters;
    model.width = model.height = 28;
    saveModel(path.toStdString(), model);
    auto session = makeSession(smallConfig());
    QSignalSpy opened(session.get(), &Session::modelOpened);
    session->openModel(path);
    if (!opened.wait(kLong))
        qFatal("the model was not opened");
    session->startChains(chainStarts(), 3);
    return session;
}

void stepTo(Session &session, std::uint64_t step, std::uint64_t steps) {
    for (std::uint64_t made = 0; made < steps; ++made)
        session.stepChains();
    QTRY_COMPARE_WITH_TIMEOUT(session.snapshot().chains.step, step, kLong);
}

bool showsSamples(const Session &session, const std::vector<float> &expected) {
    const FloatTiles &samples = session.snapshot().chains.samples;
    return samples != nullptr && *samples == expected;
}

/// Runs the training to its end while everything is done that must not touch it.
TrainingState trainWatched(const QTemporaryDir &folder) {
    auto session = makeSession(smallConfig());
    session->startChains(chainStarts(), 3);
    session->playChains(true);
    session->switchUnit(5, false);
    QSignalSpy saved(session.get(), &Session::modelSaved);
    session->play();
    while (session->snapshot().state != RunState::Finished)
        QTest::qWait(1);
    session->switchUnit(7, false);
    const QString path = folder.filePath(QStringLiteral("run.safetensors"));
    session->saveModel(path, true);
    if (saved.isEmpty() && !saved.wait(kLong))
        qFatal("the run was not saved");
    return *loadCheckpointIfOne(path.toStdString());
}

} // namespace

class TestInspection : public QObject {
    Q_OBJECT
private slots:
    void numbersAreThoseOfTheSnapshotsModel() {
        auto session = makeSession(smallConfig());
        for (int update = 0; update < 3; ++update)
            session->step();
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().inspection != nullptr &&
                                     session->snapshot().inspection->update == 3,
                                 kLong);
        const Inspection &found = *session->snapshot().inspection;

        const auto data = digits().train;
        const auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, data, smallConfig());
        for (int update = 0; update < 3; ++update)
            trainer.update({smallConfig().learningRate, smallConfig().momentum});
        const RbmParameters parameters = backend->parameters();
        UnitSurvey survey(*backend, data, parameters.hidden, Pixels::Gray, 1);
        while (survey.advance(data->count())) {
        }
        QVERIFY(found.statistics == survey.result());
        QCOMPARE(found.biases, parameters.hiddenBias);
        QCOMPARE(found.norms, weightNorms(parameters));
        QCOMPARE(found.order(UnitSort::Strength), orderDescending(found.norms));
        QCOMPARE(found.order(UnitSort::Activity), orderDescending(found.statistics.meanActivation));
        SimilarityOrder similarity(parameters);
        similarity.advance(parameters.hidden);
        QCOMPARE(found.order(UnitSort::Similarity), similarity.order());
        QTRY_VERIFY(!session->snapshot().inspecting);
    }

    void nothingIsInspectedUnlessAskedFor() {
        auto session = makeSession(smallConfig());
        session->setVisibleParts([] { return SnapshotRequest{true, true, true}; });
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().filters != nullptr, kLong);
        QTest::qWait(200);
        QVERIFY(session->snapshot().inspection == nullptr);
        QVERIFY(!session->snapshot().inspecting);
    }

    void whileItTrainsTheNumbersStandStillAndFollowAtOnceWhenItPauses() {
        TrainingConfig config = smallConfig();
        config.numEpoch = 1000;
        auto session = makeSession(config);
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().inspection != nullptr, kLong);
        session->play();
        QTest::qWait(1500);
        QVERIFY(session->snapshot().update > 0);
        QCOMPARE(session->snapshot().inspection->update, std::uint64_t{0});
        session->pause();
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().state == RunState::Paused &&
                                     session->snapshot().inspection->update ==
                                         session->snapshot().update,
                                 2000);
    }

    void trainingIsTheSameBitForBitWhateverIsWatched() {
        const QTemporaryDir folder;
        const TrainingState watched = trainWatched(folder);
        const auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, digits().train, smallConfig());
        while (!trainer.finished())
            trainer.update({smallConfig().learningRate, smallConfig().momentum});
        const TrainingState plain = trainer.state();
        QCOMPARE(watched.update, plain.update);
        QVERIFY(watched.parameters == plain.parameters);
        QVERIFY(watched.momentum == plain.momentum);
        QVERIFY(watched.chains == plain.chains);
    }

    void theWatchedChainsGoOnWithoutAUnitAndWithItAgain() {
        const auto model = randomModel(784, 16, 0.4, 2);
        auto session = openWithChains(model);
        const auto whole = makeBackend(BackendChoice::Cpu);
        whole->setParameters(model);
        const auto without = makeBackend(BackendChoice::Cpu);
        without->setParameters(withoutUnits(model, std::vector<std::uint32_t>{2, 9}));
        GibbsSampler expected(*whole, *chainStarts(), kChains, 3);

        stepTo(*session, 5, 5);
        expected.advance(5);
        QTRY_VERIFY(showsSamples(*session, expected.probabilities()));
        session->switchUnit(9, false);
        session->switchUnit(2, false);
        QTRY_COMPARE(session->snapshot().unitsOff, (std::vector<std::uint32_t>{2, 9}));
        // At once: the picture is what the other units say of the pixels.
        const auto before = expected.probabilities();
        expected.moveTo(*without);
        QVERIFY(expected.probabilities() != before);
        QTRY_VERIFY(showsSamples(*session, expected.probabilities()));
        stepTo(*session, 9, 4);
        expected.advance(4);
        QTRY_VERIFY(showsSamples(*session, expected.probabilities()));
        session->switchAllUnitsOn();
        stepTo(*session, 12, 3);
        expected.moveTo(*whole);
        expected.advance(3);
        QTRY_VERIFY(showsSamples(*session, expected.probabilities()));
        QVERIFY(session->snapshot().unitsOff.empty());
    }

    void thePersistentChainsArePicturedWithoutAUnit() {
        auto session = openWithChains(randomModel(784, 16, 0.4, 2));
        session->step(); // chains of zeros would not miss a unit
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().update, std::uint64_t{1}, kLong);
        QTest::qWait(200); // a picture of this update
        const std::vector<float> whole = *session->snapshot().fantasies;
        for (quint32 unit = 0; unit < 16; ++unit)
            session->switchUnit(unit, false);
        // Without any unit each pixel's probability is that of its bias alone: all chains alike.
        const auto allAlike = [](const std::vector<float> &tiles) {
            return std::equal(tiles.begin() + 784, tiles.end(), tiles.begin());
        };
        QVERIFY(!allAlike(whole));
        QTRY_VERIFY(allAlike(*session->snapshot().fantasies));
        session->switchAllUnitsOn();
        QTRY_VERIFY(*session->snapshot().fantasies == whole);
    }

    void anotherRunHasAllItsUnits() {
        auto session = makeSession(smallConfig());
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().state == RunState::Idle, kLong);
        session->switchUnit(3, false);
        session->switchUnit(16, false); // the last is 15
        QTRY_COMPARE(session->snapshot().unitsOff, (std::vector<std::uint32_t>{3}));
        session->restart(smallConfig());
        QTRY_VERIFY(session->snapshot().unitsOff.empty());
    }
};

QTEST_GUILESS_MAIN(TestInspection)
#include "test_inspection.moc"
