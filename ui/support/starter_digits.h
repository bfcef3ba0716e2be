#pragma once

#include "engine/data/dataset.h"

#include <QString>

namespace rbm {

/// What the images of loadStarterDigits() are called.
inline constexpr const char *kStarterName = "starter digits";

/// The name of images as people read it: the starter digits in the language of
/// the window, others as they are.
QString shownImagesName(const QString &name);

/// A small part of MNIST that is compiled in, for working without a network:
/// 2,000 training and 500 test digits of 28 x 28, evenly over the ten classes.
DatasetPair loadStarterDigits();

} // namespace rbm
