#pragma once

#include "app/command_options.h"
#include "engine/likelihood/bidirectional.h"

#include <CLI/CLI.hpp>

#include <span>

namespace rbm {

/// --budget, --runs, --temperatures: how much work the trusted likelihood takes.
struct BudgetOptions {
    double seconds = 2;
    std::size_t runs = 0;         ///< 0: by the budget
    std::size_t temperatures = 0; ///< 0: by the budget

    void addTo(CLI::App &app);

    /// Throws UsageError where the numbers of runs or temperatures are out of range.
    void check() const;

    /// The plan that was asked for, or that fits the budget on this machine now.
    AnnealingPlan plan(Backend &backend, const Dataset &images, std::uint64_t seed) const;
};

/// Estimates log Z of the backend's model in both directions. `persistent` are
/// visible states, [any, V], 0 or 1. Throws Interrupted when asked to stop.
TrustedEstimate runTrusted(Backend &backend, const Dataset &images,
                           std::span<const std::uint8_t> persistent, const AnnealingPlan &plan,
                           std::uint64_t seed, const Progress &progress = {});

/// "trust: the reason." with how much was done, one line.
std::string describeTrusted(const TrustedEstimate &estimate);

} // namespace rbm
