#include "engine/benchmark/measure_backend.h"

#include "engine/base/error.h"
#include "engine/sampling/gibbs_sampler.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace rbm {

namespace {

/// More than anybody waits for.
constexpr std::size_t kMost = 1'000'000;

void beat(const Pulse &pulse) {
    if (pulse) {
        pulse();
    }
}

double sum(const UpdateTimes &times) { return times.positive + times.chains + times.statistics; }

/// Adds the seconds of each measured update of one repetition to `seconds`: alone, or where the
/// backend works beside its caller and a wait after each would be no training, the mean over all.
/// Returns what the backend says of their parts.
UpdateTimes measureRepetition(Backend &backend, PcdTrainer &trainer, const LiveControls &controls,
                              const MeasureOptions &options, const Pulse &pulse,
                              std::vector<double> &seconds) {
    for (std::size_t i = 0; i < options.warmUpUpdates; ++i) {
        beat(pulse);
        trainer.update(controls);
    }
    backend.wait();
    const UpdateTimes before = backend.updateTimes();
    const std::size_t together = backend.isInMainMemory() ? 1 : options.updates;
    for (std::size_t i = 0; i < options.updates; i += together) {
        beat(pulse);
        const double passed = secondsOf([&] {
            for (std::size_t update = 0; update < together; ++update) {
                trainer.update(controls);
            }
            backend.wait();
        });
        seconds.push_back(passed / static_cast<double>(together));
    }
    const UpdateTimes after = backend.updateTimes();
    return {after.positive - before.positive, after.chains - before.chains,
            after.statistics - before.statistics};
}

std::vector<std::uint8_t> firstImages(const Dataset &data, std::size_t count) {
    if (data.count() == 0) {
        throw Error("The data holds no image to start chains at.");
    }
    std::vector<std::uint8_t> images;
    images.reserve(count * data.imageSize());
    for (std::size_t i = 0; i < count; ++i) {
        const auto image = data.image(i % data.count());
        images.insert(images.end(), image.begin(), image.end());
    }
    return images;
}

} // namespace

void requireValid(const MeasureOptions &options) {
    const auto check = [](const char *name, std::size_t value, std::size_t low) {
        if (value < low || value > kMost) {
            throw Error(std::string("The number of ") + name + " is " + std::to_string(value) +
                        "; it must be from " + std::to_string(low) + " to " +
                        std::to_string(kMost) + ".");
        }
    };
    check("warm-up updates", options.warmUpUpdates, 0);
    check("measured updates", options.updates, 1);
    check("repetitions", options.repetitions, 1);
    check("watched chains", options.watchedChains, 1);
    check("warm-up steps", options.warmUpSteps, 0);
    check("measured steps", options.watchedSteps, 1);
    requireValid(options.ais);
}

UpdateSpeed measureUpdates(Backend &backend, const std::shared_ptr<const Dataset> &data,
                           const TrainingState &state, const MeasureOptions &options,
                           const Pulse &pulse) {
    requireValid(options);
    UpdateSpeed speed;
    UpdateTimes parts;
    double all = 0;
    std::vector<std::vector<double>> runs(options.repetitions);
    for (auto &run : runs) {
        PcdTrainer trainer(backend, data, state, options.loaderThreads);
        speed.updatesPerEpoch = trainer.updatesPerEpoch();
        const UpdateTimes times =
            measureRepetition(backend, trainer, state.controls, options, pulse, run);
        parts.positive += times.positive;
        parts.chains += times.chains;
        parts.statistics += times.statistics;
        for (const double seconds : run) {
            all += seconds * static_cast<double>(options.updates) / static_cast<double>(run.size());
        }
    }
    speed.seconds = meanSpread(runs);
    if (sum(parts) > 0 && all > 0) {
        speed.shares = {parts.positive / all, parts.chains / all, parts.statistics / all};
    }
    return speed;
}

ChainSpeed measureChains(Backend &backend, const Dataset &data, const TrainingState &state,
                         const MeasureOptions &options, const Pulse &pulse) {
    requireValid(options);
    backend.setParameters(state.parameters);
    const auto starts = firstImages(data, options.watchedChains);
    std::vector<double> seconds;
    for (std::size_t i = 0; i < options.repetitions; ++i) {
        beat(pulse);
        GibbsSampler sampler(backend, starts, options.watchedChains, state.config.seed);
        sampler.advance(options.warmUpSteps);
        backend.wait();
        const double passed = secondsOf([&] {
            sampler.advance(options.watchedSteps);
            backend.wait();
        });
        seconds.push_back(passed / static_cast<double>(options.watchedSteps));
    }
    return {spreadOf(std::move(seconds)), options.watchedChains};
}

Spread measureAis(Backend &backend, const TrainingState &state, const MeasureOptions &options,
                  const Pulse &pulse) {
    requireValid(options);
    backend.setParameters(state.parameters);
    std::vector<double> seconds;
    for (std::size_t i = 0; i < options.repetitions; ++i) {
        seconds.push_back(secondsOf([&] {
            AisEstimator estimator(backend, options.ais, state.config.seed);
            while (estimator.advance()) {
                beat(pulse);
            }
        }));
    }
    return spreadOf(std::move(seconds));
}

BackendSpeed measureBackend(Backend &backend, const std::shared_ptr<const Dataset> &data,
                            const TrainingState &state, const MeasureOptions &options,
                            const Pulse &pulse) {
    BackendSpeed speed;
    speed.updates = measureUpdates(backend, data, state, options, pulse);
    speed.chains = measureChains(backend, *data, state, options, pulse);
    speed.ais = measureAis(backend, state, options, pulse);
    return speed;
}

} // namespace rbm
