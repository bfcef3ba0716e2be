#include "engine/inspection/unit_order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace rbm {

namespace {

/// Sixteen sums side by side, which the compiler turns into vectors.
float dot(const float *a, const float *b, std::size_t count) {
    constexpr std::size_t kLanes = 16;
    std::array<float, kLanes> sums{};
    std::size_t at = 0;
    for (; at + kLanes <= count; at += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            sums[lane] += a[at + lane] * b[at + lane];
        }
    }
    float sum = std::accumulate(sums.begin(), sums.end(), 0.0F);
    for (; at < count; ++at) {
        sum += a[at] * b[at];
    }
    return sum;
}

/// Whole rows of W first, in blocks that keep both sides in the cache.
std::vector<float> unitFilters(const RbmParameters &parameters, std::span<const float> norms) {
    constexpr std::size_t kBlock = 16;
    const std::size_t visible = parameters.visible;
    const std::size_t hidden = parameters.hidden;
    std::vector<float> result(visible * hidden);
    for (std::size_t left = 0; left < hidden; left += kBlock) {
        const std::size_t end = std::min(left + kBlock, hidden);
        for (std::size_t i = 0; i < visible; ++i) {
            for (std::size_t j = left; j < end; ++j) {
                const float weight = parameters.weights[i * hidden + j];
                result[j * visible + i] = norms[j] > 0 ? weight / norms[j] : 0.0F;
            }
        }
    }
    return result;
}

} // namespace

std::vector<float> weightNorms(const RbmParameters &parameters) {
    std::vector<double> squares(parameters.hidden);
    for (std::size_t i = 0; i < parameters.visible; ++i) {
        const float *row = parameters.weights.data() + i * parameters.hidden;
        for (std::size_t j = 0; j < parameters.hidden; ++j) {
            squares[j] += static_cast<double>(row[j]) * static_cast<double>(row[j]);
        }
    }
    std::vector<float> norms;
    norms.reserve(squares.size());
    for (const double square : squares) {
        norms.push_back(static_cast<float>(std::sqrt(square)));
    }
    return norms;
}

std::vector<std::uint32_t> orderDescending(std::span<const float> keys) {
    // NaN would break the ordering that the sort relies on.
    std::vector<float> known(keys.begin(), keys.end());
    std::replace_if(
        known.begin(), known.end(), [](float key) { return std::isnan(key); }, -INFINITY);
    std::vector<std::uint32_t> order(known.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return known[a] > known[b]; });
    return order;
}

SimilarityOrder::SimilarityOrder(const RbmParameters &parameters)
    : m_visible(parameters.visible), m_left(parameters.hidden) {
    const auto norms = weightNorms(parameters);
    m_filters = unitFilters(parameters, norms);
    std::iota(m_left.begin(), m_left.end(), 0U);
    m_order.reserve(parameters.hidden);
    if (!m_left.empty()) {
        place(orderDescending(norms).front());
    }
}

void SimilarityOrder::place(std::size_t at) {
    m_order.push_back(m_left[at]);
    m_left.erase(m_left.begin() + static_cast<std::ptrdiff_t>(at));
}

bool SimilarityOrder::advance(std::size_t count) {
    for (; count > 0 && !m_left.empty(); --count) {
        const float *last = m_filters.data() + m_order.back() * m_visible;
        std::size_t best = 0;
        float closest = -INFINITY;
        for (std::size_t at = 0; at < m_left.size(); ++at) {
            const float cosine = dot(last, m_filters.data() + m_left[at] * m_visible, m_visible);
            if (cosine > closest) {
                closest = cosine;
                best = at;
            }
        }
        place(best);
    }
    return !m_left.empty();
}

double SimilarityOrder::progress() const {
    const std::size_t units = m_order.size() + m_left.size();
    return units == 0 ? 1 : static_cast<double>(m_order.size()) / static_cast<double>(units);
}

} // namespace rbm
