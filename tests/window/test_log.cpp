// The log: what it tells, and how one reads and copies it.
#include "tests/support/window_fixture.h"
#include "ui/support/language.h"
#include "ui/theme/theme.h"
#include "ui/window/log_book.h"
#include "ui/window/log_panel.h"
#include "ui/window/notice_bar.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QStatusBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextLayout>

using namespace rbm;
using namespace rbm::test;

namespace {

QString logOf(Fixture &fixture) { return fixture.get<LogPanel>("logDock")->book().text(); }

/// How often the log has it.
qsizetype timesIn(const QString &log, const QString &pattern) {
    return log.count(QRegularExpression(pattern));
}

WindowOptions remembering(const QTemporaryDir &folder) {
    WindowOptions options;
    options.dataFolder = folder.path();
    options.runsFolder = folder.filePath(QStringLiteral("runs"));
    return options;
}

} // namespace

class TestLog : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test-log"));
    }
    void init() {
        QSettings().clear();
        speak(LanguageChoice::English);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    void cleanupTestCase() { QSettings().clear(); }

    void linesHaveTheTimeOfDayAndADayBegins() {
        LogBook book;
        book.add(QStringLiteral("first"));
        book.add(QStringLiteral("second\nhas two lines"), LogLine::Kind::Warning);
        const QStringList lines = book.text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], QLocale().toString(QDate::currentDate(), QLocale::LongFormat));
        QVERIFY2(QRegularExpression(QStringLiteral("^\\d\\d:\\d\\d:\\d\\d  first$"))
                     .match(lines[1])
                     .hasMatch(),
                 qPrintable(lines[1]));
        QVERIFY(lines[2].endsWith(u"  second has two lines"));
        LogLine line;
        line.at = QDateTime(QDate(2026, 11, 26), QTime(14, 3, 22));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(line.stamp().simplified(), QStringLiteral("2:03:22 PM"));
        QLocale::setDefault(QLocale(QLocale::Finnish));
        QCOMPARE(line.stamp(), QStringLiteral("14.03.22"));
    }

    void theOldestLinesMakeRoomAndAHiddenLogCostsNothing() {
        Fixture fixture;
        auto *panel = fixture.get<LogPanel>("logDock");
        QVERIFY(!panel->isVisible());
        auto *text = fixture.get<QTextEdit>("logText");
        constexpr int kLines = 10000;
        for (int line = 0; line < kLines; ++line)
            panel->book().add(QStringLiteral("line %1").arg(line));
        QCOMPARE(panel->book().lines().size(), LogBook::kMostLines);
        QVERIFY(text->document()->isEmpty());
        fixture.get<QAction>("actionLog")->trigger();
        QVERIFY(panel->isVisible());
        QCOMPARE(text->document()->blockCount(), static_cast<int>(LogBook::kMostLines));
        QVERIFY(text->toPlainText().endsWith(u"  line 9999"));
        panel->book().add(QStringLiteral("one more"));
        QCOMPARE(text->document()->blockCount(), static_cast<int>(LogBook::kMostLines));
        QVERIFY(text->toPlainText().endsWith(u"  one more"));
    }

    void aLineThatIsTooLongGoesOnUnderItsText() {
        Fixture fixture;
        auto *panel = fixture.get<LogPanel>("logDock");
        fixture.get<QAction>("actionLog")->trigger();
        panel->book().add(QStringLiteral("word ").repeated(200));
        const QTextBlock block = fixture.get<QTextEdit>("logText")->document()->lastBlock();
        QTRY_VERIFY(block.layout()->lineCount() > 1);
        const QTextLayout &lines = *block.layout();
        const int text = static_cast<int>(block.text().indexOf(u"word"));
        const QTextLine first = lines.lineAt(0);
        QVERIFY(qAbs(first.cursorToX(text) - lines.lineAt(1).x()) < 2);
        QVERIFY(first.x() < lines.lineAt(1).x());
    }

    void whoReadsFurtherUpIsLeftThere() {
        Fixture fixture;
        auto *panel = fixture.get<LogPanel>("logDock");
        fixture.get<QAction>("actionLog")->trigger();
        for (int line = 0; line < 100; ++line)
            panel->book().add(QStringLiteral("line %1").arg(line));
        auto *bar = fixture.get<QTextEdit>("logText")->verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        panel->book().add(QStringLiteral("newest"));
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(10);
        panel->book().add(QStringLiteral("newer still"));
        QCOMPARE(bar->value(), 10);
    }

    void aRunIsToldFromItsImagesToItsEnd() {
        const QTemporaryDir runs;
        Fixture fixture({}, runs.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const auto has = [&](const QString &pattern) {
            return QTest::qWaitFor([&] { return timesIn(logOf(fixture), pattern) > 0; }, kLong);
        };
        QVERIFY(has(QStringLiteral("Images: .*, 2,000 to train on and 500 to test with, 28 × 28")));
        QVERIFY(has(QStringLiteral("Computing with CPU: .+\\.")));
        QVERIFY(has(QStringLiteral("CUDA cannot be used: .+\\.")));
        QVERIFY(has(QStringLiteral("MNIST is not on this computer yet")));
        fixture.get<QSpinBox>("epochs")->setValue(2);
        fixture.window().session().setSpeed(1); // else it may end before anybody looks
        fixture.click("mainButton");
        QVERIFY(
            has(QStringLiteral("Began “Run 1”: 16 hidden units, k = 1, batch 80, learning rate "
                               "0\\.1, momentum 0\\.3, 2 epochs, seed 1, pixels gray, PCD\\.")));
        QVERIFY(has(QStringLiteral("Training from epoch 0, update \\d+\\.")));
        QVERIFY(logOf(fixture).indexOf(u"Began") < logOf(fixture).indexOf(u"Training from"));
        fixture.window().session().setSpeed(0);
        QVERIFY(has(QStringLiteral("Finished at epoch 2, update 50\\.")));
        QVERIFY(has(QStringLiteral("Likelihood of epoch 2, nats per test image: gray −.+, sampled "
                                   "−.+\\. Exact: All states")));
        QVERIFY(has(QStringLiteral("Kept “Run 1” at epoch 2, update 50\\.")));
        fixture.get<QAction>("actionRestart")->trigger();
        QVERIFY(has(QStringLiteral("Back at the start")));
        QCOMPARE(timesIn(logOf(fixture), QStringLiteral("Began")), qsizetype{1});
    }

    void aMovedSliderIsToldOnceItRests() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QSpinBox>("epochs")->setValue(100000);
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 0, kLong);
        auto *rate = fixture.get<QDoubleSpinBox>("learningRateEdit");
        for (const double value : {0.2, 0.3, 0.05}) {
            rate->setValue(value);
            QTest::qWait(10); // together far less than a slider's rest
        }
        const QString change = QStringLiteral("Changed at update [\\d,]+: learning rate 0\\.1 → "
                                              "0\\.05\\.");
        QTRY_COMPARE_WITH_TIMEOUT(timesIn(logOf(fixture), change), qsizetype{1}, kLong);
        QCOMPARE(timesIn(logOf(fixture), QStringLiteral("Changed at")), qsizetype{1});
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(
            timesIn(logOf(fixture), QStringLiteral("Paused at epoch [\\d,]+, update [\\d,]+\\.")),
            qsizetype{1}, kLong);
    }

    void warningsAreToldAsSuch() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().session().openModel(fixture.folder() + QStringLiteral("/none"));
        QTRY_COMPARE_WITH_TIMEOUT(
            timesIn(logOf(fixture), QStringLiteral("\\d  Warning: .*none.* is unchanged\\.")),
            qsizetype{1}, kLong);
    }

    void theKeyboardShowsSelectsCopiesAndClears() {
        Fixture fixture;
        MainWindow &window = fixture.window();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        auto *text = fixture.get<QTextEdit>("logText");
        QTRY_VERIFY(text->isVisible() && text->hasFocus());
        QCOMPARE(text->accessibleName(), QStringLiteral("Log"));
        QTest::keyClick(text, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_End, Qt::ShiftModifier);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 QLocale().toString(QDate::currentDate(), QLocale::LongFormat));
        // Backwards, Tab comes by the buttons.
        QTest::keyClick(text, Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(fixture.get<QPushButton>("logHide")->hasFocus());
        fixture.get<QPushButton>("logCopy")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(QApplication::clipboard()->text(), logOf(fixture));
        QVERIFY(window.statusBar()->currentMessage().startsWith(u"Copied "));
        fixture.get<QPushButton>("logClear")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(text->toPlainText().isEmpty() && logOf(fixture).isEmpty());
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!text->isVisible());
    }

    void theContextMenuCopiesAndClearsToo() {
        Fixture fixture;
        fixture.get<QAction>("actionLog")->trigger();
        auto *text = fixture.get<QTextEdit>("logText");
        const auto choose = [&](const QString &wanted) {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                                    text->mapToGlobal(QPoint(5, 5)));
            QApplication::sendEvent(text, &event);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            bool found = false;
            for (QAction *action : menu == nullptr ? QList<QAction *>() : menu->actions()) {
                if (action->text() == wanted) {
                    found = true;
                    action->trigger();
                }
            }
            if (menu != nullptr)
                menu->close();
            return found;
        };
        QVERIFY(choose(QStringLiteral("Copy all")));
        QCOMPARE(QApplication::clipboard()->text(), logOf(fixture));
        QVERIFY(choose(QStringLiteral("Clear")));
        QVERIFY(logOf(fixture).isEmpty());
    }

    void itsEdgeIsDraggedHigher() {
        Fixture fixture;
        fixture.get<QAction>("actionLog")->trigger();
        auto *panel = fixture.get<LogPanel>("logDock");
        QTRY_COMPARE(panel->height(), fixture.window().height() / 6);
        auto *edge = fixture.get<QWidget>("logHandle");
        const int before = panel->height();
        const QPointF to = edge->mapToGlobal(QPointF(100, 3 - 60));
        QMouseEvent move(QEvent::MouseMove, edge->mapFromGlobal(to), to, Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(edge, &move);
        QTRY_COMPARE(panel->height(), before + 57);
        QCOMPARE(panel->chosenHeight(), panel->height());
        // Another workspace has other docks beside it.
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(3);
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(0);
        QTRY_COMPARE(panel->height(), before + 57);
    }

    void whatIsChosenInANoticeIsToldAndTheLogOutlivesALanguage() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<NoticeBar>("noticeBar")
            ->showNotice(NoticeBar::Kind::Information, QStringLiteral("Deleted."),
                         {{QStringLiteral("Undo"), [] {}}});
        fixture.clickNotice(QStringLiteral("Undo"));
        QVERIFY(logOf(fixture).contains(u"“Undo” was chosen."));
        if (!canSpeak(LanguageChoice::German))
            return;
        fixture.get<QAction>("actionLanguage-de")->trigger();
        QCOMPARE(fixture.get<QPushButton>("logClear")->text(), QStringLiteral("Protokoll leeren"));
        QVERIFY(logOf(fixture).contains(u"“Undo” was chosen."));
        fixture.get<QAction>("actionStep")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(logOf(fixture).contains(u"Pausiert bei Epoche 0, Update 1."),
                                 kLong);
        fixture.get<QAction>("actionLanguage-en")->trigger();
    }

    void theLogIsRememberedWithItsHeight() {
        const QTemporaryDir folder;
        int height = 0;
        for (const bool wasShown : {false, true}) {
            MainWindow window(remembering(folder));
            window.resize(1440, 900);
            window.show();
            auto *panel = window.findChild<LogPanel *>(QStringLiteral("logDock"));
            QCOMPARE(panel->isVisible(), wasShown);
            if (wasShown) {
                QTRY_COMPARE(panel->height(), height);
            } else {
                panel->setChosenHeight(210);
                window.findChild<QAction *>(QStringLiteral("actionLog"))->trigger();
                QTRY_COMPARE(panel->height(), 210);
                height = panel->height();
            }
            QVERIFY(window.close());
        }
    }

    void inTheSmallestWindowTheLogWidensNothing() {
        Fixture fixture;
        MainWindow &window = fixture.window();
        fixture.get<QAction>("actionLog")->trigger();
        window.resize(1100, 700);
        auto *tabs = fixture.get<QTabBar>("workspaceTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(50);
            QCOMPARE(window.size(), QSize(1100, 700));
            // Three lines are to be read, and the workspace has the room that it needs.
            QVERIFY(fixture.get<QTextEdit>("logText")->height() >= 48);
            QVERIFY(window.centralWidget()->height() >=
                    window.centralWidget()->minimumSizeHint().height());
        }
    }
};

QTEST_MAIN(TestLog)
#include "test_log.moc"
