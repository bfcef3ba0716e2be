#pragma once

#include "engine/data/dataset.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace rbm {

/// Looks for the image nearest to a picture of probabilities, in pieces, over all
/// images: the least Euclidean distance between the pixels, both in 256 grays, so
/// that the sums are exact. Of equally near ones the first counts.
class NearestImage {
public:
    /// Beyond this the sums of squares would no longer fit into 32 bits.
    static constexpr std::size_t kMostPixels = 66'000;

    /// `picture` is [V], from 0 to 1. Throws Error where V is not that of the images or
    /// above kMostPixels.
    NearestImage(std::shared_ptr<const Dataset> images, std::span<const float> picture);

    /// Looks at the next `count` images; false when all have been looked at.
    bool advance(std::size_t count);
    std::size_t nearest() const { return m_nearest; } ///< of those looked at
    double distance() const;                          ///< in grays from 0 to 1

private:
    std::shared_ptr<const Dataset> m_images;
    std::vector<std::uint8_t> m_picture;
    std::size_t m_next = 0;
    std::size_t m_nearest = 0;
    std::uint32_t m_least = 0xFFFFFFFFU; ///< squared, in 1/255
};

} // namespace rbm
