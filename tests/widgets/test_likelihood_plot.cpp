#include "ui/widgets/likelihood_plot.h"

#include <qcustomplot.h>

#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

#include <cmath>

using namespace rbm;

namespace {

std::vector<LikelihoodPoint> curve(int count) {
    std::vector<LikelihoodPoint> points;
    for (int i = 1; i <= count; ++i) {
        const double test = -93.0 - 100.0 * std::exp(-i / 5.0);
        points.push_back({static_cast<double>(i), test, test + 1.2, 1.2, 1000.0});
    }
    return points;
}

void showCurve(LikelihoodPlot &plot) {
    plot.resize(500, 350);
    plot.setEpochRange(40);
    plot.setPoints(curve(20));
    plot.show();
    // Replots come at most ten times a second.
    QTest::qWait(250);
}

QPoint centre(const QCustomPlot &plot) { return plot.axisRect()->rect().center(); }

} // namespace

class TestLikelihoodPlot : public QObject {
    Q_OBJECT

private slots:
    void theWheelZoomsAndADoubleClickFollowsAgain() {
        LikelihoodPlot plot;
        showCurve(plot);
        QCustomPlot *inner = plot.findChild<QCustomPlot *>(QStringLiteral("logLikelihoodPlot"));
        QVERIFY(inner);
        const double whole = inner->xAxis->range().size();
        const QPointF at = centre(*inner);
        QWheelEvent wheel(at, inner->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(inner, &wheel);
        QVERIFY(inner->xAxis->range().size() < whole);
        QVERIFY(!plot.isFollowing());
        QTest::mouseDClick(inner, Qt::LeftButton, {}, centre(*inner));
        QVERIFY(plot.isFollowing());
        QCOMPARE(inner->xAxis->range().size(), whole);
    }

    void arrowKeysMoveTheCursorFromPointToPoint() {
        LikelihoodPlot plot;
        showCurve(plot);
        QCustomPlot *inner = plot.plot();
        QTest::keyClick(inner, Qt::Key_Home);
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(inner, Qt::Key_Right);
        }
        QCOMPARE(plot.cursorPoint(), 12);
        QTest::keyClick(inner, Qt::Key_Left);
        QCOMPARE(plot.cursorPoint(), 11);
        QVERIFY(plot.cursorText().startsWith(QStringLiteral("Epoch 12  test \u2212")));
        QVERIFY(plot.cursorText().endsWith(QStringLiteral("ESS 1.2 of 1000")));
    }

    void theEndLabelsDoNotOverlap() {
        LikelihoodPlot plot;
        showCurve(plot);
        QList<QCPItemText *> labels;
        for (int i = 0; i < plot.plot()->itemCount(); ++i) {
            auto *text = qobject_cast<QCPItemText *>(plot.plot()->item(i));
            if (text && text->text().contains(QChar(0x2212)) && text->visible()) {
                labels << text;
            }
        }
        QCOMPARE(labels.size(), 2);
        const double distance =
            labels[0]->position->coords().y() - labels[1]->position->coords().y();
        QVERIFY(std::abs(distance) >= 15.0);
    }

    void theExportShowsTheCurveOnWhite() {
        LikelihoodPlot plot;
        plot.setTheme(theme(ThemeKind::Dark));
        plot.setPoints(curve(20));
        const QImage image = plot.toImage();
        QCOMPARE(image.size(), QSize(1600, 1000));
        QCOMPARE(image.pixelColor(2, 998), theme(ThemeKind::Light).panel);
        int accents = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                accents += image.pixelColor(x, y) == theme(ThemeKind::Light).accent;
            }
        }
        QVERIFY(accents > 500);
    }

    void theTableHasALinePerPointAndLeavesUnmeasuredFieldsEmpty() {
        LikelihoodPlot plot;
        plot.addPoint({1.0, -93.5, qQNaN(), 1.5, 1000.0});
        QCOMPARE(
            plot.toCsv(),
            QStringLiteral("epoch,test,train,effective_sample_size,runs\n1,-93.5,,1.5,1000\n"));
    }

    void clearingRemovesPointsMarksAndCursor() {
        LikelihoodPlot plot;
        showCurve(plot);
        const int items = plot.plot()->itemCount();
        plot.markControlChange(5.0, QStringLiteral("rate 0.05"));
        QCOMPARE(plot.plot()->itemCount(), items + 2);
        QTest::keyClick(plot.plot(), Qt::Key_End);
        QCOMPARE(plot.cursorPoint(), 19);
        plot.clear();
        QCOMPARE(plot.cursorPoint(), -1);
        QCOMPARE(plot.plot()->itemCount(), items);
    }
};

QTEST_MAIN(TestLikelihoodPlot)
#include "test_likelihood_plot.moc"
