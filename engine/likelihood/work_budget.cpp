#include "engine/likelihood/work_budget.h"

#include "engine/likelihood/annealing_schedule.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace rbm {
namespace {

using Clock = std::chrono::steady_clock;

/// Beyond these more runs narrow the interval as much as more temperatures do, and make
/// the effective sample size a better witness.
constexpr std::size_t kManyTemperatures = 20'000;
constexpr std::size_t kFewestTemperatures = 100;

std::size_t roundedDown(double value) {
    const std::size_t grain = value < 1000 ? 10 : 100;
    return static_cast<std::size_t>(value) / grain * grain;
}

} // namespace

double measureSecondsPerSweep(Backend &backend, const Dataset &images, std::uint64_t seed) {
    constexpr std::size_t kRuns = AnnealingPlan{}.runs;
    constexpr std::size_t kSteps = 4;
    constexpr std::chrono::milliseconds kLong{40};
    const RbmParameters sampled = backend.sampledParameters();
    const BaseModel base{std::vector<float>(sampled.visible, 0),
                         std::vector<float>(sampled.hidden, 0)};
    AnnealingRun run(backend, base, sampleImages(images, kRuns, seed, 0), seed, 0);
    run.sweep(kSteps); // the first sums are made from nothing
    const auto start = Clock::now();
    std::size_t steps = 0;
    while (steps < 2 * kSteps || Clock::now() - start < kLong) {
        run.setTemperatures({0.95F, 0.94F, 0.93F, 0.92F, 0.91F});
        run.advance(kSteps);
        steps += kSteps;
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return seconds / static_cast<double>(kRuns * steps);
}

AnnealingPlan planForBudget(double seconds, double secondsPerSweep) {
    AnnealingPlan plan;
    // Sweeps of a run for each of its temperatures: both directions, pilot and equilibration.
    const double perTemperature = static_cast<double>(plan.totalSweeps()) /
                                  static_cast<double>(plan.runs * plan.temperatures);
    const double sweeps = seconds / std::max(secondsPerSweep, 1e-12) / perTemperature;
    const double temperatures = sweeps / static_cast<double>(plan.runs);
    if (temperatures > kManyTemperatures) {
        const auto pairs = static_cast<std::size_t>(sweeps / kManyTemperatures / 2);
        plan.runs = std::min<std::size_t>(2 * pairs, 10'000);
        plan.temperatures = kManyTemperatures;
        return plan;
    }
    plan.temperatures = std::max(kFewestTemperatures, roundedDown(temperatures));
    return plan;
}

} // namespace rbm
