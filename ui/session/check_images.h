#pragma once

#include "engine/data/dataset.h"

#include <memory>
#include <span>
#include <vector>

namespace rbm {

/// The images that every check of a data set's likelihood scores. Immutable.
/// There are as many training images as test images, drawn at random once and
/// for all: the whole training set would make a check several times as long.
struct CheckImages {
    DatasetPair data;
    Dataset train;                          ///< the chosen training images, gray
    std::vector<std::uint8_t> testSampled;  ///< [test, V], 0 or 255, drawn once
    std::vector<std::uint8_t> trainSampled; ///< of the chosen ones

    std::span<const std::uint8_t> testGray() const { return data.test->pixels; }
    std::span<const std::uint8_t> trainGray() const { return train.pixels; }
};

/// The same images and the same draws every time.
std::shared_ptr<const CheckImages> chooseCheckImages(const DatasetPair &data);

} // namespace rbm
