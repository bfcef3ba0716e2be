#pragma once

#include "engine/benchmark/measure_activity.h"
#include "engine/benchmark/measure_backend.h"
#include "engine/benchmark/size_sweep.h"

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace rbm {

/// One backend, measured from one start state.
struct BenchmarkResult {
    BackendInfo backend;
    std::uint64_t epoch = 0;
    std::string state; ///< file of the start state
    UpdateSpeed updates;
    std::optional<ChainSpeed> chains;
    std::optional<Spread> ais; ///< seconds
    std::optional<Activity> activity;
};

struct SweepResult {
    BackendInfo backend;
    SweepPoint point;
};

/// All that `rbm benchmark` finds.
struct BenchmarkReport {
    TrainingConfig config;
    std::string data; ///< for people
    std::size_t images = 0;
    std::size_t visible = 0;
    MeasureOptions measured;
    std::vector<BenchmarkResult> results;
    std::size_t sweepSteps = 0; ///< k of the sweep over sizes
    std::vector<SweepResult> sweep;
};

/// One JSON object; what was not measured is null.
void printBenchmarkJson(const BenchmarkReport &report, std::ostream &out);

/// Tables for people.
void printBenchmark(const BenchmarkReport &report, std::ostream &out);

} // namespace rbm
