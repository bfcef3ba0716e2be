#include "engine/training/tempering.h"

#include "engine/base/error.h"
#include "engine/random/philox.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rbm {

namespace {

/// Of the mean swap rates that people see: some twenty swaps of each pair.
constexpr double kForget = 0.05;

/// A pair that never rejects still gets this share of the way.
constexpr double kLeastRejection = 0.01;

/// Part `index` of `parts` of equal sizes.
std::vector<std::uint8_t> part(const std::vector<std::uint8_t> &all, std::size_t index,
                               std::size_t parts) {
    const auto size = static_cast<std::ptrdiff_t>(all.size() / parts);
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(index) * size;
    return {first, first + size};
}

std::vector<float> evenBetas(std::size_t count) {
    std::vector<float> betas(count);
    for (std::size_t r = 0; r < count; ++r) {
        betas[r] = 1 - static_cast<float>(r) / static_cast<float>(count - 1);
    }
    return betas;
}

} // namespace

std::vector<float> equaliseRejection(const std::vector<float> &betas,
                                     const std::vector<double> &rejection) {
    std::vector<double> sums(betas.size());
    for (std::size_t r = 0; r < rejection.size(); ++r) {
        sums[r + 1] = sums[r] + std::max(rejection[r], kLeastRejection);
    }
    std::vector<float> moved(betas);
    for (std::size_t r = 1; r + 1 < betas.size(); ++r) {
        const double wanted =
            sums.back() * static_cast<double>(r) / static_cast<double>(betas.size() - 1);
        const auto above = std::upper_bound(sums.begin(), sums.end(), wanted);
        const auto at = std::min(static_cast<std::size_t>(above - sums.begin()), betas.size() - 1);
        const double part = (wanted - sums[at - 1]) / (sums[at] - sums[at - 1]);
        moved[r] = static_cast<float>(static_cast<double>(betas[at - 1]) +
                                      part * static_cast<double>(betas[at] - betas[at - 1]));
    }
    return moved;
}

TemperedState freshReplicas(std::size_t visible, std::size_t hidden, std::size_t chains,
                            std::size_t count) {
    const std::size_t all = chains * (count - 1);
    return {
        evenBetas(count),
        std::vector<float>(count - 1),
        {all, std::vector<std::uint8_t>(all * visible), std::vector<std::uint8_t>(all * hidden)}};
}

Tempering::Tempering(Backend &backend, std::size_t chains, std::size_t count)
    : m_backend(backend), m_chains(chains), m_betas(evenBetas(std::max<std::size_t>(count, 2))),
      m_accepted(m_betas.size() - 1) {
    for (std::size_t r = 1; r < m_betas.size(); ++r) {
        m_replicas.push_back(backend.makeChains(chains));
    }
    startView();
}

Tempering::Tempering(Backend &backend, const TemperedState &state)
    : m_backend(backend), m_chains(0), m_betas(state.betas), m_accepted(state.accepted) {
    const std::size_t hot = m_accepted.size();
    if (hot == 0 || m_betas.size() != hot + 1 || state.replicas.count % hot != 0) {
        throw Error(Sentence("The replicas do not fit their temperatures."));
    }
    m_chains = state.replicas.count / hot;
    for (std::size_t r = 0; r < hot; ++r) {
        m_replicas.push_back(backend.makeChains(m_chains));
        backend.setStates(*m_replicas.back(), {m_chains, part(state.replicas.visible, r, hot),
                                               part(state.replicas.hidden, r, hot)});
    }
    startView();
}

void Tempering::startView() {
    m_view.betas = m_betas;
    m_view.swapRate.assign(m_betas.size() - 1, 0);
    m_view.walkers.resize(m_betas.size() * m_chains);
    std::iota(m_view.walkers.begin(), m_view.walkers.end(), 0U);
    m_wasHot.assign(m_view.walkers.size(), 0);
    m_wasCold.assign(m_view.walkers.size(), 0);
    std::fill_n(m_wasCold.begin(), m_chains, std::uint8_t{1});
}

TemperedState Tempering::state() const {
    TemperedState state{m_betas, m_accepted, {}};
    for (const auto &replica : m_replicas) {
        const ChainStates states = m_backend.states(*replica);
        ChainStates &all = state.replicas;
        all.count += states.count;
        all.visible.insert(all.visible.end(), states.visible.begin(), states.visible.end());
        all.hidden.insert(all.hidden.end(), states.hidden.begin(), states.hidden.end());
    }
    return state;
}

Chains &Tempering::replica(Chains &cold, std::size_t r) const {
    return r == 0 ? cold : *m_replicas[r - 1];
}

void Tempering::advance(Chains &cold, std::size_t k, std::uint64_t seed, std::uint64_t update) {
    for (std::size_t r = update % 2; r + 1 < m_betas.size(); r += 2) {
        swapNeighbours(cold, r, seed, update);
    }
    if ((update + 1) % kWindow == 0) {
        moveTemperatures();
    }
    for (std::size_t r = 0; r < m_betas.size(); ++r) {
        Sweeps sweeps;
        sweeps.count = r == 0 ? 1 : k;
        sweeps.firstStep = update * k;
        sweeps.purpose = Purpose::Tempering;
        sweeps.seed = seed;
        sweeps.firstChain = static_cast<std::uint32_t>(r * m_chains);
        sweeps.beta = m_betas[r];
        m_backend.gibbs(replica(cold, r), sweeps);
    }
    ++m_view.updates;
}

/// log p_beta(v) = b.v + S_beta(v), and b.v is the same on both sides of the ratio.
void Tempering::swapNeighbours(Chains &cold, std::size_t r, std::uint64_t seed,
                               std::uint64_t update) {
    Chains &a = replica(cold, r);
    Chains &b = replica(cold, r + 1);
    std::vector<double> aAtA(m_chains);
    std::vector<double> aAtB(m_chains);
    std::vector<double> bAtA(m_chains);
    std::vector<double> bAtB(m_chains);
    m_backend.hiddenLogSums(a, m_betas[r], aAtA);
    m_backend.hiddenLogSums(a, m_betas[r + 1], aAtB);
    m_backend.hiddenLogSums(b, m_betas[r], bAtA);
    m_backend.hiddenLogSums(b, m_betas[r + 1], bAtB);
    std::vector<std::uint8_t> swapped(m_chains);
    double sum = 0;
    for (std::size_t n = 0; n < m_chains; ++n) {
        const double logRatio = bAtA[n] + aAtB[n] - aAtA[n] - bAtB[n];
        const double probability = std::exp(std::min(logRatio, 0.0));
        const double u =
            toUnit(randomBits(seed, Purpose::TemperingSwaps, update, static_cast<std::uint32_t>(n),
                              static_cast<std::uint32_t>(r)));
        sum += probability;
        if (u < probability) {
            swapped[n] = 1;
            swapWalkers(r, n);
        }
    }
    m_backend.swapStates(a, b, swapped);
    const double mean = sum / static_cast<double>(m_chains);
    m_accepted[r] += static_cast<float>(mean);
    double &rate = m_view.swapRate[r];
    rate = m_view.updates < 2 ? mean : rate + kForget * (mean - rate);
}

/// A round trip ends where a walker that was at the hottest place comes back to the coldest.
void Tempering::swapWalkers(std::size_t r, std::size_t chain) {
    std::swap(m_view.walkers[r * m_chains + chain], m_view.walkers[(r + 1) * m_chains + chain]);
    const std::uint32_t colder = m_view.walkers[r * m_chains + chain];
    const std::uint32_t hotter = m_view.walkers[(r + 1) * m_chains + chain];
    if (r + 2 == m_betas.size() && m_wasCold[hotter] != 0) {
        m_wasHot[hotter] = 1;
    }
    if (r == 0) {
        m_view.roundTrips += m_wasHot[colder];
        m_wasHot[colder] = 0;
        m_wasCold[colder] = 1;
    }
}

void Tempering::moveTemperatures() {
    // Each pair had its turn at every second update.
    const double turns = static_cast<double>(kWindow) / 2;
    std::vector<double> rejection(m_accepted.size());
    for (std::size_t r = 0; r < rejection.size(); ++r) {
        rejection[r] = 1 - std::min(static_cast<double>(m_accepted[r]) / turns, 1.0);
    }
    const std::vector<float> wanted = equaliseRejection(m_betas, rejection);
    for (std::size_t r = 0; r < m_betas.size(); ++r) {
        m_betas[r] = 0.5F * (m_betas[r] + wanted[r]);
    }
    std::fill(m_accepted.begin(), m_accepted.end(), 0.0F);
    m_view.betas = m_betas;
}

} // namespace rbm
