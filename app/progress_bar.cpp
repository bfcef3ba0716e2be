#include "app/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace rbm {

namespace {

constexpr double kInterval = 0.1;

std::string duration(double seconds) {
    const auto whole = static_cast<std::uint64_t>(std::min(std::ceil(seconds), 1e9));
    if (whole >= 3600)
        return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

} // namespace

ProgressBar::ProgressBar(std::ostream &stream, bool terminal, std::string unit, Seconds now)
    : m_stream(stream), m_terminal(terminal), m_unit(std::move(unit)), m_now(std::move(now)) {}

ProgressBar::~ProgressBar() { clear(); }

double ProgressBar::steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void ProgressBar::show(const std::string &what, std::uint64_t done, std::uint64_t total) {
    if (!m_terminal)
        return;
    const double now = m_now();
    if (!std::exchange(m_rateStarted, true)) {
        m_rateStart = now;
        m_rateFirst = done;
    }
    if (!std::exchange(m_started, true)) {
        m_start = now;
        m_first = done;
    } else if (now - m_lastShown < kInterval) {
        return;
    }
    m_lastShown = now;
    const std::string line = text(what, done, total, now);
    const std::size_t before = m_length;
    m_length = line.size();
    // Spaces cover the rest of a longer line.
    m_stream << '\r' << line << std::string(before - std::min(before, m_length), ' ') << std::flush;
    m_length = std::max(before, m_length);
}

void ProgressBar::clear() {
    if (m_length == 0)
        return;
    m_stream << '\r' << std::string(m_length, ' ') << '\r' << std::flush;
    m_length = 0;
}

std::string ProgressBar::text(const std::string &what, std::uint64_t done, std::uint64_t total,
                              double now) const {
    const std::uint64_t percent = total == 0 ? 100 : 100 * done / total;
    std::string line = fmt::format("{}: {} %", what, percent);
    if (done > m_rateFirst && now > m_rateStart) {
        const double rate = static_cast<double>(done - m_rateFirst) / (now - m_rateStart);
        line += fmt::format(", {:.1f} {}/s", rate, m_unit);
    }
    if (done > m_first && total >= done) {
        const double left = (now - m_start) * static_cast<double>(total - done) /
                            static_cast<double>(done - m_first);
        line += fmt::format(", {} left", duration(left));
    }
    return line;
}

} // namespace rbm
