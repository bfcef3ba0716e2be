#pragma once

#include <cstddef>

namespace rbm::cpu {

/// sum_u softplus(y_u(to)) - softplus(y_u(from)), where y_u(beta) = d + beta (x - d)
/// goes from base[u] = d to input[u] = x; n is a multiple of kBlock. The error is
/// about 1e-6 of the sum of the terms' magnitudes: small steps are integrated,
/// not subtracted.
double softplusChange(const float *input, const float *base, std::size_t n, float from, float to);

} // namespace rbm::cpu
