#include "engine/inspection/digit_classifier.h"

#include "engine/base/error.h"
#include "engine/random/philox.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rbm {

namespace {

constexpr std::size_t kEpochs = 3;
constexpr std::size_t kTogether = 400; ///< images whose hidden units are asked for at once
/// For inputs that are probabilities of some hundred units, a fifth of them on.
constexpr float kStep = 0.02F;

/// exp(x - largest) / sum, in place.
void softmax(float *values, std::size_t n) {
    const float largest = *std::max_element(values, values + n);
    float sum = 0;
    for (std::size_t c = 0; c < n; ++c) {
        values[c] = std::exp(values[c] - largest);
        sum += values[c];
    }
    for (std::size_t c = 0; c < n; ++c) {
        values[c] /= sum;
    }
}

void requireLabels(const Dataset &images) {
    if (images.labels.empty() || images.labels.size() != images.count()) {
        throw Error(Sentence("Classes can only be told where the images have labels; use data with "
                             "a file of labels."));
    }
}

/// A permutation, a pure function of seed and epoch.
std::vector<std::uint32_t> shuffled(std::size_t count, std::uint64_t seed, std::uint64_t epoch) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t last = count; last > 1; --last) {
        const std::uint64_t bits =
            randomBits(seed, Purpose::Classifier, epoch, 0, static_cast<std::uint32_t>(last));
        std::swap(order[last - 1], order[bits * last >> 32]);
    }
    return order;
}

} // namespace

DigitClassifier::DigitClassifier(const Backend &backend, std::shared_ptr<const Dataset> images,
                                 std::uint64_t seed)
    : m_backend(backend), m_images(std::move(images)), m_seed(seed) {
    requireLabels(*m_images);
    m_classes = 1U + *std::max_element(m_images->labels.begin(), m_images->labels.end());
    m_hidden = backend.parameters().hidden;
    m_weights.resize(m_classes * (m_hidden + 1));
    m_mean.resize(m_weights.size());
}

std::uint64_t DigitClassifier::total() const { return kEpochs * m_images->count(); }

double DigitClassifier::progress() const {
    return static_cast<double>(m_seen) / static_cast<double>(total());
}

bool DigitClassifier::train() {
    const std::size_t count = m_images->count();
    if (count == 0 || m_seen == total()) {
        return false;
    }
    const std::size_t at = m_seen % count;
    if (at == 0) {
        m_order = shuffled(count, m_seed, m_seen / count);
    }
    const std::size_t n = std::min(kTogether, count - at);
    std::vector<std::uint8_t> pixels;
    for (std::size_t i = at; i < at + n; ++i) {
        const auto image = m_images->image(m_order[i]);
        pixels.insert(pixels.end(), image.begin(), image.end());
    }
    std::vector<float> hidden(n * m_hidden);
    m_backend.hiddenProbabilities(pixels, hidden);
    for (std::size_t i = 0; i < n; ++i) {
        learn(&hidden[i * m_hidden], m_images->labels[m_order[at + i]]);
    }
    m_seen += n;
    return true;
}

/// One step along the gradient of log P(label | h): (target - probability) h.
void DigitClassifier::learn(const float *hidden, std::uint8_t label) {
    std::vector<float> p(m_classes);
    scores(hidden, m_weights, p.data());
    softmax(p.data(), m_classes);
    const std::size_t stride = m_hidden + 1;
    for (std::size_t c = 0; c < m_classes; ++c) {
        const float push = kStep * ((c == label ? 1.0F : 0.0F) - p[c]);
        float *row = &m_weights[c * stride];
        for (std::size_t j = 0; j < m_hidden; ++j) {
            row[j] += push * hidden[j];
        }
        row[m_hidden] += push;
    }
    ++m_averaged;
    const std::uint64_t lastEpoch = (kEpochs - 1) * m_images->count();
    constexpr std::uint64_t kEvery = 20;
    if (m_averaged > lastEpoch && (m_averaged - lastEpoch) % kEvery == 0) {
        const std::uint64_t taken = (m_averaged - lastEpoch) / kEvery;
        const float share = 1.0F / static_cast<float>(taken);
        for (std::size_t w = 0; w < m_mean.size(); ++w) {
            m_mean[w] += share * (m_weights[w] - m_mean[w]);
        }
    }
}

void DigitClassifier::scores(const float *hidden, const std::vector<float> &weights,
                             float *out) const {
    const std::size_t stride = m_hidden + 1;
    for (std::size_t c = 0; c < m_classes; ++c) {
        const float *row = &weights[c * stride];
        out[c] = std::inner_product(hidden, hidden + m_hidden, row, row[m_hidden]);
    }
}

std::vector<float> DigitClassifier::probabilities(std::span<const std::uint8_t> pixels) const {
    const std::size_t n = pixels.size() / m_images->imageSize();
    std::vector<float> hidden(n * m_hidden);
    m_backend.hiddenProbabilities(pixels, hidden);
    std::vector<float> p(n * m_classes);
    for (std::size_t i = 0; i < n; ++i) {
        scores(&hidden[i * m_hidden], m_mean, &p[i * m_classes]);
        softmax(&p[i * m_classes], m_classes);
    }
    return p;
}

double DigitClassifier::accuracy(const Dataset &images) const {
    requireLabels(images);
    std::size_t right = 0;
    for (std::size_t at = 0; at < images.count(); at += kTogether) {
        const std::size_t n = std::min(kTogether, images.count() - at);
        const std::size_t size = images.imageSize();
        const auto p = probabilities(std::span(images.pixels).subspan(at * size, n * size));
        for (std::size_t i = 0; i < n; ++i) {
            const auto first = p.begin() + static_cast<std::ptrdiff_t>(i * m_classes);
            const auto best =
                std::max_element(first, first + static_cast<std::ptrdiff_t>(m_classes)) - first;
            right += best == images.labels[at + i] ? 1 : 0;
        }
    }
    return static_cast<double>(right) / static_cast<double>(images.count());
}

} // namespace rbm
