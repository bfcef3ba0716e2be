#pragma once

#include <QByteArray>
#include <QImage>
#include <QPicture>
#include <QSize>
#include <QString>

class QCustomPlot;

namespace rbm {

/// What a figure draws at this size, as commands: they can be played at any scale, on another
/// thread, into pixels or lines. Takes some milliseconds, on the window's thread. The figure is
/// good for nothing else afterwards.
QPicture pictureOf(QCustomPlot &figure, QSize size);

// The following may be called on any thread; each takes a picture of its own, as playing one
// moves the place where it is read.

/// `scale` pixels for each of the figure's units.
QImage figureImage(QPicture picture, double scale);
/// The content of an SVG file; `description` is for its element of that name.
QByteArray figureSvg(QPicture picture, const QString &title, const QString &description);
/// The content of a PDF file of one page, as large as the figure at 96 units to the inch.
QByteArray figurePdf(QPicture picture, const QString &title);

} // namespace rbm
