#pragma once

#include "engine/model/parameters.h"

#include <QImage>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace rbm {

/// A weight's colour: orange for -1, white for 0, blue for +1; values beyond
/// are cut.
QRgb divergingColour(double value);

/// Every hidden unit's weights as a width x height tile, `columns` to a row
/// with a gap of one pixel; all tiles share one scale, symmetric about zero.
/// Throws Error where the picture would be too large.
QImage filterAtlas(const RbmParameters &parameters, std::size_t width, std::size_t height,
                   std::size_t columns);

/// How the tiles of a sample grid stand.
enum class GridStyle {
    Gapless, ///< side by side, so that other programs cut them apart easily
    Ruled,   ///< a line of one pixel between them, and 12 pixels between the halves
};

/// Samples ([n, height * width], 0 to 1), `columns` to a row. `real`
/// ([n, height * width] bytes) stands left of them; it may be empty.
QImage sampleGrid(std::span<const std::uint8_t> real, std::span<const float> samples,
                  std::size_t width, std::size_t height, std::size_t columns,
                  GridStyle style = GridStyle::Gapless);

/// Saves as PNG; on failure the old file stays and Error is thrown.
void savePng(const QImage &image, const std::string &path);

} // namespace rbm
