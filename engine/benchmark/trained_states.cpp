#include "engine/benchmark/trained_states.h"

#include "engine/base/error.h"
#include "engine/training/checkpoint.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <system_error>

namespace rbm {

namespace {

namespace fs = std::filesystem;

std::string toText(double value) {
    std::array<char, 64> text;
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

/// FNV-1a in 64 bits, as 16 hexadecimal digits.
std::string checksum(std::span<const std::uint8_t> bytes) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const std::uint8_t byte : bytes) {
        hash = (hash ^ byte) * 0x100000001b3;
    }
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) {
        digits += "0123456789abcdef"[(hash >> shift) & 15];
    }
    return digits;
}

/// The name without the epoch.
std::string runName(const TrainingConfig &config, const Dataset &data) {
    return "benchmark-" + checksum(data.pixels) + "-" + std::to_string(data.width) + "x" +
           std::to_string(data.height) + "-hidden" + std::to_string(config.numHidden) + "-k" +
           std::to_string(config.k) + "-batch" + std::to_string(config.batchSize) + "-rate" +
           toText(config.learningRate) + "-momentum" + toText(config.momentum) + "-" +
           pixelsName(config.pixels) + "-seed" + std::to_string(config.seed);
}

/// One training run and its checkpoints.
class CachedRun {
public:
    explicit CachedRun(const StateRequest &request) : m_request(request) {
        requireValid(request.config);
        if (request.data == nullptr || request.data->count() == 0) {
            throw Error("There are no training images to benchmark with.");
        }
        if (!request.folder.empty()) {
            m_name = runName(request.config, *request.data);
            makeFolder();
        }
    }

    fs::path file(std::size_t epoch) const {
        return keeps() ? m_request.folder / (m_name + "-epoch" + std::to_string(epoch) + kEnding)
                       : fs::path();
    }

    /// Absent where there is no checkpoint of this epoch that fits.
    std::optional<TrainingState> load(std::size_t epoch) const {
        auto state = loadFitting(file(epoch));
        const bool right = state && state->update == epoch * updatesPerEpoch();
        return right ? std::move(state) : std::nullopt;
    }

    /// The furthest before `epoch`: a kept epoch, or what an interrupted training
    /// left.
    std::optional<TrainingState> loadBefore(std::size_t epoch) const {
        auto left = loadRunning(epoch);
        const std::size_t first = left ? left->update / updatesPerEpoch() : 0;
        for (std::size_t before = keeps() ? epoch : 0; before > first; --before) {
            if (auto state = load(before - 1)) {
                return left && left->update >= state->update ? std::move(left) : std::move(state);
            }
        }
        return left;
    }

    void save(std::size_t epoch, const TrainingState &state) const { write(file(epoch), state); }
    void saveRunning(const TrainingState &state) const { write(running(), state); }

    void removeRunning() const {
        std::error_code ignored;
        if (keeps()) {
            fs::remove(running(), ignored);
        }
    }

    std::size_t updatesPerEpoch() const {
        const std::size_t batch = m_request.config.batchSize;
        return (m_request.data->count() + batch - 1) / batch;
    }

private:
    static constexpr const char *kEnding = ".safetensors";

    bool keeps() const { return !m_request.folder.empty(); }
    fs::path running() const {
        return keeps() ? m_request.folder / (m_name + "-running" + kEnding) : fs::path();
    }

    /// What an interrupted training left, if it is whole epochs up to `epoch`.
    std::optional<TrainingState> loadRunning(std::size_t epoch) const {
        auto state = loadFitting(running());
        const bool right = state && state->update % updatesPerEpoch() == 0 &&
                           state->update <= epoch * updatesPerEpoch();
        return right ? std::move(state) : std::nullopt;
    }

    void makeFolder() const {
        std::error_code failure;
        fs::create_directories(m_request.folder, failure);
        if (failure) {
            throw Error("Cannot make the folder " + m_request.folder.string() +
                        " for trained start states (" + failure.message() +
                        "); name another cache folder with XDG_CACHE_HOME.");
        }
    }

    void write(const fs::path &path, const TrainingState &state) const {
        if (keeps()) {
            saveCheckpoint(path, state, m_request.data->width, m_request.data->height);
        }
    }

    std::optional<TrainingState> loadFitting(const fs::path &path) const {
        std::error_code ignored;
        if (!keeps() || !fs::is_regular_file(path, ignored)) {
            return std::nullopt;
        }
        try {
            TrainingState state = loadCheckpoint(path);
            TrainingConfig config = m_request.config;
            config.numEpoch = state.config.numEpoch;
            const bool fits =
                state.config == config && state.parameters.visible == m_request.data->imageSize();
            return fits ? std::optional(std::move(state)) : std::nullopt;
        } catch (const Error &) {
            return std::nullopt;
        }
    }

    const StateRequest &m_request;
    std::string m_name;
};

/// Trains until `epoch` is completed; `total` is where the whole work ends.
void trainTo(std::size_t epoch, std::uint64_t total, PcdTrainer &trainer, const CachedRun &run,
             const LiveControls &controls, const TrainingProgress &progress) {
    while (trainer.updates() < epoch * run.updatesPerEpoch()) {
        if (progress) {
            progress(trainer.updates(), total);
        }
        trainer.update(controls);
        if (trainer.atEpochEnd() && trainer.epoch() < epoch) {
            run.saveRunning(trainer.state());
        }
    }
}

/// From the furthest of what is kept and of `previous`, else a new run.
std::unique_ptr<PcdTrainer> startTrainer(Backend &backend, const StateRequest &request,
                                         const CachedRun &run, std::size_t epoch,
                                         const TrainingState *previous) {
    const auto left = run.loadBefore(epoch);
    const TrainingState *from = previous;
    if (left && (from == nullptr || left->update > from->update)) {
        from = &*left;
    }
    if (from != nullptr) {
        return std::make_unique<PcdTrainer>(backend, request.data, *from, request.loaderThreads);
    }
    return std::make_unique<PcdTrainer>(backend, request.data, request.config,
                                        request.loaderThreads);
}

} // namespace

std::vector<BenchmarkState> trainedStates(Backend &backend, const StateRequest &request,
                                          const TrainingProgress &progress) {
    const CachedRun run(request);
    std::vector<std::size_t> epochs = request.epochs;
    std::sort(epochs.begin(), epochs.end());
    epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
    const LiveControls controls{request.config.learningRate, request.config.momentum};
    const std::uint64_t total = epochs.empty() ? 0 : epochs.back() * run.updatesPerEpoch();
    std::vector<BenchmarkState> states;
    for (const std::size_t epoch : epochs) {
        auto state = run.load(epoch);
        if (!state) {
            const TrainingState *previous = states.empty() ? nullptr : &states.back().state;
            const auto trainer = startTrainer(backend, request, run, epoch, previous);
            trainTo(epoch, total, *trainer, run, controls, progress);
            state = trainer->state();
            run.save(epoch, *state);
            run.removeRunning();
        }
        states.push_back({epoch, std::move(*state), run.file(epoch)});
    }
    return states;
}

} // namespace rbm
