#include "tests/support/remembering.h"
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"
#include "ui/window/zoom.h"

#include <QAction>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>

#include <cstdio>
#include <cstring>
#include <optional>

using namespace rbm;
using namespace rbm::test;

namespace {

QPushButton *noticeButton(const MainWindow &window, const QString &text) {
    QCoreApplication::processEvents(); // a layout shows what was put into it a little later
    for (auto *button :
         window.findChild<QWidget *>(QStringLiteral("noticeBar"))->findChildren<QPushButton *>()) {
        if (button->text() == text && !button->isHidden())
            return button;
    }
    return nullptr;
}

QString notice(const MainWindow &window) {
    return window.findChild<QLabel *>(QStringLiteral("noticeText"))->text();
}

/// What a person sees of a widget where it is, in every scroll area around it.
QSize seenOf(const QWidget *widget) {
    QRect seen = widget->rect();
    for (; !widget->isWindow(); widget = widget->parentWidget())
        seen = seen.translated(widget->pos()).intersected(widget->parentWidget()->rect());
    return seen.size();
}

/// A window at twice its size in no more room than 720 x 450, in a process of its own, since Qt
/// takes the factor only at its start. Prints the ratio, and what no Tab brings to sight.
int beEnlarged(int argc, char **argv) {
    std::optional<ZoomedStart> start(200);
    const QApplication app(argc, argv);
    start.reset();
    loadFonts();
    QApplication::setFont(textFont());
    Fixture fixture;
    MainWindow &window = fixture.window();
    window.setMinimumSize(0, 0);
    window.resize(720, 450);
    window.activateWindow();
    std::printf("ratio %.2f\n", window.devicePixelRatioF());
    std::printf("factor '%s'\n", qgetenv("QT_SCALE_FACTOR").constData());
    if (!QTest::qWaitForWindowActive(&window) ||
        !QTest::qWaitFor([&] { return fixture.isReady(); }, kLong))
        return 1;
    auto *tabs = fixture.get<QTabBar>("workspaceTabs");
    int reached = 0;
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(50);
        const QWidget *first = nullptr;
        for (int press = 0; press < 200; ++press) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *at = QApplication::focusWidget();
            if (at == nullptr || at == first)
                break;
            first = first == nullptr ? at : first;
            ++reached;
            const QSize wanted = at->size().boundedTo(QSize(24, 12));
            const QSize seen = seenOf(at);
            if (seen.width() < wanted.width() || seen.height() < wanted.height())
                std::printf("hidden in tab %d: %s %s\n", tab, at->metaObject()->className(),
                            qPrintable(at->objectName()));
        }
    }
    for (const char *name : {"workspaceTabs", "backendSelector", "updatesPerSecond"}) {
        if (seenOf(fixture.get<QWidget>(name)) != fixture.get<QWidget>(name)->size())
            std::printf("hidden in the bar: %s\n", name);
    }
    std::printf("reached %d\n", reached);
    return 0;
}

} // namespace

class TestWindowZoom : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test-zoom"));
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void belowTheUsualSizeTypeAndSpacingAreSmaller() {
        const auto lowest = [] {
            Fixture fixture;
            return fixture.get<QWidget>("learningRateEdit")->sizeHint().height();
        };
        const int usual = lowest();
        {
            const ZoomedStart start(80);
            QVERIFY(!qEnvironmentVariableIsSet("QT_SCALE_FACTOR")); // Qt could not paint it
        }
        QCOMPARE(zoomOfThisStart(), 80);
        QCOMPARE(textFont().pixelSize(), 10);
        QVERIFY(lowest() < usual);
        { const ZoomedStart start(100); }
        QCOMPARE(textFont().pixelSize(), 13);
        QCOMPARE(lowest(), usual);
    }

    void stepsOfTheZoomEndAtBothEnds() {
        QCOMPARE(zoomBeside(100, 1), 110);
        QCOMPARE(zoomBeside(100, -1), 90);
        QCOMPARE(zoomBeside(200, 1), 200);
        QCOMPARE(zoomBeside(80, -1), 80);
    }

    void settingsThatMakeNoSenseGiveAStep() {
        QCOMPARE(rememberedZoom(), 100);
        for (const auto &[kept, zoom] : {std::pair<QVariant, int>{QStringLiteral("large"), 100},
                                         {5, 80},
                                         {80, 80},
                                         {9999, 200},
                                         {147, 150},
                                         {-2147483647, 80}}) {
            QSettings().setValue(QStringLiteral("zoom"), kept);
            QCOMPARE(rememberedZoom(), zoom);
        }
    }

    void keysChooseAZoomThatIsToldAndRemembered() {
        Remembering remembering;
        MainWindow window(remembering.options());
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(rememberedZoom(), 110);
        QVERIFY(notice(window).contains(u"110 %"));
        QVERIFY(noticeButton(window, QStringLiteral("Restart now")) == nullptr); // nobody could
        QTest::keyClick(&window, Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(rememberedZoom(), 125);
        QVERIFY(notice(window).contains(u"125 %"));
        QTest::keyClick(&window, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(rememberedZoom(), 110);
        QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(rememberedZoom(), 100);
        // As it is already: there is nothing to restart for.
        QVERIFY(window.findChild<QWidget *>(QStringLiteral("noticeBar"))->isHidden());
        QVERIFY(!action(window, "actionZoomUsual")->isEnabled());
    }

    void aRestartKeepsTheRunAndTheNextWindowHasIt() {
        Remembering remembering;
        std::optional<QString> restarted;
        remembering.options().restart = [&](const QString &run) { restarted = run; };
        quint64 update = 0;
        {
            MainWindow window(remembering.options());
            window.show();
            QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().state, RunState::Idle, kLong);
            window.findChild<QSpinBox *>(QStringLiteral("hiddenUnits"))->setValue(16);
            QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().config.numHidden, std::size_t{16},
                                      kLong);
            action(window, "actionStep")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(window.session().snapshot().update > 0, kLong);
            update = window.session().snapshot().update;
            window.session().switchUnit(5, false);
            QTRY_COMPARE(window.session().snapshot().unitsOff.size(), std::size_t{1});
            action(window, "actionZoomIn")->trigger();
            QPushButton *restart = noticeButton(window, QStringLiteral("Restart now"));
            QVERIFY(restart != nullptr);
            QTest::mouseClick(restart, Qt::LeftButton);
            QVERIFY(restarted.has_value());
            QVERIFY(!restarted->isEmpty());
            QVERIFY(!window.isVisible());
        }
        remembering.options().run = *restarted;
        MainWindow next(remembering.options());
        next.show();
        QTRY_COMPARE_WITH_TIMEOUT(next.session().snapshot().run, *restarted, kLong);
        QCOMPARE(next.session().snapshot().update, update);
        QCOMPARE(next.session().snapshot().config.numHidden, std::size_t{16});
        QTRY_COMPARE(next.session().snapshot().unitsOff, std::vector<std::uint32_t>{5});
        QVERIFY(next.findChild<QWidget *>(QStringLiteral("unitsOffBar"))->isVisible());
    }

    void aRestartAsksWhereTheTrainingWouldBeLost() {
        Remembering remembering;
        remembering.options().runsFolder.clear();
        bool restarted = false;
        remembering.options().restart = [&](const QString &run) { restarted = run.isEmpty(); };
        MainWindow window(remembering.options());
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().state, RunState::Idle, kLong);
        action(window, "actionStep")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().snapshot().unsaved, kLong);
        action(window, "actionZoomIn")->trigger();
        QPushButton *restart = noticeButton(window, QStringLiteral("Restart now"));
        QVERIFY(restart != nullptr);
        QTimer::singleShot(
            0, [] { QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape); });
        QTest::mouseClick(restart, Qt::LeftButton);
        QVERIFY(!restarted);
        QVERIFY(window.isVisible());
        action(window, "actionZoomIn")->trigger();
        restart = noticeButton(window, QStringLiteral("Restart now"));
        QVERIFY(restart != nullptr);
        answerDoNotSave();
        QTest::mouseClick(restart, Qt::LeftButton);
        QVERIFY(restarted);
    }

    void enlargedTwiceInASmallWindowNothingIsOutOfReach() {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--enlarged")});
        QVERIFY(process.waitForFinished(4 * kLong));
        const QByteArray told = process.readAllStandardOutput();
        QVERIFY2(process.exitCode() == 0, told.constData());
        QVERIFY2(told.contains("ratio 2.00"), told.constData());
        QVERIFY2(told.contains("factor ''"), told.constData()); // a child is not enlarged twice
        QVERIFY2(!told.contains("hidden"), told.constData());
        const int reached = told.mid(told.indexOf("reached ") + 8).trimmed().toInt();
        QVERIFY2(reached > 60, told.constData());
    }
};

int main(int argc, char **argv) {
    if (argc > 1 && std::strcmp(argv[1], "--enlarged") == 0)
        return beEnlarged(argc, argv);
    QApplication app(argc, argv);
    TestWindowZoom test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_window_zoom.moc"
