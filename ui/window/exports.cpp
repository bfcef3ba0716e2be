#include "ui/window/exports.h"

#include "engine/base/atomic_file.h"
#include "engine/base/error.h"
#include "ui/support/pictures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_picture.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace rbm {

namespace {

constexpr int kColumns = 25;       ///< of filters
constexpr int kScaleHeight = 32;   ///< the room for the colour bar
constexpr int kLeastWidth = 280;   ///< so that the colour bar has room
constexpr int kMostPixels = 32767; ///< a side

constexpr std::pair<ExportFormat, const char *> kSuffixes[] = {{ExportFormat::Png, "png"},
                                                               {ExportFormat::Svg, "svg"},
                                                               {ExportFormat::Pdf, "pdf"},
                                                               {ExportFormat::Csv, "csv"}};

QImage enlarged(const QImage &image, int scale) {
    return scale == 1 ? image
                      : image.scaled(image.size() * scale, Qt::IgnoreAspectRatio,
                                     Qt::FastTransformation); // which takes the nearest pixel
}

/// From black over middle grey, which is 0, to white.
ColourTable greyColours() {
    ColourTable table{};
    for (std::size_t at = 0; at < table.size(); ++at) {
        const auto level = static_cast<int>(at / 2);
        table[at] = qRgb(level, level, level);
    }
    return table;
}

/// How the filters' tiles stand.
struct FilterLayout {
    int width, height, count, columns, rows;

    explicit FilterLayout(const TrainingSnapshot &snapshot)
        : width(static_cast<int>(snapshot.width)), height(static_cast<int>(snapshot.height)),
          count(static_cast<int>(snapshot.filters->size()) / (width * height)),
          columns(std::min(kColumns, count)), rows((count + columns - 1) / columns) {}

    QSize tiles() const { return {columns * (width + 1) + 1, rows * (height + 1) + 1}; }
    QSize total() const {
        return {std::max(kLeastWidth, tiles().width()), tiles().height() + kScaleHeight};
    }
};

QImage filterTiles(const TrainingSnapshot &snapshot, const FilterLayout &layout,
                   const ColourTable &colours) {
    QImage image(layout.tiles(), QImage::Format_RGB32);
    image.fill(theme(ThemeKind::Light).border);
    const float *value = snapshot.filters->data();
    for (int tile = 0; tile < layout.count; ++tile) {
        const int left = 1 + tile % layout.columns * (layout.width + 1);
        const int top = 1 + tile / layout.columns * (layout.height + 1);
        for (int y = 0; y < layout.height; ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(top + y)) + left;
            for (int x = 0; x < layout.width; ++x, ++value) {
                const float place = std::clamp(*value / snapshot.filterScale, -1.0F, 1.0F);
                line[x] = colours[static_cast<std::size_t>(std::min((place + 1) * 256, 511.0F))];
            }
        }
    }
    return image;
}

void drawScale(QPainter &painter, const QRect &area, float scale, const ColourTable &colours) {
    const QRect bar(area.center().x() - 80, area.center().y() - 5, 160, 10);
    QImage strip(static_cast<int>(colours.size()), 1, QImage::Format_RGB32);
    std::copy(colours.begin(), colours.end(), reinterpret_cast<QRgb *>(strip.scanLine(0)));
    painter.drawImage(bar, strip);
    painter.setPen(theme(ThemeKind::Light).text3);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(bar).adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.setPen(theme(ThemeKind::Light).text);
    painter.setFont(numberFont(11));
    const QString number = QLocale().toString(scale, 'g', 2);
    painter.drawText(QRect(area.left(), area.top(), bar.left() - 8 - area.left(), area.height()),
                     Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("−") + number);
    painter.drawText(QRect(bar.right() + 9, area.top(), 80, area.height()), Qt::AlignVCenter,
                     QStringLiteral("+") + number);
}

QString describe(const PictureTexts &texts) {
    QStringList lines;
    for (const auto &[name, value] : texts)
        lines += QStringLiteral("%1: %2").arg(name, value);
    return lines.join(QLatin1Char('\n'));
}

/// "1 → 20 (update 1200)"; empty where it was never moved.
QString movesOf(const std::vector<ControlChange> &moves, double first,
                double LiveControls::*control) {
    QString text = QString::number(first);
    double last = first;
    for (const ControlChange &move : moves) {
        const double value = move.controls.*control;
        if (value != last)
            text += QStringLiteral(" → %1 (update %2)")
                        .arg(value)
                        .arg(static_cast<qulonglong>(move.update));
        last = value;
    }
    return text.contains(u'→') ? text : QString();
}

/// What was moved before this update. As the settings in words that no language changes.
QString movesText(const TrainingSnapshot &snapshot, std::uint64_t update) {
    const TrainingConfig &config = snapshot.config;
    std::vector<ControlChange> moves = snapshot.moves;
    moves.erase(std::remove_if(moves.begin(), moves.end(),
                               [&](const ControlChange &move) { return move.update >= update; }),
                moves.end());
    QStringList parts;
    const QString rate = movesOf(moves, config.learningRate, &LiveControls::learningRate);
    if (!rate.isEmpty())
        parts += QStringLiteral("learning rate ") + rate;
    const QString momentum = movesOf(moves, config.momentum, &LiveControls::momentum);
    if (!momentum.isEmpty())
        parts += QStringLiteral("momentum ") + momentum;
    return parts.join(QStringLiteral("; "));
}

PictureTexts runTexts(const TrainingSnapshot &snapshot, std::uint64_t update, double epoch) {
    const QString version = QCoreApplication::applicationVersion();
    return {
        {QStringLiteral("Software"), QStringLiteral("RBM Explorer ") + version},
        {QStringLiteral("Version"), version},
        {QStringLiteral("Run"), snapshot.run},
        {QStringLiteral("Epoch"), QString::number(epoch, 'f', 3)},
        {QStringLiteral("Update"), QString::number(static_cast<qulonglong>(update))},
        {QStringLiteral("Seed"), QString::number(static_cast<qulonglong>(snapshot.config.seed))},
        {QStringLiteral("Settings"), QString::fromStdString(toJson(snapshot.config))},
        {QStringLiteral("Moves"), movesText(snapshot, update)}};
}

} // namespace

QString suffixOf(ExportFormat format) {
    for (const auto &[each, suffix] : kSuffixes) {
        if (each == format)
            return QLatin1String(suffix);
    }
    return {};
}

ExportFormat formatOf(const QString &suffix, ExportFormat usual) {
    for (const auto &[format, each] : kSuffixes) {
        if (suffix.compare(QLatin1String(each), Qt::CaseInsensitive) == 0)
            return format;
    }
    return usual;
}

PictureTexts textsOf(const TrainingSnapshot &snapshot) {
    return runTexts(snapshot, snapshot.update, snapshot.epoch());
}

PictureTexts chainTextsOf(const TrainingSnapshot &snapshot) {
    PictureTexts texts =
        runTexts(snapshot, snapshot.chains.modelUpdate, snapshot.chains.modelEpoch);
    texts += {QStringLiteral("Chain step"),
              QString::number(static_cast<qulonglong>(snapshot.chains.step))};
    return texts;
}

void addTexts(QImage &image, const PictureTexts &texts) {
    for (const auto &[name, value] : texts) {
        if (!value.isEmpty())
            image.setText(name, value);
    }
}

QImage gridPicture(const GridContent &content, int scale) {
    return enlarged(sampleGrid(*content.starts, *content.samples, content.width, content.height,
                               content.columns, GridStyle::Ruled),
                    scale);
}

QSize gridPictureSize(std::size_t count, const GridContent &content, int scale) {
    constexpr std::size_t kGutter = 12;
    const std::size_t columns = std::min(content.columns, count);
    const std::size_t rows = columns == 0 ? 0 : (count + columns - 1) / columns;
    const std::size_t half = columns * (content.width + 1) - 1;
    return QSize(static_cast<int>(2 * half + kGutter),
                 static_cast<int>(rows * (content.height + 1) - 1)) *
           scale;
}

QSize filterPictureSize(const TrainingSnapshot &snapshot, int scale) {
    return FilterLayout(snapshot).total() * scale;
}

QImage filterPicture(const TrainingSnapshot &snapshot, int scale, bool greyscale) {
    const FilterLayout layout(snapshot);
    const QSize size = layout.total() * scale;
    if (std::max(size.width(), size.height()) > kMostPixels)
        throw Error(Sentence("The picture of the filters would be %1 pixels high, and at most "
                             "32767 can be drawn: choose a smaller scale.",
                             size.height()));
    const ColourTable colours = greyscale ? greyColours() : weightColours(ThemeKind::Light);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawImage(0, 0, enlarged(filterTiles(snapshot, layout, colours), scale));
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    drawScale(painter, QRect(0, layout.tiles().height(), layout.total().width(), kScaleHeight),
              snapshot.filterScale, colours);
    return image;
}

void writePlot(const QPicture &plot, const ExportChoice &choice, const QString &path,
               const PictureTexts &texts) {
    const QString title = QCoreApplication::translate("Exports", "Log-likelihood");
    switch (choice.format) {
    case ExportFormat::Svg:
        writeBytes(figureSvg(plot, title, describe(texts)), path);
        return;
    case ExportFormat::Pdf:
        writeBytes(figurePdf(plot, title), path);
        return;
    case ExportFormat::Png:
    case ExportFormat::Csv:
        break;
    }
    QImage image = figureImage(plot, kPlotPixels * choice.scale);
    addTexts(image, texts);
    savePng(image, path.toStdString());
}

void writeBytes(const QByteArray &content, const QString &path) {
    writeFileAtomically(
        path.toStdString(),
        std::as_bytes(std::span(content.constData(), static_cast<std::size_t>(content.size()))));
}

} // namespace rbm
