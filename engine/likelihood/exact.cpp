#include "engine/likelihood/exact.h"

#include "engine/base/error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
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

/// The smaller side is enumerated, the other one summed out in closed form.
struct Sides {
    std::vector<double> enumeratedBias;
    std::vector<double> summedBias;
    std::vector<double> weights; ///< [enumerated, summed]
};

Sides sidesOf(const RbmParameters &p) {
    Sides sides{{p.visibleBias.begin(), p.visibleBias.end()},
                {p.hiddenBias.begin(), p.hiddenBias.end()},
                {p.weights.begin(), p.weights.end()}};
    if (p.hidden < p.visible) {
        std::swap(sides.enumeratedBias, sides.summedBias);
        for (std::size_t i = 0; i < p.visible; ++i) {
            for (std::size_t j = 0; j < p.hidden; ++j) {
                sides.weights[j * p.visible + i] = static_cast<double>(p.weights[i * p.hidden + j]);
            }
        }
    }
    return sides;
}

/// Walks states [first, last) of the Gray code; each differs from the one
/// before in one unit, so that its input costs one row.
class GrayWalk {
public:
    GrayWalk(const Sides &sides, std::uint64_t first) : m_sides(sides), m_index(first) {
        m_state = first ^ (first >> 1);
        m_input = sides.summedBias;
        for (std::size_t unit = 0; unit < sides.enumeratedBias.size(); ++unit) {
            if ((m_state >> unit & 1) != 0) {
                addRow(unit, 1);
            }
        }
    }

    void next() {
        ++m_index;
        const auto unit = static_cast<std::size_t>(std::countr_zero(m_index));
        if (unit < m_sides.enumeratedBias.size()) {
            m_state ^= std::uint64_t{1} << unit;
            addRow(unit, (m_state >> unit & 1) != 0 ? 1 : -1);
        }
    }

    double logWeight() const {
        double sum = m_fromBias;
        for (const double x : m_input) {
            sum += softplus(x);
        }
        return sum;
    }

private:
    void addRow(std::size_t unit, double sign) {
        const std::size_t n = m_input.size();
        m_fromBias += sign * m_sides.enumeratedBias[unit];
        for (std::size_t i = 0; i < n; ++i) {
            m_input[i] += sign * m_sides.weights[unit * n + i];
        }
    }

    const Sides &m_sides;
    std::uint64_t m_index;
    std::uint64_t m_state = 0;
    double m_fromBias = 0;
    std::vector<double> m_input;
};

/// States are taken in blocks of fixed size, so that the sum does not depend on
/// the number of threads and rounding cannot pile up along a walk.
constexpr std::uint64_t kBlock = 4096;

double blockLogSum(const Sides &sides, std::uint64_t first, std::uint64_t last) {
    GrayWalk walk(sides, first);
    LogSum sum;
    for (std::uint64_t index = first; index < last; ++index) {
        sum.add(walk.logWeight());
        walk.next();
    }
    return sum.value();
}

} // namespace

bool canEnumerate(const RbmParameters &p) {
    return std::min(p.visible, p.hidden) <= kMaxExactUnits;
}

bool isQuickToEnumerate(const RbmParameters &p) {
    constexpr double kQuickTerms = 784.0 * (1U << 18);
    const auto [summed, enumerated] = std::minmax(p.visible, p.hidden, std::greater<>());
    return canEnumerate(p) &&
           std::ldexp(static_cast<double>(summed), static_cast<int>(enumerated)) <= kQuickTerms;
}

LogPartition exactLogPartition(const RbmParameters &p, std::size_t threads,
                               const std::atomic<bool> *cancel) {
    if (!canEnumerate(p)) {
        throw Error("The exact likelihood needs a side of at most " +
                    std::to_string(kMaxExactUnits) + " units, but this model has " +
                    std::to_string(p.visible) + " x " + std::to_string(p.hidden) +
                    "; use --method original.");
    }
    const Sides sides = sidesOf(p);
    const std::uint64_t states = std::uint64_t{1} << sides.enumeratedBias.size();
    const std::uint64_t blocks = (states + kBlock - 1) / kBlock;
    std::vector<double> sums(blocks);
    std::atomic<std::uint64_t> nextBlock = 0;
    const auto work = [&] {
        for (auto b = nextBlock++; b < blocks; b = nextBlock++) {
            if (cancel != nullptr && *cancel) {
                return;
            }
            sums[b] = blockLogSum(sides, b * kBlock, std::min(states, (b + 1) * kBlock));
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
    result.logZ = result.low = result.high = total.value();
    return result;
}

} // namespace rbm
