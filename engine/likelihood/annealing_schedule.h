#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace rbm {

/// `steps` + 1 inverse temperatures from 0 to 1, evenly spaced.
std::vector<float> evenTemperatures(std::size_t steps);

/// `steps` + 1 inverse temperatures from 0 to 1 with the least variance of the log
/// weights near equilibrium: their density is proportional to the square root
/// of the friction (Sivak & Crooks 2012; without correlation in time it is the
/// thermodynamic length of Gelman & Meng 1998). The friction at beta is the
/// variance of d log p*_beta(v) / d beta times its correlation time; friction[k]
/// is its mean, to any scale, over part k of [0, 1] cut into equal parts, and must
/// not be negative. A tenth of the temperatures are spread evenly.
std::vector<float> placeTemperatures(std::span<const double> friction, std::size_t steps);

/// The friction over a part of width `width` that pilot runs crossed in `sweeps`
/// sweeps: the variance of the log weights that they gained there tells it,
/// for variance = friction * width^2 / sweeps when sweeps is well above the correlation time.
double frictionOf(std::span<const double> gained, double width, std::size_t sweeps);

} // namespace rbm
