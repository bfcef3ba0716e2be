#include "ui/widgets/likelihood_figure.h"

#include "ui/widgets/end_labels.h"
#include "ui/widgets/figure_axes.h"

#include <qcustomplot.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rbm {

namespace {

constexpr const char *kMarkLayer = "marks"; ///< below the curves
constexpr const char *kTestLabel = "testLabel";
constexpr const char *kTrainLabel = "trainLabel";
constexpr const char *kOriginalLabel = "originalLabel";
constexpr const char *kEmptyLabel = "emptyLabel";
constexpr double kManyPoints = 60; ///< beyond these the symbols are left out
constexpr double kSymbolSize = 7;
constexpr float kBandOpacity = 0.18F; ///< of the 3-sigma band, over panel and grid
constexpr double kNone = std::numeric_limits<double>::quiet_NaN(); ///< interrupts a line

struct LikelihoodFigureTexts {
    Q_DECLARE_TR_FUNCTIONS(LikelihoodFigure)
};

QCPGraph &graphOf(const QCustomPlot &figure, FigureLine line) {
    return *figure.graph(static_cast<int>(line));
}

/// One value of each point.
using ValueOf = double (*)(const PixelValues &values);

double testOf(const PixelValues &values) { return values.test.value; }
double trainOf(const PixelValues &values) { return values.train.value; }
double testLowOf(const PixelValues &values) { return values.test.low; }
double testHighOf(const PixelValues &values) { return values.test.high; }
double originalOf(const PixelValues &values) { return values.originalTest.value; }

/// Sets a line's values at the points that `belongs` takes, by their index.
template <typename Belongs>
void setLine(const QCustomPlot &figure, FigureLine line, const FigureData &data, ValueOf valueOf,
             const Belongs &belongs) {
    QVector<double> epochs;
    QVector<double> values;
    for (std::size_t at = 0; at < data.points.size(); ++at) {
        epochs.push_back(data.points[at].epoch);
        const double value = valueOf(data.points[at].values(data.pixels));
        values.push_back(belongs(at) && std::isfinite(value) ? value : kNone);
    }
    graphOf(figure, line).setData(epochs, values, true);
    graphOf(figure, line)
        .setScatterSkip(static_cast<int>(static_cast<double>(data.points.size()) / kManyPoints));
}

void setLines(const QCustomPlot &figure, const FigureData &data) {
    const auto &points = data.points;
    const auto all = [](std::size_t) { return true; };
    const auto quotable = [&](std::size_t at) { return points[at].isQuotable(); };
    const auto doubtful = [&](std::size_t at) { return !points[at].isQuotable(); };
    // A grey line leads from doubtful points to their neighbours, too.
    const auto beside = [&](std::size_t at) {
        return !points[at].isQuotable() || (at > 0 && !points[at - 1].isQuotable()) ||
               (at + 1 < points.size() && !points[at + 1].isQuotable());
    };
    setLine(figure, FigureLine::BandLow, data, testLowOf, quotable);
    setLine(figure, FigureLine::BandHigh, data, testHighOf, quotable);
    setLine(figure, FigureLine::Original, data, originalOf, all);
    setLine(figure, FigureLine::TrainGap, data, trainOf, beside);
    setLine(figure, FigureLine::TestGap, data, testOf, beside);
    setLine(figure, FigureLine::TrainDoubtful, data, trainOf, doubtful);
    setLine(figure, FigureLine::TestDoubtful, data, testOf, doubtful);
    setLine(figure, FigureLine::Train, data, trainOf, quotable);
    setLine(figure, FigureLine::Test, data, testOf, quotable);
}

void setLabels(const QCustomPlot &figure, const Theme &theme, const FigureData &data) {
    const LikelihoodPoint &last = data.points.back();
    const PixelValues &values = last.values(data.pixels);
    const QuoteVerdict verdict = last.trusted.verdict;
    const bool quotable = last.isQuotable();
    setEndLabel(*findEndLabel(figure, kTrainLabel),
                LikelihoodFigureTexts::tr("Train %1").arg(valueText(values.train, verdict)),
                quotable ? theme.text : theme.text3, last.epoch, values.train.value);
    setEndLabel(*findEndLabel(figure, kTestLabel),
                LikelihoodFigureTexts::tr("Test %1").arg(valueText(values.test, verdict)),
                quotable ? theme.accent : theme.text3, last.epoch, values.test.value);
    const double original = values.originalTest.value;
    const bool optimistic = quotable && original > values.test.high;
    setEndLabel(*findEndLabel(figure, kOriginalLabel),
                optimistic ? LikelihoodFigureTexts::tr("Test, 10 temperatures: too optimistic")
                           : LikelihoodFigureTexts::tr("Test, 10 temperatures"),
                theme.warning, last.epoch, original);
}

double lastEpoch(const FigureData &data) {
    double last = data.points.empty() ? 0 : data.points.back().epoch;
    last = std::max(last, data.lastMark);
    for (const EarlierCurve &curve : data.earlier)
        last = std::max(last, curve.points.empty() ? 0 : curve.points.back().epoch);
    return last;
}

/// The lowest and the highest value of any line; there is one.
QCPRange rangeOf(const FigureData &data) {
    constexpr double kFarBelow = 150; ///< nats; an earlier run that failed flattens no other
    const auto &any = data.points.empty() ? data.earlier.front().points : data.points;
    const double last = any.back().values(data.pixels).test.value;
    QCPRange range(last, last);
    for (const LikelihoodPoint &point : data.points) {
        const PixelValues &values = point.values(data.pixels);
        for (const double value :
             {values.test.value, values.train.value, values.originalTest.value})
            range.expand(value);
    }
    const double floor = range.lower - kFarBelow;
    for (const EarlierCurve &curve : data.earlier) {
        for (const LikelihoodPoint &point : curve.points)
            range.expand(std::max(point.values(data.pixels).test.value, floor));
    }
    return range;
}

/// A line of points that are not to be quoted, and their symbols.
void styleDoubtful(const QCustomPlot &figure, const Theme &theme, FigureLine gap,
                   FigureLine symbols, QCPScatterStyle::ScatterShape shape) {
    graphOf(figure, gap).setPen(QPen(theme.text3, 1.4));
    graphOf(figure, symbols).setLineStyle(QCPGraph::lsNone);
    graphOf(figure, symbols)
        .setScatterStyle({shape, QPen(theme.text3, 1.4), theme.panel, kSymbolSize});
}

/// Whether a curve runs through this part of the figure, in pixels.
bool isCrossed(const QCustomPlot &figure, const QRectF &area) {
    for (int at = 0; at < figure.graphCount(); ++at) {
        const QCPGraphDataContainer &data = *figure.graph(at)->data();
        QPointF last(kNone, kNone);
        for (auto point = data.constBegin(); point != data.constEnd(); ++point) {
            const QPointF next(figure.xAxis->coordToPixel(point->key),
                               figure.yAxis->coordToPixel(point->value));
            const double left = std::max(last.x(), area.left());
            const double right = std::min(next.x(), area.right());
            if (left <= right && next.x() > last.x()) { // never beside a gap: NaN
                const double slope = (next.y() - last.y()) / (next.x() - last.x());
                const double a = last.y() + slope * (left - last.x());
                const double b = last.y() + slope * (right - last.x());
                if (std::max(a, b) >= area.top() && std::min(a, b) <= area.bottom())
                    return true;
            }
            last = next;
        }
    }
    return false;
}

/// The marks' labels stand at the bottom, or at the top where only that is free of curves.
void arrangeMarkLabels(QCustomPlot &figure) {
    constexpr double kEdge = 0.02; ///< of the axes' height
    const QRectF axes = figure.axisRect()->rect();
    for (int at = 0; at < figure.itemCount(); ++at) {
        auto *label = qobject_cast<QCPItemText *>(figure.item(at));
        if (label == nullptr || label->layer()->name() != QLatin1String(kMarkLayer))
            continue;
        const QFontMetrics metrics(label->font());
        const QSizeF size(metrics.height() + 2, metrics.horizontalAdvance(label->text()) + 8);
        const double x = figure.xAxis->coordToPixel(label->position->key());
        const double margin = kEdge * axes.height();
        const QRectF low({x - size.width(), axes.bottom() - margin - size.height()}, size);
        const QRectF high({x - size.width(), axes.top() + margin}, size);
        const bool isHigh = isCrossed(figure, low) && !isCrossed(figure, high);
        label->position->setCoords(label->position->key(), isHigh ? kEdge : 1 - kEdge);
        label->setPositionAlignment((isHigh ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
    }
}

} // namespace

void prepareFigure(QCustomPlot &figure) {
    prepareAxes(figure);
    figure.addLayer(QLatin1String(kMarkLayer), figure.layer(QStringLiteral("main")),
                    QCustomPlot::limBelow);
    for (int line = 0; line <= static_cast<int>(FigureLine::Test); ++line)
        figure.addGraph();
    graphOf(figure, FigureLine::BandLow).setPen(Qt::NoPen);
    graphOf(figure, FigureLine::BandHigh).setPen(Qt::NoPen);
    graphOf(figure, FigureLine::BandHigh)
        .setChannelFillGraph(&graphOf(figure, FigureLine::BandLow));
    for (const char *name : {kTestLabel, kTrainLabel, kOriginalLabel})
        makeEndLabel(figure, name);
    QObject::connect(&figure, &QCustomPlot::afterLayout, &figure, [&figure] {
        arrangeEndLabels(figure);
        arrangeMarkLabels(figure);
    });
    auto *empty = new QCPItemText(&figure);
    empty->setObjectName(QLatin1String(kEmptyLabel));
    empty->setFont(textFont(13));
    empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    empty->position->setCoords(0.5, 0.5);
    empty->setPositionAlignment(Qt::AlignCenter);
    empty->setPadding({8, 4, 8, 4});
    nameFigure(figure);
}

void nameFigure(QCustomPlot &figure) {
    nameAxes(figure);
    figure.findChild<QCPItemText *>(QLatin1String(kEmptyLabel))
        ->setText(LikelihoodFigureTexts::tr("The curve starts after the first check."));
}

void styleFigure(QCustomPlot &figure, const Theme &theme) {
    styleAxes(figure, theme);
    QColor band = theme.accent;
    band.setAlphaF(kBandOpacity);
    graphOf(figure, FigureLine::BandHigh).setBrush(band);
    QPen dotted(theme.warning, 1.6, Qt::CustomDashLine, Qt::RoundCap);
    dotted.setDashPattern({0.1, 2.2});
    graphOf(figure, FigureLine::Original).setPen(dotted);
    graphOf(figure, FigureLine::Original)
        .setScatterStyle({QCPScatterStyle::ssDiamond, QPen(theme.warning, 1.2), theme.panel, 6});
    styleDoubtful(figure, theme, FigureLine::TrainGap, FigureLine::TrainDoubtful,
                  QCPScatterStyle::ssSquare);
    styleDoubtful(figure, theme, FigureLine::TestGap, FigureLine::TestDoubtful,
                  QCPScatterStyle::ssDisc);
    QCPGraph &train = graphOf(figure, FigureLine::Train);
    train.setPen(QPen(theme.text, 1.6));
    train.setScatterStyle(
        {QCPScatterStyle::ssSquare, QPen(theme.text, 1.4), theme.panel, kSymbolSize});
    QCPGraph &test = graphOf(figure, FigureLine::Test);
    test.setPen(QPen(theme.accent, 2));
    test.setScatterStyle({QCPScatterStyle::ssDisc, QPen(theme.accent), theme.accent, kSymbolSize});
}

void drawFigure(QCustomPlot &figure, const Theme &theme, const FigureData &data) {
    setLines(figure, data);
    auto &empty = *figure.findChild<QCPItemText *>(QLatin1String(kEmptyLabel));
    empty.setColor(theme.text3);
    empty.setBrush(theme.panel); // no grid line crosses it
    empty.setVisible(data.points.empty() && data.earlier.empty());
    drawEarlierCurves(figure, theme, data.earlier, data.pixels);
    if (!data.points.empty()) {
        setLabels(figure, theme, data);
        return;
    }
    for (const char *name : {kTestLabel, kTrainLabel, kOriginalLabel})
        hideEndLabel(*findEndLabel(figure, name));
}

void fitFigure(QCustomPlot &figure, const FigureData &data, int epochs) {
    constexpr double kLabelRoom = 1.32; ///< for the text at the lines' ends
    constexpr double kLateStart = 0.4;  ///< of the newest epoch
    double left = 0;
    double right = std::max(1, epochs);
    double low = -250;
    double high = -50;
    if (!data.points.empty() || !data.earlier.empty()) {
        // A long run shows its beginning large at first.
        const double last = lastEpoch(data);
        const bool alone = data.earlier.empty();
        // One that goes on from a file shows what came since.
        if (alone && data.points.front().epoch > kLateStart * last)
            left = std::max(0.0, data.points.front().epoch - 2);
        right =
            std::max(std::min(right, std::max(10.0, 2 * last)), left + kLabelRoom * (last - left));
        const QCPRange range = rangeOf(data);
        const double size = std::max(range.size(), 10.0);
        low = range.lower - 0.12 * size;
        high = range.upper + 0.2 * size; // a label may stand above a line's end
    }
    figure.xAxis->setRange(left, right);
    figure.yAxis->setRange(low, high);
}

void addFigureTitle(QCustomPlot &figure, const Theme &theme, const FigureData &data) {
    QString text = data.pixels == PixelKind::Gray
                       ? LikelihoodFigureTexts::tr("Log-likelihood of gray images, nats per image")
                       : LikelihoodFigureTexts::tr(
                             "Log-likelihood of images sampled to 0 and 1, nats per image");
    if (!data.points.empty()) {
        text += data.points.back().trusted.verdict == QuoteVerdict::Exact
                    ? LikelihoodFigureTexts::tr("; log Z enumerated")
                    : LikelihoodFigureTexts::tr("; log Z annealed from both sides, band 3 sigma");
        text += QStringLiteral("\n") + summarisePoint(data.points.back(), data.pixels);
    }
    figure.plotLayout()->insertRow(0);
    auto *title = new QCPTextElement(&figure, text, textFont(13, QFont::DemiBold));
    title->setTextColor(theme.text);
    figure.plotLayout()->addElement(0, 0, title);
}

void addErrorBars(QCustomPlot &figure, const Theme &theme, const FigureData &data) {
    QVector<double> below;
    QVector<double> above;
    for (const LikelihoodPoint &point : data.points) {
        const LikelihoodValue &test = point.values(data.pixels).test;
        const bool bounded =
            point.isQuotable() && std::isfinite(test.low) && std::isfinite(test.high);
        below.push_back(bounded ? test.value - test.low : kNone);
        above.push_back(bounded ? test.high - test.value : kNone);
    }
    auto *bars = new QCPErrorBars(figure.xAxis, figure.yAxis);
    bars->setDataPlottable(&graphOf(figure, FigureLine::Test));
    bars->setData(below, above);
    bars->setPen(QPen(theme.accent, 1.2));
    bars->setWhiskerWidth(6);
    bars->setSymbolGap(0);
}

void addFigureMark(QCustomPlot &figure, const Theme &theme, double epoch, const QString &text) {
    auto *line = new QCPItemStraightLine(&figure);
    line->setLayer(QLatin1String(kMarkLayer));
    line->setPen(QPen(theme.text3, 1, Qt::DashLine));
    line->point1->setCoords(epoch, 0);
    line->point2->setCoords(epoch, 1);
    auto *label = new QCPItemText(&figure);
    label->setLayer(QLatin1String(kMarkLayer));
    label->setText(text);
    label->setFont(textFont(11));
    label->setColor(theme.text3);
    label->setRotation(-90);
    label->position->setTypeX(QCPItemPosition::ptPlotCoords);
    label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    label->position->setCoords(epoch, 0.98);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    label->setPadding({4, 1, 4, 1});
}

void clearFigureMarks(QCustomPlot &figure) {
    for (int at = figure.itemCount() - 1; at >= 0; --at) {
        if (figure.item(at)->layer()->name() == QLatin1String(kMarkLayer))
            figure.removeItem(at);
    }
}

} // namespace rbm
