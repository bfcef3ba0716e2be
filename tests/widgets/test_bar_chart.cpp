#include "ui/widgets/bar_chart.h"
#include "ui/widgets/toggle_switch.h"

#include <qcustomplot.h>

#include <QSignalSpy>
#include <QToolTip>
#include <QtTest>

using namespace rbm;

namespace {

BarAxes fourBars() {
    BarAxes axes;
    axes.left = -0.5;
    axes.right = 3.5;
    axes.highest = 1;
    return axes;
}

/// Shown and laid out; the caller owns it.
std::unique_ptr<BarChart> makeChart() {
    auto chart = std::make_unique<BarChart>(fourBars(), BarChart::Tone::Accent);
    chart->resize(300, 200);
    chart->setBars({0.1, 0.9, 0, 0.5}, {QStringLiteral("a"), QStringLiteral("b"),
                                        QStringLiteral("c"), QStringLiteral("d")});
    chart->show();
    chart->findChild<QCustomPlot *>()->replot();
    return chart;
}

} // namespace

class TestBarChart : public QObject {
    Q_OBJECT

private slots:
    void barsShareTheAxisEqually() {
        const auto chart = makeChart();
        auto *plot = chart->findChild<QCustomPlot *>();
        for (int bar = 0; bar < 4; ++bar) {
            const auto x = static_cast<int>(plot->xAxis->coordToPixel(bar));
            QCOMPARE(chart->barAt(QPoint(x, plot->axisRect()->center().y())), bar);
        }
        QCOMPARE(chart->barAt(QPoint(0, 0)), -1);
    }

    void theHighestBarFits() {
        BarChart chart(BarAxes(), BarChart::Tone::Plain);
        auto *plot = chart.findChild<QCustomPlot *>();
        chart.setBars({3, 70, 2}, {});
        QVERIFY(plot->yAxis->range().upper > 70 && plot->yAxis->range().upper < 90);
        chart.setBars({0, 0, 0}, {});
        QVERIFY(plot->yAxis->range().upper > 0);
    }

    void dimmedBarsArePaler() {
        const auto chart = makeChart();
        auto *plot = chart->findChild<QCustomPlot *>();
        const auto colour = [&] {
            return qobject_cast<QCPBars *>(plot->plottable(0))->brush().color();
        };
        QCOMPARE(colour().alpha(), 255);
        chart->setDimmed(true);
        QVERIFY(colour().alpha() < 255);
        chart->setTheme(theme(ThemeKind::Dark));
        QVERIFY(colour().alpha() < 255);
        chart->setDimmed(false);
        QCOMPARE(colour(), theme(ThemeKind::Dark).accent);
    }

    void arrowKeysTellBarByBar() {
        const auto chart = makeChart();
        QTest::keyClick(chart.get(), Qt::Key_Right);
        QCOMPARE(QToolTip::text(), QStringLiteral("a"));
        QTest::keyClick(chart.get(), Qt::Key_Right);
        QCOMPARE(QToolTip::text(), QStringLiteral("b"));
        QTest::keyClick(chart.get(), Qt::Key_Left);
        QCOMPARE(QToolTip::text(), QStringLiteral("a"));
    }

    void aSwitchTellsItsStateAndDoesNotMove() {
        ToggleSwitch toggle;
        toggle.setTexts(QStringLiteral("It is on"), QStringLiteral("It is certainly off"));
        toggle.setChecked(true);
        toggle.resize(toggle.sizeHint());
        toggle.show();
        const QSize size = toggle.sizeHint();
        QSignalSpy clicked(&toggle, &ToggleSwitch::clicked);
        QCOMPARE(toggle.text(), QStringLiteral("It is on"));
        QTest::mouseClick(&toggle, Qt::LeftButton);
        QCOMPARE(toggle.text(), QStringLiteral("It is certainly off"));
        QCOMPARE(clicked.first().first().toBool(), false);
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(toggle.isChecked());
        QCOMPARE(toggle.sizeHint(), size);
    }
};

QTEST_MAIN(TestBarChart)
#include "test_bar_chart.moc"
