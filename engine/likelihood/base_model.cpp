#include "engine/likelihood/base_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rbm {
namespace {

/// As many images show the hidden units' mean activity well enough.
constexpr std::size_t kImages = 1000;

/// The RNG's number of the first of these, far from those of any run.
constexpr std::uint32_t kFirstImage = 1U << 31;

/// The logit of the mean of `count` values, with another one of 1/2.
float logit(double sum, std::size_t count) {
    const double p = (sum + 0.5) / (static_cast<double>(count) + 1);
    return static_cast<float>(std::log(p / (1 - p)));
}

std::vector<float> hiddenLogits(const Backend &backend, const Dataset &images, std::uint64_t seed) {
    const std::size_t count = std::min(kImages, images.count());
    auto pixels = sampleImages(images, count, seed, kFirstImage);
    for (std::uint8_t &pixel : pixels) {
        pixel = static_cast<std::uint8_t>(pixel * 255);
    }
    const std::size_t hidden = backend.sampledParameters().hidden;
    std::vector<float> probabilities(count * hidden);
    backend.hiddenProbabilities(pixels, probabilities);
    std::vector<float> biases;
    for (std::size_t j = 0; j < hidden; ++j) {
        double sum = 0;
        for (std::size_t n = 0; n < count; ++n) {
            sum += static_cast<double>(probabilities[n * hidden + j]);
        }
        biases.push_back(logit(sum, count));
    }
    return biases;
}

} // namespace

double BaseModel::logZ() const {
    double sum = 0;
    for (const auto *biases : {&visibleBias, &hiddenBias}) {
        for (const float bias : *biases) {
            sum += softplus(static_cast<double>(bias));
        }
    }
    return sum;
}

BaseModel fitBaseModel(const Backend &backend, const Dataset &images, std::uint64_t seed) {
    return {meanPixelLogits(images), hiddenLogits(backend, images, seed)};
}

std::vector<std::uint8_t> sampleVisible(const BaseModel &base, std::size_t count,
                                        std::uint64_t seed, std::uint32_t firstChain) {
    const std::size_t visible = base.visibleBias.size();
    std::vector<std::uint8_t> states(count * visible);
    for (std::size_t at = 0; at < states.size(); ++at) {
        const auto chain = static_cast<std::uint32_t>(firstChain + at / visible);
        const auto unit = static_cast<std::uint32_t>(at % visible);
        const double p = 1 / (1 + std::exp(-static_cast<double>(base.visibleBias[unit])));
        states[at] = toUnit(randomBits(seed, Purpose::AisStart, 0, chain, unit)) < p ? 1 : 0;
    }
    return states;
}

std::vector<std::uint8_t> sampleImages(const Dataset &images, std::size_t count, std::uint64_t seed,
                                       std::uint32_t firstChain) {
    constexpr std::uint32_t kChoice = std::numeric_limits<std::uint32_t>::max(); // no pixel's
    const std::size_t visible = images.imageSize();
    std::vector<std::uint8_t> states;
    states.reserve(count * visible);
    for (std::size_t n = 0; n < count; ++n) {
        const auto chain = static_cast<std::uint32_t>(firstChain + n);
        const double u = toUnit(randomBits(seed, Purpose::AisStart, 1, chain, kChoice));
        const auto chosen = static_cast<std::size_t>(u * static_cast<double>(images.count()));
        const auto image = images.image(chosen);
        for (std::size_t i = 0; i < visible; ++i) {
            const auto bits =
                randomBits(seed, Purpose::AisStart, 1, chain, static_cast<std::uint32_t>(i));
            states.push_back(toUnit(bits) < image[i] / 255.0 ? 1 : 0);
        }
    }
    return states;
}

} // namespace rbm
