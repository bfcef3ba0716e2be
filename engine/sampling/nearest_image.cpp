#include "engine/sampling/nearest_image.h"

#include "engine/base/error.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

NearestImage::NearestImage(std::shared_ptr<const Dataset> images, std::span<const float> picture)
    : m_images(std::move(images)) {
    if (picture.size() != m_images->imageSize() || picture.size() > kMostPixels) {
        throw Error(
            Sentence("The picture does not have the size of the images, or they are too large."));
    }
    for (const float value : picture) {
        m_picture.push_back(
            static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255.0F)));
    }
}

bool NearestImage::advance(std::size_t count) {
    const std::size_t end = std::min(m_next + count, m_images->count());
    for (; m_next < end; ++m_next) {
        const auto image = m_images->image(m_next);
        std::uint32_t sum = 0;
        for (std::size_t pixel = 0; pixel < image.size(); ++pixel) {
            const int difference = int{image[pixel]} - int{m_picture[pixel]};
            sum += static_cast<std::uint32_t>(difference * difference);
        }
        if (sum < m_least) {
            m_least = sum;
            m_nearest = m_next;
        }
    }
    return m_next < m_images->count();
}

double NearestImage::distance() const { return std::sqrt(static_cast<double>(m_least)) / 255.0; }

} // namespace rbm
