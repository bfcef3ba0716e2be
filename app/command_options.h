#pragma once

#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/data/dataset.h"
#include "engine/likelihood/ais.h"
#include "engine/model/model_file.h"
#include "engine/training/training_config.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace rbm {

/// Options that do not fit together; the program then ends with code 2.
class UsageError : public Error {
public:
    using Error::Error;
};

/// Thrown where a command notices that it was asked to stop.
struct Interrupted {};
void throwIfStopped();

/// Where a command writes.
struct Console {
    std::ostream &out;
    std::ostream &err;
    bool terminal = false; ///< whether `err` is one, so that progress may be shown
};

/// A command: its options, and what to do once they are parsed.
struct Command {
    CLI::App *options = nullptr;
    std::function<int(Console &)> run;
};

Command makeTrainCommand(CLI::App &parent);
Command makeEvaluateCommand(CLI::App &parent);
Command makeSampleCommand(CLI::App &parent);
Command makeFiltersCommand(CLI::App &parent);
Command makeMixingCommand(CLI::App &parent);
Command makeInfoCommand(CLI::App &parent);
Command makeFetchCommand(CLI::App &parent);
Command makeBenchmarkCommand(CLI::App &parent);

/// --data, --seed.
void addDataOption(CLI::App &app, std::string &folder);
CLI::Option *addSeedOption(CLI::App &app, std::uint64_t &seed);

/// --threads, --cuda, --no-cuda, --device-id.
struct DeviceOptions {
    std::size_t threads = 0;
    int deviceId = 0;
    bool cuda = false;
    bool noCuda = false;
    std::string simd; ///< only where addSimdTo() offers it

    void addTo(CLI::App &app);
    void addSimdTo(CLI::App &app);
    std::unique_ptr<Backend> makeBackend() const;
    /// The one that was asked for, else all that are available, the best first.
    std::vector<std::unique_ptr<Backend>> makeBackends() const;

private:
    BackendOptions forBackend() const;
};

/// The options of a training run but for its length. `pixels` takes the name of
/// its pixels, see pixelsFromName().
void addConfigOptions(CLI::App &app, TrainingConfig &config, std::string &pixels);

/// The original's four options of annealed importance sampling.
void addAisOptions(CLI::App &app, AisOptions &options);

/// --data-loader-num-worker.
void addLoaderOption(CLI::App &app, std::size_t &threads);

/// Runs a check of the engine on options; what it refuses is wrong usage.
void checkUsage(const std::function<void()> &check);

/// --data with this word: the digits that are compiled in. A folder of that
/// name is still to be had as "./starter".
constexpr const char *kStarterData = "starter";

/// Loads the data from dataFolder(), or the starter digits. Throws Error, also
/// where nothing is there.
DatasetPair loadData(const std::string &named);

/// Throws Error where the images do not have as many pixels as the model units.
void requireFit(const Model &model, const std::string &path, const Dataset &data);

/// The bytes of `count` images chosen at random without repetition as long as
/// there are enough, a pure function of the seed.
std::vector<std::uint8_t> chooseImages(const Dataset &data, std::size_t count, std::uint64_t seed);

/// Estimates log Z of the backend's model by AIS. Throws Interrupted when asked to stop.
/// `progress`, where given, is called with the finished and all temperatures of all batches.
using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;
LogPartition runAis(Backend &backend, const AisOptions &options, std::uint64_t seed,
                    const Progress &progress = {});

/// The mean of -F(v) in nats. Throws Interrupted when asked to stop.
double meanNegativeFreeEnergy(const Backend &backend, std::span<const std::uint8_t> pixels,
                              std::size_t visible);

/// What to know about an estimate's effective sample size, a sentence or two.
std::string describeSampleSize(const LogPartition &estimate);

} // namespace rbm
