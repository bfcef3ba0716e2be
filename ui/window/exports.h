#pragma once

#include "engine/training/training_config.h"
#include "ui/session/snapshot.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPair>
#include <QPicture>
#include <QString>

namespace rbm {

// What is exported and how it looks. All of this is for any thread: pictures are made where
// they are written.

enum class ExportKind {
    Samples,   ///< both grids of the Gibbs explorer
    Evolution, ///< the same at many steps, a picture each
    Filters,
    Plot, ///< the log-likelihood of this run
    Runs, ///< the checked runs' curves
};
enum class ExportFormat { Png, Svg, Pdf, Csv };

/// What a person chose.
struct ExportChoice {
    ExportKind kind = ExportKind::Plot;
    ExportFormat format = ExportFormat::Png;
    int scale = 1; ///< pixels for a pixel, 1 to 4
    bool greyscale = false;
    int every = 50; ///< steps between two pictures of a series
};

/// "png"; the reverse takes the usual one for any other.
QString suffixOf(ExportFormat format);
ExportFormat formatOf(const QString &suffix, ExportFormat usual);

/// Names and values for a PNG file's text chunks.
using PictureTexts = QList<QPair<QString, QString>>;
/// Run, epoch, update, settings, seed and the program's version.
PictureTexts textsOf(const TrainingSnapshot &snapshot);
/// The same of the model that the watched chains run with, and their step.
PictureTexts chainTextsOf(const TrainingSnapshot &snapshot);
void addTexts(QImage &image, const PictureTexts &texts);

/// What a picture of real digits and samples shows.
struct GridContent {
    ByteTiles starts;
    FloatTiles samples;
    std::size_t width = 0; ///< of a tile
    std::size_t height = 0;
    std::size_t columns = 1;
};
/// Real digits left, samples right, in the same order, with lines between the tiles: 880 x 434
/// pixels for 225 of MNIST at scale 1. Throws Error where it would be too large.
QImage gridPicture(const GridContent &content, int scale);
QSize gridPictureSize(std::size_t count, const GridContent &content, int scale);

/// All filters, 25 to a row, with the one scale of them all beneath, from black to white where
/// `greyscale`, else from orange to blue. Throws Error where it would be too large.
QImage filterPicture(const TrainingSnapshot &snapshot, int scale, bool greyscale);
QSize filterPictureSize(const TrainingSnapshot &snapshot, int scale);

/// The size of plots in their own units, two pixels each at scale 1.
inline constexpr QSize kPlotSize{800, 500};
inline constexpr int kPlotPixels = 2;

/// Writes a plot as `format`, which is not CSV; the description stands in the file as far as the
/// format has a place for it. Throws Error; the file of before is whole then.
void writePlot(const QPicture &plot, const ExportChoice &choice, const QString &path,
               const PictureTexts &texts);
/// Writes a file. Throws Error; the file of before is whole then.
void writeBytes(const QByteArray &content, const QString &path);

} // namespace rbm
