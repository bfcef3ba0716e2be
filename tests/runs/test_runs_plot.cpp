// What the plot of several runs shows of them.
#include "tests/support/likelihood_points.h"
#include "ui/runs/runs_plot.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QTest>

using namespace rbm;
using namespace rbm::test;

class TestRunsPlot : public QObject {
    Q_OBJECT
private slots:
    // Whether it may be quoted or not: a label without a mark would belong to nothing.
    void aRunWithOneCheckHasAMark() {
        for (const QuoteVerdict verdict : {QuoteVerdict::DoNotQuote, QuoteVerdict::Trust}) {
            RunsPlot plot;
            plot.setTheme(theme(ThemeKind::Light));
            plot.resize(600, 400);
            RunsPlot::Line line;
            line.name = QStringLiteral("Run 1");
            line.points = {pointAt(2, -150, verdict)};
            const QColor magenta(255, 0, 255); // which nothing else has
            line.style.pen = QPen(magenta, 2);
            line.style.symbol = QCPScatterStyle(QCPScatterStyle::ssDisc, magenta, 8);
            line.style.text = Qt::black;
            plot.setLines({line}, PixelKind::Gray);
            plot.show();
            const auto pixels = [&] {
                const QImage image = plot.grab().toImage();
                int count = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        const QColor colour = image.pixelColor(x, y);
                        count += colour.red() > 200 && colour.green() < 100 && colour.blue() > 200;
                    }
                }
                return count;
            };
            QTRY_VERIFY(pixels() > 10);
        }
    }
};

QTEST_MAIN(TestRunsPlot)
#include "test_runs_plot.moc"
