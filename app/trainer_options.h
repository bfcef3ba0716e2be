#pragma once

#include "engine/training/training_config.h"

#include <CLI/CLI.hpp>

#include <ostream>
#include <string>

namespace rbm {

/// The options of a training that the original has not: the trainer and its variants.
class TrainerOptions {
public:
    void addTo(CLI::App &app, TrainingConfig &config);

    /// --preset. Must come before all options whose values it sets (`pixels` takes a name), so
    /// that those which are given beside it win.
    void addPresetTo(CLI::App &app, TrainingConfig &config, std::string &pixels);

    /// Takes over the words that were given. Throws Error where one is unknown.
    void apply(TrainingConfig &config) const;

    /// Throws UsageError naming the first option that was given and differs from a run that is
    /// to go on; `run` is its file.
    void refuseOthers(const CLI::App &app, const TrainingConfig &given, const TrainingConfig &kept,
                      const std::string &run) const;

private:
    std::string m_algorithm = algorithmName(TrainingConfig{}.algorithm);
    std::string m_schedule = scheduleName(TrainingConfig{}.schedule);
};

/// A line "name: value" for each of these options that is not the original's.
void printTrainer(const TrainingConfig &config, std::ostream &out);

} // namespace rbm
