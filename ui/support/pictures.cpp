#include "ui/support/pictures.h"

#include "engine/base/atomic_file.h"
#include "engine/base/error.h"

#include <QBuffer>
#include <QPainter>
#include <QString>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace rbm {

namespace {

constexpr std::size_t kMaxSide = 32767;
constexpr std::size_t kRuledGutter = 12;
constexpr QRgb kWhite = qRgb(255, 255, 255);
constexpr QRgb kLine = qRgb(96, 96, 96); // seen beside black and beside white

struct Colour {
    double red, green, blue;
};
constexpr Colour kNegative{230, 97, 1};   // orange
constexpr Colour kPositive{33, 102, 172}; // blue

int blend(double end, double amount) {
    return static_cast<int>(std::lround(255 + (end - 255) * amount));
}

/// Tiles of one size in rows, with a gap between them and a border around all.
struct Layout {
    std::size_t width, height, columns, rows, gap, border;

    Layout(std::size_t count, std::size_t tileWidth, std::size_t tileHeight,
           std::size_t wantedColumns, std::size_t tileGap, std::size_t outerBorder)
        : width(tileWidth), height(tileHeight),
          columns(std::max<std::size_t>(1, std::min(wantedColumns, count))),
          rows((count + columns - 1) / columns), gap(tileGap), border(outerBorder) {}

    std::size_t totalWidth() const { return columns * (width + gap) - gap + 2 * border; }
    std::size_t totalHeight() const { return rows * (height + gap) - gap + 2 * border; }
    int x(std::size_t tile) const {
        return static_cast<int>(tile % columns * (width + gap) + border);
    }
    int y(std::size_t tile) const {
        return static_cast<int>(tile / columns * (height + gap) + border);
    }
};

QImage makeImage(std::size_t width, std::size_t height, QRgb colour) {
    if (width == 0 || height == 0 || width > kMaxSide || height > kMaxSide)
        throw Error(Sentence("The picture would be %1 x %2 pixels, and at most 32767 a side can be "
                             "drawn: choose another number of columns.",
                             width, height));
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    if (image.isNull())
        throw Error(Sentence("There is not enough memory for the picture."));
    image.fill(colour);
    return image;
}

/// The lines between the tiles: what lies beneath them.
void fillBehind(QImage &image, const Layout &layout, std::size_t left) {
    QPainter painter(&image);
    painter.fillRect(static_cast<int>(left), 0, static_cast<int>(layout.totalWidth()),
                     static_cast<int>(layout.totalHeight()), QColor(kLine));
}

/// Draws tile after tile; `colour(tile, pixel)` gives each pixel.
template <typename ColourOf>
void drawTiles(QImage &image, const Layout &layout, std::size_t count, int left,
               const ColourOf &colour) {
    for (std::size_t tile = 0; tile < count; ++tile) {
        for (std::size_t row = 0; row < layout.height; ++row) {
            auto *line =
                reinterpret_cast<QRgb *>(image.scanLine(layout.y(tile) + static_cast<int>(row)));
            line += left + layout.x(tile);
            for (std::size_t column = 0; column < layout.width; ++column)
                line[column] = colour(tile, row * layout.width + column);
        }
    }
}

QRgb grayColour(float value) {
    const auto level = static_cast<int>(std::lround(255.0F * std::clamp(value, 0.0F, 1.0F)));
    return qRgb(level, level, level);
}

double largestMagnitude(const std::vector<float> &values) {
    float largest = 0;
    for (const float value : values)
        largest = std::max(largest, std::abs(value));
    return largest;
}

} // namespace

QRgb divergingColour(double value) {
    const double amount = std::min(1.0, std::abs(value));
    const Colour &end = value < 0 ? kNegative : kPositive;
    return qRgb(blend(end.red, amount), blend(end.green, amount), blend(end.blue, amount));
}

QImage filterAtlas(const RbmParameters &parameters, std::size_t width, std::size_t height,
                   std::size_t columns) {
    if (width * height != parameters.visible)
        throw Error("The tile's size does not fit the model.");
    const Layout layout(parameters.hidden, width, height, columns, 1, 1);
    QImage image = makeImage(layout.totalWidth(), layout.totalHeight(), qRgb(128, 128, 128));
    const double largest = largestMagnitude(parameters.weights);
    const double scale = largest > 0 ? 1 / largest : 0;
    drawTiles(image, layout, parameters.hidden, 0, [&](std::size_t tile, std::size_t pixel) {
        return divergingColour(scale *
                               double{parameters.weights[pixel * parameters.hidden + tile]});
    });
    return image;
}

QImage sampleGrid(std::span<const std::uint8_t> real, std::span<const float> samples,
                  std::size_t width, std::size_t height, std::size_t columns, GridStyle style) {
    const std::size_t size = width * height;
    if (size == 0 || samples.empty() || (!real.empty() && real.size() != samples.size()))
        throw Error("The images of the grid do not fit each other.");
    const bool ruled = style == GridStyle::Ruled;
    const std::size_t count = samples.size() / size;
    const Layout layout(count, width, height, columns, ruled ? 1 : 0, 0);
    const std::size_t gutter = ruled ? kRuledGutter : std::max<std::size_t>(4, width / 2);
    const std::size_t left = real.empty() ? 0 : layout.totalWidth() + gutter;
    QImage image = makeImage(left + layout.totalWidth(), layout.totalHeight(), kWhite);
    if (ruled)
        fillBehind(image, layout, left);
    if (ruled && !real.empty())
        fillBehind(image, layout, 0);
    if (!real.empty())
        drawTiles(image, layout, count, 0, [&](std::size_t tile, std::size_t pixel) {
            const int level = real[tile * size + pixel];
            return qRgb(level, level, level);
        });
    drawTiles(image, layout, count, static_cast<int>(left),
              [&](std::size_t tile, std::size_t pixel) {
                  return grayColour(samples[tile * size + pixel]);
              });
    return image;
}

void savePng(const QImage &image, const std::string &path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        throw Error(Sentence("Cannot save the picture %1: %2.", path,
                             Sentence("it could not be written as PNG")));
    writeFileAtomically(
        path, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

} // namespace rbm
