// The window at its first start: what is on show, and what it offers.
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"
#include "ui/widgets/callout.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>

using namespace rbm;
using namespace rbm::test;

namespace {

/// No data, no runs, and the bundled model.
WindowOptions firstStartIn(const QTemporaryDir &folder) {
    WindowOptions options;
    options.dataFolder = folder.path();
    options.runsFolder = folder.filePath(QStringLiteral("runs"));
    options.bundledAtStart = true;
    return options;
}

} // namespace

class TestFirstStart : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test-first-start"));
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void theFirstStartShowsTheBundledModelAndTrainBeginsAnother() {
        const QTemporaryDir folder;
        const WindowOptions options = firstStartIn(folder);
        MainWindow window(options);
        window.show();
        const auto now = [&]() -> const TrainingSnapshot & { return window.session().snapshot(); };
        QTRY_VERIFY_WITH_TIMEOUT(now().onShow && now().filters != nullptr, kLong);
        QCOMPARE(now().state, RunState::Idle);
        QCOMPARE(now().epoch(), 40.0);
        auto *state = window.findChild<QLabel *>(QStringLiteral("statusText"));
        QVERIFY2(state->text().contains(u"bundled model"), qPrintable(state->text()));
        auto *hidden = window.findChild<QSpinBox *>(QStringLiteral("hiddenUnits"));
        QCOMPARE(window.findChild<QSpinBox *>(QStringLiteral("gibbsSteps"))->value(), 30);
        // Chains walk, before anything was trained.
        window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"))->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(now().chains.count == 100, kLong);
        QTest::mouseClick(window.findChild<QWidget *>(QStringLiteral("chainPlayPause")),
                          Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(now().chains.live >= 3, kLong);
        // Nothing is trained on what is only shown, whoever asks.
        window.session().play();
        window.session().step();
        QTest::qWait(100);
        QVERIFY(now().onShow);

        window.findChild<QTabBar *>(QStringLiteral("workspaceTabs"))->setCurrentIndex(0);
        QTest::keyClick(&window, Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(now().update, std::uint64_t{1}, kLong);
        QVERIFY(!now().onShow && now().startKnown);
        QCOMPARE(now().config.k, std::size_t{30});
        QCOMPARE(now().config.numHidden, static_cast<std::size_t>(hidden->value()));
    }

    void theBundledModelStaysOnShowWhenImagesArriveAndGivesWayToRunsOfOnesOwn() {
        const QTemporaryDir folder;
        const WindowOptions options = firstStartIn(folder);
        {
            MainWindow window(options);
            QTRY_VERIFY_WITH_TIMEOUT(window.session().snapshot().onShow, kLong);
            DatasetPair other = window.session().data();
            other.name = "as if downloaded";
            window.session().setData(other);
            QTRY_COMPARE_WITH_TIMEOUT(window.session().data().name, other.name, kLong);
            QTest::qWait(100);
            QTRY_VERIFY_WITH_TIMEOUT(window.session().snapshot().onShow, kLong);
            window.findChild<QSpinBox *>(QStringLiteral("hiddenUnits"))->setValue(16);
            QTRY_VERIFY_WITH_TIMEOUT(!window.session().snapshot().onShow, kLong);
            window.findChild<QAction *>(QStringLiteral("actionStep"))->trigger();
            QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().update, std::uint64_t{1}, kLong);
            QVERIFY(window.close());
        }
        MainWindow window(options);
        QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().state, RunState::Idle, kLong);
        QTest::qWait(300);
        QVERIFY(!window.session().snapshot().onShow);
    }

    void theTourIsOfferedOnceAndWithTheDownload() {
        const QTemporaryDir folder;
        WindowOptions options;
        options.dataFolder = folder.path();
        for (const bool first : {true, false}) {
            MainWindow window(options);
            window.show();
            QTest::qWait(50);
            auto *notices = window.findChild<QWidget *>(QStringLiteral("noticeBar"));
            QPushButton *walk = nullptr;
            for (auto *button : notices->findChildren<QPushButton *>()) {
                if (button->text() == QStringLiteral("Take the tour"))
                    walk = button;
            }
            QCOMPARE(walk != nullptr, first);
            if (walk != nullptr) {
                QTest::mouseClick(walk, Qt::LeftButton);
                QVERIFY(window.findChild<Callout *>()->isVisible());
            }
            QVERIFY(window.close());
        }
    }
};

QTEST_MAIN(TestFirstStart)
#include "test_first_start.moc"
