#include "ui/widgets/draw_canvas.h"
#include "ui/widgets/pixel_grid.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace rbm;

namespace {

constexpr int kSide = 28;
using Pixels = DrawCanvas::Pixels;

/// A canvas with a blank digit, eight points of the screen to a pixel.
struct Sheet {
    Sheet() {
        canvas.setTheme(theme(ThemeKind::Dark));
        canvas.setShape(kSide, kSide);
        canvas.setContent(Pixels(kSide * kSide), {});
        canvas.resize(canvas.sizeHint());
        canvas.show();
        canvas.setFocus();
        if (!QTest::qWaitForWindowActive(&canvas))
            qFatal("the canvas has no focus");
    }

    /// The very centre: QRect::center() is beside it where the side is even.
    QPoint at(int x, int y) const {
        const QRect place = canvas.pixelRect({x, y});
        return place.topLeft() + QPoint(place.width() / 2, place.height() / 2);
    }
    void drag(const std::vector<QPoint> &pixels, bool release = true) {
        QTest::mousePress(&canvas, Qt::LeftButton, {}, at(pixels[0].x(), pixels[0].y()));
        for (const QPoint &pixel : pixels)
            QTest::mouseMove(&canvas, at(pixel.x(), pixel.y()));
        if (release)
            QTest::mouseRelease(&canvas, Qt::LeftButton, {},
                                at(pixels.back().x(), pixels.back().y()));
    }
    int gray(int x, int y) const { return canvas.image()[index(x, y)]; }
    bool isHeld(int x, int y) const { return canvas.held()[index(x, y)] != 0; }
    int ink() const { return std::accumulate(canvas.image().begin(), canvas.image().end(), 0); }
    int held() const {
        return static_cast<int>(std::count(canvas.held().begin(), canvas.held().end(), 1));
    }

    static std::size_t index(int x, int y) { return pixelIndex({kSide, kSide}, {x, y}); }

    DrawCanvas canvas;
    QSignalSpy strokes{&canvas, &DrawCanvas::strokeFinished};
};

} // namespace

class TestDrawCanvas : public QObject {
    Q_OBJECT
private slots:
    void aDragLeavesOneSoftStroke() {
        Sheet sheet;
        sheet.drag({{8, 14}, {20, 14}});
        QCOMPARE(sheet.strokes.count(), 1);
        for (int x = 8; x <= 20; ++x) { // without gaps, however far apart the moves are
            QCOMPARE(sheet.gray(x, 14), 255);
            QCOMPARE(sheet.gray(x, 13), sheet.gray(x, 15));
            QVERIFY(sheet.gray(x, 13) > 128 && sheet.gray(x, 13) < 255); // three pixels, soft
            QCOMPARE(sheet.gray(x, 11), 0);
        }
        QCOMPARE(sheet.gray(3, 14), 0);
        QCOMPARE(sheet.gray(25, 14), 0);
        QCOMPARE(sheet.held(), 0);
    }

    void goingOverAStrokeTwiceDoesNotThickenIt() {
        Sheet once;
        once.drag({{8, 14}, {20, 14}});
        Sheet twice;
        twice.drag({{8, 14}, {20, 14}, {8, 14}, {20, 14}});
        QCOMPARE(twice.canvas.image(), once.canvas.image());
        twice.drag({{8, 14}, {20, 14}});
        QCOMPARE(twice.strokes.count(), 1); // the second changed nothing
    }

    void aWiderBrushLeavesMoreInkInProportion() {
        Sheet thin;
        thin.canvas.setBrush({2});
        thin.drag({{4, 14}, {24, 14}});
        Sheet wide;
        wide.canvas.setBrush({6});
        wide.drag({{4, 14}, {24, 14}});
        QVERIFY(wide.ink() > 2.7 * thin.ink() && wide.ink() < 3.6 * thin.ink());
    }

    void theEraserTakesInkAway() {
        Sheet sheet;
        sheet.drag({{4, 14}, {24, 14}});
        sheet.canvas.setTool(DrawTool::Erase);
        sheet.drag({{14, 4}, {14, 24}});
        QCOMPARE(sheet.strokes.count(), 2);
        QCOMPARE(sheet.gray(14, 14), 0);
        QCOMPARE(sheet.gray(6, 14), 255);
    }

    void theClampBrushHoldsPixelsAndFreesThemFromAHeldOne() {
        Sheet sheet;
        sheet.canvas.setTool(DrawTool::Clamp);
        sheet.drag({{8, 14}, {20, 14}});
        QCOMPARE(sheet.ink(), 0);
        for (int x = 8; x <= 20; ++x)
            QVERIFY(sheet.isHeld(x, 13) && sheet.isHeld(x, 14) && sheet.isHeld(x, 15) &&
                    !sheet.isHeld(x, 12));
        const int before = sheet.held();
        sheet.drag({{10, 14}, {12, 14}});
        QVERIFY(sheet.held() < before && !sheet.isHeld(11, 14) && sheet.isHeld(18, 14));
        QCOMPARE(sheet.strokes.count(), 2);
    }

    void escapeTakesTheStrokeBack() {
        Sheet sheet;
        sheet.drag({{8, 14}, {20, 14}}, false);
        QVERIFY(sheet.ink() > 0);
        QTest::keyClick(&sheet.canvas, Qt::Key_Escape);
        QCOMPARE(sheet.ink(), 0);
        QTest::mouseRelease(&sheet.canvas, Qt::LeftButton, {}, sheet.at(20, 14));
        QCOMPARE(sheet.strokes.count(), 0);
    }

    void strokesMayLeaveTheCanvasAndComeBack() {
        Sheet sheet;
        QTest::mousePress(&sheet.canvas, Qt::LeftButton, {}, sheet.at(14, 14));
        QTest::mouseMove(&sheet.canvas, QPoint(-300, 2000));
        QTest::mouseMove(&sheet.canvas, sheet.at(2, 2));
        QTest::mouseRelease(&sheet.canvas, Qt::LeftButton, {}, sheet.at(2, 2));
        QCOMPARE(sheet.strokes.count(), 1);
        QCOMPARE(sheet.gray(2, 2), 255);
    }

    void theArrowsMoveACursorAndSpacePaintsThere() {
        Sheet sheet;
        QCOMPARE(sheet.canvas.cursorPixel(), QPoint(14, 14));
        QTest::keyClick(&sheet.canvas, Qt::Key_Left);
        QTest::keyClick(&sheet.canvas, Qt::Key_Up);
        QTest::keyClick(&sheet.canvas, Qt::Key_Up);
        QCOMPARE(sheet.canvas.cursorPixel(), QPoint(13, 12));
        QCOMPARE(sheet.ink(), 0);
        QTest::keyClick(&sheet.canvas, Qt::Key_Space);
        QCOMPARE(sheet.strokes.count(), 1);
        QCOMPARE(sheet.gray(13, 12), 255);
        QVERIFY(sheet.canvas.accessibleDescription().contains(
            QStringLiteral("Row 13, column 14: 100 percent white")));
        for (int step = 0; step < 40; ++step)
            QTest::keyClick(&sheet.canvas, Qt::Key_Right);
        QCOMPARE(sheet.canvas.cursorPixel(), QPoint(27, 12));
    }

    void arrowsWhileSpaceIsDownDrawALineAsOneStroke() {
        Sheet sheet;
        QTest::keyPress(&sheet.canvas, Qt::Key_Space);
        for (int step = 0; step < 6; ++step)
            QTest::keyClick(&sheet.canvas, Qt::Key_Right);
        QCOMPARE(sheet.strokes.count(), 0);
        QTest::keyRelease(&sheet.canvas, Qt::Key_Space);
        QCOMPARE(sheet.strokes.count(), 1);
        for (int x = 14; x <= 20; ++x)
            QCOMPARE(sheet.gray(x, 14), 255);
    }

    void anotherDigitEndsAStrokeThatIsUnderWay() {
        Sheet sheet;
        sheet.drag({{8, 14}, {20, 14}}, false);
        Pixels other(kSide * kSide);
        other[5] = 9;
        sheet.canvas.setContent(other, {});
        QTest::mouseMove(&sheet.canvas, sheet.at(3, 3));
        QTest::mouseRelease(&sheet.canvas, Qt::LeftButton, {}, sheet.at(3, 3));
        QCOMPARE(sheet.canvas.image(), other);
        QCOMPARE(sheet.strokes.count(), 0);
    }

    void withoutADigitThereIsNothingToDrawOn() {
        Sheet sheet;
        sheet.canvas.clear();
        QVERIFY(!sheet.canvas.isEnabled());
        sheet.drag({{8, 14}, {20, 14}});
        QTest::keyClick(&sheet.canvas, Qt::Key_Space);
        QCOMPARE(sheet.strokes.count(), 0);
    }

    void heldPixelsAndOnlyTheyLookHatched() {
        Sheet sheet;
        Pixels held(kSide * kSide);
        std::fill_n(held.begin() + 20 * kSide, 8 * kSide, std::uint8_t{1});
        const QImage before = sheet.canvas.grab().toImage();
        sheet.canvas.setContent(Pixels(kSide * kSide), held);
        const QImage after = sheet.canvas.grab().toImage();
        const auto differs = [&](int x, int y) {
            const QRect place = sheet.canvas.pixelRect({x, y});
            return before.copy(place) != after.copy(place);
        };
        for (int x = 0; x < kSide; ++x) {
            QVERIFY(differs(x, 21) && differs(x, 27));
            QVERIFY(!differs(x, 18) && !differs(x, 10)); // the badge is further up
        }
    }
};

QTEST_MAIN(TestDrawCanvas)
#include "test_draw_canvas.moc"
