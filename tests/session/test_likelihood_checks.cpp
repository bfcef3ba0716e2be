// The checks of the likelihood beside the training: what a report holds, how
// often they come, and that nobody waits.
#include "engine/model/model_file.h"
#include "engine/training/pcd_trainer.h"
#include "ui/session/session.h"
#include "ui/support/starter_digits.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <cmath>

using namespace rbm;

namespace {

constexpr int kLong = 30000;         ///< ms
constexpr std::size_t kTooMany = 32; ///< hidden units: not enumerated

TrainingConfig configWith(std::size_t hidden, std::size_t epochs) {
    TrainingConfig config;
    config.numHidden = hidden;
    config.k = 1;
    config.numEpoch = epochs;
    return config;
}

/// A session on the starter digits that keeps its reports.
class Watched {
public:
    Watched(const TrainingConfig &config, double budget) {
        QObject::connect(&m_session, &Session::reportsTaken, &m_session,
                         [this](const std::vector<LikelihoodReport> &news) {
                             reports.insert(reports.end(), news.begin(), news.end());
                         });
        m_session.setData(loadStarterDigits());
        m_session.restart(config);
        m_session.setLikelihoodBudget(budget);
    }

    Session *operator->() { return &m_session; }
    const TrainingSnapshot &now() { return m_session.snapshot(); }

    std::vector<LikelihoodReport> reports;

private:
    Session m_session;
};

CheckSchedule::Time at(double seconds) {
    return CheckSchedule::Time(std::chrono::duration_cast<CheckSchedule::Time::duration>(
        std::chrono::duration<double>(seconds)));
}

/// A model whose likelihood is known: without weights and biases each pixel has a
/// chance of one half.
QString writeUniformModel(const QTemporaryDir &folder) {
    Model model;
    model.parameters = RbmParameters::zeros(784, kTooMany);
    model.width = model.height = 28;
    const QString path = folder.filePath(QStringLiteral("uniform.safetensors"));
    saveModel(path.toStdString(), model);
    return path;
}

} // namespace

class TestLikelihoodChecks : public QObject {
    Q_OBJECT
private slots:
    void aReportHasBothPixelKindsItsPlanAndAVerdict() {
        Watched session(configWith(kTooMany, 1), 0.3);
        session->play();
        QTRY_COMPARE_WITH_TIMEOUT(session.reports.size(), std::size_t{1}, 2 * kLong);
        const LikelihoodReport &report = session.reports.front();
        QCOMPARE(report.epoch, 1.0);
        QCOMPARE(report.budget, 0.3);
        QVERIFY(report.seconds > 0);
        QVERIFY(report.trusted.plan.runs >= 8);
        QVERIFY(report.trusted.plan.temperatures >= 10);
        QVERIFY(report.trusted.assessment.verdict != Verdict::Exact);
        QVERIFY(!report.trusted.assessment.reason.empty());
        QCOMPARE(report.original.runs, std::size_t{1000});
        QVERIFY(!report.originalAssessment.reason.empty());
        QVERIFY(report.gray.test.value != report.sampled.test.value);
        for (const PixelLikelihoods *pixels : {&report.gray, &report.sampled}) {
            // The same log Z everywhere: mean(-F) less its ends and middle.
            const LogPartition &logZ = report.trusted.combined;
            for (const LikelihoodInterval *value : {&pixels->test, &pixels->train}) {
                QVERIFY(value->value < 0);
                QCOMPARE(value->value + logZ.logZ, value->high + logZ.low);
                QVERIFY(std::isinf(logZ.high)
                            ? std::isinf(value->low)
                            : qFuzzyCompare(value->value + logZ.logZ, value->low + logZ.high));
            }
            QCOMPARE(pixels->originalTest.value + report.original.logZ,
                     pixels->test.value + logZ.logZ);
        }
    }

    void aSmallModelIsEnumerated() {
        Watched session(configWith(8, 1), 2);
        session->play();
        QTRY_COMPARE_WITH_TIMEOUT(session.reports.size(), std::size_t{1}, 2 * kLong);
        const LikelihoodReport &report = session.reports.front();
        QCOMPARE(report.trusted.assessment.verdict, Verdict::Exact);
        QCOMPARE(report.trusted.plan.runs, std::size_t{0});
        QCOMPARE(report.gray.test.low, report.gray.test.high);
    }

    void atTheEndOfARunItsAverageIsMeasuredAsItIsSaved() {
        const QTemporaryDir folder;
        TrainingConfig config = configWith(8, 1);
        config.average = 0.5;
        Watched session(config, 2);
        session->play();
        QTRY_COMPARE_WITH_TIMEOUT(session.reports.size(), std::size_t{1}, 2 * kLong);
        QVERIFY(session.reports.front().averaged);
        const QString path = folder.filePath(QStringLiteral("model.safetensors"));
        session->saveModel(path, false);
        session->openModel(path);
        session->measureLikelihood();
        QTRY_COMPARE_WITH_TIMEOUT(session.reports.size(), std::size_t{2}, 2 * kLong);
        QVERIFY(!session.reports.back().averaged); // the file's parameters as they are
        QCOMPARE(session.reports.back().gray.test.value, session.reports.front().gray.test.value);
    }

    void aModelOfKnownLikelihoodGetsIt() {
        const QTemporaryDir folder;
        Watched session(configWith(8, 1), 0.3);
        session->openModel(writeUniformModel(folder));
        QTRY_COMPARE_WITH_TIMEOUT(session.now().state, RunState::Paused, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(session.now().config.numHidden, kTooMany, kLong);
        session->measureLikelihood();
        QTRY_COMPARE_WITH_TIMEOUT(session.reports.size(), std::size_t{1}, 2 * kLong);
        const LikelihoodReport &report = session.reports.front();
        QCOMPARE(report.epoch, 0.0);
        QCOMPARE(session.now().state, RunState::Paused);
        QCOMPARE(session.now().update, std::uint64_t{0});
        // How narrow the interval is depends on this machine's speed; a nat beside it at most.
        const double expected = -784 * std::log(2.0);
        QVERIFY(report.sampled.test.low - 1 <= expected);
        QVERIFY(expected <= report.sampled.test.high + 1);
        QCOMPARE(report.sampled.test.value, report.gray.test.value); // -F is the same for all
    }

    // An epoch of this model takes some milliseconds, a check half a second or more.
    void checksAreFewWhereEpochsAreShortAndTheFirstAndTheLastAreMeasured() {
        Watched session(configWith(kTooMany, 200), 0.5);
        QElapsedTimer clock;
        clock.start();
        session->play();
        QTRY_COMPARE_WITH_TIMEOUT(session.now().state, RunState::Finished, 4 * kLong);
        QTRY_VERIFY_WITH_TIMEOUT(!session.reports.empty() && session.reports.back().epoch == 200,
                                 kLong);
        QCOMPARE(session.reports.front().epoch, 1.0);
        QVERIFY2(session.reports.size() < 50, qPrintable(QString::number(session.reports.size())));
        // The last one comes when the run ends, which may be right after the one before; the
        // others leave four times their seconds between.
        double seconds = 0;
        for (std::size_t at = 0; at + 2 < session.reports.size(); ++at)
            seconds += session.reports[at].seconds;
        QVERIFY(seconds <= static_cast<double>(clock.elapsed()) / 1000 / 4);
        QTRY_VERIFY(!session.now().measuring);
    }

    void trainingGoesOnDuringACheck() {
        Watched session(configWith(kTooMany, 100000), 5);
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(session.now().measuring.has_value(), kLong);
        const auto update = session.now().update;
        // Several epochs later the same check is still under way.
        QTRY_VERIFY_WITH_TIMEOUT(session.now().update > update + 100, kLong);
        QVERIFY(session.now().measuring.has_value());
        QVERIFY(session.reports.empty());
    }

    void aCheckThatRunsWhenItIsPausedIsFinished() {
        Watched session(configWith(kTooMany, 100000), 0.5);
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(session.now().measuring.has_value(), kLong);
        session->pause();
        QTRY_COMPARE_WITH_TIMEOUT(session.now().state, RunState::Paused, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(!session.reports.empty(), kLong);
    }

    void aRestartCancelsTheCheck() {
        Watched session(configWith(kTooMany, 100000), 60);
        session->measureLikelihood();
        QTRY_VERIFY_WITH_TIMEOUT(session.now().measuring.has_value(), kLong);
        session->restart(configWith(kTooMany, 3));
        QTRY_VERIFY_WITH_TIMEOUT(!session.now().measuring.has_value(), kLong);
        QTest::qWait(100);
        QVERIFY(session.reports.empty());
    }

    void aCheckIsDueAfterFourTimesItsSecondsOfTraining() {
        CheckSchedule schedule;
        schedule.resume(at(100));
        QVERIFY(schedule.isDue()); // nothing is known yet
        schedule.checked(2, at(110));
        QVERIFY(!schedule.isDue());
        QCOMPARE(schedule.secondsToWait(), 8.0);
        schedule.trained(at(113));
        QCOMPARE(schedule.secondsToWait(), 5.0);
        schedule.resume(at(500)); // a pause is no training
        schedule.trained(at(504.5));
        QVERIFY(!schedule.isDue());
        schedule.trained(at(505));
        QVERIFY(schedule.isDue());
        QCOMPARE(schedule.epochsBetween(3), 3);
        QCOMPARE(schedule.epochsBetween(100), 1);
    }

    void howLongACheckTakesIsOfThePresentRunAndBudgetOnly() {
        Watched session(configWith(kTooMany, 100), 0.2);
        const auto measure = [&] {
            const std::size_t before = session.reports.size();
            session->measureLikelihood();
            return QTest::qWaitFor([&] { return session.reports.size() > before; }, kLong);
        };
        QVERIFY(measure());
        QTRY_VERIFY_WITH_TIMEOUT(session.now().checks.seconds > 0, kLong);
        session->setLikelihoodBudget(0.3);
        QTRY_COMPARE_WITH_TIMEOUT(session.now().checks.seconds, 0.0, kLong);
        QVERIFY(measure());
        QTRY_VERIFY_WITH_TIMEOUT(session.now().checks.seconds > 0, kLong);
        const QTemporaryDir folder;
        session->openModel(writeUniformModel(folder));
        QTRY_COMPARE_WITH_TIMEOUT(session.now().checks.seconds, 0.0, kLong);
    }

    // The training goes on beside a check, which takes twice its seconds then.
    void theEpochsBetweenChecksAreThoseThatPass() {
        for (const double epoch : {0.7, 1.5, 2.3, 3.9, 5.0, 9.1, 13.7, 40.0}) {
            CheckSchedule schedule;
            double checkEnds = 0;
            schedule.resume(at(0));
            std::vector<int> measured;
            for (int done = 1; done < 400; ++done) {
                const double now = done * epoch;
                if (checkEnds > 0 && checkEnds <= now) {
                    schedule.trained(at(checkEnds));
                    schedule.checked(2, at(checkEnds));
                    checkEnds = 0;
                }
                schedule.trained(at(now));
                if (checkEnds > 0 || !schedule.isDue())
                    continue;
                measured.push_back(done);
                if (measured.size() > 2)
                    QCOMPARE(schedule.epochsBetween(epoch), done - measured[measured.size() - 2]);
                schedule.begun();
                checkEnds = now + 4;
            }
            QVERIFY(measured.size() > 20);
        }
    }

    // Checks of 2 s and epochs of 3: however long it goes on, a fifth at most.
    void overManyEpochsChecksTakeAtMostAFifthOfTheTime() {
        CheckSchedule schedule;
        double clock = 0;
        double checking = 0;
        schedule.resume(at(clock));
        for (int epoch = 0; epoch < 1000; ++epoch) {
            clock += 3;
            schedule.trained(at(clock));
            if (epoch > 0 && !schedule.isDue())
                continue;
            clock += 2;
            checking += 2;
            schedule.checked(2, at(clock));
        }
        QVERIFY(checking <= clock / 5 + 2);
        QVERIFY(checking > clock / 8);
    }

    void theImagesOfACheckAreTheSameEveryTime() {
        const DatasetPair data = loadStarterDigits();
        const auto images = chooseCheckImages(data);
        QCOMPARE(images->train.count(), data.test->count());
        QCOMPARE(images->testSampled, binarise(*data.test, Pixels::Sampled, 1));
        for (const std::uint8_t pixel : images->trainSampled)
            QVERIFY(pixel == 0 || pixel == 255);
        const auto again = chooseCheckImages(data);
        QCOMPARE(again->train.pixels, images->train.pixels);
        QCOMPARE(again->trainSampled, images->trainSampled);
    }
};

QTEST_GUILESS_MAIN(TestLikelihoodChecks)
#include "test_likelihood_checks.moc"
