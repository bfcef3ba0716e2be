#pragma once

#include "engine/cpu/aligned_vector.h"
#include "tests/support/kernel_inputs.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

namespace rbm::test {

// Each rounding adds at most kUnit of what is rounded; kSecondOrder covers the
// products of such errors.
inline constexpr double kUnit = 1.0 / (1 << 24);
inline constexpr double kSecondOrder = 1.01;

inline void verifyNear(double value, double exact, double tolerance) {
    QVERIFY2(std::abs(value - exact) <= kSecondOrder * tolerance,
             qPrintable(QString("%1, not %2 within %3").arg(value).arg(exact).arg(tolerance)));
}

inline cpu::AlignedVector<float> randomFloats(Random &random, std::size_t n, double largest) {
    cpu::AlignedVector<float> values(n);
    std::generate(values.begin(), values.end(), [&] { return random.real(largest); });
    return values;
}

} // namespace rbm::test
