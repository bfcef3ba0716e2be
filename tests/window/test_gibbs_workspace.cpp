#include "tests/support/explorer_fixture.h"
#include "ui/support/starter_digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/balance_bars.h"
#include "ui/widgets/class_strips.h"
#include "ui/widgets/ladder_view.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/digit_choice.h"

#include <QScrollArea>
#include <QScrollBar>

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

    void theLeftColumnShowsAllOfItsCardsAfterTheWindowGrew() {
        Explorer explorer; // so low that the column scrolls
        auto *clamp = explorer.get<QWidget>("clampSelector");
        QTRY_VERIFY(clamp->isVisible());
        QWidget *around = clamp;
        while (qobject_cast<QScrollArea *>(around) == nullptr)
            around = around->parentWidget();
        const auto *scroll = qobject_cast<QScrollArea *>(around);
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        explorer.window().resize(1440, 900);
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
        QTest::qWait(50);
        QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
                 qPrintable(QString::number(scroll->widget()->width())));
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

    void theMixingViewTellsTheNumbersOfTheSnapshot() {
        Explorer explorer;
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 100, kLong);
        explorer.choose("gibbsView", 1);
        QVERIFY(explorer.get<QWidget>("mixingLadder")->isVisible());
        QVERIFY(!explorer.get<QWidget>("sampleGrid")->isVisible());
        auto *replicas = explorer.get<QSpinBox>("mixingReplicas");
        replicas->setFocus();
        QTest::keyClick(replicas, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(replicas, QStringLiteral("6\r"));
        auto *chain = explorer.get<QSpinBox>("mixingChain");
        QTest::keyClick(chain, Qt::Key_Up);
        QCOMPARE(explorer.get<TileView>("realGrid")->selected(), 1);
        explorer.click("mixingPlayPause");
        QTRY_VERIFY_WITH_TIMEOUT(explorer.now().mixingStep > 60, kLong);
        explorer.click("mixingPlayPause");
        QTRY_VERIFY_WITH_TIMEOUT(
            explorer.now().mixing != nullptr && !explorer.now().mixing->running, kLong);
        const MixingView view = *explorer.now().mixing;
        QCOMPARE(view.replicas, 6);
        QCOMPARE(view.count, 100);
        QCOMPARE(view.chain, 1);
        QTRY_COMPARE(explorer.text("mixingSteps"),
                     QStringLiteral("%1 of 3,000").arg(QLocale().toString(view.steps)));
        const auto one = [](double value) { return QLocale().toString(value, 'f', 1); };
        QCOMPARE(explorer.text("mixingAccuracy"),
                 QStringLiteral("%1 % right").arg(one(100 * *view.accuracy)));
        QCOMPARE(explorer.text("plainChanges"), QString::number(view.plain.changes));
        QCOMPARE(explorer.text("temperedChanges"), QString::number(view.tempered.changes));
        QCOMPARE(explorer.text("plainMean"),
                 QStringLiteral("%1 ± %2").arg(one(view.plain.meanChanges),
                                               one(view.plain.standardError)));
        QCOMPARE(explorer.text("temperedStayed"),
                 QStringLiteral("%1 of 100").arg(view.tempered.stayed));
        QCOMPARE(explorer.text("roundTrips"), QLocale().toString(view.ladder.roundTrips));
        const auto &strips = explorer.get<ClassStrips>("classStrips")->strips();
        QCOMPARE(strips[0].classes, view.plain.classes);
        QCOMPARE(strips[1].classes, view.tempered.classes);
        const auto &bars = explorer.get<BalanceBars>("classBalance")->series();
        QCOMPARE(bars[1].shares.back(), view.tempered.unsure);
        QCOMPARE(bars[2].shares, view.dataShares);
    }

    void theLadderFollowsTheWalkerThatIsClicked() {
        Explorer explorer;
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 100, kLong);
        explorer.choose("gibbsView", 1);
        explorer.click("mixingPlayPause");
        QTRY_VERIFY_WITH_TIMEOUT(explorer.now().mixingStep > 60, kLong);
        explorer.click("mixingPlayPause");
        auto *ladder = explorer.get<LadderView>("mixingLadder");
        QTRY_VERIFY_WITH_TIMEOUT(explorer.now().mixing && !explorer.now().mixing->running, kLong);
        QTRY_COMPARE(ladder->count(), 10);
        const int wanted = explorer.now().mixing->ladder.path.back()[7];
        QTest::mouseClick(ladder, Qt::LeftButton, {}, ladder->rungRect(7).center());
        QCOMPARE(ladder->followed(), wanted);
        QCOMPARE(ladder->rungOf(wanted), 7);
        ladder->setFocus();
        QTest::keyClick(ladder, Qt::Key_Down); // from there
        QTest::keyClick(ladder, Qt::Key_Return);
        QCOMPARE(ladder->followed(), int{explorer.now().mixing->ladder.path.back()[8]});
        // Other starts are another comparison.
        explorer.click("pickOthers");
        QTRY_COMPARE_WITH_TIMEOUT(ladder->count(), 0, kLong);
        QCOMPARE(explorer.text("mixingSteps"), QStringLiteral("–"));
        explorer.choose("gibbsView", 0);
        QVERIFY(explorer.get<QWidget>("sampleGrid")->isVisible());
    }

    void theMixingViewFitsIntoASmallWindow() {
        Explorer explorer;
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 100, kLong);
        explorer.choose("gibbsView", 1);
        explorer.get<QSpinBox>("mixingReplicas")->setValue(30);
        explorer.click("mixingPlayPause");
        QTRY_VERIFY_WITH_TIMEOUT(explorer.now().mixingStep > 10, 2 * kLong);
        explorer.click("mixingPlayPause");
        QCOMPARE(explorer.window().size(), QSize(1100, 700));
        const QRect all = explorer.window().rect();
        for (const char *name : {"mixingReplicas", "mixingModel", "plainStayed", "classBalance",
                                 "roundTrips", "mixingLadder", "classStrips"}) {
            auto *part = explorer.get<QWidget>(name);
            QVERIFY2(all.contains(QRect(part->mapTo(&explorer.window(), QPoint()), part->size())),
                     name);
            QVERIFY2(part->visibleRegion().boundingRect() == part->rect(), name);
        }
    }
};

QTEST_MAIN(TestGibbsWorkspace)
#include "test_gibbs_workspace.moc"
