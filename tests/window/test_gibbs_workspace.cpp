#include "tests/support/explorer_fixture.h"
#include "ui/support/starter_digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/digit_choice.h"

#include <array>
#include <set>

using namespace rbm;
using namespace rbm::test;

class TestGibbsWorkspace : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void chosenDigitsBelongToTheChosenClassesAndTakeTurns() {
        const DatasetPair data = loadStarterDigits();
        std::array<bool, 10> classes{};
        classes[3] = classes[7] = true;
        const auto rows = chooseDigits(*data.test, classes, DigitOrder::ByClass, 40, 5);
        QCOMPARE(rows.size(), std::size_t{40});
        for (std::size_t at = 0; at < rows.size(); ++at)
            QCOMPARE(int{data.test->labels[rows[at]]}, at % 2 == 0 ? 3 : 7);
        QCOMPARE(std::set<std::uint32_t>(rows.begin(), rows.end()).size(), rows.size());
        QVERIFY(chooseDigits(*data.test, {}, DigitOrder::ByClass, 4, 5).empty());
    }

    void keysAndDraggingScrubAndLiveReturns() {
        Explorer explorer;
        explorer.runToTheEnd();
        TimelineView *timeline = explorer.timeline();
        auto *live = explorer.get<QPushButton>("chainLive");
        QVERIFY(live->isChecked());
        const std::vector<float> newest = *explorer.chains().samples;

        QTest::keyClick(timeline, Qt::Key_Home);
        QVERIFY(explorer.shows(0));
        QVERIFY(!live->isChecked());
        QVERIFY(*explorer.chains().samples != newest);
        QTest::keyClick(timeline, Qt::Key_Right);
        QVERIFY(explorer.shows(1));
        const auto y = static_cast<int>(timeline->handleRect().center().y());
        QTest::mousePress(timeline, Qt::LeftButton, {}, {static_cast<int>(timeline->xOf(1)), y});
        QTest::mouseMove(timeline, {static_cast<int>(timeline->xOf(860)), y});
        QTest::mouseRelease(timeline, Qt::LeftButton, {},
                            {static_cast<int>(timeline->xOf(860)), y});
        QVERIFY(explorer.shows(static_cast<std::uint64_t>(timeline->step())));
        QVERIFY(std::abs(timeline->step() - 860) < 20);

        explorer.click("chainLive");
        QVERIFY(explorer.shows(3000));
        QVERIFY(live->isChecked());
        QVERIFY(*explorer.chains().samples == newest);
    }

    void scrubbingBackDoesNotStopTheChains() {
        Explorer explorer;
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 100, kLong);
        explorer.choose("chainSpeed", 2);
        explorer.click("chainPlayPause");
        QTRY_VERIFY_WITH_TIMEOUT(explorer.chains().live > 5, kLong);
        QTest::keyClick(explorer.timeline(), Qt::Key_Home);
        QVERIFY(explorer.shows(0));
        const std::uint64_t then = explorer.chains().live;
        QTRY_VERIFY_WITH_TIMEOUT(explorer.chains().live > then + 5, kLong);
        QCOMPARE(explorer.chains().step, std::uint64_t{0});
        QVERIFY(explorer.chains().running);
    }

    void aClickInEitherGridSelectsTheChainInBoth() {
        Explorer explorer;
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 100, kLong);
        auto *real = explorer.get<TileView>("realGrid");
        auto *samples = explorer.get<TileView>("sampleGrid");
        QTest::mouseClick(samples, Qt::LeftButton, {}, samples->tileRect(37).center());
        QCOMPARE(real->selected(), 37);
        QTRY_VERIFY(explorer.chains().detail != nullptr && explorer.chains().detail->chain == 37);
        QTest::mouseClick(real, Qt::LeftButton, {}, real->tileRect(5).center());
        QCOMPARE(samples->selected(), 5);
        QTRY_COMPARE(explorer.chains().detail->chain, 5);
    }

    void thePanelTellsTheSelectedChain() {
        Explorer explorer;
        explorer.runToTheEnd();
        QTRY_VERIFY_WITH_TIMEOUT(explorer.chains().detail->nearest &&
                                     explorer.chains().detail->nearest->step == 3000,
                                 kLong);
        QTRY_VERIFY(explorer.text("selectedNearestLabel") != u"–");
        const ChainDetail &detail = *explorer.chains().detail;
        QCOMPARE(explorer.text("selectedPixelsChanged"), QString::number(detail.pixelsChanged));
        QCOMPARE(explorer.text("selectedActiveHidden"),
                 QStringLiteral("%1 of 16").arg(detail.activeHidden));
        QVERIFY(explorer.text("selectedFreeEnergy").startsWith(QChar(0x2212)));
        const Dataset &train = *explorer.window().session().data().train;
        QCOMPARE(explorer.text("selectedNearestLabel"),
                 QString::number(train.labels[detail.nearest->row]));
        for (const char *view :
             {"selectedStart", "selectedNow", "selectedReconstruction", "selectedNearest"})
            QCOMPARE(explorer.get<TileView>(view)->count(), 1);
    }

    void aClampedHalfStaysAsItStarts() {
        Explorer explorer;
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 100, kLong);
        explorer.choose("drawTarget", 1);    // all chains
        explorer.choose("clampSelector", 2); // the left half
        explorer.runToTheEnd();
        QTest::keyClick(explorer.timeline(), Qt::Key_Home);
        QVERIFY(explorer.shows(0));
        const std::vector<float> start = *explorer.chains().samples;
        explorer.click("chainLive");
        QVERIFY(explorer.shows(3000));
        const std::vector<float> end = *explorer.chains().samples;
        bool rightMoved = false;
        for (std::size_t at = 0; at < end.size(); ++at) {
            if (at % 28 < 14)
                QCOMPARE(end[at], start[at]);
            else
                rightMoved = rightMoved || end[at] != start[at];
        }
        QVERIFY(rightMoved);
    }

    void chainsStartAtNoiseAndInOtherGrids() {
        Explorer explorer;
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 100, kLong);
        explorer.choose("gridSize", 0);
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 1, kLong);
        explorer.choose("gridSize", 3);
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 225, kLong);
        explorer.choose("digitOrder", 2);
        const auto isNoise = [&] {
            const FloatTiles &tiles = explorer.chains().samples;
            return tiles != nullptr && std::all_of(tiles->begin(), tiles->end(), [](float value) {
                       return value == 0.0F || value == 1.0F;
                   });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isNoise(), kLong);
        QCOMPARE(explorer.chains().step, std::uint64_t{0});
    }

    void newerModelsAreOfferedAndTakenOnlyByAClick() {
        Explorer explorer;
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 100, kLong);
        explorer.click("chainStep");
        QVERIFY(explorer.shows(1));
        auto *newest = explorer.get<QPushButton>("chainNewestModel");
        QVERIFY(!newest->isVisible());
        explorer.window().session().step();
        QTRY_VERIFY_WITH_TIMEOUT(newest->isVisible(), kLong);
        QCOMPARE(explorer.chains().modelUpdate, std::uint64_t{0});
        explorer.click("chainNewestModel");
        QTRY_COMPARE(explorer.chains().modelUpdate, std::uint64_t{1});
        QCOMPARE(explorer.chains().live, std::uint64_t{0});
        QTRY_VERIFY(!newest->isVisible());
    }
};

QTEST_MAIN(TestGibbsWorkspace)
#include "test_gibbs_workspace.moc"
