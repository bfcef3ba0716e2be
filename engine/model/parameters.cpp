#include "engine/model/parameters.h"

#include "engine/base/error.h"
#include "engine/random/philox.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace rbm {

namespace {

constexpr double kInitialDeviation = 0.01;

/// The generator's step tells the arrays apart.
enum Array : std::uint64_t { VisibleBias = 0, HiddenBias = 1, Weights = 2 };

/// Box-Muller (1958) on the two uniforms of this row and index.
float initialValue(std::uint64_t seed, Array array, std::size_t row, std::size_t index) {
    const auto chain = static_cast<std::uint32_t>(row);
    const auto unit = static_cast<std::uint32_t>(2 * index);
    const double u = toUnit(randomBits(seed, Purpose::Initialisation, array, chain, unit));
    const double w = toUnit(randomBits(seed, Purpose::Initialisation, array, chain, unit + 1));
    const double normal = std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * w);
    return static_cast<float>(kInitialDeviation * normal);
}

void requireFiniteArray(const std::vector<float> &values, const char *name) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            throw Error(Sentence("The parameter %1[%2] is not a finite number; use an undamaged "
                                 "model, or train again with a lower learning rate.",
                                 std::string(name), i));
        }
    }
}

} // namespace

RbmParameters RbmParameters::zeros(std::size_t visible, std::size_t hidden) {
    RbmParameters result;
    result.visible = visible;
    result.hidden = hidden;
    result.visibleBias.resize(visible);
    result.hiddenBias.resize(hidden);
    result.weights.resize(visible * hidden);
    return result;
}

RbmParameters initialParameters(std::size_t visible, std::size_t hidden, std::uint64_t seed) {
    RbmParameters result = RbmParameters::zeros(visible, hidden);
    for (std::size_t i = 0; i < visible; ++i) {
        result.visibleBias[i] = initialValue(seed, VisibleBias, 0, i);
    }
    for (std::size_t j = 0; j < hidden; ++j) {
        result.hiddenBias[j] = initialValue(seed, HiddenBias, 0, j);
    }
    for (std::size_t i = 0; i < visible; ++i) {
        for (std::size_t j = 0; j < hidden; ++j) {
            result.weights[i * hidden + j] = initialValue(seed, Weights, i, j);
        }
    }
    return result;
}

void requireFinite(const RbmParameters &parameters) {
    requireFiniteArray(parameters.visibleBias, "visible_layer_bias");
    requireFiniteArray(parameters.hiddenBias, "hidden_layer_bias");
    requireFiniteArray(parameters.weights, "interaction_weight");
}

double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

double freeEnergy(const RbmParameters &parameters, std::span<const float> v) {
    if (v.size() != parameters.visible) {
        throw Error("An image of " + std::to_string(v.size()) + " pixels does not fit a model of " +
                    std::to_string(parameters.visible) +
                    " visible units; use a model and data of "
                    "one size.");
    }
    std::vector<double> field(parameters.hiddenBias.begin(), parameters.hiddenBias.end());
    double energy = 0;
    for (std::size_t i = 0; i < parameters.visible; ++i) {
        const double value = v[i];
        energy -= parameters.visibleBias[i] * value;
        for (std::size_t j = 0; j < parameters.hidden; ++j) {
            field[j] += value * parameters.weights[i * parameters.hidden + j];
        }
    }
    for (const double x : field) {
        energy -= softplus(x);
    }
    return energy;
}

std::vector<float> reconstruct(const RbmParameters &parameters, std::span<const float> v) {
    const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
    std::vector<double> hidden(parameters.hiddenBias.begin(), parameters.hiddenBias.end());
    for (std::size_t i = 0; i < parameters.visible; ++i) {
        for (std::size_t j = 0; j < parameters.hidden && v[i] != 0; ++j) {
            hidden[j] += static_cast<double>(v[i]) *
                         static_cast<double>(parameters.weights[i * parameters.hidden + j]);
        }
    }
    std::transform(hidden.begin(), hidden.end(), hidden.begin(), sigmoid);
    std::vector<float> result(parameters.visible);
    for (std::size_t i = 0; i < parameters.visible; ++i) {
        auto input = static_cast<double>(parameters.visibleBias[i]);
        for (std::size_t j = 0; j < parameters.hidden; ++j) {
            input += hidden[j] * static_cast<double>(parameters.weights[i * parameters.hidden + j]);
        }
        result[i] = static_cast<float>(sigmoid(input));
    }
    return result;
}

} // namespace rbm
