#pragma once

#include "engine/inspection/unit_order.h"
#include "engine/inspection/unit_statistics.h"

#include <array>
#include <cstdint>
#include <vector>

namespace rbm {

/// What the Filters tab tells of all hidden units, of the parameters after one
/// update. Immutable once published.
struct Inspection {
    std::uint64_t update = 0;  ///< completed updates
    double epoch = 0;          ///< completed epochs, with the fraction of the one under way
    std::vector<float> biases; ///< [H]
    std::vector<float> norms;  ///< [H], of the weights
    UnitStatistics statistics; ///< of all training images
    /// For each UnitSort the unit by place, [H].
    std::array<std::vector<std::uint32_t>, kUnitSorts> orders;

    const std::vector<std::uint32_t> &order(UnitSort sort) const {
        return orders[static_cast<std::size_t>(sort)];
    }
};

} // namespace rbm
