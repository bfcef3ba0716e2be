// Which runs are kept, what a restart finds of them, and what happens where they cannot be kept.
#include "tests/support/folder_files.h"
#include "tests/support/runs_fixture.h"
#include "tests/support/wall_clock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/likelihood_plot.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QTabBar>

#include <memory>

using namespace rbm;
using namespace rbm::test;

class TestKeptRuns : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void aPausedRunIsKeptAndARestartFindsItAndGoesOn() {
        const QTemporaryDir folder;
        QString run;
        {
            RunsFixture fixture(folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
            run = trainAndPause(fixture, folder);
            QVERIFY(!run.isEmpty());
            QVERIFY(!fixture.now().unsaved);
            QCOMPARE(fixture.rows(), 1);
            QVERIFY(fixture.window().close()); // no question: nothing is lost
        }
        const auto update = onDisk(folder, run).update;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 1, kLong);
        QCOMPARE(fixture.cell(0, RunTable::Name), QStringLiteral("Run 1"));
        QCOMPARE(fixture.cell(0, RunTable::Hidden), QStringLiteral("16"));
        fixture.get<QSpinBox>("gibbsSteps")->setValue(2); // the run brings its own
        fixture.select(0);
        QVERIFY(fixture.get<QPushButton>("continueRun")->isEnabled());
        fixture.click("continueRun");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().run == run && fixture.now().update > update, kLong);
        QCOMPARE(fixture.get<QTabBar>("workspaceTabs")->currentIndex(), 0);
        QCOMPARE(fixture.now().config.k, std::size_t{1});
        QCOMPARE(fixture.get<QSpinBox>("gibbsSteps")->value(), 1);
        QCOMPARE(fixture.rows(), 1); // the same run, not another one
    }

    void aWindowThatGoesWithoutClosingLeavesItsRun() {
        const QTemporaryDir folder;
        QString run;
        {
            RunsFixture fixture(folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
            QTest::keyClick(&fixture.window(), Qt::Key_F10);
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
            run = fixture.now().run;
        }
        QVERIFY(onDisk(folder, run).hasModel);
        QCOMPARE(onDisk(folder, run).update, std::uint64_t{1});
        QVERIFY(!QFile::exists(folder.filePath(run + QStringLiteral("/lock"))));
    }

    void aRunThatMakesRoomForAnotherIsKeptWithoutAQuestion() {
        const QTemporaryDir folder;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        const QString first = fixture.now().run;
        QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Idle, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(onDisk(folder, first).hasModel, kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        QVERIFY(fixture.now().run != first);
        QCOMPARE(fixture.cell(0, RunTable::Name), QStringLiteral("Run 2")); // the newest on top
    }

    void theCurveOfARunIsKeptAndComesBackWithIt() {
        const QTemporaryDir folder;
        QString run;
        {
            RunsFixture fixture(folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
            fixture.get<QSpinBox>("epochs")->setValue(1);
            fixture.click("mainButton");
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Finished, kLong);
            run = fixture.now().run;
            QTRY_COMPARE_WITH_TIMEOUT(onDisk(folder, run).points.size(), std::size_t{1}, kLong);
            fixture.openTab();
            QTRY_VERIFY(!fixture.cell(0, RunTable::Verdict).isEmpty());
            QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->lines().front().points.size(), std::size_t{1},
                                      kLong);
            QTRY_VERIFY_WITH_TIMEOUT(onDisk(folder, run).hasModel, kLong);
            QVERIFY(fixture.window().close());
        }
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 1, kLong);
        fixture.select(0);
        fixture.click("openRunInFilters");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().run, run, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(
            fixture.get<QLabel>("honestyReason")->text(),
            QStringLiteral("Measured at epoch 1, before the run was opened again."), kLong);
        QVERIFY(!fixture.get<QLabel>("honestyVerdict")->text().isEmpty());
        fixture.openTab();
        fixture.select(0);
        fixture.press(Qt::Key_Return, Qt::ControlModifier); // a finished run gets ten more epochs
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().run == run && fixture.now().update > 25, kLong);
        QCOMPARE(fixture.now().config.numEpoch, std::size_t{11});
        QCOMPARE(fixture.window().findChild<LikelihoodPlot *>()->points().front().epoch, 1.0);
    }

    void movedSlidersAreMarkedAgainInARunThatIsOpenedAgain() {
        const QTemporaryDir folder;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        auto *plot = fixture.window().findChild<LikelihoodPlot *>();
        QVERIFY(plot->marks().empty());
        for (const double rate : {20.0, 1.0}) {
            auto *field = fixture.get<QDoubleSpinBox>("learningRateEdit");
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, field->locale().toString(rate, 'f', 1));
            QTest::keyClick(field, Qt::Key_Return);
            const auto before = fixture.now().update;
            QTest::keyClick(&fixture.window(), Qt::Key_F10);
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, before + 1, kLong);
        }
        const QString first = fixture.now().run;
        QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(onDisk(folder, first).hasModel, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Idle, kLong);
        QVERIFY(plot->marks().empty());
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 1, kLong);
        fixture.select(0);
        fixture.click("openRunInFilters");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().run, first, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(plot->marks().size(), std::size_t{2}, kLong);
        QCOMPARE(plot->marks().front().text, QStringLiteral("rate 20, momentum 0.3"));
        QCOMPARE(plot->marks().front().epoch, 1.0 / 25);
        QCOMPARE(plot->marks().back().text, QStringLiteral("rate 1, momentum 0.3"));
    }

    void aDamagedRunIsToldInOneSentenceAndStays() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("foreign")));
        QVERIFY(writeFile(folder.filePath(QStringLiteral("foreign/run.json")), "[1, 2"));
        RunsFixture fixture(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(
            fixture.notice(),
            QStringLiteral("A run cannot be read and was left as it is: the run.json of “foreign” "
                           "cannot be read: it is no JSON object."),
            kLong);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        QFile file(folder.filePath(QStringLiteral("foreign/run.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("[1, 2"));
    }

    void twoWindowsOnOneFolderKeepOffEachOthersRuns() {
        const QTemporaryDir folder;
        RunsFixture first(folder.path());
        RunsFixture second(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(first.isReady() && second.isReady(), kLong);
        const QString run = trainAndPause(first, folder);
        QVERIFY(!run.isEmpty());
        second.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(second.rows(), 1, kLong);
        second.select(0);
        second.click("continueRun");
        QTRY_VERIFY_WITH_TIMEOUT(second.notice().contains(u"open in another window"), kLong);
        QVERIFY(second.now().run.isEmpty());
        second.press(Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(second.notice().contains(u"open in another window"), kLong);
        QTRY_COMPARE_WITH_TIMEOUT(second.rows(), 1, kLong); // it came back
        const QString other = trainAndPause(second, folder);
        QVERIFY(other != run);
        QCOMPARE(readRuns(folder.path()).runs.size(), std::size_t{2});
        first.openTab(); // looks again
        QTRY_COMPARE_WITH_TIMEOUT(first.rows(), 2, kLong);
    }

    void aRunThatCannotBeKeptCanBeTriedAgainAndSavedElsewhere() {
        const QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("runs"));
        QVERIFY(writeFile(place, "no folder"));
        RunsFixture fixture(place);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        fixture.window().session().keepRun();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.notice().startsWith(u"This run cannot be kept"), kLong);
        auto *bar = fixture.get<QWidget>("noticeBar");
        fixture.clickNotice(QStringLiteral("Retry")); // in vain, and told again
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), kLong);
        QVERIFY(fixture.notice().startsWith(u"This run cannot be kept"));
        const QString other = folder.filePath(QStringLiteral("elsewhere.rbmx"));
        fixture.clickNotice(QStringLiteral("Save elsewhere"), other);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(other), kLong);
        QVERIFY(QFile::remove(place));
        fixture.get<QAction>("actionStep")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{2}, kLong);
        fixture.window().session().keepRun();
        QTRY_VERIFY_WITH_TIMEOUT(
            QFile::exists(place + u'/' + fixture.now().run + QStringLiteral("/model.safetensors")),
            kLong);
    }

    void aRunThatCannotBeKeptIsNotDroppedUnasked() {
        const QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("runs"));
        QVERIFY(writeFile(place, "no folder"));
        RunsFixture fixture(place);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().unsaved, kLong);
        QCOMPARE(fixture.now().update, std::uint64_t{1}); // still there
        QVERIFY2(fixture.notice().contains(u"cannot be kept") || fixture.notice().contains(place),
                 qPrintable(fixture.notice()));
        answerDoNotSave(); // now it asks
        QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{0}, kLong);
        QCOMPARE(fixture.now().state, RunState::Idle);
    }

    void aFolderOfRunsThatVanishesIsMadeAgain() {
        const QTemporaryDir folder;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString run = trainAndPause(fixture, folder);
        QVERIFY(!run.isEmpty());
        const auto update = fixture.now().update;
        for (const QString &name : QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTRY_VERIFY(QDir(folder.filePath(name)).removeRecursively()); // a file may just come
        QCOMPARE(trainAndPause(fixture, folder), run);
        QVERIFY(onDisk(folder, run).update > update);
    }

    void aClockThatIsSetBackNeitherStopsATrainingNorMixesItsRuns() {
        const QTemporaryDir folder;
        {
            RunsFixture fixture(folder.path());
            QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
            const QString first = trainAndPause(fixture, folder);
            QVERIFY(!first.isEmpty());
            const QDateTime before = QDateTime::currentDateTimeUtc();
            wallClockOffset = -40 * 24 * 3600;
            QVERIFY(before.daysTo(QDateTime::currentDateTimeUtc()) < -30); // the clock is wrong
            QCOMPARE(trainAndPause(fixture, folder), first);
            QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Idle, kLong);
            const QString second = trainAndPause(fixture, folder);
            QVERIFY(!second.isEmpty() && second != first);
            QVERIFY(fixture.window().close());
        }
        RunsFixture fixture(folder.path());
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        for (const RunRecord &run : readRuns(folder.path()).runs)
            QVERIFY(run.hasModel);
        wallClockOffset = 0;
    }

    void aWindowThatTrainsClosesAtOnceAndKeepsAll() {
        const QTemporaryDir folder;
        auto fixture = std::make_unique<RunsFixture>(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture->isReady(), kLong);
        fixture->click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture->now().update > 5, kLong);
        const QString run = fixture->now().run;
        const auto update = fixture->now().update;
        QVERIFY(fixture->window().close());
        fixture.reset();
        QVERIFY(onDisk(folder, run).hasModel);
        QVERIFY(onDisk(folder, run).update >= update);
    }
};

QTEST_MAIN(TestKeptRuns)
#include "test_kept_runs.moc"
