#pragma once

#include "engine/data/dataset.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rbm {

/// In which order digits fill the grid.
enum class DigitOrder {
    ByClass, ///< classes take turns, so that a column holds one class where the grid has ten
    Random,  ///< any of the chosen classes
};

/// Images of `data` whose labels are chosen; all where it has no labels.
std::vector<std::uint32_t> rowsOfClasses(const Dataset &data, const std::array<bool, 10> &classes);

/// `count` different images (as long as there are enough) of the chosen
/// classes, a pure function of the seed. Empty where no image qualifies.
std::vector<std::uint32_t> chooseDigits(const Dataset &data, const std::array<bool, 10> &classes,
                                        DigitOrder order, std::size_t count, std::uint64_t seed);

/// The images' bytes one after the other, [rows, V].
std::vector<std::uint8_t> gatherImages(const Dataset &data, const std::vector<std::uint32_t> &rows);

/// `count` images of `pixels` pixels, each 0 or 255 by chance; the starts of
/// GibbsSampler::fromNoise, a pure function of the seed.
std::vector<std::uint8_t> noiseImages(std::size_t count, std::size_t pixels, std::uint64_t seed);

} // namespace rbm
