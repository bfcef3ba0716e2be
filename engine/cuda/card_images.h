#pragma once

#include "engine/cuda/kernels.h"
#include "engine/data/dataset.h"

#include <span>

namespace rbm::cuda {

/// The images of a run on the card, as bytes.
class CardImages {
public:
    explicit CardImages(const Device &device) : m_device(device) {}

    /// False where the card would have little room left for all else; then it holds none.
    bool keep(const Dataset &images, Pixels choice, std::uint64_t seed);
    /// Throws Error where a row is none of them, or where they have not so many pixels.
    void require(std::span<const std::uint32_t> rows, std::size_t units) const;
    /// The task for `count` rows, which lie on the card; changes with every keep().
    ImagesTask task(const std::uint32_t *rows, std::size_t count) const;
    /// Counts the calls of keep().
    std::size_t version() const { return m_version; }

private:
    bool leavesRoom(std::size_t bytes) const;

    const Device &m_device;
    DeviceArray<std::uint8_t> m_pixels; ///< [images, units]
    std::size_t m_units = 0;
    Pixels m_choice = Pixels::Gray;
    std::uint64_t m_seed = 0;
    std::size_t m_version = 0;
};

} // namespace rbm::cuda
