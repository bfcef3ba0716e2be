#pragma once

#include <QString>

namespace rbm {

struct Dataset;

/// The same for the same images, whatever they are called and wherever they came from: a hash
/// of their number, shape and some thousands of pixels. Takes about a millisecond.
QString dataKeyOf(const Dataset &images);

} // namespace rbm
