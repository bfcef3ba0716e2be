// The examples of docs/developers: whoever copies one starts from something that works.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/likelihood/exact.h"
#include "engine/likelihood/log_likelihood.h"
#include "engine/training/pcd_trainer.h"
#include "tests/examples/growing_trainer.h"
#include "tests/examples/short_weight_backend.h"
#include "tests/examples/weight_panel.h"
#include "tests/support/backend_checks.h"
#include "tests/support/reference_backend.h"
#include "tests/support/window_fixture.h"
#include "ui/support/starter_digits.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/callout.h"
#include "ui/window/lesson_guide.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

#include <numeric>

using namespace rbm;
using namespace rbm::test;

namespace {

TrainingConfig smallConfig() {
    TrainingConfig config;
    config.numHidden = 16;
    config.k = 3;
    config.numEpoch = 2;
    config.learningRate = 4;
    return config;
}

/// Mean log-likelihood of binary images, nats, by enumeration.
double exactLikelihood(const Backend &backend, const Dataset &images) {
    const auto pixels = binarise(images, Pixels::Sampled, 1);
    MeanNegativeFreeEnergy mean(backend, pixels, images.imageSize());
    while (mean.advance()) {
    }
    return mean.mean() - exactLogPartition(backend.parameters()).logZ;
}

Lesson readMomentumLesson() {
    QFile file(QStringLiteral(RBM_EXAMPLES_DIR "/momentum.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the lesson's file cannot be opened");
    return readLesson(QStringLiteral("momentum"), file.readAll());
}

} // namespace

class TestExamples : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test-examples"));
        QSettings().clear();
    }
    void cleanup() { QSettings().clear(); }

    void aTrainerThatDoesNotGrowTrainsAsPcdBitForBit() {
        const auto images = randomImages(5, 4, 200, true, 1);
        const auto grown = makeBackend(BackendChoice::Cpu);
        const auto plain = makeBackend(BackendChoice::Cpu);
        examples::GrowingTrainer growing(*grown, images, smallConfig(), smallConfig().k);
        PcdTrainer trainer(*plain, images, smallConfig());
        while (!growing.finished()) {
            growing.update();
            trainer.update({smallConfig().learningRate, smallConfig().momentum});
        }
        QVERIFY(trainer.finished());
        QCOMPARE(grown->parameters(), plain->parameters());
        QCOMPARE(grown->states(growing.chains()), plain->states(trainer.chains()));
    }

    void aGrowingTrainerNeverDrawsAStepTwice() {
        const auto backend = makeReferenceBackend();
        TrainingConfig config = smallConfig();
        config.k = 30;
        const examples::GrowingTrainer trainer(*backend, randomImages(5, 4, 2000, false, 1), config,
                                               1);
        std::uint64_t next = 0; // the first step that nobody has drawn yet
        for (std::uint64_t update = 0; update < 50; ++update) {
            const std::size_t k = trainer.stepsOf(update);
            QVERIFY(update * k >= next);
            next = (update + 1) * k;
        }
        QCOMPARE(trainer.stepsOf(0), std::size_t{1});
        QCOMPARE(trainer.stepsOf(49), std::size_t{30});
    }

    void aGrowingTrainerLearnsAndRefusesWhatItCannotDo() {
        const DatasetPair digits = loadStarterDigits();
        const auto backend = makeBackend(BackendChoice::Cpu);
        examples::GrowingTrainer trainer(*backend, digits.train, smallConfig(), 1);
        const double before = exactLikelihood(*backend, *digits.test);
        while (!trainer.finished())
            trainer.update();
        QVERIFY(exactLikelihood(*backend, *digits.test) > before + 100);
        QVERIFY_EXCEPTION_THROWN(examples::GrowingTrainer(*backend, digits.train, smallConfig(), 4),
                                 Error);
    }

    void aBackendWithShortWeightsPassesEveryCheck_data() {
        QTest::addColumn<int>("index");
        const auto checks = backendChecks();
        for (std::size_t at = 0; at < checks.size(); ++at)
            QTest::newRow(checks[at].name) << static_cast<int>(at);
    }
    void aBackendWithShortWeightsPassesEveryCheck() {
        QFETCH(const int, index);
        const auto backend = examples::makeShortWeightBackend();
        QVERIFY(backendChecks()[static_cast<std::size_t>(index)].run(*backend));
    }

    void chainsOfABackendWithShortWeightsSeeRoundedOnes() {
        QCOMPARE(examples::toBfloat16(1.00390625F), 1.0F);      // half-way: to the even one
        QCOMPARE(examples::toBfloat16(1.01171875F), 1.015625F); // half-way again
        QCOMPARE(examples::toBfloat16(-1.0079F), -1.0078125F);
        const auto backend = examples::makeShortWeightBackend();
        const RbmParameters given = randomModel(12, 10, 0.4, 1);
        backend->setParameters(given);
        QCOMPARE(backend->parameters(), given);
        for (std::size_t at = 0; at < given.weights.size(); ++at)
            QCOMPARE(backend->sampledParameters().weights[at],
                     examples::toBfloat16(given.weights[at]));
    }

    void theLessonPointsAtWhatTheWindowHas() {
        Fixture fixture;
        const Lesson lesson = readMomentumLesson();
        for (const LessonStep &step : lesson.steps) {
            fixture.get<QWidget>(step.pointsAt.toLatin1().constData());
            for (const LessonAction &action : step.actions)
                QVERIFY(action.verb != LessonAction::Verb::Click ||
                        fixture.window().findChild<QObject *>(action.object) != nullptr);
        }
        QCOMPARE(lesson.settings.at(QStringLiteral("rolling")).config.momentum, 0.9);
    }

    void theLessonTrainsWithItsOwnSettings() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const Lesson lesson = readMomentumLesson();
        fixture.window().findChild<LessonGuide *>()->start(lesson);
        QVERIFY(fixture.get<Callout>("lessonCallout")->isVisible());
        fixture.click("calloutNext");
        fixture.click("calloutDo");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 0, kLong);
        QCOMPARE(fixture.now().config.k, std::size_t{5});
        QCOMPARE(fixture.now().config.momentum, 0.0);
    }

    void thePanelShowsTheWeightsOfTheRun() {
        Fixture fixture;
        examples::WeightPanel panel;
        panel.applyTheme(theme(ThemeKind::Dark));
        panel.resize(400, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QObject::connect(&fixture.window().session(), &Session::snapshotTaken, &panel,
                         &examples::WeightPanel::showSnapshot);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().session().step();
        const auto *caption = panel.findChild<QLabel *>(QStringLiteral("panelCaption"));
        QTRY_COMPARE_WITH_TIMEOUT(caption->text(), QStringLiteral("12,544 of them, update 1"),
                                  kLong);
        const auto &bars = panel.findChild<BarChart *>()->bars();
        QCOMPARE(bars.size(), std::size_t{examples::WeightPanel::kBars});
        QVERIFY(std::abs(std::accumulate(bars.begin(), bars.end(), 0.0) - 100) < 1e-6);
        QVERIFY(std::max_element(bars.begin(), bars.end()) - bars.begin() >= 8); // around 0
    }
};

QTEST_MAIN(TestExamples)
#include "test_examples.moc"
