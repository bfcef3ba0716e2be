#include "app/train_log.h"

#include "app/earlier_log.h"
#include "engine/base/atomic_file.h"

#include <fmt/format.h>

#include <span>
#include <utility>

namespace rbm {

namespace {

constexpr const char *kColumns =
    "epoch,update,seconds,test_log_likelihood,train_log_likelihood,log_z,effective_sample_size";

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

std::string header() { return kColumns + monitorHeader(); }

} // namespace

std::string epochLine(const EpochReport &report) {
    if (!report.likelihood)
        return fmt::format("Epoch {} completed", report.epoch);
    return fmt::format("Epoch {} completed with test log-likelihood {:.4f} and train "
                       "log-likelihood {:.4f}",
                       report.epoch, report.likelihood->test, report.likelihood->train);
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
    m_text += monitorFields(report.monitors) + '\n';
    writeFileAtomically(m_path, std::as_bytes(std::span(m_text)));
}

} // namespace rbm
