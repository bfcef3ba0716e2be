#include "ui/widgets/figure_picture.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace rbm {

namespace {

constexpr int kUnitsPerInch = 96;
constexpr double kPointsPerInch = 72;
constexpr int kMargin = 10; ///< around a figure that stands alone

/// Played pictures keep their size in inches; here a unit is to become `scale` device pixels.
void play(QPicture &picture, QPaintDevice &device, double scale) {
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale * picture.logicalDpiX() / device.logicalDpiX(),
                  scale * picture.logicalDpiY() / device.logicalDpiY());
    painter.drawPicture(0, 0, picture);
}

/// The figure draws the symbol of a gap in a line in its corner, where pixels are clipped, but
/// lines of a file are not: so symbols get a graph of their own, without the gaps.
void partSymbols(QCustomPlot &figure) {
    const int count = figure.graphCount();
    for (int at = 0; at < count; ++at) {
        QCPGraph &line = *figure.graph(at);
        if (line.scatterStyle().isNone())
            continue;
        QCPGraph &symbols = *figure.addGraph(line.keyAxis(), line.valueAxis());
        for (const QCPGraphData &point : *line.data()) {
            if (std::isfinite(point.value))
                symbols.addData(point.key, point.value);
        }
        symbols.setLineStyle(QCPGraph::lsNone);
        symbols.setPen(line.pen());
        symbols.setScatterStyle(line.scatterStyle());
        symbols.setScatterSkip(line.scatterSkip());
        line.setScatterStyle(QCPScatterStyle::ssNone);
    }
}

} // namespace

QPicture pictureOf(QCustomPlot &figure, QSize size) {
    partSymbols(figure);
    figure.plotLayout()->setMargins({kMargin, kMargin, kMargin, kMargin});
    QPicture picture;
    QCPPainter painter;
    painter.begin(&picture);
    // Whoever plays it scales it: nothing may be fitted to pixels here.
    painter.setMode(QCPPainter::pmVectorized);
    figure.toPainter(&painter, size.width(), size.height());
    painter.end();
    picture.setBoundingRect(QRect(QPoint(0, 0), size));
    return picture;
}

QImage figureImage(QPicture picture, double scale) {
    QImage image((QSizeF(picture.boundingRect().size()) * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    if (!image.isNull())
        play(picture, image, scale);
    return image;
}

QByteArray figureSvg(QPicture picture, const QString &title, const QString &description) {
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator file;
    file.setOutputDevice(&buffer);
    file.setSize(picture.boundingRect().size());
    file.setViewBox(picture.boundingRect());
    file.setTitle(title);
    file.setDescription(description);
    play(picture, file, 1);
    return content;
}

QByteArray figurePdf(QPicture picture, const QString &title) {
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter file(&buffer);
    const QSizeF points = QSizeF(picture.boundingRect().size()) * (kPointsPerInch / kUnitsPerInch);
    file.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    file.setPageMargins({0, 0, 0, 0});
    file.setResolution(kUnitsPerInch);
    file.setTitle(title);
    play(picture, file, 1);
    return content;
}

} // namespace rbm
