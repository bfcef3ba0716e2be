#pragma once

#include "engine/random/chain_draw.h"

#include <cmath>
#include <cstdint>

/// Code that the kernels and the tests on the processor share.
#ifdef __CUDACC__
#define RBM_PORTABLE __host__ __device__
#else
#define RBM_PORTABLE
#endif

namespace rbm::cuda {

RBM_PORTABLE inline float sigmoid(float x) {
    const float e = expf(-fabsf(x));
    return (x < 0 ? e : 1.0F) / (1.0F + e);
}

/// log(1 + e^x).
RBM_PORTABLE inline float softplus(float x) { return fmaxf(x, 0.0F) + log1pf(expf(-fabsf(x))); }

/// Whether a unit with this input is on: uniform(draw, unit) < sigmoid(input). `high` is
/// highBits(draw, unit). Where the float cannot tell, one draw in 50,000, double precision does
/// with all bits.
RBM_PORTABLE inline bool isOn(float input, const Draw &draw, std::uint32_t unit,
                              std::int16_t high) {
    constexpr float kScale = 65536;
    constexpr float kError = 0.03F; // some eight roundings of a number below 65536
    const float number = static_cast<float>(high) + 32768;
    const float threshold = kScale * sigmoid(input);
    if (number + 1 + kError < threshold) {
        return true;
    }
    if (number > threshold + kError) {
        return false;
    }
    return toUnit(high, lowBits(draw, unit)) < 1 / (1 + exp(-static_cast<double>(input)));
}

} // namespace rbm::cuda
