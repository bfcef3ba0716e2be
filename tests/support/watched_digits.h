#pragma once

#include "engine/training/training_config.h"
#include "ui/session/snapshot.h"
#include "ui/support/starter_digits.h"

#include <memory>
#include <vector>

namespace rbm::test {

// A small run on the starter digits with some chains to watch.

constexpr int kLong = 30000; ///< ms
constexpr std::size_t kChains = 12;

inline TrainingConfig smallConfig() {
    TrainingConfig config;
    config.numHidden = 16;
    config.k = 1;
    config.numEpoch = 2;
    return config;
}

inline const DatasetPair &digits() {
    static const DatasetPair pair = loadStarterDigits();
    return pair;
}

/// The first kChains test digits.
inline const ByteTiles &chainStarts() {
    static const ByteTiles starts = [] {
        const auto &data = digits().test;
        return std::make_shared<const std::vector<std::uint8_t>>(
            data->pixels.begin(),
            data->pixels.begin() + static_cast<std::ptrdiff_t>(kChains * data->imageSize()));
    }();
    return starts;
}

} // namespace rbm::test
