#pragma once

#include "engine/training/pcd_trainer.h"

#include <filesystem>
#include <optional>
#include <string>

namespace rbm {

/// Which images a run was trained on; empty where a file does not tell.
struct DataNote {
    std::string name; ///< what people call them
    std::string key;  ///< the same for the same images, unlike that of others
};

/// Writes a checkpoint: a model file (see model_file.h) with, in addition, the
/// momentum (tensors `momentum_...`), the persistent chains, counters and seed
/// as metadata, and the history of the controls (tensor `control_changes`, the bytes of its
/// table) where it is known. Atomic. Throws Error.
void saveCheckpoint(const std::filesystem::path &path, const TrainingState &state,
                    std::size_t width, std::size_t height, const DataNote &data = {});

/// Throws Error, also for a model file that is no checkpoint.
TrainingState loadCheckpoint(const std::filesystem::path &path);

/// None for a model file without any of the tensors that a checkpoint adds. One
/// of them is enough to be a checkpoint, and where the others do not fit, Error
/// is thrown: a damaged run must not pass for a plain model.
std::optional<TrainingState> loadCheckpointIfOne(const std::filesystem::path &path);

/// What a checkpoint, or any model file, tells about its images. Throws Error.
DataNote loadDataNote(const std::filesystem::path &path);

} // namespace rbm
