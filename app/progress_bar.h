#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

namespace rbm {

/// A line on a terminal that is rewritten in place: what runs, percent, rate
/// and time left. Writes nothing where there is no terminal.
class ProgressBar {
public:
    using Seconds = std::function<double()>;

    /// `unit` is what is counted, in the plural; `now` is a steady clock.
    ProgressBar(std::ostream &stream, bool terminal, std::string unit, Seconds now = steadySeconds);
    ~ProgressBar();
    ProgressBar(const ProgressBar &) = delete;
    ProgressBar &operator=(const ProgressBar &) = delete;

    /// Rewrites the line, at most ten times a second. The first call sets where
    /// counting began.
    void show(const std::string &what, std::uint64_t done, std::uint64_t total);

    /// Takes the line away; to be called before anything else is written.
    void clear();

    /// The rate counts anew from the next show(): something else took time. The
    /// time left keeps counting it, since it will come again.
    void restartRate() { m_rateStarted = false; }

private:
    static double steadySeconds();
    std::string text(const std::string &what, std::uint64_t done, std::uint64_t total,
                     double now) const;

    std::ostream &m_stream;
    bool m_terminal;
    std::string m_unit;
    Seconds m_now;
    bool m_started = false;
    bool m_rateStarted = false;
    double m_start = 0;
    double m_rateStart = 0;
    double m_lastShown = 0;
    std::uint64_t m_first = 0;
    std::uint64_t m_rateFirst = 0;
    std::size_t m_length = 0; ///< of the line on the terminal
};

} // namespace rbm
