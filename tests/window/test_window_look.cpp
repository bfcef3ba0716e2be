#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"
#include "ui/window/theme_menu.h"
#include "ui/window/zoom.h"

#include <QAction>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QToolTip>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <numeric>
#include <optional>

using namespace rbm;
using namespace rbm::test;

namespace {

/// A window that remembers, in a folder of its own.
class Remembering {
public:
    Remembering() {
        m_options.dataFolder = m_folder.path();
        m_options.runsFolder = m_folder.filePath(QStringLiteral("runs"));
    }
    WindowOptions &options() { return m_options; }

private:
    QTemporaryDir m_folder;
    WindowOptions m_options;
};

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

QAction *action(const MainWindow &window, const char *name) {
    auto *found = window.findChild<QAction *>(QLatin1String(name));
    if (found == nullptr)
        qFatal("the window has no %s", name);
    return found;
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

bool isReady(MainWindow &window) { return window.session().snapshot().state == RunState::Idle; }

/// Once it changes no more: snapshots of what was hidden come a little later.
QImage restingPicture(MainWindow &window) {
    constexpr int kLooks = 100;
    QImage last;
    int same = 0;
    for (int look = 0; look < kLooks && same < 2; ++look) {
        QTest::qWait(120);
        const QImage now = window.grab().toImage();
        same = now == last && !window.session().snapshot().inspecting ? same + 1 : 0;
        last = now;
    }
    return last;
}

/// The picture of each workspace, one after the other.
std::vector<QImage> picturesOf(MainWindow &window) {
    std::vector<QImage> pictures;
    window.findChild<QWidget *>(QStringLiteral("noticeBar"))->hide(); // offers the tour only once
    auto *tabs = window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"));
    for (int tab = tabs->count() - 1; tab >= 0; --tab) {
        tabs->setCurrentIndex(tab);
        if (QWidget *focused = QApplication::focusWidget(); focused != nullptr)
            focused->clearFocus(); // a cursor blinks
        pictures.push_back(restingPicture(window));
    }
    return pictures;
}

/// How often each widget is told that its style is another.
class StyleChanges : public QObject {
public:
    StyleChanges() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::StyleChange)
            ++m_of[watched];
        return false;
    }
    qsizetype widgets() const { return m_of.size(); }
    double mean() const {
        return static_cast<double>(std::accumulate(m_of.begin(), m_of.end(), 0)) /
               static_cast<double>(m_of.size());
    }

private:
    QHash<QObject *, int> m_of;
};

bool isDark(const MainWindow &window) {
    return window.palette().window().color() == theme(ThemeKind::Dark).window;
}

} // namespace

class TestWindowLook : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test-look"));
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

    void theThemeMenuChangesColoursAndIsRemembered() {
        Remembering remembering;
        {
            MainWindow window(remembering.options());
            window.show();
            QVERIFY(action(window, "actionTheme-system")->isChecked());
            QVERIFY(!isDark(window));
            action(window, "actionTheme-dark")->trigger();
            QVERIFY(isDark(window));
            QVERIFY(window.close());
        }
        MainWindow window(remembering.options());
        window.show();
        QVERIFY(isDark(window));
        QVERIFY(action(window, "actionTheme-dark")->isChecked());
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!isDark(window));
        QVERIFY(action(window, "actionTheme-light")->isChecked());
        QVERIFY(!action(window, "actionTheme-dark")->isChecked());
    }

    void anotherThemeLooksAsIfTheWindowHadStartedInIt() {
        Remembering remembering;
        std::vector<QImage> changed;
        {
            MainWindow window(remembering.options());
            window.show();
            QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLong);
            picturesOf(window); // every workspace has been seen in the first theme
            for (const char *name : {"actionTheme-dark", "actionTheme-light", "actionTheme-dark"})
                action(window, name)->trigger();
            changed = picturesOf(window);
            QVERIFY(window.close());
        }
        MainWindow window(remembering.options());
        window.show();
        QVERIFY(isDark(window));
        QTRY_VERIFY_WITH_TIMEOUT(isReady(window), kLong);
        picturesOf(window);
        std::vector<QImage> started = picturesOf(window);
        for (int more = 0; more < 3 && started != changed; ++more)
            started = picturesOf(window); // the machine may be busy
        QCOMPARE(changed.size(), started.size());
        for (std::size_t at = 0; at < started.size(); ++at)
            QCOMPARE(changed[at], started[at]);
    }

    // What is styled as often as there are widgets around it holds the window up.
    void aChangeOfThemeStylesTheWidgetsAboutTwice() {
        Remembering remembering;
        MainWindow window(remembering.options());
        window.show();
        QCoreApplication::processEvents();
        const StyleChanges changes;
        action(window, "actionTheme-dark")->trigger();
        QVERIFY(changes.widgets() > 100);
        QVERIFY2(changes.mean() < 2.2, qPrintable(QString::number(changes.mean())));
    }

    void whatTheWindowOpensWearsItsTheme() {
        Remembering remembering;
        MainWindow window(remembering.options());
        window.show();
        action(window, "actionTheme-dark")->trigger();
        const QColor dark = theme(ThemeKind::Dark).panel;
        auto *menu = window.findChild<QMenu *>(QStringLiteral("themeMenu"));
        menu->popup(window.pos());
        QCOMPARE(menu->grab().toImage().pixelColor(8, 2), dark);
        menu->hide();
        QToolTip::showText(window.pos(), QStringLiteral("A tip"), &window);
        const auto tops = QApplication::topLevelWidgets();
        const auto tip = std::find_if(tops.begin(), tops.end(), [](const QWidget *top) {
            return top->inherits("QTipLabel") && top->isVisible();
        });
        QVERIFY(tip != tops.end());
        QCOMPARE((*tip)->grab().toImage().pixelColor(4, 3), dark);
        QToolTip::hideText();
    }

    void theDesktopsThemeCountsOnlyWhereItIsChosen() {
        Remembering remembering;
        MainWindow window(remembering.options());
        window.show();
        action(window, "actionTheme-dark")->trigger();
        QCOMPARE(systemThemeKind(), ThemeKind::Light); // not what the program shows
        QVERIFY(isDark(window));
        QEvent changed(QEvent::ThemeChange);
        QApplication::sendEvent(&window, &changed);
        QVERIFY(isDark(window));
        action(window, "actionTheme-system")->trigger();
        QVERIFY(!isDark(window));
    }

    // Qt's platforms for tests have one theme only, so that the desktop is ours.
    void theDesktopsChangeIsFollowedWhileTheProgramIsOpen() {
        ThemeKind desktop = ThemeKind::Light;
        QWidget window;
        QMenu view;
        QAction toggle;
        ThemeMenu menu(&view, &toggle, &window, [&] { return desktop; });
        std::vector<ThemeKind> shown;
        connect(&menu, &ThemeMenu::kindChanged, this,
                [&](ThemeKind kind) { shown.push_back(kind); });
        const auto turn = [&](ThemeKind kind) {
            desktop = kind;
            QEvent changed(QEvent::ThemeChange);
            QApplication::sendEvent(&window, &changed);
        };
        menu.choose(ThemeChoice::System);
        turn(ThemeKind::Dark);
        turn(ThemeKind::Light);
        turn(ThemeKind::Dark);
        QCOMPARE(shown, (std::vector{ThemeKind::Light, ThemeKind::Dark, ThemeKind::Light,
                                     ThemeKind::Dark}));
        shown.clear();
        menu.choose(ThemeChoice::Light);
        turn(ThemeKind::Light);
        turn(ThemeKind::Dark);
        QCOMPARE(shown, std::vector{ThemeKind::Light}); // that of the choice
        menu.choose(ThemeChoice::System);
        QCOMPARE(shown.back(), ThemeKind::Dark);
    }
};

int main(int argc, char **argv) {
    if (argc > 1 && std::strcmp(argv[1], "--enlarged") == 0)
        return beEnlarged(argc, argv);
    QApplication app(argc, argv);
    TestWindowLook test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_window_look.moc"
