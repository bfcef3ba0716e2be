#include "tests/support/remembering.h"
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"
#include "ui/window/theme_menu.h"

#include <QHash>
#include <QImage>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolTip>

#include <algorithm>
#include <numeric>

using namespace rbm;
using namespace rbm::test;

namespace {

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

/// By what shows beside the controls.
bool isDark(MainWindow &window) {
    const QRect beside(1, window.height() / 2, 1, 1);
    return window.grab(beside).toImage().pixelColor(0, 0) == theme(ThemeKind::Dark).window;
}

} // namespace

class TestWindowTheme : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test-theme"));
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void theThemeMenuChangesColoursAndIsRemembered() {
        Remembering remembering;
        {
            MainWindow window(remembering.options());
            window.show();
            QVERIFY(action(window, "actionTheme-system")->isChecked());
            QVERIFY(!isDark(window));
            action(window, "actionTheme-dark")->trigger();
            QTRY_VERIFY(isDark(window));
            QVERIFY(window.close());
        }
        MainWindow window(remembering.options());
        window.show();
        QVERIFY(isDark(window));
        QVERIFY(action(window, "actionTheme-dark")->isChecked());
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(!isDark(window));
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
        QTRY_VERIFY(window.updatesEnabled());
        QVERIFY(changes.widgets() > 100);
        QVERIFY2(changes.mean() < 2.2, qPrintable(QString::number(changes.mean())));
    }

    // Else the first look at them would hold the window up.
    void hiddenWorkspacesWearTheThemeBeforeTheyAreLookedAt() {
        Remembering remembering;
        MainWindow window(remembering.options());
        window.show();
        QCoreApplication::processEvents();
        const auto sheet = [&](int workspace) {
            const auto *stack = window.findChild<QStackedWidget *>(QStringLiteral("workspaces"));
            return stack->widget(workspace)->styleSheet();
        };
        const QString light = sheet(0);
        action(window, "actionTheme-dark")->trigger();
        auto *tabs = window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"));
        tabs->setCurrentIndex(2);
        QVERIFY(sheet(2) != light); // at the latest when it is shown
        for (const int workspace : {0, 1, 3})
            QTRY_COMPARE(sheet(workspace), sheet(2));
    }

    void whatTheWindowOpensWearsItsTheme() {
        Remembering remembering;
        MainWindow window(remembering.options());
        window.show();
        action(window, "actionTheme-dark")->trigger();
        QTRY_VERIFY(window.updatesEnabled()); // all parts have it
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
        QTRY_VERIFY(isDark(window));
        QEvent changed(QEvent::ThemeChange);
        QApplication::sendEvent(&window, &changed);
        QVERIFY(isDark(window));
        action(window, "actionTheme-system")->trigger();
        QTRY_VERIFY(!isDark(window));
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

QTEST_MAIN(TestWindowTheme)
#include "test_window_theme.moc"
