#include "engine/likelihood/exact.h"

#include "engine/base/error.h"
#include "engine/likelihood/enumeration.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <limits>
#include <mutex>
#include <system_error>
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

/// Threads that share the blocks of an enumeration.
class BlockWorkers {
public:
    BlockWorkers(const Enumeration &states, std::vector<double> &sums,
                 const std::atomic<bool> *cancel)
        : m_states(states), m_sums(sums), m_cancel(cancel) {}

    /// `threads` counts the caller; 0: as many as the machine has. Throws what one of them threw,
    /// and Error where the system does not give so many.
    void run(std::size_t threads) {
        const std::size_t count = threads != 0 ? threads : std::thread::hardware_concurrency();
        {
            std::vector<std::jthread> helpers;
            try {
                for (std::size_t t = 1; t < count; ++t) {
                    helpers.emplace_back([this] { work(); });
                }
            } catch (const std::system_error &error) {
                m_stop = true;
                throw Error(Sentence(
                    "Cannot start %1 threads (%2); use fewer threads, or end other programs.",
                    count, error.code().message()));
            }
            work();
        }
        if (m_failure) {
            std::rethrow_exception(m_failure);
        }
    }

private:
    void work() {
        try {
            for (auto b = m_next++; b < m_sums.size() && !isOver(); b = m_next++) {
                m_sums[b] = m_states.blockLogSum(b);
            }
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = std::current_exception();
            m_stop = true;
        }
    }
    bool isOver() const { return m_stop || (m_cancel != nullptr && *m_cancel); }

    const Enumeration &m_states;
    std::vector<double> &m_sums;
    const std::atomic<bool> *m_cancel;
    std::atomic<std::uint64_t> m_next = 0;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex; ///< guards m_failure
    std::exception_ptr m_failure;
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
    std::vector<double> sums(states.blocks());
    BlockWorkers(states, sums, cancel).run(threads);
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
