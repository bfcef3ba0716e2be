#include "tests/support/exact_samples.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace rbm::test {
namespace {

/// b_i + (W h)_i for the hidden state whose bits these are.
std::vector<double> visibleInputs(const RbmParameters &p, std::size_t hidden) {
    std::vector<double> inputs(p.visibleBias.begin(), p.visibleBias.end());
    for (std::size_t i = 0; i < p.visible; ++i) {
        for (std::size_t j = 0; j < p.hidden; ++j) {
            if ((hidden >> j & 1U) != 0) {
                inputs[i] += static_cast<double>(p.weights[i * p.hidden + j]);
            }
        }
    }
    return inputs;
}

/// log p*(h) of every hidden state.
std::vector<double> hiddenLogWeights(const RbmParameters &p) {
    std::vector<double> logs;
    for (std::size_t h = 0; h < std::size_t{1} << p.hidden; ++h) {
        double sum = 0;
        for (std::size_t j = 0; j < p.hidden; ++j) {
            sum += static_cast<double>(h >> j & 1U) * static_cast<double>(p.hiddenBias[j]);
        }
        for (const double input : visibleInputs(p, h)) {
            sum += softplus(input);
        }
        logs.push_back(sum);
    }
    return logs;
}

} // namespace

std::shared_ptr<const Dataset> exactSamples(const RbmParameters &p, std::size_t count,
                                            std::uint64_t seed) {
    std::vector<double> weights = hiddenLogWeights(p);
    const double largest = *std::max_element(weights.begin(), weights.end());
    for (double &weight : weights) {
        weight = std::exp(weight - largest);
    }
    std::mt19937_64 generator(seed);
    std::discrete_distribution<std::size_t> states(weights.begin(), weights.end());
    std::uniform_real_distribution<double> uniform;
    auto data = std::make_shared<Dataset>();
    data->width = p.visible;
    data->height = 1;
    for (std::size_t n = 0; n < count; ++n) {
        for (const double input : visibleInputs(p, states(generator))) {
            data->pixels.push_back(uniform(generator) < 1 / (1 + std::exp(-input)) ? 255 : 0);
        }
    }
    return data;
}

} // namespace rbm::test
