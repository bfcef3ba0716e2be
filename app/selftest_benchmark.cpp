#include "app/selftest_benchmark.h"

#include "engine/base/error.h"
#include "engine/benchmark/measure_activity.h"
#include "engine/benchmark/measure_backend.h"
#include "engine/benchmark/trained_states.h"
#include "engine/data/idx.h"

#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <memory>
#include <span>
#include <string>

namespace rbm {

/// In a source that is made of resources/starter.
std::span<const std::uint8_t> starterImageBytes();

namespace {

constexpr std::size_t kImages = 60000;
constexpr std::size_t kSweeps = 20;
constexpr std::size_t kShowcaseSteps = 3000;

std::shared_ptr<const Dataset> repeatedStarterDigits() {
    const std::string name = "starter digits";
    const Dataset starter = makeDataset(parseIdx(starterImageBytes(), name), {}, name);
    if (starter.count() == 0) {
        throw Error("The digits that are compiled in are not there; build the program anew.");
    }
    auto repeated = std::make_shared<Dataset>();
    repeated->width = starter.width;
    repeated->height = starter.height;
    repeated->pixels.reserve(kImages * starter.imageSize());
    for (std::size_t i = 0; i < kImages; ++i) {
        const auto image = starter.image(i % starter.count());
        repeated->pixels.insert(repeated->pixels.end(), image.begin(), image.end());
    }
    return repeated;
}

void print(const BackendInfo &info, std::uint64_t epoch, const BackendSpeed &speed,
           const Activity &activity, std::ostream &out) {
    out << std::fixed << std::setprecision(3) << info.name << ", epoch " << epoch << ": "
        << speed.updates.secondsPerEpoch() << " s per epoch (median "
        << speed.updates.medianSecondsPerEpoch() << "), " << std::setprecision(1)
        << speed.updates.updatesPerSecond() << " updates/s, " << speed.chains.chainStepsPerSecond()
        << " chain steps/s, " << std::setprecision(3) << speed.chains.secondsFor(kShowcaseSteps)
        << " s for " << speed.chains.chains << " chains of " << kShowcaseSteps << " steps, AIS "
        << speed.ais.minimum << " s; " << std::setprecision(1) << activity.visible.on
        << " visible units on, " << activity.visible.flipped << " flip, " << activity.hidden.on
        << " hidden on, " << activity.hidden.flipped << " flip";
    if (const auto &shares = speed.updates.shares) {
        out << "; positive phase " << 100 * shares->positive << " %, chains "
            << 100 * shares->chains << " %, statistics " << 100 * shares->statistics << " %";
    }
    out << std::endl;
}

} // namespace

void benchmarkOnStarterDigits(Backend &backend, std::ostream &out) {
    StateRequest request;
    request.data = repeatedStarterDigits();
    request.epochs = {0, 1};
    const BackendInfo info = backend.info();
    out << info.name << ": " << info.device << ", " << info.detail << ", threads: " << info.threads
        << std::endl;
    for (const BenchmarkState &from : trainedStates(backend, request)) {
        const auto speed = measureBackend(backend, request.data, from.state, {});
        const auto activity = measureActivity(backend, from.state, kSweeps);
        print(info, from.epoch, speed, activity, out);
    }
}

} // namespace rbm
