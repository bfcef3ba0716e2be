#include "app/trusted_likelihood.h"

#include "app/command_line.h"
#include "engine/likelihood/work_budget.h"

#include <fmt/format.h>

#include <cmath>

namespace rbm {

void BudgetOptions::addTo(CLI::App &app) {
    auto *budget = app.add_option("--budget", seconds,
                                  "Seconds that the trusted estimate of log Z may take; turned "
                                  "into runs and temperatures by this machine's speed")
                       ->check(CLI::Range(0.01, 1e6));
    auto *ofRuns = app.add_option("--runs", runs,
                                  "Trusted: runs in each direction, even; with --temperatures "
                                  "the same work on every machine");
    auto *ofTemperatures =
        app.add_option("--temperatures", temperatures, "Trusted: temperatures in each direction");
    ofRuns->excludes(budget);
    ofTemperatures->excludes(budget);
}

void BudgetOptions::check() const {
    if (std::isnan(seconds)) // CLI::Range lets it pass
        throw UsageError("--budget must be a number of seconds.");
    checkUsage([&] { requireValid(asked()); });
}

AnnealingPlan BudgetOptions::asked() const {
    AnnealingPlan plan;
    plan.runs = runs.value_or(plan.runs);
    plan.temperatures = temperatures.value_or(plan.temperatures);
    return plan;
}

AnnealingPlan BudgetOptions::plan(Backend &backend, const Dataset &images,
                                  std::uint64_t seed) const {
    if (runs || temperatures)
        return asked();
    return planForBudget(seconds, measureSecondsPerSweep(backend, images, seed));
}

TrustedEstimate runTrusted(Backend &backend, const Dataset &images,
                           std::span<const std::uint8_t> persistent, const AnnealingPlan &plan,
                           std::uint64_t seed, const Progress &progress) {
    BidirectionalEstimator estimator(backend, images, persistent, plan, seed);
    const std::uint64_t total = plan.totalSweeps();
    while (estimator.advance()) {
        throwIfStopped();
        if (progress)
            progress(static_cast<std::uint64_t>(estimator.progress() * static_cast<double>(total)),
                     total);
    }
    return estimator.result();
}

std::string describeTrusted(const TrustedEstimate &estimate) {
    return fmt::format("{}: {} ({} runs of {} temperatures each way)",
                       verdictName(estimate.assessment.verdict), estimate.assessment.reason,
                       estimate.plan.runs, estimate.plan.temperatures);
}

} // namespace rbm
