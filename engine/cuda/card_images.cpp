#include "engine/cuda/card_images.h"

#include <algorithm>

namespace rbm::cuda {

bool CardImages::keep(const Dataset &images, Pixels choice, std::uint64_t seed) {
    ++m_version;
    m_pixels = {};
    m_units = images.imageSize();
    m_choice = choice;
    m_seed = seed;
    if (!leavesRoom(images.pixels.size())) {
        return false;
    }
    try {
        DeviceArray<std::uint8_t> pixels(m_device, images.pixels.size());
        pixels.upload(images.pixels);
        m_pixels = std::move(pixels);
    } catch (const OutOfMemory &) {
        return false;
    }
    return true;
}

/// An eighth of the card, as chains and likelihoods come later; batches can bring their pixels.
bool CardImages::leavesRoom(std::size_t bytes) const {
    std::size_t free = 0;
    std::size_t all = 0;
    m_device.check(cudaMemGetInfo(&free, &all), "cudaMemGetInfo");
    return free >= bytes + all / 8;
}

void CardImages::require(std::span<const std::uint32_t> rows, std::size_t units) const {
    const std::size_t images = m_units == 0 ? 0 : m_pixels.size() / m_units;
    if (units != m_units || *std::max_element(rows.begin(), rows.end()) >= images) {
        throw Error("The mini-batch names images that the card does not have.");
    }
}

ImagesTask CardImages::task(const std::uint32_t *rows, std::size_t count) const {
    ImagesTask task;
    task.pixels = m_pixels.data();
    task.rows = rows;
    task.count = count;
    task.units = m_units;
    task.choice = m_choice;
    task.seed = m_seed;
    return task;
}

} // namespace rbm::cuda
