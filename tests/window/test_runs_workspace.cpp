// The Runs tab: what a person does with kept runs.
#include "tests/support/folder_files.h"
#include "tests/support/runs_fixture.h"
#include "ui/support/data_key.h"
#include "ui/support/starter_digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/likelihood_plot.h"

#include <QAction>
#include <QFileDialog>
#include <QLineEdit>
#include <QTabBar>
#include <QTableWidget>

using namespace rbm;
using namespace rbm::test;

class TestRunsWorkspace : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void withoutRunsTheTabSaysThatTheyWillAppear() {
        const QTemporaryDir folder;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.openTab();
        QCOMPARE(fixture.get<QTabBar>("workspaceTabs")->currentIndex(), 3);
        QVERIFY(fixture.get<QLabel>("runsEmpty")->isVisible());
        QCOMPARE(fixture.get<QLabel>("runsEmpty")->text(),
                 QStringLiteral("Finished runs appear here."));
        QTRY_VERIFY(!fixture.get<QAction>("actionExport")->isEnabled());
        QVERIFY(!fixture.get<QPushButton>("continueRun")->isEnabled());
        QVERIFY(QDir(folder.path()).isEmpty()); // a run without an update is none
    }

    void filtersAndSamplesOfAKeptRunAreShown_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("tab");
        QTest::newRow("filters") << "openRunInFilters" << 1;
        QTest::newRow("samples") << "openRunInGibbs" << 2;
    }

    void filtersAndSamplesOfAKeptRunAreShown() {
        QFETCH(QString, button);
        QFETCH(int, tab);
        const QTemporaryDir folder;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString run = trainAndPause(fixture, folder);
        const auto update = fixture.now().update;
        QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Idle, kLong);
        fixture.openTab();
        fixture.select(0);
        fixture.click(button.toLatin1().constData());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().run == run, kLong);
        QCOMPARE(fixture.get<QTabBar>("workspaceTabs")->currentIndex(), tab);
        QCOMPARE(fixture.now().state, RunState::Paused); // shown, not trained on
        QCOMPARE(fixture.now().update, update);
    }

    void aNameIsEditedInPlaceAndStays() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        RunsFixture fixture(folder.path());
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        fixture.select(0);
        fixture.press(Qt::Key_F2);
        auto *editor = fixture.table()->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->text(), QStringLiteral("quick"));
        QTest::keyClicks(editor, QStringLiteral("swift sss")); // S does not sort here
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(fixture.cell(0, RunTable::Name), QStringLiteral("swift sss"));
        QTRY_COMPARE_WITH_TIMEOUT(onDisk(folder, QStringLiteral("20260102T000000-00000002")).name,
                                  QStringLiteral("swift sss"), kLong);
        fixture.press(Qt::Key_F2);
        editor = fixture.table()->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("   "));
        QTest::keyClick(editor, Qt::Key_Return); // no name is no name
        QTRY_VERIFY(fixture.table()->findChild<QLineEdit *>() == nullptr);
        QCOMPARE(fixture.cell(0, RunTable::Name), QStringLiteral("swift sss"));
    }

    void spaceHidesAndShowsACurveAndThatStays() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        RunsFixture fixture(folder.path());
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->lines().size(), std::size_t{2}, kLong);
        auto *differences = fixture.get<QTableWidget>("runDifferences");
        QVERIFY(differences->isVisible());
        QCOMPARE(differences->rowCount(), 1);
        QCOMPARE(differences->item(0, 0)->text(), QStringLiteral("Gibbs steps k"));
        fixture.select(1);
        fixture.press(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->lines().size(), std::size_t{1}, kLong);
        QCOMPARE(fixture.plot()->lines().front().name, QStringLiteral("quick"));
        QVERIFY(fixture.get<QLabel>("runDifferencesText")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!onDisk(folder, QStringLiteral("20260101T000000-00000001")).shown,
                                 kLong);
        fixture.press(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->lines().size(), std::size_t{2}, kLong);
    }

    void checkedRunsStandBehindTheCurveUntilTheyAreSwitchedOff() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        const QString data = dataKeyOf(*loadStarterDigits().train);
        for (RunRecord run : readRuns(folder.path()).runs) {
            run.dataKey = run.name == u"slow" ? data : QStringLiteral("of other images");
            for (int copy = 0; run.name == u"slow" && copy < 4; ++copy) {
                RunRecord more = run;
                more.id = run.id.chopped(1) + QString::number(copy + 3);
                more.name = QStringLiteral("slow %1").arg(copy);
                writeRun(folder.path(), more);
                writeLabel(folder.path(), more);
            }
            writeRun(folder.path(), run);
        }
        RunsFixture fixture(folder.path());
        const auto names = [&] {
            QStringList result;
            for (const auto &run : fixture.window().findChild<LikelihoodPlot *>()->earlierRuns())
                result += run.name;
            return result.join(u',');
        };
        QTRY_COMPARE_WITH_TIMEOUT(names(), QStringLiteral("slow 3,slow 2,slow 1"), kLong);
        fixture.openTab();
        for (int row = 0; row < fixture.rows(); ++row) {
            if (fixture.cell(row, RunTable::Name) == u"slow 2") {
                fixture.select(row);
                fixture.press(Qt::Key_Space);
            }
        }
        QTRY_COMPARE(names(), QStringLiteral("slow 3,slow 1,slow 0"));
        auto *action = fixture.get<QAction>("actionEarlierRuns");
        QVERIFY(action->isChecked());
        action->trigger();
        QCOMPARE(names(), QString());
        action->trigger();
        QCOMPARE(names(), QStringLiteral("slow 3,slow 1,slow 0"));
    }

    void aClickOnTheBoxHidesTheCurve() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        RunsFixture fixture(folder.path());
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->lines().size(), std::size_t{2}, kLong);
        const QRect cell = fixture.table()->visualRect(fixture.model()->index(0, 0));
        QTest::mouseClick(fixture.table()->viewport(), Qt::LeftButton, {},
                          QPoint(cell.left() + 14, cell.center().y()));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->lines().size(), std::size_t{1}, kLong);
    }

    void theCursorOfThePlotTellsEachCheck() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        RunsFixture fixture(folder.path());
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->lines().size(), std::size_t{2}, kLong);
        auto *plot = fixture.get<QWidget>("runsPlot");
        QTest::keyClick(plot, Qt::Key_Left); // begins at the end of the last line
        QVERIFY(fixture.plot()->cursorText().startsWith(u"quick\nEpoch 2"));
        QTest::keyClick(plot, Qt::Key_Left);
        QVERIFY(fixture.plot()->cursorText().startsWith(u"quick\nEpoch 1"));
        QTest::keyClick(plot, Qt::Key_Up);
        QVERIFY(fixture.plot()->cursorText().startsWith(u"slow\nEpoch 1"));
        QVERIFY(plot->accessibleDescription().startsWith(u"slow"));
    }

    void aKeySortsByTheColumnOfTheCursor() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        RunsFixture fixture(folder.path());
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        QCOMPARE(fixture.cell(0, RunTable::Name), QStringLiteral("quick")); // the newest on top
        fixture.table()->setFocus();
        fixture.table()->setCurrentIndex(fixture.model()->index(0, RunTable::Steps));
        fixture.press(Qt::Key_S);
        QCOMPARE(fixture.cell(0, RunTable::Steps), QStringLiteral("1"));
        fixture.press(Qt::Key_S);
        QCOMPARE(fixture.cell(0, RunTable::Steps), QStringLiteral("3"));
        fixture.table()->setCurrentIndex(fixture.model()->index(0, RunTable::Test));
        fixture.press(Qt::Key_S); // by value, not by what the cell says
        QCOMPARE(fixture.cell(0, RunTable::Test), QStringLiteral("at most about −139"));
    }

    void aDeletedRunComesBackByUndo() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        RunsFixture fixture(folder.path());
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        fixture.select(0);
        fixture.press(Qt::Key_Delete);
        QCOMPARE(fixture.rows(), 1);
        QCOMPARE(fixture.notice(), QStringLiteral("Deleted “quick”."));
        QTRY_COMPARE_WITH_TIMEOUT(readRuns(folder.path()).runs.size(), std::size_t{1}, kLong);
        fixture.clickNotice(QStringLiteral("Undo"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        QCOMPARE(fixture.cell(0, RunTable::Name), QStringLiteral("quick"));
        QCOMPARE(readRuns(folder.path()).runs.size(), std::size_t{2});
    }

    void theCurrentRunCannotBeDeleted() {
        const QTemporaryDir folder;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QVERIFY(!trainAndPause(fixture, folder).isEmpty());
        fixture.openTab();
        fixture.select(0);
        QVERIFY(!fixture.get<QPushButton>("deleteRun")->isEnabled());
        QVERIFY(fixture.get<QPushButton>("deleteRun")->toolTip().contains(u"current run"));
        fixture.press(Qt::Key_Delete);
        QCOMPARE(fixture.rows(), 1);
    }

    void aRunOnOtherImagesSaysWhyItCannotGoOn() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        for (const char *id : {"20260101T000000-00000001", "20260102T000000-00000002"})
            QVERIFY(writeFile(folder.filePath(QLatin1String(id) + "/model.safetensors"), "x"));
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        fixture.select(0);
        auto *button = fixture.get<QPushButton>("continueRun");
        QVERIFY(!button->isEnabled());
        QVERIFY2(button->toolTip().contains(u"trained on starter digits"),
                 qPrintable(button->toolTip()));
    }

    void theExportKeyWritesTheCheckedCurves() {
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.openTab();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.get<QAction>("actionExport")->isEnabled(), kLong);
        fixture.select(1);
        fixture.press(Qt::Key_Space); // one is not to be exported
        // The ending that is typed counts: a table alone.
        const QString path = fixture.folder() + QStringLiteral("/curves.csv");
        QTest::keyClick(&fixture.window(), Qt::Key_E, Qt::ControlModifier);
        QTimer::singleShot(0, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            dialog->selectFile(path);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        QTest::keyClick(fixture.get<QWidget>("exportPanel"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), kLong);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 3); // headings and two checks of one run
        QVERIFY(lines[1].startsWith("20260102T000000-00000002,\"quick\","));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.notice().startsWith(u"Saved"), kLong);
    }

    // A file stands where the folder should be: nothing can be written there.
};

QTEST_MAIN(TestRunsWorkspace)
#include "test_runs_workspace.moc"
