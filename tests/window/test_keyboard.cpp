// What the Tab key reaches, and in which order.
#include "tests/support/runs_fixture.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractItemView>
#include <QSet>
#include <QTabBar>

#include <algorithm>

using namespace rbm;
using namespace rbm::test;

namespace {

QString nameOf(const QWidget *widget) {
    QString name = QLatin1String(widget->metaObject()->className());
    for (const QWidget *at = widget; at != nullptr; at = at->parentWidget()) {
        if (!at->objectName().isEmpty())
            return name + QLatin1Char(' ') + at->objectName() + QLatin1Char(' ') +
                   widget->accessibleName();
    }
    return name;
}

/// The way to a lesson is there with some explanations only, and so with the focus elsewhere.
bool isFleeting(const QWidget *widget) { return widget->objectName() == u"explainLesson"; }

QRect placeOf(const QWidget *widget) {
    return {widget->mapTo(widget->window(), QPoint(0, 0)), widget->size()};
}

/// Whether one who reads comes to `b` some time after `a`: to the right of it, below, or in it.
bool followsInReading(const QWidget *a, const QWidget *b) {
    constexpr int kLevel = 6; ///< pixels by which things in one row may differ
    const QRect from = placeOf(a);
    const QRect to = placeOf(b);
    return to.left() >= from.right() - kLevel || to.top() >= from.bottom() - kLevel ||
           a->isAncestorOf(b);
}

/// The window with a workspace open, and its keyboard.
class Keyboard {
public:
    Keyboard(RunsFixture &fixture, int tab)
        : m_fixture(fixture), m_tabs(fixture.get<QTabBar>("workspaceTabs")) {
        m_tabs->setCurrentIndex(tab);
        QTest::qWait(200);
    }

    /// All that takes the focus by Tab.
    QSet<const QWidget *> controls() const {
        QSet<const QWidget *> result;
        for (const QWidget *widget : m_fixture.window().findChildren<QWidget *>()) {
            const bool takes = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
                               widget->focusProxy() == nullptr;
            if (takes && !isFleeting(widget) && widget->isVisible() && widget->isEnabled() &&
                widget->window() == &m_fixture.window())
                result.insert(widget);
        }
        return result;
    }

    /// What one key goes through, from the tabs until it comes to them again; empty where it
    /// does not. Notes what Tab comes to too late.
    std::vector<const QWidget *> round(Qt::Key key) {
        constexpr int kMost = 300;
        std::vector<const QWidget *> way = {m_tabs};
        m_tabs->setFocus(Qt::TabFocusReason);
        while (way.size() < kMost) {
            QTest::keyClick(QApplication::focusWidget(), key,
                            key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            const QWidget *at = QApplication::focusWidget();
            if (at == m_tabs)
                return way;
            if (at == nullptr || at == way.back()) {
                qWarning("%s keeps the focus", qPrintable(nameOf(way.back())));
                return {};
            }
            if (key == Qt::Key_Tab && at->objectName() != u"mainButton" &&
                !followsInReading(way.back(), at))
                m_trouble += nameOf(way.back()) + QStringLiteral(" -> ") + nameOf(at) + u'\n';
            if (!isFleeting(at))
                way.push_back(at);
        }
        return {};
    }

    QString trouble() const { return m_trouble; }

private:
    RunsFixture &m_fixture;
    QTabBar *m_tabs;
    QString m_trouble; ///< of the order
};

QStringList namesOf(const std::vector<const QWidget *> &way) {
    QStringList names;
    for (const QWidget *at : way)
        names += nameOf(at);
    return names;
}

} // namespace

class TestKeyboard : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void tabGoesThroughEveryControlInReadingOrder_data() {
        QTest::addColumn<int>("tab");
        QTest::addColumn<bool>("other"); // view of the tab
        QTest::newRow("Train") << 0 << false;
        QTest::newRow("slow motion") << 0 << true;
        QTest::newRow("Filters") << 1 << false;
        QTest::newRow("Gibbs explorer") << 2 << false;
        QTest::newRow("mixing") << 2 << true;
        QTest::newRow("Runs") << 3 << false;
    }

    void tabGoesThroughEveryControlInReadingOrder() {
        QFETCH(const int, tab);
        QFETCH(const bool, other);
        const QTemporaryDir folder;
        writeTwoRuns(folder);
        RunsFixture fixture(folder.path());
        fixture.window().resize(1440, 900);
        fixture.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        if (other && tab == 0) {
            fixture.get<QAction>("actionSlowMotion")->trigger();
            fixture.get<QAction>("actionStep")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(fixture.now().told != nullptr, kLong);
        }
        Keyboard keyboard(fixture, tab);
        if (other && tab == 2) {
            fixture.get<SegmentedControl>("gibbsView")->findChildren<QPushButton *>()[1]->click();
            QVERIFY(fixture.get<QWidget>("mixingLadder")->isVisible());
        }
        if (tab == 3) {
            QTRY_COMPARE_WITH_TIMEOUT(fixture.rows(), 2, kLong);
            fixture.select(0);
            QTRY_VERIFY_WITH_TIMEOUT(fixture.get<QWidget>("runDifferences")->isVisible(), kLong);
        }
        const std::vector<const QWidget *> forth = keyboard.round(Qt::Key_Tab);
        QVERIFY(!forth.empty());
        QStringList missed;
        for (const QWidget *control : keyboard.controls()) {
            if (std::find(forth.begin(), forth.end(), control) == forth.end())
                missed += nameOf(control);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
        QVERIFY2(keyboard.trouble().isEmpty(), qPrintable(u'\n' + keyboard.trouble()));
        std::vector<const QWidget *> back = keyboard.round(Qt::Key_Backtab);
        QVERIFY(!back.empty());
        std::reverse(back.begin() + 1, back.end());
        QVERIFY2(back == forth, qPrintable(namesOf(forth).join(u'\n') + QStringLiteral("\n\n") +
                                           namesOf(back).join(u'\n')));
    }

    void spacePlaysInPlotsAndTilesAndPressesAButtonElsewhere() {
        const QTemporaryDir folder;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        const auto pressIn = [&](const char *name) {
            auto *widget = fixture.get<QWidget>(name);
            widget->setFocus(Qt::OtherFocusReason);
            QTRY_VERIFY2(widget->hasFocus(), name);
            QTest::keyClick(widget, Qt::Key_Space);
        };
        const char *plots[] = {"logLikelihoodPlot", "filterView", "fantasyView",
                               "largeFilterView",   "runsPlot",   "filterView"};
        const int tabs[] = {0, 0, 0, 1, 3, 0};
        for (std::size_t at = 0; at < std::size(plots); ++at) {
            fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(tabs[at]);
            pressIn(plots[at]);
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state,
                                      at % 2 == 0 ? RunState::Training : RunState::Paused, kLong);
        }
        auto *step = fixture.window().findChild<SegmentedControl *>(QStringLiteral("pixelSwitch"));
        auto *sampled = step->findChildren<QPushButton *>()[1];
        sampled->setFocus(Qt::OtherFocusReason);
        QTest::keyClick(sampled, Qt::Key_Space);
        QCOMPARE(step->current(), 1);
        QCOMPARE(fixture.now().state, RunState::Paused);
    }

    void spaceRunsTheChainInTheGibbsExplorer() {
        const QTemporaryDir folder;
        RunsFixture fixture(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(2);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().chains.count, 100, kLong);
        fixture.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        fixture.window().session().setChainSpeed(10);
        bool runs = false;
        for (const char *name : {"realGrid", "sampleGrid", "chainTimeline"}) {
            auto *widget = fixture.get<QWidget>(name);
            widget->setFocus(Qt::OtherFocusReason);
            QTRY_VERIFY2(widget->hasFocus(), name);
            QTest::keyClick(widget, Qt::Key_Space);
            runs = !runs;
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().chains.running, runs, kLong);
            QCOMPARE(fixture.now().state, RunState::Idle);
        }
    }
};

QTEST_MAIN(TestKeyboard)
#include "test_keyboard.moc"
