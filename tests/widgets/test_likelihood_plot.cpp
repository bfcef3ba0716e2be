#include "ui/widgets/likelihood_plot.h"

#include <qcustomplot.h>

#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace rbm;

namespace {

/// A curve that climbs, with different numbers in each point.
void fill(LikelihoodPlot &plot) {
    plot.setEpochRange(10);
    for (int epoch = 1; epoch <= 5; ++epoch)
        plot.addPoint({static_cast<double>(epoch), -200.0 + 10 * epoch, -199.0 + 10 * epoch,
                       1.5 * epoch, 1000});
}

QCustomPlot *figureOf(LikelihoodPlot &plot) {
    return plot.findChild<QCustomPlot *>(QStringLiteral("logLikelihoodPlot"));
}

void turnWheel(QCustomPlot *figure) {
    const QPointF centre = figure->rect().center();
    QWheelEvent event(centre, figure->mapToGlobal(centre), {}, {0, 120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(figure, &event);
}

} // namespace

class TestLikelihoodPlot : public QObject {
    Q_OBJECT
private slots:
    void allPointsAreInView() {
        LikelihoodPlot plot;
        fill(plot);
        const auto *figure = figureOf(plot);
        QVERIFY(figure->xAxis->range().contains(1));
        QVERIFY(figure->xAxis->range().contains(5));
        QVERIFY(figure->yAxis->range().contains(-190));
        QVERIFY(figure->yAxis->range().contains(-149));
        QCOMPARE(figure->graph(0)->dataCount(), 5);
        QCOMPARE(figure->graph(1)->dataCount(), 5);
    }

    void theWheelZoomsAndADoubleClickShowsAllAgain() {
        LikelihoodPlot plot;
        plot.resize(600, 400);
        plot.show();
        fill(plot);
        auto *figure = figureOf(plot);
        figure->replot();
        const QCPRange all = figure->xAxis->range();
        turnWheel(figure);
        QVERIFY(figure->xAxis->range().size() < all.size());
        QVERIFY(plot.isZoomed());
        const QCPRange zoomed = figure->xAxis->range();
        plot.addPoint({6, -140, -139, 2, 1000}); // does not move a zoomed view
        QCOMPARE(figure->xAxis->range(), zoomed);
        QTest::mouseDClick(figure, Qt::LeftButton, {}, figure->rect().center());
        QVERIFY(!plot.isZoomed());
        QVERIFY(figure->xAxis->range().contains(6));
        QVERIFY(figure->xAxis->range().size() > zoomed.size());
    }

    void ticksStandAtWholeEpochsOnly() {
        LikelihoodPlot plot;
        const auto ticker = figureOf(plot)->xAxis->ticker();
        for (const double last : {1.5, 3.0, 10.0, 12.0, 130.0, 1000.0}) {
            QVector<double> ticks;
            ticker->generate({0, last}, QLocale::c(), QLatin1Char('g'), 6, ticks, nullptr, nullptr);
            QVERIFY(ticks.size() >= 2);
            QVERIFY(ticks.size() < 20);
            for (const double tick : ticks)
                QCOMPARE(tick, std::round(tick));
        }
    }

    void arrowKeysMoveTheCursorFromPointToPoint() {
        LikelihoodPlot plot;
        plot.show();
        QTest::keyClick(&plot, Qt::Key_Left);
        QVERIFY(plot.cursorText().isEmpty()); // there is nothing to stand on
        fill(plot);
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.cursorText(),
                 QStringLiteral("Epoch 5  test −150.0  train −149.0  ESS 7.5 of 1000"));
        QTest::keyClick(&plot, Qt::Key_Left);
        QVERIFY(plot.cursorText().startsWith(u"Epoch 4"));
    }

    void theMouseMovesTheCursorToTheNearestPoint() {
        LikelihoodPlot plot;
        plot.resize(600, 400);
        plot.show();
        fill(plot);
        auto *figure = figureOf(plot);
        figure->replot();
        const QPointF place(figure->xAxis->coordToPixel(2.2), 200);
        QMouseEvent event(QEvent::MouseMove, place, figure->mapToGlobal(place), Qt::NoButton,
                          Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(figure, &event);
        QVERIFY(plot.cursorText().startsWith(u"Epoch 2"));
    }

    void theExportedPictureShowsBothLinesInTheLightTheme() {
        LikelihoodPlot plot;
        plot.setTheme(theme(ThemeKind::Dark));
        const QImage empty = plot.toImage();
        fill(plot);
        plot.markControlChange(2.5, QStringLiteral("rate 0.05"));
        const QImage picture = plot.toImage().convertToFormat(QImage::Format_RGB32);
        QCOMPARE(picture.size(), QSize(1600, 1000));
        QVERIFY(picture != empty);
        const Theme &light = theme(ThemeKind::Light);
        QCOMPARE(picture.pixelColor(2, 2), light.panel);
        int accent = 0;
        int text = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                accent += picture.pixelColor(x, y) == light.accent ? 1 : 0;
                text += picture.pixelColor(x, y) == light.text ? 1 : 0;
            }
        }
        QVERIFY(accent > 300);
        QVERIFY(text > 300);
    }

    void theTableHasALineForEachPoint() {
        LikelihoodPlot plot;
        fill(plot);
        const QStringList lines = plot.toCsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines.at(1), QStringLiteral("1,-190,-189,1.5,1000"));
    }

    void clearRemovesPointsMarksAndZoom() {
        LikelihoodPlot plot;
        plot.show();
        fill(plot);
        const int items = figureOf(plot)->itemCount();
        plot.markControlChange(2, QStringLiteral("rate 0.2"));
        QVERIFY(figureOf(plot)->itemCount() > items);
        turnWheel(figureOf(plot));
        plot.clear();
        QCOMPARE(figureOf(plot)->itemCount(), items);
        QCOMPARE(figureOf(plot)->graph(0)->dataCount(), 0);
        QVERIFY(!plot.isZoomed());
    }
};

QTEST_MAIN(TestLikelihoodPlot)
#include "test_likelihood_plot.moc"
