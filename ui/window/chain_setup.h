#pragma once

#include "ui/session/snapshot.h"

#include <QSize>

#include <cstdint>
#include <vector>

namespace rbm {

/// Which pixels of a start image are held.
enum class Clamp { None, Top, Left, Brush };

/// One image or mask, [height * width].
using TilePixels = std::vector<std::uint8_t>;

/// The held half, 1 where a pixel is held; all 0 for None and Brush.
TilePixels halfHeld(Clamp clamp, const QSize &tile);
/// What a mask is, Brush where it is none of the others.
Clamp clampOf(const TilePixels &held, const QSize &tile);

/// One chain, or all of them at once.
struct ChainTarget {
    int chain = 0;
    bool all = false;
};

/// What the watched chains start from, and which of its pixels they hold. The arrays
/// never change, so that copies share them and any state can be returned to.
struct ChainSetup {
    QSize tile;
    ByteTiles picked; ///< images as they were picked, [count, height * width]
    ByteTiles starts; ///< the same with what was drawn
    ByteTiles held;   ///< the same shape, 1 where a pixel is held; null: none is

    int count() const; ///< chains
    TilePixels startOf(int chain) const;
    TilePixels pickedOf(int chain) const;
    TilePixels heldOf(int chain) const; ///< all 0 where nothing is held
    int drawn() const;                  ///< chains that start elsewhere than at the picked image

    /// Copies with something changed.
    ChainSetup withStart(const ChainTarget &target, const TilePixels &image) const;
    ChainSetup withPicked(int chain, const TilePixels &image) const; ///< starts there too
    ChainSetup withHeld(const ChainTarget &target, const TilePixels &mask) const;
    ChainSetup asPicked(const ChainTarget &target) const; ///< starts at what was picked
    /// Other images, held where they were: by place, or as all were where all are alike.
    ChainSetup withImages(TilePixels images, const QSize &size) const;
};

} // namespace rbm
