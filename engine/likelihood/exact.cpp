#include "engine/likelihood/exact.h"

#include "engine/base/error.h"
#include "engine/likelihood/enumeration.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>
#include <vector>

namespace rbm {
namespace {

/// log(exp(a) + exp(b)), summed one by one.
class LogSum {
public:
    void add(double x) {
        if (x > m_largest) {
            m_sum = m_sum * std::exp(m_largest - x) + 1;
            m_largest = x;
        } else if (x > -std::numeric_limits<double>::infinity()) {
            m_sum += std::exp(x - m_largest);
        }
    }
    double value() const { return m_largest + std::log(m_sum); }

private:
    double m_largest = -std::numeric_limits<double>::infinity();
    double m_sum = 0;
};

} // namespace

bool canEnumerate(const RbmParameters &p) {
    return std::min(p.visible, p.hidden) <= kMaxExactUnits;
}

bool isQuickToEnumerate(const RbmParameters &p) {
    constexpr double kQuickCost = 5e10;
    return canEnumerate(p) && Enumeration::cost(p) <= kQuickCost;
}

LogPartition exactLogPartition(const RbmParameters &p, std::size_t threads,
                               const std::atomic<bool> *cancel) {
    if (!canEnumerate(p)) {
        throw Error("The exact likelihood needs a side of at most " +
                    std::to_string(kMaxExactUnits) + " units, but this model has " +
                    std::to_string(p.visible) + " x " + std::to_string(p.hidden) +
                    "; use --method trusted.");
    }
    const Enumeration states(p);
    const std::uint64_t blocks = states.blocks();
    std::vector<double> sums(blocks);
    std::atomic<std::uint64_t> nextBlock = 0;
    const auto work = [&] {
        for (auto b = nextBlock++; b < blocks; b = nextBlock++) {
            if (cancel != nullptr && *cancel) {
                return;
            }
            sums[b] = states.blockLogSum(b);
        }
    };
    std::vector<std::jthread> helpers;
    const std::size_t count = threads != 0 ? threads : std::thread::hardware_concurrency();
    for (std::size_t t = 1; t < count; ++t) {
        helpers.emplace_back(work);
    }
    work();
    helpers.clear();
    if (cancel != nullptr && *cancel) {
        throw Error("The exact likelihood was cancelled.");
    }
    LogSum total;
    for (const double sum : sums) {
        total.add(sum);
    }
    LogPartition result;
    result.method = "exact";
    result.logZ = result.low = result.high = total.value() - states.logCopies();
    return result;
}

} // namespace rbm
