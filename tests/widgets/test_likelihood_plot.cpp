#include "tests/support/likelihood_points.h"
#include "ui/widgets/figure_picture.h"
#include "ui/widgets/likelihood_figure.h"
#include "ui/widgets/likelihood_plot.h"

#include <qcustomplot.h>

#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace rbm;
using namespace rbm::test;

namespace {

/// A curve that climbs, with different numbers in each point.
void fill(LikelihoodPlot &plot) {
    plot.setEpochRange(10);
    for (int epoch = 1; epoch <= 5; ++epoch)
        plot.addPoint(pointAt(epoch, -200.0 + 10 * epoch));
}

QCustomPlot *figureOf(LikelihoodPlot &plot) {
    return plot.findChild<QCustomPlot *>(QStringLiteral("logLikelihoodPlot"));
}

QCPGraph *lineOf(LikelihoodPlot &plot, FigureLine line) {
    return figureOf(plot)->graph(static_cast<int>(line));
}

/// Not a number where the line is interrupted.
double valueOf(LikelihoodPlot &plot, FigureLine line, int point) {
    return lineOf(plot, line)->dataMainValue(point);
}

QCPItemText *labelOf(LikelihoodPlot &plot, const char *name) {
    return figureOf(plot)->findChild<QCPItemText *>(QLatin1String(name));
}

/// Where a label was drawn.
QRectF placeOf(const QCPItemText *label) {
    return {label->topLeft->pixelPosition(), label->bottomRight->pixelPosition()};
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
        QVERIFY(figure->yAxis->range().contains(-120)); // the original's
        for (int line = 0; line < figure->graphCount(); ++line)
            QCOMPARE(figure->graph(line)->dataCount(), 5);
    }

    void noGridLineCrossesTheSentenceOfTheEmptyPlot() {
        LikelihoodPlot plot;
        for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light}) {
            plot.setTheme(theme(kind));
            const auto *label = labelOf(plot, "emptyLabel");
            QVERIFY(label->visible());
            QCOMPARE(label->brush().color(), theme(kind).panel);
            QCOMPARE(label->brush().style(), Qt::SolidPattern);
        }
    }

    void aRunThatGoesOnFromAFileShowsWhatCameSince() {
        LikelihoodPlot plot;
        plot.setEpochRange(60);
        plot.addPoint(pointAt(50, -112));
        plot.addPoint(pointAt(55, -110));
        const QCPRange shown = figureOf(plot)->xAxis->range();
        QVERIFY(shown.lower > 40 && shown.lower < 50);
        QVERIFY(shown.contains(55));
        QVERIFY(shown.upper >= 60);
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
        plot.addPoint(pointAt(6, -140)); // does not move a zoomed view
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

    void earlierRunsAreDashedGreyAndNamedAtTheirEnds() {
        LikelihoodPlot plot;
        plot.resize(600, 400);
        plot.show();
        plot.setEarlierRuns({{QStringLiteral("Run 2"), {pointAt(1, -150), pointAt(9, -118)}},
                             {QStringLiteral("Run 1"), {pointAt(1, -9000), pointAt(6, -170)}}});
        fill(plot);
        auto *figure = figureOf(plot);
        figure->replot();
        std::vector<QPen> pens;
        for (int at = static_cast<int>(FigureLine::Test) + 1; at < figure->graphCount(); ++at)
            pens.push_back(figure->graph(at)->pen());
        QCOMPARE(pens.size(), std::size_t{2});
        for (const QPen &pen : pens) {
            QCOMPARE(pen.color(), theme(ThemeKind::Light).earlier);
            QCOMPARE(pen.style(), Qt::CustomDashLine);
        }
        QVERIFY(pens[0].dashPattern() != pens[1].dashPattern());
        QStringList names;
        for (auto *label : figure->findChildren<QCPItemText *>(QStringLiteral("earlierLabel"))) {
            QVERIFY(label->visible());
            names += label->text();
        }
        QCOMPARE(names, (QStringList{QStringLiteral("Run 2"), QStringLiteral("Run 1")}));
        // All ends are in view, but a run that failed does not flatten the others.
        QVERIFY(figure->xAxis->range().contains(9));
        QVERIFY(figure->yAxis->range().lower > -500);
        QCOMPARE(plot.points().size(), std::size_t{5});
        plot.setEarlierRuns({});
        QCOMPARE(figure->graphCount(), static_cast<int>(FigureLine::Test) + 1);
    }

    void anEarlierRunOfOnePointIsToBeSeen() {
        LikelihoodPlot plot;
        plot.setEarlierRuns({{QStringLiteral("Run 1"), {pointAt(3, -150)}}});
        const auto *figure = figureOf(plot);
        const auto *line = figure->graph(static_cast<int>(FigureLine::Test) + 1);
        QVERIFY(!line->scatterStyle().isNone());
        plot.setEarlierRuns({{QStringLiteral("Run 1"), {pointAt(3, -150), pointAt(4, -140)}}});
        QVERIFY(figure->graph(static_cast<int>(FigureLine::Test) + 1)->scatterStyle().isNone());
    }

    void aMarkThatIsNewerThanAllPointsIsInSight() {
        LikelihoodPlot plot;
        plot.setEpochRange(130);
        plot.addPoint(pointAt(1, -150));
        plot.addPoint(pointAt(22, -140));
        QVERIFY(!figureOf(plot)->xAxis->range().contains(46));
        plot.markControlChange(46, QStringLiteral("rate 20"));
        QVERIFY(figureOf(plot)->xAxis->range().contains(46));
    }

    void aMarksLabelStandsWhereNoCurveRuns() {
        LikelihoodPlot plot;
        plot.resize(500, 320);
        plot.show();
        plot.markControlChange(10, QStringLiteral("rate 20"));
        auto *figure = figureOf(plot);
        const auto isHigh = [&] {
            figure->replot();
            for (int at = 0; at < figure->itemCount(); ++at) {
                const auto *label = qobject_cast<QCPItemText *>(figure->item(at));
                if (label != nullptr && label->text() == QStringLiteral("rate 20"))
                    return label->position->coords().y() < 0.5;
            }
            return false;
        };
        QVERIFY(!isHigh());
        for (const double epoch : {1, 12, 20}) // the lowest, but for one that lifts the axes
            plot.addPoint(pointAt(epoch, -150));
        LikelihoodPoint peak = pointAt(20, -150);
        peak.gray.originalTest.value = 100;
        plot.addPoint(peak);
        QVERIFY(isHigh());
    }

    void arrowKeysMoveTheCursorFromPointToPoint() {
        LikelihoodPlot plot;
        plot.show();
        QTest::keyClick(&plot, Qt::Key_Left);
        QVERIFY(plot.cursorText().isEmpty()); // there is nothing to stand on
        fill(plot);
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.cursorText(),
                 QStringLiteral("Epoch 5: Trust\nTest  −150.0  (−150.8 … −149.5)\n"
                                "Train −149.0\n10 temperatures, test −120.0"));
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
        const QImage empty = figureImage(plot.toPicture({800, 500}), 2);
        fill(plot);
        plot.markControlChange(2.5, QStringLiteral("rate 0.05"));
        const QImage picture = figureImage(plot.toPicture({800, 500}), 2);
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

    void theTableHasALineForEachPointWithAllThatWasMeasured() {
        LikelihoodPlot plot;
        fill(plot);
        plot.addPoint(pointAt(6, -140.25, QuoteVerdict::DoNotQuote));
        const QStringList lines = plot.toCsv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 7);
        const QStringList headings = lines.front().split(QLatin1Char(','));
        const auto cell = [&](int line, const char *heading) {
            return lines.at(line)
                .split(QLatin1Char(','))
                .value(headings.indexOf(QLatin1String(heading)));
        };
        for (const QString &line : lines)
            QCOMPARE(line.count(QLatin1Char(',')), headings.size() - 1);
        QCOMPARE(cell(1, "epoch"), QStringLiteral("1"));
        QCOMPARE(cell(1, "gray_test"), QStringLiteral("-190"));
        QCOMPARE(cell(1, "gray_test_low"), QStringLiteral("-190.75"));
        QCOMPARE(cell(1, "gray_test_high"), QStringLiteral("-189.5"));
        QCOMPARE(cell(1, "gray_train"), QStringLiteral("-189"));
        QCOMPARE(cell(1, "gray_test_10_temperatures"), QStringLiteral("-160"));
        QCOMPARE(cell(1, "sampled_test"), QStringLiteral("-170"));
        QCOMPARE(cell(1, "sampled_train_high"), QStringLiteral("-168.5"));
        QCOMPARE(cell(1, "verdict"), QStringLiteral("trust"));
        QCOMPARE(cell(1, "effective_sample_size"), QStringLiteral("30.5"));
        QCOMPARE(cell(1, "runs"), QStringLiteral("32"));
        QCOMPARE(cell(1, "temperatures"), QStringLiteral("1200"));
        QCOMPARE(cell(1, "effective_sample_size_10_temperatures"), QStringLiteral("2.9"));
        QCOMPARE(cell(6, "verdict"), QStringLiteral("do not quote"));
        QCOMPARE(cell(6, "gray_test"), QStringLiteral("-140.25"));
    }

    void pointsThatMayNotBeQuotedAreGreyAndTheLabelSaysAtMost() {
        LikelihoodPlot plot;
        plot.setTheme(theme(ThemeKind::Light));
        fill(plot);
        plot.addPoint(pointAt(6, -140, QuoteVerdict::DoNotQuote));
        const Theme &light = theme(ThemeKind::Light);
        QVERIFY(std::isnan(valueOf(plot, FigureLine::Test, 5)));
        QVERIFY(std::isnan(valueOf(plot, FigureLine::BandHigh, 5)));
        QCOMPARE(valueOf(plot, FigureLine::Test, 4), -150.0);
        QCOMPARE(valueOf(plot, FigureLine::TestDoubtful, 5), -140.0);
        QVERIFY(std::isnan(valueOf(plot, FigureLine::TestDoubtful, 4)));
        QCOMPARE(valueOf(plot, FigureLine::TestGap, 4), -150.0); // the way there is grey, too
        QCOMPARE(lineOf(plot, FigureLine::TestDoubtful)->scatterStyle().pen().color(), light.text3);
        QCOMPARE(labelOf(plot, "testLabel")->text(), QStringLiteral("Test at most about −139"));
        QCOMPARE(labelOf(plot, "testLabel")->color(), light.text3);
        plot.addPoint(pointAt(7, -130));
        QCOMPARE(labelOf(plot, "testLabel")->text(), QStringLiteral("Test −130.0"));
        QCOMPARE(labelOf(plot, "testLabel")->color(), light.accent);
    }

    void theOriginalsLineIsDottedAndCalledTooOptimisticOnlyWhereItIs() {
        LikelihoodPlot plot;
        plot.setTheme(theme(ThemeKind::Light));
        plot.addPoint(pointAt(1, -190));
        const QPen pen = lineOf(plot, FigureLine::Original)->pen();
        QCOMPARE(pen.color(), theme(ThemeKind::Light).warning);
        QVERIFY(pen.style() != Qt::SolidLine);
        QCOMPARE(valueOf(plot, FigureLine::Original, 0), -160.0);
        QCOMPARE(labelOf(plot, "originalLabel")->text(),
                 QStringLiteral("Test, 10 temperatures: too optimistic"));
        LikelihoodPoint right = pointAt(2, -180);
        right.gray.originalTest.value = -180.1;
        plot.addPoint(right);
        QCOMPARE(labelOf(plot, "originalLabel")->text(), QStringLiteral("Test, 10 temperatures"));
    }

    void labelsAtTheLinesEndsKeepOffEachOtherAndInside() {
        LikelihoodPlot plot;
        plot.resize(360, 220);
        plot.show();
        plot.setEpochRange(10);
        for (int epoch = 1; epoch <= 10; ++epoch) {
            LikelihoodPoint point = pointAt(epoch, -200.0 + 10 * epoch);
            point.gray.originalTest.value = point.gray.test.value + 0.6;
            plot.addPoint(point);
        }
        auto *figure = figureOf(plot);
        figure->replot();
        const QRectF test = placeOf(labelOf(plot, "testLabel"));
        const QRectF train = placeOf(labelOf(plot, "trainLabel"));
        const QRectF original = placeOf(labelOf(plot, "originalLabel"));
        QVERIFY(!test.adjusted(0, 1, 0, -1).intersects(train));
        QVERIFY(!test.adjusted(0, 1, 0, -1).intersects(original));
        QVERIFY(!train.adjusted(0, 1, 0, -1).intersects(original));
        for (const QRectF &label : {test, train, original}) {
            QVERIFY(label.right() <= figure->axisRect()->right() + 1);
            QVERIFY(label.left() >= figure->axisRect()->left());
            // Where there is no room beside the last point, they stand above or below it.
            const QPointF last(figure->xAxis->coordToPixel(10), figure->yAxis->coordToPixel(-100));
            QVERIFY(!label.adjusted(0, 2, 0, -2).contains(last));
        }
    }

    void theOtherPixelsShowTheirOwnValues() {
        LikelihoodPlot plot;
        fill(plot);
        QCOMPARE(valueOf(plot, FigureLine::Test, 4), -150.0);
        plot.setPixels(PixelKind::Sampled);
        QCOMPARE(valueOf(plot, FigureLine::Test, 4), -130.0);
        QCOMPARE(valueOf(plot, FigureLine::Train, 4), -129.0);
        QCOMPARE(valueOf(plot, FigureLine::Original, 4), -100.0);
        QCOMPARE(labelOf(plot, "testLabel")->text(), QStringLiteral("Test −130.0"));
        QVERIFY(figureOf(plot)->yAxis->range().contains(-100));
    }

    void aSecondMeasurementOfAnEpochTakesThePlaceOfTheFirst() {
        LikelihoodPlot plot;
        fill(plot);
        plot.addPoint(pointAt(5, -151));
        plot.addPoint(pointAt(2.5, -175));
        QCOMPARE(plot.points().size(), std::size_t{6});
        QCOMPARE(plot.points().back().gray.test.value, -151.0);
        QCOMPARE(plot.points().at(2).epoch, 2.5);
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
        QCOMPARE(lineOf(plot, FigureLine::Test)->dataCount(), 0);
        QVERIFY(!labelOf(plot, "testLabel")->visible());
        QVERIFY(!plot.isZoomed());
    }
};

QTEST_MAIN(TestLikelihoodPlot)
#include "test_likelihood_plot.moc"
