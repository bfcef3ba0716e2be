#include "ui/widgets/figure_axes.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {

struct FigureAxesTexts {
    Q_DECLARE_TR_FUNCTIONS(FigureAxes)
};

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

} // namespace

void prepareAxes(QCustomPlot &figure) {
    figure.setNoAntialiasingOnDrag(true);
    figure.setPlottingHint(QCP::phFastPolylines, true);
    nameAxes(figure);
    figure.xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new EpochTicker));
    figure.yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new MinusTicker));
    figure.axisRect()->setAutoMargins(QCP::msAll);
    figure.axisRect()->setMinimumMargins({8, 10, 12, 8});
}

void nameAxes(QCustomPlot &figure) {
    figure.xAxis->setLabel(FigureAxesTexts::tr("Epoch"));
    QLocale numbers;
    numbers.setNumberOptions(QLocale::OmitGroupSeparator);
    figure.setLocale(numbers);
}

void styleAxes(QCustomPlot &figure, const Theme &theme) {
    figure.setBackground(theme.panel);
    styleAxis(*figure.xAxis, theme);
    styleAxis(*figure.yAxis, theme);
}

QCPItemText *makeCursorText(QCustomPlot &figure) {
    auto *text = new QCPItemText(&figure);
    text->position->setType(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(0.99, 0.97);
    text->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    text->setPadding({8, 5, 8, 5});
    text->setFont(numberFont(12));
    text->setTextAlignment(Qt::AlignLeft);
    return text;
}

void styleCursorText(QCPItemText &text, const Theme &theme) {
    text.setColor(theme.text);
    text.setBrush(theme.panel);
    text.setPen(QPen(theme.border));
}

} // namespace rbm
