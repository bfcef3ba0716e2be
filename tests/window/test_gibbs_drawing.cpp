#include "tests/support/explorer_fixture.h"
#include "ui/theme/theme.h"
#include "ui/widgets/draw_canvas.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/chain_setup.h"
#include "ui/window/digit_browser.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QToolButton>

#include <set>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::ptrdiff_t kPixels = 784;
constexpr QSize kTile{28, 28};

/// The Gibbs explorer with its canvas at chain 0.
class Drawing : public Explorer {
public:
    Drawing() {
        if (!QTest::qWaitFor([this] { return chains().count == 100; }, kLong))
            qFatal("there are no chains");
        window().activateWindow();
        if (!QTest::qWaitForWindowActive(&window()))
            qFatal("the window is not active");
    }

    DrawCanvas *canvas() { return get<DrawCanvas>("drawCanvas"); }
    QAction *action(const char *name) { return get<QAction>(name); }

    void drag(const std::vector<QPoint> &pixels) {
        const auto at = [this](const QPoint &pixel) { return canvas()->pixelRect(pixel).center(); };
        QTest::mousePress(canvas(), Qt::LeftButton, {}, at(pixels.front()));
        for (const QPoint &pixel : pixels)
            QTest::mouseMove(canvas(), at(pixel));
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, at(pixels.back()));
    }
    /// A stroke across the middle.
    void drawLine() { drag({{4, 14}, {23, 14}}); }

    /// Waits until the worker runs with what was last chosen, then the start of a chain.
    TilePixels start(int chain) {
        settle();
        const auto first = chains().starts->begin() + chain * kPixels;
        return {first, first + kPixels};
    }
    /// Held pixels of a chain; all 0 where none is.
    TilePixels held(int chain) {
        settle();
        if (chains().clamped == nullptr)
            return TilePixels(kPixels);
        const auto first = chains().clamped->begin() + chain * kPixels;
        return {first, first + kPixels};
    }
    /// Until the worker has done all that was asked: the next snapshot may have been under
    /// way before, the one after it was not.
    void settle() {
        QSignalSpy snapshots(&window().session(), &Session::snapshotTaken);
        window().session().lookNow();
        if (!QTest::qWaitFor([&] { return snapshots.count() >= 2; }, kLong))
            qFatal("there are no snapshots");
    }
    void select(int chain) {
        auto *real = get<TileView>("realGrid");
        QTest::mouseClick(real, Qt::LeftButton, {}, real->tileRect(chain).center());
    }
    void undo() { QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier); }
    void redo() { QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
};

bool isAnyHeld(const TilePixels &held) {
    return std::any_of(held.begin(), held.end(), [](std::uint8_t pixel) { return pixel != 0; });
}

} // namespace

class TestGibbsDrawing : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void aStrokeBecomesTheStartOfTheSelectedChainOnRelease() {
        Drawing window;
        window.select(7);
        const TilePixels before = window.start(7);
        const TilePixels other = window.start(8);
        QCOMPARE(window.canvas()->image(), before);
        window.drawLine();
        const TilePixels after = window.start(7);
        QVERIFY(after != before);
        QCOMPARE(after, window.canvas()->image());
        QCOMPARE(int{after[14 * 28 + 10]}, 255);
        QCOMPARE(window.start(8), other);
        QCOMPARE(window.chains().step, std::uint64_t{0});
    }

    void theDrawingStartsAllChainsWhereAllIsChosen() {
        Drawing window;
        window.choose("drawTarget", 1);
        window.click("drawBlank");
        window.drawLine();
        const TilePixels drawing = window.canvas()->image();
        for (const int chain : {0, 1, 42, 99})
            QCOMPARE(window.start(chain), drawing);
        window.undo();
        QCOMPARE(window.start(42), TilePixels(kPixels));
        window.undo();
        QVERIFY(window.start(42) != window.start(43));
    }

    void strokesAreUndoneAndRedoneOneByOne() {
        Drawing window;
        std::vector<TilePixels> states = {window.start(0)};
        QVERIFY(!window.action("actionUndo")->isEnabled());
        window.drawLine();
        states.push_back(window.start(0));
        QTest::keyClick(&window.window(), Qt::Key_E);
        window.drag({{14, 4}, {14, 23}});
        states.push_back(window.start(0));
        QCOMPARE(window.action("actionUndo")->text(), QStringLiteral("Undo erasing"));
        window.undo();
        QCOMPARE(window.start(0), states[1]);
        QCOMPARE(window.action("actionUndo")->text(), QStringLiteral("Undo drawing"));
        QCOMPARE(window.action("actionRedo")->text(), QStringLiteral("Redo erasing"));
        window.undo();
        QCOMPARE(window.start(0), states[0]);
        QVERIFY(!window.action("actionUndo")->isEnabled());
        window.redo();
        window.redo();
        QCOMPARE(window.start(0), states[2]);
        QVERIFY(!window.action("actionRedo")->isEnabled());
    }

    void undoSelectsTheChainThatItChanges() {
        Drawing window;
        window.select(3);
        window.drawLine();
        window.select(60);
        window.undo();
        QCOMPARE(window.get<TileView>("realGrid")->selected(), 3);
        QCOMPARE(window.canvas()->image(), window.start(3));
    }

    void undoIsInTheEditMenuAndOffWhereItCannotBeSeen() {
        Drawing window;
        window.drawLine();
        QAction *undo = window.action("actionUndo");
        bool isInMenu = false;
        for (const QAction *menu : window.window().menuBar()->actions())
            isInMenu = isInMenu || (menu->text() == u"&Edit" && menu->menu()->actions()[0] == undo);
        QVERIFY(isInMenu);
        QVERIFY(undo->isEnabled());
        window.get<QTabBar>("workspaceTabs")->setCurrentIndex(0);
        QVERIFY(!undo->isEnabled());
        window.get<QTabBar>("workspaceTabs")->setCurrentIndex(2);
        QVERIFY(undo->isEnabled());
    }

    void drawingStartsFromABlankOrFromThePickedDigit() {
        Drawing window;
        const TilePixels picked = window.start(0);
        auto *revert = window.get<QToolButton>("drawRevert");
        QVERIFY(!revert->isEnabled());
        window.click("drawBlank");
        QCOMPARE(window.start(0), TilePixels(kPixels));
        window.drawLine();
        QVERIFY(revert->isEnabled());
        window.click("drawRevert");
        QCOMPARE(window.start(0), picked);
        window.undo();
        QVERIFY(window.start(0) != picked);
    }

    void lettersChooseTheToolInThisWorkspaceOnly() {
        Drawing window;
        QWidget *grid = window.get<TileView>("sampleGrid");
        const std::pair<Qt::Key, const char *> tools[] = {
            {Qt::Key_E, "toolErase"}, {Qt::Key_C, "toolClamp"}, {Qt::Key_D, "toolDraw"}};
        for (const auto &[key, button] : tools) {
            grid->setFocus();
            QTest::keyClick(grid, key);
            QVERIFY(window.get<QToolButton>(button)->isChecked());
        }
        QCOMPARE(window.canvas()->tool(), DrawTool::Draw);
        window.get<QTabBar>("workspaceTabs")->setCurrentIndex(0);
        window.get<QWidget>("filterView")->setFocus();
        QTest::keyClick(window.get<QWidget>("filterView"), Qt::Key_E);
        QCOMPARE(window.canvas()->tool(), DrawTool::Draw);
    }

    void theCanvasIsReachedByTabAndDrawnOnByKeys() {
        Drawing window;
        QVERIFY(!window.canvas()->accessibleName().isEmpty());
        window.get<QWidget>("toolDraw")->setFocus();
        std::set<QWidget *> visited;
        while (!window.canvas()->hasFocus()) {
            QWidget *focused = QApplication::focusWidget();
            QVERIFY(focused != nullptr && visited.insert(focused).second);
            QTest::keyClick(focused, Qt::Key_Tab);
        }
        QVERIFY(visited.size() < 9);
        const TilePixels before = window.start(0);
        QTest::keyClick(window.canvas(), Qt::Key_Up);
        QTest::keyClick(window.canvas(), Qt::Key_Space);
        QCOMPARE(int{window.start(0)[13 * 28 + 14]}, 255);
        window.undo();
        QCOMPARE(window.start(0), before);
    }

    void paintedPixelsKeepTheirStartAndEveryStepIsRevisitedExactly() {
        Drawing window;
        window.select(5);
        QTest::keyClick(window.canvas(), Qt::Key_C);
        window.drag({{10, 5}, {18, 9}, {12, 20}});
        const TilePixels held = window.held(5);
        QVERIFY(isAnyHeld(held));
        QCOMPARE(held, window.canvas()->held());
        QVERIFY(!isAnyHeld(window.held(4)));
        const TilePixels start = window.start(5);
        window.runToTheEnd();
        const std::vector<float> end = *window.chains().samples;
        bool othersMoved = false;
        for (std::size_t at = 0; at < start.size(); ++at) {
            const float now = end[5 * kPixels + at];
            if (held[at] != 0)
                QCOMPARE(now, static_cast<float>(start[at]) / 255.0F);
            else
                othersMoved = othersMoved || now != static_cast<float>(start[at]) / 255.0F;
        }
        QVERIFY(othersMoved);
        QTest::keyClick(window.timeline(), Qt::Key_Home);
        QVERIFY(window.shows(0));
        window.click("chainLive");
        QVERIFY(window.shows(3000));
        QVERIFY(*window.chains().samples == end);
        // The same strokes lead to the same run.
        window.undo();
        QTRY_COMPARE(window.chains().live, std::uint64_t{0});
        QVERIFY(!isAnyHeld(window.held(5)));
        window.redo();
        QCOMPARE(window.held(5), held);
        window.runToTheEnd();
        QVERIFY(*window.chains().samples == end);
    }

    void aClampCountsForThisDigitOrForAll() {
        Drawing window;
        window.select(2);
        window.choose("clampSelector", 1);
        QCOMPARE(window.held(2), halfHeld(Clamp::Top, kTile));
        QVERIFY(!isAnyHeld(window.held(3)));
        window.choose("drawTarget", 1);
        window.choose("clampSelector", 2);
        for (const int chain : {0, 2, 99})
            QCOMPARE(window.held(chain), halfHeld(Clamp::Left, kTile));
        window.choose("clampSelector", 3); // a stroke of the brush adds to what is held
        QCOMPARE(window.canvas()->tool(), DrawTool::Clamp);
        window.drag({{18, 10}, {24, 10}});
        QVERIFY(window.held(50) != halfHeld(Clamp::Left, kTile));
        QCOMPARE(int{window.held(50)[10 * 28 + 20]}, 1);
        QCOMPARE(int{window.held(50)[20 * 28 + 3]}, 1);
        window.choose("clampSelector", 0);
        QVERIFY(!isAnyHeld(window.held(50)));
        QCOMPARE(window.canvas()->tool(), DrawTool::Draw);
        window.undo();
        QVERIFY(isAnyHeld(window.held(50)));
    }

    void theSelectorTellsTheClampOfTheSelectedChain() {
        Drawing window;
        auto *clamp = window.get<SegmentedControl>("clampSelector");
        window.choose("clampSelector", 1);
        window.select(9);
        QCOMPARE(clamp->current(), 0);
        window.select(0);
        QCOMPARE(clamp->current(), 1);
        window.undo();
        QCOMPARE(clamp->current(), 0);
    }

    void aStrokeBesideARunningChainStartsItAnewAndItRunsOn() {
        Drawing window;
        window.choose("chainSpeed", 1); // ten steps a second
        window.click("chainPlayPause");
        QTRY_VERIFY_WITH_TIMEOUT(window.chains().live > 3, kLong);
        window.drawLine();
        QTRY_COMPARE_WITH_TIMEOUT(window.chains().starts->at(14 * 28 + 10), std::uint8_t{255},
                                  kLong);
        QVERIFY(window.chains().live < 3);
        QTRY_VERIFY_WITH_TIMEOUT(window.chains().live > 3, kLong);
        QVERIFY(window.chains().running);
    }

    void samplesThatArriveDuringAStrokeLeaveItAlone() {
        Drawing window;
        window.click("chainPlayPause");
        DrawCanvas *canvas = window.canvas();
        const auto at = [&](int x) { return canvas->pixelRect({x, 14}).center(); };
        QTest::mousePress(canvas, Qt::LeftButton, {}, at(4));
        QTest::mouseMove(canvas, at(14));
        const std::uint64_t then = window.chains().live;
        QTRY_VERIFY_WITH_TIMEOUT(window.chains().live > then, kLong);
        QTest::mouseMove(canvas, at(23));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, at(23));
        const TilePixels start = window.start(0);
        QCOMPARE(int{start[14 * 28 + 5]}, 255);
        QCOMPARE(int{start[14 * 28 + 22]}, 255);
    }

    void otherDigitsEndTheHistoryAndKeepWhatIsHeldByPlace() {
        Drawing window;
        window.select(1);
        window.choose("clampSelector", 1);
        window.drawLine();
        window.click("pickOthers");
        QVERIFY(!window.action("actionUndo")->isEnabled());
        QCOMPARE(window.held(1), halfHeld(Clamp::Top, kTile));
        QVERIFY(!isAnyHeld(window.held(2)));
        window.choose("gridSize", 1);
        QTRY_COMPARE_WITH_TIMEOUT(window.chains().count, 25, kLong);
        QCOMPARE(window.held(1), halfHeld(Clamp::Top, kTile));
        window.choose("drawTarget", 1);
        window.choose("clampSelector", 2);
        window.choose("gridSize", 3);
        QTRY_COMPARE_WITH_TIMEOUT(window.chains().count, 225, kLong);
        QCOMPARE(window.held(224), halfHeld(Clamp::Left, kTile)); // all were held alike
    }

    void aDigitOfTheBrowserIsPickedAndTheChoiceUndone() {
        Drawing window;
        window.select(4);
        const TilePixels before = window.start(4);
        window.click("browseDigits");
        auto *browser = window.get<DigitBrowser>("digitBrowser");
        QTRY_VERIFY(browser->isVisible());
        const QModelIndex index = browser->model()->index(2, 0);
        QTest::mouseClick(browser->viewport(), Qt::LeftButton, {},
                          browser->visualRect(index).center());
        const auto image = window.window().session().data().test->image(2);
        QCOMPARE(window.start(4), TilePixels(image.begin(), image.end()));
        QTest::keyClick(browser, Qt::Key_Escape);
        QTRY_VERIFY(!browser->isVisible());
        window.undo();
        QCOMPARE(window.start(4), before);
    }

    void heldPixelsAreHatchedInTheSamplesAndInTheSelectedChain() {
        Drawing window;
        window.settle();
        auto *samples = window.get<TileView>("sampleGrid");
        auto *now = window.get<TileView>("selectedNow");
        const auto picture = [](TileView *view, int tile) {
            return view->grab(view->tileRect(tile)).toImage();
        };
        const QImage held = picture(samples, 0);
        const QImage other = picture(samples, 11);
        const QImage selected = picture(now, 0);
        window.choose("clampSelector", 1);
        window.settle();
        const QImage top = picture(samples, 0);
        const int half = top.height() / 2;
        QVERIFY(top.copy(0, 0, top.width(), half) != held.copy(0, 0, held.width(), half));
        QCOMPARE(top.copy(4, half + 2, top.width() - 8, half - 8),
                 held.copy(4, half + 2, held.width() - 8, half - 8));
        QCOMPARE(picture(samples, 11), other);
        QVERIFY(picture(now, 0) != selected);
    }
};

QTEST_MAIN(TestGibbsDrawing)
#include "test_gibbs_drawing.moc"
