#include "ui/runs/runs_picture.h"

#include "ui/widgets/figure_picture.h"
#include "ui/widgets/quote_verdict.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <limits>

namespace rbm {

namespace {

constexpr std::size_t kMostTold = 6; ///< runs in the title; the table beside it has all
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct RunsPictureTexts {
    Q_DECLARE_TR_FUNCTIONS(RunsPicture)
};

QString toldRun(const RunsPlot::Line &line, PixelKind pixels) {
    const LikelihoodPoint &last = line.points.back();
    const LikelihoodValue &test = last.values(pixels).test;
    const QuoteVerdict verdict = last.trusted.verdict;
    return RunsPictureTexts::tr("%1, epoch %2: %3, 3 sigma %4. %5.")
        .arg(line.name, QLocale().toString(last.epoch, 'g', 6), valueText(test, verdict),
             intervalText(test, verdict), verdictWords(verdict));
}

QString titleOf(const std::vector<RunsPlot::Line> &lines, PixelKind pixels) {
    QStringList text = {
        pixels == PixelKind::Gray
            ? RunsPictureTexts::tr("Test log-likelihood of gray images, nats per image")
            : RunsPictureTexts::tr("Test log-likelihood of images sampled to 0 and 1, nats per "
                                   "image")};
    std::size_t told = 0;
    std::size_t left = 0;
    for (const RunsPlot::Line &line : lines) {
        if (line.points.empty())
            continue;
        if (++told <= kMostTold)
            text += toldRun(line, pixels);
        else
            ++left;
    }
    if (left > 0)
        text += RunsPictureTexts::tr("and %1 more").arg(left);
    return text.join(QLatin1Char('\n'));
}

void addTitle(QCustomPlot &figure, const QString &text) {
    figure.plotLayout()->insertRow(0);
    auto *title = new QCPTextElement(&figure, text, textFont(12, QFont::DemiBold));
    title->setTextColor(theme(ThemeKind::Light).text);
    title->setTextFlags(Qt::AlignCenter);
    figure.plotLayout()->addElement(0, 0, title);
}

void addErrorBars(QCustomPlot &figure, const RunsPlot::Line &line, PixelKind pixels) {
    QVector<double> epochs;
    QVector<double> values;
    QVector<double> below;
    QVector<double> above;
    for (const LikelihoodPoint &point : line.points) {
        const LikelihoodValue &test = point.values(pixels).test;
        const bool bounded =
            point.isQuotable() && std::isfinite(test.low) && std::isfinite(test.high);
        epochs.push_back(point.epoch);
        values.push_back(bounded ? test.value : kNone);
        below.push_back(bounded ? test.value - test.low : kNone);
        above.push_back(bounded ? test.high - test.value : kNone);
    }
    QCPGraph *places = figure.addGraph();
    places->setPen(Qt::NoPen);
    places->setData(epochs, values, true);
    auto *bars = new QCPErrorBars(figure.xAxis, figure.yAxis);
    bars->setDataPlottable(places);
    bars->setData(below, above);
    bars->setPen(QPen(line.style.pen.color(), 1.2));
    bars->setWhiskerWidth(6);
    bars->setSymbolGap(0);
}

} // namespace

QPicture runsPicture(const std::vector<RunsPlot::Line> &lines, PixelKind pixels, QSize size) {
    RunsPlot plot;
    plot.setTheme(theme(ThemeKind::Light));
    plot.setLines(lines, pixels);
    auto &figure = *plot.findChild<QCustomPlot *>();
    for (const RunsPlot::Line &line : lines)
        addErrorBars(figure, line, pixels);
    addTitle(figure, titleOf(lines, pixels));
    return pictureOf(figure, size);
}

} // namespace rbm
