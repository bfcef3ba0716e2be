#include "engine/benchmark/spread.h"

#include <algorithm>
#include <chrono>

namespace rbm {

Spread spreadOf(std::vector<double> seconds) {
    if (seconds.empty()) {
        return {};
    }
    std::sort(seconds.begin(), seconds.end());
    const std::size_t middle = seconds.size() / 2;
    const double median =
        seconds.size() % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2;
    return {seconds.front(), median};
}

Spread meanSpread(const std::vector<std::vector<double>> &runs) {
    Spread mean;
    if (runs.empty() || runs.front().empty()) {
        return mean;
    }
    const std::size_t pieces = runs.front().size();
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        std::vector<double> seconds;
        seconds.reserve(runs.size());
        for (const auto &run : runs) {
            seconds.push_back(run.at(piece));
        }
        const Spread spread = spreadOf(std::move(seconds));
        mean.minimum += spread.minimum / static_cast<double>(pieces);
        mean.median += spread.median / static_cast<double>(pieces);
    }
    return mean;
}

double secondsOf(const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace rbm
