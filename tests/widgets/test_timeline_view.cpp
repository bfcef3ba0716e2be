#include "ui/widgets/timeline_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace rbm;

namespace {

const std::vector<int> kMarks = {0, 1, 2, 4, 8, 16, 100, 1000};

QPoint onTrack(const TimelineView &view, int step) {
    return {static_cast<int>(view.xOf(step)), view.handleRect().center().toPoint().y()};
}

} // namespace

class TestTimelineView : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TimelineView> m_view;

private slots:
    void init() {
        m_view = std::make_unique<TimelineView>();
        m_view->setMarks(kMarks);
        m_view->resize(1000, 200);
        m_view->setLive(500);
    }

    void marksAreEquallyFarApartAndStepsInBetween() {
        const double cell = m_view->xOf(1) - m_view->xOf(0);
        for (std::size_t mark = 0; mark < kMarks.size(); ++mark)
            QVERIFY(std::abs(m_view->xOf(kMarks[mark]) - m_view->xOf(0) -
                             static_cast<double>(mark) * cell) < 1e-6);
        QVERIFY(std::abs(m_view->xOf(550) - m_view->xOf(100) - cell / 2) < 1e-6);
        m_view->setLive(1000);
        for (const int step : {0, 1, 3, 8, 15, 16, 58, 100, 550, 1000})
            QCOMPARE(m_view->stepAt(m_view->xOf(step)), step);
    }

    void heldPixelsAreHatchedInEveryPicture() {
        m_view->setTheme(theme(ThemeKind::Light));
        m_view->setTileShape(4, 4);
        m_view->setMarks(kMarks);
        m_view->setLive(8);
        m_view->setPictures(std::make_shared<const std::vector<float>>(5 * 16));
        const QImage plain = m_view->grab().toImage();
        auto top = std::make_shared<std::vector<std::uint8_t>>(16);
        std::fill(top->begin(), top->begin() + 8, std::uint8_t{1});
        m_view->setHeld(top);
        const QImage hatched = m_view->grab().toImage();
        for (int mark = 0; mark < 6; ++mark) {
            QRect upper = m_view->pictureRect(mark).adjusted(4, 4, -4, -4);
            upper.setHeight(upper.height() / 2 - 4);
            const QRect lower = upper.translated(0, upper.height() + 12);
            // The last has no picture yet.
            QCOMPARE(hatched.copy(upper) != plain.copy(upper), mark < 5);
            QCOMPARE(hatched.copy(lower), plain.copy(lower));
        }
        m_view->setHeld(nullptr);
        QCOMPARE(m_view->grab().toImage(), plain);
    }

    void theCurveIsOnePixelHighOnScreensOfAnyDensity() {
        m_view->setTheme(theme(ThemeKind::Light));
        const int x = qRound(m_view->xOf(50));
        const auto brightness = [this, x](int ratio) {
            QImage image(m_view->size() * ratio, QImage::Format_RGB32);
            image.setDevicePixelRatio(ratio);
            m_view->render(&image);
            int sum = 0;
            for (int y = 0; y < image.height(); ++y)
                sum += image.pixelColor(x * ratio, y).red();
            return sum;
        };
        const int contrast =
            theme(ThemeKind::Light).panel.red() - theme(ThemeKind::Light).text2.red();
        for (const int ratio : {1, 2, 3}) {
            m_view->setCurve({}, {});
            const int without = brightness(ratio);
            m_view->setCurve({0, 100, 500}, {-870, -870, -870});
            const double rows = static_cast<double>(without - brightness(ratio)) / contrast;
            // Where two of the screen's lines share a row they cover it a little less.
            QVERIFY2(rows > 0.8 * ratio && rows < 1.1 * ratio, qPrintable(QString::number(rows)));
        }
    }

    void theCurvesTitleGivesWayToTheNumbersWhereItIsLow() {
        m_view->setCurve({0, 1, 2}, {-869, -870, -871});
        const auto changes = [this](int height) {
            m_view->resize(600, height);
            m_view->setCurveTitle(QString());
            const QImage without = m_view->grab().toImage();
            m_view->setCurveTitle(QStringLiteral("Freie Energie der Kette"));
            return m_view->grab().toImage() != without;
        };
        QVERIFY(changes(400));
        QVERIFY(!changes(m_view->minimumSizeHint().height()));
    }

    void itFollowsTheNewestStepUntilItIsScrubbed() {
        QVERIFY(m_view->isFollowing());
        m_view->setLive(501);
        QCOMPARE(m_view->step(), 501);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QVERIFY(!m_view->isFollowing());
        m_view->setLive(600);
        QCOMPARE(m_view->step(), 500);
    }

    void keysScrub() {
        const QSignalSpy scrubbed(m_view.get(), &TimelineView::scrubbed);
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(m_view.get(), key);
            return scrubbed.last().at(0).toInt();
        };
        QCOMPARE(press(Qt::Key_Left), 499);
        QCOMPARE(press(Qt::Key_Left), 498);
        QCOMPARE(press(Qt::Key_Right), 499);
        QCOMPARE(press(Qt::Key_PageUp), 100);
        QCOMPARE(press(Qt::Key_PageUp), 16);
        QCOMPARE(press(Qt::Key_PageDown), 100);
        QCOMPARE(press(Qt::Key_Home), 0);
        QCOMPARE(press(Qt::Key_PageUp), 0);
        QCOMPARE(press(Qt::Key_Right), 1);
        QCOMPARE(press(Qt::Key_End), -1);
        QVERIFY(m_view->isFollowing());
        const auto told = scrubbed.size();
        QTest::keyClick(m_view.get(), Qt::Key_Right); // there is no newer one
        QCOMPARE(scrubbed.size(), told);
    }

    void draggingTheHandleScrubs() {
        const QSignalSpy scrubbed(m_view.get(), &TimelineView::scrubbed);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, onTrack(*m_view, 500));
        QTest::mouseMove(m_view.get(), onTrack(*m_view, 16));
        QCOMPARE(m_view->step(), 16);
        QTest::mouseMove(m_view.get(), onTrack(*m_view, 2));
        QCOMPARE(scrubbed.last().at(0).toInt(), 2);
        QTest::mouseMove(m_view.get(), {-50, 5}); // beyond the start
        QCOMPARE(m_view->step(), 0);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, onTrack(*m_view, 0));
        QTest::mouseMove(m_view.get(), onTrack(*m_view, 4));
        QCOMPARE(m_view->step(), 0);
    }

    void aStepThatWasNotMadeCannotBeReached() {
        const QSignalSpy scrubbed(m_view.get(), &TimelineView::scrubbed);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, onTrack(*m_view, 1000));
        QVERIFY(m_view->isFollowing());
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->pictureRect(7).center());
        QCOMPARE(scrubbed.size(), 0);
    }

    void aClickOnAPictureShowsItsStep() {
        const QSignalSpy scrubbed(m_view.get(), &TimelineView::scrubbed);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, m_view->pictureRect(3).center());
        QCOMPARE(scrubbed.last().at(0).toInt(), 4);
    }

    void picturesAndHandleStayInsideAtAnySize() {
        for (const QSize size : {QSize(420, 90), QSize(700, 130), QSize(1500, 400)}) {
            m_view->resize(size);
            for (int mark = 0; mark < static_cast<int>(kMarks.size()); ++mark)
                QVERIFY(m_view->rect().contains(m_view->pictureRect(mark)));
            QVERIFY(QRectF(m_view->rect()).contains(m_view->handleRect()));
            QVERIFY(!m_view->pictureRect(0).intersects(m_view->pictureRect(1)));
            QVERIFY(m_view->handleRect().top() > m_view->pictureRect(0).bottom());
        }
    }
};

QTEST_MAIN(TestTimelineView)
#include "test_timeline_view.moc"
