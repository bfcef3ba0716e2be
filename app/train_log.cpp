#include "app/train_log.h"

#include "engine/base/atomic_file.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <span>
#include <utility>

namespace rbm {

namespace {

constexpr const char *kHeader =
    "epoch,update,seconds,test_log_likelihood,train_log_likelihood,log_z,effective_sample_size\n";

/// The lines of an earlier log that belong to epochs before `firstEpoch`.
std::string keptLines(const std::string &path, std::uint64_t firstEpoch) {
    std::ifstream file(path);
    std::string kept;
    for (std::string line; std::getline(file, line);) {
        std::uint64_t epoch = 0;
        const auto parsed = std::from_chars(line.data(), line.data() + line.size(), epoch);
        if (parsed.ec == std::errc() && epoch < firstEpoch)
            kept += line + '\n';
    }
    return kept;
}

} // namespace

std::string epochLine(const EpochReport &report) {
    if (!report.likelihood)
        return fmt::format("Epoch {} completed", report.epoch);
    return fmt::format("Epoch {} completed with test log-likelihood {:.4f} and train "
                       "log-likelihood {:.4f}",
                       report.epoch, report.likelihood->test, report.likelihood->train);
}

TrainLog::TrainLog(std::string path, std::uint64_t firstEpoch)
    : m_path(std::move(path)), m_text(kHeader) {
    if (!m_path.empty() && firstEpoch > 0)
        m_text += keptLines(m_path, firstEpoch);
}

void TrainLog::add(const EpochReport &report) {
    if (m_path.empty())
        return;
    m_text += fmt::format("{},{},{:.3f},", report.epoch, report.update, report.seconds);
    if (report.likelihood) {
        const LogPartition &z = report.likelihood->partition;
        m_text += fmt::format("{},{},{},{}\n", report.likelihood->test, report.likelihood->train,
                              z.logZ, z.effectiveSampleSize);
    } else {
        m_text += ",,,\n";
    }
    writeFileAtomically(m_path, std::as_bytes(std::span(m_text)));
}

} // namespace rbm
