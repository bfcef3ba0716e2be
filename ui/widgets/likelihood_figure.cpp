#include "ui/widgets/likelihood_figure.h"

#include <qcustomplot.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {

constexpr const char *kMarkLayer = "marks";
constexpr const char *kTestLabel = "testLabel";
constexpr const char *kTrainLabel = "trainLabel";
constexpr const char *kEmptyLabel = "emptyLabel";
constexpr double kManyPoints = 60; ///< beyond these the symbols are left out

QString tr(const char *text) { return QCoreApplication::translate("LikelihoodFigure", text); }

QString number(double value) {
    QString text = QString::number(value, 'f', 1);
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

/// Ticks with a real minus sign.
class MinusTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override {
        return QCPAxisTicker::getTickLabel(tick, locale, format, precision)
            .replace(QLatin1Char('-'), QStringLiteral("−"));
    }
};

/// Ticks at whole epochs: there is nothing between them.
class EpochTicker : public MinusTicker {
protected:
    double getTickStep(const QCPRange &range) override {
        return std::max(1.0, std::floor(QCPAxisTicker::getTickStep(range)));
    }
};

QCPItemText *makeLabel(QCustomPlot &figure, const char *name) {
    auto *label = new QCPItemText(&figure);
    label->setObjectName(QLatin1String(name));
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setFont(textFont(12, QFont::DemiBold));
    label->setVisible(false);
    return label;
}

QCPItemText *findLabel(const QCustomPlot &figure, const char *name) {
    return figure.findChild<QCPItemText *>(QLatin1String(name));
}

void styleAxis(QCPAxis &axis, const Theme &theme) {
    axis.setBasePen(QPen(theme.border));
    axis.setTickPen(QPen(theme.border));
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelColor(theme.text2);
    axis.setLabelColor(theme.text2);
    axis.setTickLabelFont(textFont(12));
    axis.setLabelFont(textFont(12));
    axis.grid()->setPen(QPen(theme.border, 1));
    axis.grid()->setZeroLinePen(QPen(theme.border, 1));
    axis.grid()->setSubGridVisible(false);
}

void placeLabel(QCPItemText &label, const QString &text, const QColor &colour, double epoch,
                double value, double pixels) {
    label.setText(text);
    label.setColor(colour);
    label.position->setCoords(epoch, value);
    label.setPadding({8, 0, 0, 0});
    // Pushed away from the other line's label.
    label.setPositionAlignment(Qt::AlignLeft | (pixels < 0 ? Qt::AlignBottom : Qt::AlignTop));
    label.setVisible(true);
}

} // namespace

void prepareFigure(QCustomPlot &figure) {
    figure.setNoAntialiasingOnDrag(true);
    figure.setPlottingHint(QCP::phFastPolylines, true);
    figure.addLayer(QLatin1String(kMarkLayer), figure.layer(QStringLiteral("main")),
                    QCustomPlot::limBelow);
    figure.addGraph(); // train, below
    figure.addGraph(); // test
    figure.xAxis->setLabel(tr("Epoch"));
    figure.xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new EpochTicker));
    figure.yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new MinusTicker));
    figure.axisRect()->setAutoMargins(QCP::msAll);
    figure.axisRect()->setMinimumMargins({8, 10, 12, 8});
    makeLabel(figure, kTestLabel);
    makeLabel(figure, kTrainLabel);
    QCPItemText *empty = makeLabel(figure, kEmptyLabel);
    empty->setFont(textFont(13));
    empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    empty->position->setCoords(0.5, 0.5);
    empty->setPositionAlignment(Qt::AlignCenter);
    empty->setText(tr("The curve starts after the first check."));
}

void styleFigure(QCustomPlot &figure, const Theme &theme) {
    figure.setBackground(theme.panel);
    styleAxis(*figure.xAxis, theme);
    styleAxis(*figure.yAxis, theme);
    QCPGraph &train = *figure.graph(0);
    train.setPen(QPen(theme.text, 1.6));
    train.setScatterStyle({QCPScatterStyle::ssSquare, QPen(theme.text, 1.4), theme.panel, 7});
    QCPGraph &test = *figure.graph(1);
    test.setPen(QPen(theme.accent, 2));
    test.setScatterStyle({QCPScatterStyle::ssDisc, QPen(theme.accent), theme.accent, 7});
}

void drawFigure(QCustomPlot &figure, const Theme &theme,
                const std::vector<LikelihoodPoint> &points) {
    QVector<double> epochs;
    QVector<double> test;
    QVector<double> train;
    for (const LikelihoodPoint &point : points) {
        epochs.push_back(point.epoch);
        test.push_back(point.test);
        train.push_back(point.train);
    }
    figure.graph(0)->setData(epochs, train, true);
    figure.graph(1)->setData(epochs, test, true);
    for (int graph = 0; graph < 2; ++graph)
        figure.graph(graph)->setScatterSkip(
            static_cast<int>(static_cast<double>(points.size()) / kManyPoints));
    QCPItemText &empty = *findLabel(figure, kEmptyLabel);
    empty.setColor(theme.text3);
    empty.setVisible(points.empty());
    QCPItemText &testLabel = *findLabel(figure, kTestLabel);
    QCPItemText &trainLabel = *findLabel(figure, kTrainLabel);
    testLabel.setVisible(false);
    trainLabel.setVisible(false);
    if (points.empty())
        return;
    const LikelihoodPoint &last = points.back();
    const bool trainAbove = last.train > last.test;
    placeLabel(trainLabel, tr("Train %1").arg(number(last.train)), theme.text, last.epoch,
               last.train, trainAbove ? -1 : 1);
    placeLabel(testLabel, tr("Test %1").arg(number(last.test)), theme.accent, last.epoch, last.test,
               trainAbove ? 1 : -1);
}

void fitFigure(QCustomPlot &figure, const std::vector<LikelihoodPoint> &points, int epochs) {
    constexpr double kLabelRoom = 1.22; ///< for the text at the lines' ends
    double right = std::max(1, epochs);
    double low = -250;
    double high = -50;
    if (!points.empty()) {
        // A long run shows its beginning large at first.
        right = std::min(right, std::max(10.0, 2 * points.back().epoch));
        right = std::max(right, kLabelRoom * points.back().epoch);
        const auto below = [](const LikelihoodPoint &a, const LikelihoodPoint &b) {
            return std::min(a.test, a.train) < std::min(b.test, b.train);
        };
        const auto above = [](const LikelihoodPoint &a, const LikelihoodPoint &b) {
            return std::max(a.test, a.train) < std::max(b.test, b.train);
        };
        const auto &least = *std::min_element(points.begin(), points.end(), below);
        const auto &most = *std::max_element(points.begin(), points.end(), above);
        low = std::min(least.test, least.train);
        high = std::max(most.test, most.train);
        const double room = std::max(4.0, 0.12 * (high - low));
        low -= room;
        high += room;
    }
    figure.xAxis->setRange(0, right);
    figure.yAxis->setRange(low, high);
}

void addFigureTitle(QCustomPlot &figure, const Theme &theme,
                    const std::vector<LikelihoodPoint> &points) {
    QString text = tr("Log-likelihood, nats per image, AIS with 10 temperatures");
    if (!points.empty())
        text += QStringLiteral("\n") + describePoint(points.back());
    figure.plotLayout()->insertRow(0);
    auto *title = new QCPTextElement(&figure, text, textFont(13, QFont::DemiBold));
    title->setTextColor(theme.text);
    figure.plotLayout()->addElement(0, 0, title);
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
    label->setPadding({4, 0, 0, 0});
}

void clearFigureMarks(QCustomPlot &figure) {
    for (int at = figure.itemCount() - 1; at >= 0; --at) {
        if (figure.item(at)->layer()->name() == QLatin1String(kMarkLayer))
            figure.removeItem(at);
    }
}

QString describePoint(const LikelihoodPoint &point) {
    return tr("Epoch %1  test %2  train %3  ESS %4 of %5")
        .arg(QString::number(point.epoch, 'g', 6), number(point.test), number(point.train),
             QString::number(point.effectiveSampleSize, 'f', 1), QString::number(point.runs));
}

} // namespace rbm
