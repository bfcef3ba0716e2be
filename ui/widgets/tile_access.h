#pragma once

namespace rbm {

class TileView;

// Tiles for assistive technology: a table of cells with names, a selection and a focus. These
// calls do nothing while no such program listens.

/// From now on QAccessible knows what a TileView is.
void makeTilesAccessible();
/// Another tile is the selected one; -1: none.
void tellTileSelected(TileView *view, int tile);
/// The view has other rows or columns than before.
void tellTilesReplaced(TileView *view);

} // namespace rbm
