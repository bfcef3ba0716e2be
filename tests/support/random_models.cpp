// Models and images for the tests of backends: see reference_backend.h.
#include "tests/support/reference_backend.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace rbm::test {

RbmParameters randomModel(std::size_t visible, std::size_t hidden, double scale,
                          std::uint64_t seed) {
    auto p = RbmParameters::zeros(visible, hidden);
    std::mt19937_64 generator(seed);
    std::normal_distribution<double> weight(0, scale);
    std::normal_distribution<double> bias(-0.5, 0.5);
    std::generate(p.weights.begin(), p.weights.end(), [&] { return weight(generator); });
    std::generate(p.visibleBias.begin(), p.visibleBias.end(), [&] { return bias(generator); });
    std::generate(p.hiddenBias.begin(), p.hiddenBias.end(), [&] { return bias(generator); });
    return p;
}

RbmParameters sum(RbmParameters a, const RbmParameters &b) {
    const auto add = [](std::vector<float> &x, const std::vector<float> &y) {
        std::transform(x.begin(), x.end(), y.begin(), x.begin(), std::plus<>());
    };
    add(a.weights, b.weights);
    add(a.visibleBias, b.visibleBias);
    add(a.hiddenBias, b.hiddenBias);
    return a;
}

double bruteForceLogZ(const RbmParameters &p) {
    std::vector<double> logs;
    for (std::uint32_t state = 0; state < (1U << p.visible); ++state) {
        std::vector<float> v(p.visible);
        for (std::size_t i = 0; i < p.visible; ++i) {
            v[i] = static_cast<float>(state >> i & 1U);
        }
        logs.push_back(-freeEnergy(p, v));
    }
    const double largest = *std::max_element(logs.begin(), logs.end());
    double sum = 0;
    for (const double x : logs) {
        sum += std::exp(x - largest);
    }
    return largest + std::log(sum);
}

std::shared_ptr<const Dataset> randomImages(std::size_t width, std::size_t height,
                                            std::size_t count, bool gray, std::uint64_t seed) {
    auto data = std::make_shared<Dataset>();
    data->width = width;
    data->height = height;
    std::mt19937_64 generator(seed);
    for (std::size_t at = 0; at < width * height * count; ++at) {
        const auto byte = static_cast<std::uint8_t>(generator() >> 56);
        data->pixels.push_back(gray ? byte : (byte < 128 ? 0 : 255));
    }
    return data;
}

} // namespace rbm::test
