#pragma once

#include "app/command_options.h"
#include "app/epoch_likelihood.h"
#include "app/trainer_options.h"
#include "engine/training/pcd_trainer.h"
#include "engine/training/training_config.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <ostream>
#include <string>

namespace rbm {

/// What `rbm train` is asked for.
struct TrainOptions {
    TrainingConfig config;
    DeviceOptions device;
    std::string pixels = pixelsName(TrainingConfig{}.pixels);
    TrainerOptions trainer;
    LikelihoodOptions likelihood;
    std::string data;
    std::string output;
    std::string resume;
    std::string log;
    std::string samples;
    std::string controls;
    std::size_t checkpointEvery = 0;
    std::size_t loaderThreads = 4;
};

void addTrainOptions(CLI::App &app, TrainOptions &options);

/// Before the work begins. Throws UsageError, and Error where a file could not be written.
void check(const TrainOptions &options);

/// The checkpoint's run. The number of epochs, learning rate and momentum may
/// be given anew; what would make it another run may not.
TrainingState resumedState(const TrainOptions &options, const CLI::App &app);

/// A line for each setting, as the original prints them.
void printOptions(const TrainOptions &options, const TrainingConfig &config,
                  const DatasetPair &data, const BackendInfo &backend, std::ostream &out);

} // namespace rbm
