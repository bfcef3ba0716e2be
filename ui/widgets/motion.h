#pragma once

namespace rbm {

/// Whether the person asked for less motion: nothing moves or fades by itself then. One
/// choice for the whole program; the window's thread only.
bool isMotionReduced();
void setMotionReduced(bool reduced);

} // namespace rbm
