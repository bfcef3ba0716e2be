#include "app/benchmark_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace rbm {

namespace {

using Json = nlohmann::ordered_json;

/// Steps of the original's showcase.
constexpr std::size_t kShowcaseSteps = 3000;

Json toJson(const BenchmarkResult &result) {
    Json json = {{"backend", result.backend.name},
                 {"device", result.backend.device},
                 {"detail", result.backend.detail},
                 {"threads", result.backend.threads},
                 {"epoch", result.epoch},
                 {"state", result.state},
                 {"seconds_per_epoch", result.updates.secondsPerEpoch()},
                 {"median_seconds_per_epoch", result.updates.medianSecondsPerEpoch()},
                 {"seconds_per_update", result.updates.seconds.minimum},
                 {"median_seconds_per_update", result.updates.seconds.median},
                 {"updates_per_epoch", result.updates.updatesPerEpoch},
                 {"updates_per_second", result.updates.updatesPerSecond()},
                 {"chain_steps_per_second", nullptr},
                 {"seconds_for_3000_steps", nullptr},
                 {"ais_seconds", nullptr},
                 {"median_ais_seconds", nullptr},
                 {"shares", nullptr},
                 {"activity", nullptr}};
    if (result.chains) {
        json["chain_steps_per_second"] = result.chains->chainStepsPerSecond();
        json["seconds_for_3000_steps"] = result.chains->secondsFor(kShowcaseSteps);
    }
    if (result.ais) {
        json["ais_seconds"] = result.ais->minimum;
        json["median_ais_seconds"] = result.ais->median;
    }
    if (const auto &shares = result.updates.shares)
        json["shares"] = {{"positive", shares->positive},
                          {"chains", shares->chains},
                          {"statistics", shares->statistics}};
    if (const auto &activity = result.activity)
        json["activity"] = {{"visible_on", activity->visible.on},
                            {"visible_flipped", activity->visible.flipped},
                            {"hidden_on", activity->hidden.on},
                            {"hidden_flipped", activity->hidden.flipped}};
    return json;
}

Json toJson(const SweepResult &result, std::size_t k) {
    const SweepPoint &point = result.point;
    return {{"backend", result.backend.name},     {"threads", result.backend.threads},
            {"visible", point.shape.visible},     {"hidden", point.shape.hidden},
            {"chains", point.shape.chains},       {"k", k},
            {"update_nanoseconds", point.update}, {"gibbs_nanoseconds", point.gibbs}};
}

/// Each backend once.
void printBackends(const BenchmarkReport &report, std::ostream &out) {
    std::vector<std::string> known;
    const auto print = [&](const BackendInfo &backend) {
        if (std::find(known.begin(), known.end(), backend.name) != known.end())
            return;
        known.push_back(backend.name);
        out << fmt::format("{}: {}, {}, threads: {}\n", backend.name, backend.device,
                           backend.detail, backend.threads);
    };
    for (const BenchmarkResult &result : report.results)
        print(result.backend);
    for (const SweepResult &result : report.sweep)
        print(result.backend);
}

std::string withMedian(double fastest, double median) {
    return fmt::format("{:.3f} ({:.3f})", fastest, median);
}

void printSpeedLine(const BenchmarkResult &result, std::ostream &out) {
    const UpdateSpeed &updates = result.updates;
    out << fmt::format("{:8} {:>6} {:>20} {:>10.1f}", result.backend.name, result.epoch,
                       withMedian(updates.secondsPerEpoch(), updates.medianSecondsPerEpoch()),
                       updates.updatesPerSecond());
    if (result.chains)
        out << fmt::format(" {:>14.0f} {:>13.3f}", result.chains->chainStepsPerSecond(),
                           result.chains->secondsFor(kShowcaseSteps));
    if (result.ais)
        out << fmt::format(" {:>18}", withMedian(result.ais->minimum, result.ais->median));
    out << '\n';
}

void printSpeed(const BenchmarkReport &report, std::ostream &out) {
    if (report.results.empty())
        return;
    const MeasureOptions &measured = report.measured;
    out << fmt::format("\n{} updates from the same state, {} times; fastest, and median in "
                       "brackets\n",
                       measured.updates, measured.repetitions);
    out << fmt::format("{:8} {:>6} {:>20} {:>10}", "backend", "epoch", "seconds per epoch",
                       "updates/s");
    const bool all = report.results.front().chains && report.results.front().ais;
    if (all)
        out << fmt::format(" {:>14} {:>13} {:>18}", "chain steps/s", "3000 steps, s", "AIS, s");
    out << '\n';
    for (const BenchmarkResult &result : report.results)
        printSpeedLine(result, out);
    if (all)
        out << fmt::format("{} chains are watched.\n", measured.watchedChains);
}

bool hasShares(const BenchmarkResult &result) { return result.updates.shares.has_value(); }

void printShares(const BenchmarkReport &report, std::ostream &out) {
    if (std::none_of(report.results.begin(), report.results.end(), hasShares))
        return;
    out << fmt::format("\nWhere the time of an update goes, in percent\n{:8} {:>6} {:>9} {:>9} "
                       "{:>11} {:>9}\n",
                       "backend", "epoch", "positive", "chains", "statistics", "rest");
    for (const BenchmarkResult &result : report.results) {
        if (!result.updates.shares)
            continue;
        const UpdateShares &shares = *result.updates.shares;
        out << fmt::format("{:8} {:>6} {:>9.1f} {:>9.1f} {:>11.1f} {:>9.1f}\n", result.backend.name,
                           result.epoch, 100 * shares.positive, 100 * shares.chains,
                           100 * shares.statistics,
                           100 * (1 - shares.positive - shares.chains - shares.statistics));
    }
}

void printActivity(const BenchmarkReport &report, std::ostream &out) {
    const auto has = [](const BenchmarkResult &result) { return result.activity.has_value(); };
    if (std::none_of(report.results.begin(), report.results.end(), has))
        return;
    out << fmt::format("\nUnits of a persistent chain, means over half-steps ({} visible, {} "
                       "hidden)\n{:8} {:>6} {:>11} {:>16} {:>10} {:>15}\n",
                       report.visible, report.config.numHidden, "backend", "epoch", "visible on",
                       "visible flipped", "hidden on", "hidden flipped");
    for (const BenchmarkResult &result : report.results) {
        if (!result.activity)
            continue;
        const Activity &activity = *result.activity;
        out << fmt::format("{:8} {:>6} {:>11.1f} {:>16.1f} {:>10.1f} {:>15.1f}\n",
                           result.backend.name, result.epoch, activity.visible.on,
                           activity.visible.flipped, activity.hidden.on, activity.hidden.flipped);
    }
}

void printSweep(const BenchmarkReport &report, std::ostream &out) {
    if (report.sweep.empty())
        return;
    out << fmt::format("\nRandom models, k = {}: nanoseconds per weight, chain and half-step\n"
                       "{:8} {:>8} {:>8} {:>8} {:>10} {:>10}\n",
                       report.sweepSteps, "backend", "visible", "hidden", "chains", "update",
                       "Gibbs");
    for (const SweepResult &result : report.sweep) {
        const SweepPoint &point = result.point;
        out << fmt::format("{:8} {:>8} {:>8} {:>8} {:>10.5f} {:>10.5f}\n", result.backend.name,
                           point.shape.visible, point.shape.hidden, point.shape.chains,
                           point.update, point.gibbs);
    }
}

} // namespace

void printBenchmarkJson(const BenchmarkReport &report, std::ostream &out) {
    Json json = {{"data", report.data},
                 {"images", report.images},
                 {"training_config", Json::parse(toJson(report.config))},
                 {"measured_updates", report.measured.updates},
                 {"repetitions", report.measured.repetitions},
                 {"watched_chains", report.measured.watchedChains},
                 {"results", Json::array()}};
    for (const BenchmarkResult &result : report.results)
        json["results"].push_back(toJson(result));
    if (!report.sweep.empty()) {
        json["sweep"] = Json::array();
        for (const SweepResult &result : report.sweep)
            json["sweep"].push_back(toJson(result, report.sweepSteps));
    }
    out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void printBenchmark(const BenchmarkReport &report, std::ostream &out) {
    const TrainingConfig &config = report.config;
    out << fmt::format("{} visible and {} hidden units, k = {}, batch size {}; {}, {} images\n",
                       report.visible, config.numHidden, config.k, config.batchSize, report.data,
                       report.images);
    printBackends(report, out);
    printSpeed(report, out);
    printShares(report, out);
    printActivity(report, out);
    printSweep(report, out);
}

} // namespace rbm
