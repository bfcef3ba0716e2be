#pragma once

#include "engine/training/pcd_trainer.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace rbm {

/// A point of a training run from which to measure.
struct BenchmarkState {
    std::uint64_t epoch = 0; ///< completed epochs
    TrainingState state;
    std::filesystem::path file; ///< its checkpoint; empty where none is kept
};

/// Which run, and where its states are kept.
struct StateRequest {
    TrainingConfig config; ///< numEpoch is not heeded
    std::shared_ptr<const Dataset> data;
    std::vector<std::size_t> epochs; ///< those wanted, in any order
    std::filesystem::path folder;    ///< of the checkpoints; empty: none is read or written
    std::size_t loaderThreads = 4;
};

/// Called before each update of the training, with what is done and what there
/// is to do; it may throw to stop. Epochs that were completed stay cached.
using TrainingProgress = std::function<void(std::uint64_t update, std::uint64_t total)>;

/// The start states of `request.epochs`, ascending and each once: from their
/// checkpoints where these are there and fit, else trained on from the nearest
/// earlier one, and kept. The checkpoints' names tell all that a state depends
/// on, the data by a checksum. While it trains, a checkpoint is kept after each
/// epoch, so that an interrupted training goes on from there. A checkpoint that
/// cannot be used is as none. Throws Error.
std::vector<BenchmarkState> trainedStates(Backend &backend, const StateRequest &request,
                                          const TrainingProgress &progress = {});

} // namespace rbm
