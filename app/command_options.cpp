#include "app/command_options.h"

#include "app/command_line.h"
#include "engine/base/shown_text.h"
#include "engine/data/idx.h"
#include "engine/likelihood/log_likelihood.h"
#include "engine/random/philox.h"
#include "ui/support/data_folder.h"
#include "ui/support/starter_digits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <system_error>
#include <utility>

namespace rbm {

namespace fs = std::filesystem;

void throwIfStopped() {
    if (stopRequested.load())
        throw Interrupted{};
}

void addDataOption(CLI::App &app, std::string &folder) {
    app.add_option("--data", folder,
                   "Folder with the IDX files, or starter: the 2,500 digits that are compiled in; "
                   "else $RBM_DATA_DIR, else the user's data folder")
        ->type_name("DIR");
}

CLI::Option *addSeedOption(CLI::App &app, std::uint64_t &seed) {
    // CLI11 would take -1 for 2^64 - 1, and clip what is larger.
    const auto isNumber = [](const std::string &text) {
        std::uint64_t value = 0;
        const char *end = text.data() + text.size();
        const auto parsed = std::from_chars(text.data(), end, value);
        return parsed.ec == std::errc() && parsed.ptr == end
                   ? std::string()
                   : "'" + shown(text) + "' is no whole number from 0 to 2^64 - 1";
    };
    return app.add_option("--seed", seed, "Seed of all random numbers")->check(isNumber);
}

void DeviceOptions::addTo(CLI::App &app) {
    app.add_option("--threads", threads, "Threads to compute on, 0: one per core")
        ->check(CLI::Range(0, 4096));
    auto *with = app.add_flag("--cuda", cuda, "Insist on an NVIDIA card");
    auto *without = app.add_flag("--no-cuda", noCuda, "Compute on the processor");
    with->excludes(without);
    app.add_option("--device-id", deviceId, "Which card")->check(CLI::NonNegativeNumber);
}

void DeviceOptions::addSimdTo(CLI::App &app) {
    app.add_option("--simd", simd, "SIMD target of the CPU backend, such as AVX2, else the best");
}

BackendOptions DeviceOptions::forBackend() const {
    BackendOptions options;
    options.threads = threads;
    options.deviceId = deviceId;
    options.simd = simd;
    return options;
}

std::unique_ptr<Backend> DeviceOptions::makeBackend() const {
    const BackendOptions options = forBackend();
    if (cuda)
        return rbm::makeBackend(BackendChoice::Cuda, options);
    return rbm::makeBackend(noCuda ? BackendChoice::Cpu : BackendChoice::Auto, options);
}

std::vector<std::unique_ptr<Backend>> DeviceOptions::makeBackends() const {
    std::vector<std::unique_ptr<Backend>> backends;
    if (cuda || noCuda) {
        backends.push_back(makeBackend());
        return backends;
    }
    const BackendOptions options = forBackend();
    for (const BackendEntry &entry : listBackends(options)) {
        const auto choice = entry.name == "CUDA" ? BackendChoice::Cuda : BackendChoice::Cpu;
        if (entry.available)
            backends.push_back(rbm::makeBackend(choice, options));
    }
    return backends;
}

void addConfigOptions(CLI::App &app, TrainingConfig &config, std::string &pixels) {
    app.add_option("--num-hidden", config.numHidden, "Hidden units")->check(CLI::Range(1, 16384));
    app.add_option("--k", config.k, "Gibbs steps per update")->check(CLI::Range(1, 100000));
    app.add_option("--batch-size", config.batchSize, "Images per update, and chains")
        ->check(CLI::Range(1, 100000));
    app.add_option("--learning-rate", config.learningRate,
                   "Learning rate; the step on the mean gradient is this / batch size");
    app.add_option("--momentum", config.momentum, "Momentum");
    addSeedOption(app, config.seed);
    app.add_option("--pixels", pixels, "How gray pixels are used")
        ->check(CLI::IsMember({"gray", "sampled", "threshold"}));
}

void addLoaderOption(CLI::App &app, std::size_t &threads) {
    app.add_option("--data-loader-num-worker", threads, "Threads that prepare the next images")
        ->check(CLI::Range(0, 256));
}

void addAisOptions(CLI::App &app, AisOptions &options) {
    app.add_option("--ais-batch-size", options.batchSize, "AIS runs per batch")
        ->check(CLI::Range(1, 10000000));
    app.add_option("--ais-num-batch", options.numBatch, "AIS batches")
        ->check(CLI::Range(1, 10000000));
    app.add_option("--ais-intermediate-steps", options.intermediateSteps, "AIS temperatures")
        ->check(CLI::Range(1, 10000000));
    app.add_option("--ais-burn-in-steps", options.burnInSteps,
                   "Gibbs sweeps at each AIS temperature");
}

void checkUsage(const std::function<void()> &check) {
    try {
        check();
    } catch (const Error &error) {
        throw UsageError(error.what());
    }
}

DatasetPair loadData(const std::string &named) {
    if (named == kStarterData)
        return loadStarterDigits();
    const fs::path folder = dataFolder(named);
    if (const std::string trouble = troubleWithFolder(folder); !trouble.empty())
        throw Error(fmt::format("Cannot look into the data folder {}: {}; change its permissions, "
                                "or name another with --data.",
                                folder.string(), trouble));
    if (!hasDataFiles(folder))
        throw Error(fmt::format("No data in {}: get MNIST with rbm fetch, take the digits that are "
                                "compiled in with --data {}, or name a folder that has "
                                "train-images-idx3-ubyte and t10k-images-idx3-ubyte (plain or .gz) "
                                "with --data or ${}.",
                                folder.string(), kStarterData, kDataVariable));
    return loadDataFolder(folder);
}

void requireFit(const Model &model, const std::string &path, const Dataset &data) {
    if (data.imageSize() != model.parameters.visible)
        throw Error(fmt::format("The images have {} x {} pixels, but the model {} has {} visible "
                                "units ({} x {}): name the data that it was trained on with "
                                "--data.",
                                data.width, data.height, path, model.parameters.visible,
                                model.width, model.height));
}

std::vector<std::uint8_t> chooseImages(const Dataset &data, std::size_t count, std::uint64_t seed) {
    const std::size_t images = data.count();
    if (images == 0)
        throw Error("The data holds no image to start at.");
    std::vector<std::size_t> order(images);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::uint8_t> chosen;
    chosen.reserve(count * data.imageSize());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = i % images;
        const auto bits =
            randomBits(seed, Purpose::DigitChoice, 0, 0, static_cast<std::uint32_t>(i));
        const auto offset =
            static_cast<std::size_t>(toUnit(bits) * static_cast<double>(images - place));
        std::swap(order[place], order[std::min(place + offset, images - 1)]);
        const auto image = data.image(order[place]);
        chosen.insert(chosen.end(), image.begin(), image.end());
    }
    return chosen;
}

LogPartition runAis(Backend &backend, const AisOptions &options, std::uint64_t seed,
                    const Progress &progress) {
    AisEstimator estimator(backend, options, seed);
    const std::uint64_t total = options.numBatch * options.intermediateSteps;
    for (std::uint64_t done = 0; estimator.advance();) {
        throwIfStopped();
        if (progress)
            progress(++done, total);
    }
    return estimator.result();
}

double meanNegativeFreeEnergy(const Backend &backend, std::span<const std::uint8_t> pixels,
                              std::size_t visible) {
    MeanNegativeFreeEnergy mean(backend, pixels, visible);
    while (mean.advance())
        throwIfStopped();
    return mean.mean();
}

std::string describeSampleSize(const LogPartition &estimate) {
    const auto runs = static_cast<double>(estimate.runs);
    std::string text = fmt::format("AIS effective sample size {:.1f} of {} runs.",
                                   estimate.effectiveSampleSize, estimate.runs);
    if (estimate.effectiveSampleSize < 0.1 * runs)
        text += " That is less than 10 %: log Z is probably too low, so take the log-likelihood "
                "as an upper-biased estimate.";
    return text;
}

} // namespace rbm
