#include "engine/likelihood/log_likelihood.h"

#include <algorithm>
#include <numeric>

namespace rbm {

MeanNegativeFreeEnergy::MeanNegativeFreeEnergy(const Backend &backend,
                                               std::span<const std::uint8_t> pixels,
                                               std::size_t visible)
    : m_backend(backend), m_pixels(pixels), m_visible(visible) {}

bool MeanNegativeFreeEnergy::advance(std::size_t images) {
    const std::size_t count = std::min(images, m_pixels.size() / m_visible - m_next);
    std::vector<double> energies(count);
    m_backend.freeEnergies(m_pixels.subspan(m_next * m_visible, count * m_visible), energies);
    m_sum -= std::accumulate(energies.begin(), energies.end(), 0.0);
    m_next += count;
    return m_next * m_visible < m_pixels.size();
}

double MeanNegativeFreeEnergy::mean() const {
    return m_next == 0 ? 0 : m_sum / static_cast<double>(m_next);
}

} // namespace rbm
