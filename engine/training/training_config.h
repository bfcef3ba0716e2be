#pragma once

#include "engine/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace rbm {

/// What a training run is made of; the defaults are the original's.
struct TrainingConfig {
    std::size_t numHidden = 500;
    std::size_t k = 30;         ///< Gibbs steps per update
    std::size_t batchSize = 80; ///< images per update, and number of persistent chains
    std::size_t numEpoch = 130;
    double learningRate = 0.1; ///< the step on the mean gradient is learningRate / batchSize
    double momentum = 0.3;
    std::uint64_t seed = 1;
    Pixels pixels = Pixels::Gray;

    bool operator==(const TrainingConfig &) const = default;
};

/// Throws Error naming the first value out of range and the range.
void requireValid(const TrainingConfig &config);

/// JSON with the option names of the command line ("num-hidden": 500, ...).
std::string toJson(const TrainingConfig &config);

/// The reverse; missing members keep their defaults. Throws Error.
TrainingConfig trainingConfigFromJson(const std::string &json);

/// What may change while a run trains; read once per update.
struct LiveControls {
    double learningRate = 0.1;
    double momentum = 0.3;
};

} // namespace rbm
