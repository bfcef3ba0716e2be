#pragma once

#include "app/command_options.h"
#include "engine/likelihood/bidirectional.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <span>

namespace rbm {

/// --budget, --runs, --temperatures: how much work the trusted likelihood takes.
struct BudgetOptions {
    double seconds = 2;
    std::optional<std::size_t> runs; ///< without either: by the budget
    std::optional<std::size_t> temperatures;

    void addTo(CLI::App &app);

    /// Throws UsageError where a number is out of range.
    void check() const;

    /// The plan that was asked for, or that fits the budget on this machine now.
    AnnealingPlan plan(Backend &backend, const Dataset &images, std::uint64_t seed) const;

private:
    AnnealingPlan asked() const;
};

/// Estimates log Z of the backend's model in both directions. `persistent` are
/// visible states, [any, V], 0 or 1. Throws Interrupted when asked to stop.
TrustedEstimate runTrusted(Backend &backend, const Dataset &images,
                           std::span<const std::uint8_t> persistent, const AnnealingPlan &plan,
                           std::uint64_t seed, const Progress &progress = {});

/// "trust: the reason." with how much was done, one line.
std::string describeTrusted(const TrustedEstimate &estimate);

} // namespace rbm
