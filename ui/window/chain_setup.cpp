#include "ui/window/chain_setup.h"

#include "ui/widgets/pixel_grid.h"

#include <algorithm>
#include <utility>

namespace rbm {

namespace {

ByteTiles shared(TilePixels pixels) {
    return std::make_shared<const TilePixels>(std::move(pixels));
}

TilePixels tileOf(const ByteTiles &tiles, int chain, std::size_t pixels) {
    const auto first =
        tiles->begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(chain) * pixels);
    return {first, first + static_cast<std::ptrdiff_t>(pixels)};
}

/// Copies `tile` over one chain's, or over all.
void place(TilePixels &tiles, const ChainTarget &target, const TilePixels &tile) {
    const std::size_t count = tiles.size() / tile.size();
    const std::size_t first = target.all ? 0 : static_cast<std::size_t>(target.chain);
    for (std::size_t chain = first; chain < (target.all ? count : first + 1); ++chain)
        std::copy(tile.begin(), tile.end(),
                  tiles.begin() + static_cast<std::ptrdiff_t>(chain * tile.size()));
}

bool isAnyHeld(const TilePixels &held) {
    return std::any_of(held.begin(), held.end(), [](std::uint8_t pixel) { return pixel != 0; });
}

} // namespace

TilePixels halfHeld(Clamp clamp, const QSize &tile) {
    TilePixels held(pixelCount(tile));
    const auto width = static_cast<std::size_t>(tile.width());
    for (std::size_t at = 0; at < held.size(); ++at) {
        const bool isTop = at < width * static_cast<std::size_t>(tile.height() / 2);
        const bool isLeft = at % width < width / 2;
        held[at] = (clamp == Clamp::Top && isTop) || (clamp == Clamp::Left && isLeft) ? 1 : 0;
    }
    return held;
}

Clamp clampOf(const TilePixels &held, const QSize &tile) {
    for (const Clamp clamp : {Clamp::None, Clamp::Top, Clamp::Left}) {
        if (held == halfHeld(clamp, tile))
            return clamp;
    }
    return Clamp::Brush;
}

int ChainSetup::count() const {
    return starts == nullptr || tile.isEmpty()
               ? 0
               : static_cast<int>(starts->size() / pixelCount(tile));
}

TilePixels ChainSetup::startOf(int chain) const { return tileOf(starts, chain, pixelCount(tile)); }

TilePixels ChainSetup::pickedOf(int chain) const { return tileOf(picked, chain, pixelCount(tile)); }

TilePixels ChainSetup::heldOf(int chain) const {
    return held == nullptr ? TilePixels(pixelCount(tile)) : tileOf(held, chain, pixelCount(tile));
}

int ChainSetup::drawn() const {
    int result = 0;
    for (int chain = 0; chain < count(); ++chain)
        result += startOf(chain) != pickedOf(chain) ? 1 : 0;
    return result;
}

ChainSetup ChainSetup::withStart(const ChainTarget &target, const TilePixels &image) const {
    TilePixels all = *starts;
    place(all, target, image);
    ChainSetup result = *this;
    result.starts = shared(std::move(all));
    return result;
}

ChainSetup ChainSetup::withPicked(int chain, const TilePixels &image) const {
    ChainSetup result = withStart({chain, false}, image);
    TilePixels all = *picked;
    place(all, {chain, false}, image);
    result.picked = shared(std::move(all));
    return result;
}

ChainSetup ChainSetup::withHeld(const ChainTarget &target, const TilePixels &mask) const {
    TilePixels all = held == nullptr ? TilePixels(starts->size()) : *held;
    place(all, target, mask);
    ChainSetup result = *this;
    result.held = isAnyHeld(all) ? shared(std::move(all)) : nullptr;
    return result;
}

ChainSetup ChainSetup::asPicked(const ChainTarget &target) const {
    if (!target.all)
        return withStart(target, pickedOf(target.chain));
    ChainSetup result = *this;
    result.starts = picked;
    return result;
}

ChainSetup ChainSetup::withImages(TilePixels images, const QSize &size) const {
    ChainSetup result;
    result.tile = size;
    result.starts = result.picked = shared(std::move(images));
    if (held == nullptr || size != tile)
        return result;
    if (result.count() == count()) {
        result.held = held;
        return result;
    }
    const TilePixels first = heldOf(0);
    TilePixels all(result.starts->size());
    place(all, {0, true}, first);
    const std::size_t both = std::min(all.size(), held->size());
    const bool areAlike = [&] {
        for (int chain = 1; chain < count(); ++chain) {
            if (heldOf(chain) != first)
                return false;
        }
        return true;
    }();
    if (!areAlike) {
        std::fill(all.begin(), all.end(), std::uint8_t{0});
        std::copy_n(held->begin(), both, all.begin());
    }
    result.held = isAnyHeld(all) ? shared(std::move(all)) : nullptr;
    return result;
}

} // namespace rbm
