#pragma once

#include "engine/model/parameters.h"

#include <cstddef>

namespace rbm::test {

/// Two modes of the same weight: one hidden unit wants all of 12 visible units on, the other all
/// off; between them is a barrier of 10 nats, at beta 0 there is none.
inline RbmParameters twoModes() {
    constexpr std::size_t kUnits = 12;
    auto p = RbmParameters::zeros(kUnits, 2);
    for (std::size_t i = 0; i < kUnits; ++i) {
        p.weights[2 * i] = 3;
        p.weights[2 * i + 1] = -3;
    }
    p.hiddenBias = {-18, 18};
    return p;
}

} // namespace rbm::test
