#include "engine/likelihood/annealing_schedule.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rbm {
namespace {

constexpr double kEvenShare = 0.1;

/// The density of temperatures in each part; its mean is 1.
std::vector<double> densityOf(std::span<const double> friction) {
    std::vector<double> density;
    for (const double f : friction) {
        density.push_back(std::sqrt(f));
    }
    const double mean =
        std::accumulate(density.begin(), density.end(), 0.0) / static_cast<double>(density.size());
    for (double &d : density) {
        d = mean > 0 ? kEvenShare + (1 - kEvenShare) * d / mean : 1;
    }
    return density;
}

} // namespace

std::vector<float> evenTemperatures(std::size_t steps) {
    std::vector<float> betas;
    for (std::size_t t = 0; t <= steps; ++t) {
        betas.push_back(static_cast<float>(static_cast<double>(t) / static_cast<double>(steps)));
    }
    return betas;
}

std::vector<float> placeTemperatures(std::span<const double> friction, std::size_t steps) {
    const std::vector<double> density = densityOf(friction);
    const auto parts = static_cast<double>(density.size());
    std::vector<float> betas;
    std::size_t part = 0;
    double before = 0; // the share of temperatures below `part`
    for (std::size_t t = 0; t < steps; ++t) {
        const double share = parts * static_cast<double>(t) / static_cast<double>(steps);
        while (part + 1 < density.size() && before + density[part] <= share) {
            before += density[part++];
        }
        const double within = std::min(1.0, (share - before) / density[part]);
        betas.push_back(static_cast<float>((static_cast<double>(part) + within) / parts));
    }
    betas.push_back(1);
    return betas;
}

double frictionOf(std::span<const double> gained, double width, std::size_t sweeps) {
    const auto n = static_cast<double>(gained.size());
    const double mean = std::accumulate(gained.begin(), gained.end(), 0.0) / n;
    double squares = 0;
    for (const double g : gained) {
        squares += (g - mean) * (g - mean);
    }
    return squares / (n - 1) * static_cast<double>(sweeps) / (width * width);
}

} // namespace rbm
