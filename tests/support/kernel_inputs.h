#pragma once

#include "engine/cpu/aligned_vector.h"
#include "engine/cpu/draw_kernels.h"

#include <cmath>
#include <cstdint>
#include <random>

namespace rbm::test {

inline double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

/// Random numbers of one test.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_generator(seed) {}
    std::uint64_t bits() { return m_generator(); }
    /// In [low, high].
    int between(int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(m_generator);
    }
    std::size_t size(std::size_t low, std::size_t high) {
        return static_cast<std::size_t>(between(static_cast<int>(low), static_cast<int>(high)));
    }
    /// In (-largest, largest).
    float real(double largest) {
        return static_cast<float>(
            std::uniform_real_distribution<double>(-largest, largest)(m_generator));
    }
    std::int16_t number() { return static_cast<std::int16_t>(between(-32768, 32767)); }

private:
    std::mt19937_64 m_generator;
};

/// The scales of some units as setScales() makes them, with any biases.
struct Units {
    cpu::AlignedVector<float> step, bias;
    cpu::AlignedVector<std::int16_t> limit, multiplier;

    void add(int exponent, float realBias) {
        step.push_back(std::ldexp(1.0F, -exponent));
        bias.push_back(realBias);
        limit.push_back(static_cast<std::int16_t>(32767 >> (12 - exponent)));
        multiplier.push_back(static_cast<std::int16_t>(1 << (12 - exponent)));
    }
    cpu::UnitScales scales() const {
        return {step.data(), limit.data(), multiplier.data(), bias.data()};
    }
};

} // namespace rbm::test
