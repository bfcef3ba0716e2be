#include "app/train_log.h"

#include "app/earlier_log.h"
#include "engine/base/atomic_file.h"

#include <fmt/format.h>

#include <cmath>
#include <span>
#include <utility>

namespace rbm {

namespace {

constexpr const char *kColumns =
    "epoch,update,seconds,test_log_likelihood,train_log_likelihood,log_z,effective_sample_size";

constexpr const char *kTrustedColumns =
    ",trusted_test_gray,trusted_train_gray,trusted_test_sampled,trusted_train_sampled,"
    "trusted_log_z,trusted_log_z_low,trusted_log_z_high,forward_log_z,reverse_log_z,"
    "trusted_effective_sample_size,trusted_runs,trusted_temperatures,verdict";

struct MonitorColumn {
    const char *name;
    double MonitorValues::*value;
};
constexpr MonitorColumn kMonitorColumns[] = {
    {"reconstruction_error", &MonitorValues::reconstructionError},
    {"free_energy_gap", &MonitorValues::freeEnergyGap},
    {"hidden_activity", &MonitorValues::hiddenActivity},
    {"pixel_flips", &MonitorValues::pixelFlips},
    {"hidden_flips", &MonitorValues::hiddenFlips},
    {"weight_norm", &MonitorValues::weightNorm},
    {"largest_weight", &MonitorValues::largestWeight},
    {"gradient_norm", &MonitorValues::gradientNorm},
};

/// The end of the header, or of a line.
std::string monitorHeader() {
    std::string text;
    for (const MonitorColumn &column : kMonitorColumns)
        text += fmt::format(",{}", column.name);
    return text;
}
std::string monitorFields(const std::optional<MonitorValues> &values) {
    std::string text;
    for (const MonitorColumn &column : kMonitorColumns)
        text += values ? fmt::format(",{:.6g}", (*values).*column.value) : ",";
    return text;
}

/// An interval without a bound leaves its column empty.
std::string trustedFields(const std::optional<EpochReport::Trusted> &trusted) {
    if (!trusted)
        return std::string(13, ',');
    const TrustedEstimate &estimate = trusted->estimate;
    const auto bound = [](double value) {
        return std::isfinite(value) ? fmt::format("{}", value) : std::string();
    };
    return fmt::format(",{},{},{},{},{},{},{},{},{},{},{},{},{}", trusted->gray.test,
                       trusted->gray.train, trusted->sampled.test, trusted->sampled.train,
                       estimate.combined.logZ, bound(estimate.combined.low),
                       bound(estimate.combined.high), estimate.forward.logZ, estimate.reverse.logZ,
                       estimate.combined.effectiveSampleSize, estimate.plan.runs,
                       estimate.plan.temperatures, verdictName(estimate.assessment.verdict));
}

std::string header() { return kColumns + monitorHeader() + kTrustedColumns; }

} // namespace

std::string epochLine(const EpochReport &report) {
    EpochReport::Scores scores;
    if (report.likelihood)
        scores = {report.likelihood->test, report.likelihood->train};
    else if (report.trusted)
        scores = report.trusted->sampled;
    else
        return fmt::format("Epoch {} completed", report.epoch);
    return fmt::format("Epoch {} completed with test log-likelihood {:.4f} and train "
                       "log-likelihood {:.4f}",
                       report.epoch, scores.test, scores.train);
}

TrainLog::TrainLog(std::string path, std::uint64_t firstEpoch)
    : m_path(std::move(path)), m_text(header() + '\n') {
    if (!m_path.empty() && firstEpoch > 0)
        m_text += keptLines(m_path, header(), firstEpoch);
}

void TrainLog::add(const EpochReport &report) {
    if (m_path.empty())
        return;
    m_text += fmt::format("{},{},{:.3f},", report.epoch, report.update, report.seconds);
    if (report.likelihood) {
        const LogPartition &z = report.likelihood->partition;
        m_text += fmt::format("{},{},{},{}", report.likelihood->test, report.likelihood->train,
                              z.logZ, z.effectiveSampleSize);
    } else {
        m_text += ",,,";
    }
    m_text += monitorFields(report.monitors) + trustedFields(report.trusted) + '\n';
    writeFileAtomically(m_path, std::as_bytes(std::span(m_text)));
}

} // namespace rbm
