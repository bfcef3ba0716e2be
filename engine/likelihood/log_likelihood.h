#pragma once

#include "engine/backend/backend.h"
#include "engine/data/dataset.h"

namespace rbm {

/// The mean of -F(v) over a data set, in slices: advance() takes up to
/// `images` images. Mean log-likelihood = mean() - log Z (nats per image).
class MeanNegativeFreeEnergy {
public:
    /// `pixels` is [n, V] bytes and must outlive this.
    MeanNegativeFreeEnergy(const Backend &backend, std::span<const std::uint8_t> pixels,
                           std::size_t visible);

    bool advance(std::size_t images = 1000); ///< false when all are done
    double mean() const;                     ///< of those done so far

private:
    const Backend &m_backend;
    std::span<const std::uint8_t> m_pixels;
    std::size_t m_visible;
    std::size_t m_next = 0;
    double m_sum = 0;
};

} // namespace rbm
