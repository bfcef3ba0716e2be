// A summed unit contributes log(1 + odds), with odds = exp(its input). The input
// is a sum over the enumerated units, so the odds are a product of three: of the
// block (the high units of the state), of the row (the middle ones) and of the
// column (the low ones). Thus a state costs no exponential, and one logarithm.
#include "engine/likelihood/enumeration.h"

#include "engine/likelihood/enumeration_kernels.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

namespace rbm {
namespace {

constexpr std::size_t kColumnUnits = 6;
constexpr std::size_t kRowUnits = 6;
constexpr std::size_t kBlockUnits = kColumnUnits + kRowUnits;
constexpr std::size_t kColumns = std::size_t{1} << kColumnUnits;
constexpr std::size_t kRows = std::size_t{1} << kRowUnits;
constexpr std::size_t kBlockStates = kColumns * kRows;

/// Inputs within this bound, in nats, have odds that a double holds, with all
/// digits; so does every product of some of their factors.
constexpr double kTameInput = 600;

/// The product of a run: the largest double is exp(709.8).
constexpr double kRunNats = 690;

/// A wild unit takes as long as so many tame ones (AMD EPYC, AVX-512).
constexpr double kWildCost = 50;

/// Fewer units than a block has are filled up with free ones (bias and weights
/// 0), each of which counts every state twice.
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
    const std::size_t units = std::max(kBlockUnits, sides.enumeratedBias.size());
    sides.enumeratedBias.resize(units);
    sides.weights.resize(units * sides.summedBias.size());
    return sides;
}

/// The largest |input| and the largest input of each summed unit over all states.
struct InputBounds {
    std::vector<double> size;
    std::vector<double> high;
};

InputBounds boundsOf(const Sides &sides) {
    const std::size_t n = sides.summedBias.size();
    InputBounds bounds{sides.summedBias, sides.summedBias};
    std::ranges::transform(bounds.size, bounds.size.begin(), [](double x) { return std::abs(x); });
    for (std::size_t at = 0; at < sides.weights.size(); ++at) {
        bounds.size[at % n] += std::abs(sides.weights[at]);
        bounds.high[at % n] += std::max(sides.weights[at], 0.0);
    }
    return bounds;
}

bool isTame(double size) { return size <= kTameInput; } // NaN is not

/// The same with the summed units that are tame or those that are not, and with
/// units that are never on for a multiple of `multiple`.
Sides select(const Sides &sides, const InputBounds &bounds, bool tame, std::size_t multiple) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < bounds.size.size(); ++i) {
        if (isTame(bounds.size[i]) == tame) {
            chosen.push_back(i);
        }
    }
    const std::size_t enumerated = sides.enumeratedBias.size();
    const std::size_t width = (chosen.size() + multiple - 1) / multiple * multiple;
    Sides result{sides.enumeratedBias,
                 std::vector<double>(width, -std::numeric_limits<double>::infinity()),
                 std::vector<double>(enumerated * width)};
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        result.summedBias[k] = sides.summedBias[chosen[k]];
        for (std::size_t unit = 0; unit < enumerated; ++unit) {
            result.weights[unit * width + k] =
                sides.weights[unit * sides.summedBias.size() + chosen[k]];
        }
    }
    return result;
}

/// Ends of the longest runs of units whose factors 1 + odds have a safe product.
std::vector<std::size_t> runsOf(const std::vector<double> &high) {
    std::vector<std::size_t> ends;
    double nats = 0;
    for (std::size_t i = 0; i < high.size(); ++i) {
        const double factor = softplus(high[i]);
        nats += factor;
        if (nats > kRunNats) {
            ends.push_back(i);
            nats = factor;
        }
    }
    if (!high.empty()) {
        ends.push_back(high.size());
    }
    return ends;
}

double biasOf(const Sides &sides, std::uint64_t state) {
    double sum = 0;
    for (; state != 0; state &= state - 1) {
        sum += sides.enumeratedBias[static_cast<std::size_t>(std::countr_zero(state))];
    }
    return sum;
}

void addUnit(const Sides &sides, std::size_t unit, double sign, std::vector<double> &inputs) {
    const double *row = sides.weights.data() + unit * inputs.size();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        inputs[i] += sign * row[i];
    }
}

void addState(const Sides &sides, std::uint64_t state, std::vector<double> &inputs) {
    for (; state != 0; state &= state - 1) {
        addUnit(sides, static_cast<std::size_t>(std::countr_zero(state)), 1, inputs);
    }
}

/// The factors exp(input from these units alone) of states k << shift for k <
/// count, as [count / width, S, width].
std::vector<double> factorsOf(const Sides &sides, std::size_t count, std::size_t shift,
                              std::size_t width) {
    const std::size_t n = sides.summedBias.size();
    std::vector<double> factors(count * n);
    for (std::size_t k = 0; k < count; ++k) {
        std::vector<double> inputs(n);
        addState(sides, std::uint64_t{k} << shift, inputs);
        double *tile = factors.data() + k / width * n * width + k % width;
        for (std::size_t i = 0; i < n; ++i) {
            tile[i * width] = std::exp(inputs[i]);
        }
    }
    return factors;
}

} // namespace

Enumeration::Enumeration(const RbmParameters &p) {
    const Sides sides = sidesOf(p);
    m_copiedUnits = sides.enumeratedBias.size() - std::min(p.visible, p.hidden);
    m_highUnits = sides.enumeratedBias.size() - kBlockUnits;
    const InputBounds bounds = boundsOf(sides);
    m_tame = select(sides, bounds, true, 1);
    m_wild = select(sides, bounds, false, kTileColumns);
    m_runs = runsOf(boundsOf(m_tame).high);
    m_columns = factorsOf(m_tame, kColumns, 0, kTileColumns);
    m_rows = factorsOf(m_tame, kRows, kColumnUnits, kTileRows);
    for (std::uint64_t state = 0; state < kBlockStates; ++state) {
        m_blockBias.push_back(biasOf(sides, state));
    }
}

double Enumeration::logCopies() const {
    return static_cast<double>(m_copiedUnits) * std::numbers::ln2;
}

double Enumeration::cost(const RbmParameters &p) {
    const Sides sides = sidesOf(p);
    double units = 0;
    for (const double size : boundsOf(sides).size) {
        units += isTame(size) ? 1 : kWildCost;
    }
    return std::ldexp(units, static_cast<int>(sides.enumeratedBias.size()));
}

double Enumeration::blockLogSum(std::uint64_t block) const {
    std::vector<double> logs = m_blockBias;
    const double bias = biasOf(m_tame, block << kBlockUnits);
    addTame(block, logs.data());
    addWild(block, logs.data());
    const double largest = largestOf(logs.data(), logs.size());
    return bias + largest + std::log(sumOfExp(logs.data(), logs.size(), largest));
}

/// With the summed units' own bias.
std::vector<double> Enumeration::oddsOf(std::uint64_t block) const {
    std::vector<double> odds = m_tame.summedBias;
    addState(m_tame, block << kBlockUnits, odds);
    std::ranges::transform(odds, odds.begin(), [](double x) { return std::exp(x); });
    return odds;
}

void Enumeration::addTame(std::uint64_t block, double *logs) const {
    const std::size_t n = m_tame.summedBias.size();
    const std::vector<double> odds = oddsOf(block);
    std::vector<double> rows(n * kTileRows);
    for (std::size_t row = 0; row < kRows; row += kTileRows) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            rows[at] = odds[at / kTileRows] * m_rows[row * n + at];
        }
        for (std::size_t column = 0; column < kColumns; column += kTileColumns) {
            addLogProducts({m_runs, rows.data(), m_columns.data() + column * n}, kColumns,
                           logs + row * kColumns + column);
        }
    }
}

/// In Gray-code order: each state differs from the one before in one unit.
void Enumeration::addWild(std::uint64_t block, double *logs) const {
    if (m_wild.summedBias.empty()) {
        return;
    }
    std::vector<double> inputs = m_wild.summedBias;
    addState(m_wild, block << kBlockUnits, inputs);
    std::size_t state = 0;
    for (std::size_t index = 1; index <= kBlockStates; ++index) {
        logs[state] += sumOfSoftplus(inputs.data(), inputs.size());
        const auto unit = static_cast<std::size_t>(std::countr_zero(index));
        if (unit < kBlockUnits) {
            state ^= std::size_t{1} << unit;
            addUnit(m_wild, unit, (state >> unit & 1) != 0 ? 1 : -1, inputs);
        }
    }
}

} // namespace rbm
