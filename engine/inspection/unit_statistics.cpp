#include "engine/inspection/unit_statistics.h"

#include "engine/base/error.h"

#include <algorithm>
#include <utility>

namespace rbm {

namespace {

std::size_t classesOf(const Dataset &data) {
    if (data.labels.size() != data.count() || data.labels.empty()) {
        return 0;
    }
    return *std::max_element(data.labels.begin(), data.labels.end()) + std::size_t{1};
}

std::size_t binOf(float activation) {
    constexpr auto kBins = static_cast<float>(UnitStatistics::kBins);
    // Written so that NaN, too, falls into a bin.
    const float place = activation > 0 ? activation * kBins : 0.0F;
    return static_cast<std::size_t>(std::min(place, kBins - 1));
}

} // namespace

UnitSurvey::UnitSurvey(const Backend &backend, std::shared_ptr<const Dataset> images,
                       std::size_t units, Pixels pixels, std::uint64_t seed)
    : m_backend(&backend), m_data(std::move(images)), m_pixels(pixels), m_seed(seed) {
    if (m_data == nullptr || m_data->count() == 0) {
        throw Error(Sentence("There are no images to inspect the hidden units with."));
    }
    m_statistics.units = units;
    m_statistics.images = m_data->count();
    m_statistics.classes = classesOf(*m_data);
    m_statistics.top = std::min(UnitStatistics::kTop, m_data->count());
    m_statistics.histogram.resize(units * UnitStatistics::kBins);
    m_statistics.topImages.resize(units * m_statistics.top);
    const std::size_t groups = std::max<std::size_t>(1, m_statistics.classes);
    m_sums.resize(groups * units);
    m_classSizes.resize(groups);
    m_weakestTop.assign(units, -1.0F);
    m_topCounts.resize(units);
}

bool UnitSurvey::advance(std::size_t count) {
    count = std::min(count, m_data->count() - m_next);
    if (count == 0) {
        return false;
    }
    const std::size_t size = m_data->imageSize();
    const std::size_t units = m_statistics.units;
    std::vector<float> activations(count * units);
    if (m_pixels == Pixels::Gray) {
        m_backend->hiddenProbabilities(
            std::span(m_data->pixels).subspan(m_next * size, count * size), activations);
    } else {
        m_backend->hiddenProbabilities(binarise(*m_data, m_pixels, m_seed, m_next, count),
                                       activations);
    }
    for (std::size_t n = 0; n < count; ++n) {
        add(std::span(activations).subspan(n * units, units),
            static_cast<std::uint32_t>(m_next + n));
    }
    m_next += count;
    return true;
}

void UnitSurvey::add(std::span<const float> activations, std::uint32_t row) {
    const std::size_t group = m_statistics.classes == 0 ? 0 : m_data->labels[row];
    ++m_classSizes[group];
    double *sums = m_sums.data() + group * m_statistics.units;
    std::uint32_t *histogram = m_statistics.histogram.data();
    for (std::size_t j = 0; j < activations.size(); ++j) {
        const float activation = activations[j];
        sums[j] += static_cast<double>(activation);
        ++histogram[j * UnitStatistics::kBins + binOf(activation)];
        if (activation > m_weakestTop[j]) {
            keepIfStrong(j, {row, activation});
        }
    }
}

void UnitSurvey::keepIfStrong(std::size_t unit, TopImage image) {
    const auto first =
        m_statistics.topImages.begin() + static_cast<std::ptrdiff_t>(unit * m_statistics.top);
    std::size_t &count = m_topCounts[unit];
    const auto place = std::upper_bound(
        first, first + static_cast<std::ptrdiff_t>(count), image,
        [](const TopImage &a, const TopImage &b) { return a.activation > b.activation; });
    count = std::min(count + 1, m_statistics.top);
    const auto last = first + static_cast<std::ptrdiff_t>(count);
    std::move_backward(place, last - 1, last);
    *place = image;
    if (count == m_statistics.top) {
        m_weakestTop[unit] = (last - 1)->activation;
    }
}

double UnitSurvey::progress() const {
    return static_cast<double>(m_next) / static_cast<double>(m_data->count());
}

UnitStatistics UnitSurvey::result() {
    const std::size_t units = m_statistics.units;
    const std::size_t classes = m_statistics.classes;
    m_statistics.meanActivation.resize(units);
    m_statistics.classMeans.resize(units * classes);
    for (std::size_t j = 0; j < units; ++j) {
        double sum = 0;
        for (std::size_t group = 0; group < m_classSizes.size(); ++group) {
            sum += m_sums[group * units + j];
        }
        m_statistics.meanActivation[j] =
            static_cast<float>(sum / static_cast<double>(m_statistics.images));
        for (std::size_t group = 0; group < classes; ++group) {
            const auto size = static_cast<double>(std::max<std::size_t>(1, m_classSizes[group]));
            m_statistics.classMeans[j * classes + group] =
                static_cast<float>(m_sums[group * units + j] / size);
        }
    }
    return std::move(m_statistics);
}

} // namespace rbm
