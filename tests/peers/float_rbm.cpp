#include "tests/peers/float_rbm.h"

#include <cblas.h>
#include <omp.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace rbm::peers {

namespace {

int toInt(std::size_t value) { return static_cast<int>(value); }

/// c = alpha op(a) op(b) + beta c, row-major; the leading dimensions last.
void multiply(CBLAS_TRANSPOSE ta, CBLAS_TRANSPOSE tb, std::size_t m, std::size_t n, std::size_t k,
              float alpha, const float *a, std::size_t lda, const float *b, std::size_t ldb,
              float beta, float *c, std::size_t ldc) {
    cblas_sgemm(CblasRowMajor, ta, tb, toInt(m), toInt(n), toInt(k), alpha, a, toInt(lda), b,
                toInt(ldb), beta, c, toInt(ldc));
}

/// The share of `all` that thread `number` of `threads` takes.
std::pair<std::size_t, std::size_t> share(std::size_t all, std::size_t number,
                                          std::size_t threads) {
    const std::size_t begin = all * number / threads;
    return {begin, all * (number + 1) / threads - begin};
}

double meanOn(const std::vector<float> &states, std::size_t chains) {
    return std::accumulate(states.begin(), states.end(), 0.0) / static_cast<double>(chains);
}

std::vector<float> toFloat(const std::vector<std::uint8_t> &states) {
    return {states.begin(), states.end()};
}

} // namespace

FastRandom::FastRandom(std::uint64_t seed) {
    for (std::uint32_t &lane : m_state) {
        seed += 0x9E3779B97F4A7C15; // splitmix64 spreads the seeds
        std::uint64_t z = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        lane = static_cast<std::uint32_t>((z ^ (z >> 31)) | 1);
    }
}

FloatRbm::FloatRbm(const TrainingState &state, std::size_t threads)
    : m_visible(state.parameters.visible), m_hidden(state.parameters.hidden),
      m_chains(state.chains.count), m_k(state.config.k), m_threads(threads),
      m_momentum(static_cast<float>(state.controls.momentum)), m_parameters(state.parameters),
      m_change(state.momentum), m_v(toFloat(state.chains.visible)),
      m_h(toFloat(state.chains.hidden)), m_ph(m_h.size()) {
    const auto n = static_cast<double>(m_chains);
    m_step = static_cast<float>(state.controls.learningRate / n / n);
    for (std::size_t i = 0; i < threads; ++i) {
        m_random.emplace_back(state.config.seed * threads + i);
    }
    // Each thread multiplies for itself.
    openblas_set_num_threads(1);
}

void FloatRbm::positive(std::size_t begin, std::size_t count, const float *pixels) {
    float *ph = &m_ph[begin * m_hidden];
    multiply(CblasNoTrans, CblasNoTrans, count, m_hidden, m_visible, 1, pixels + begin * m_visible,
             m_visible, m_parameters.weights.data(), m_hidden, 0, ph, m_hidden);
    for (std::size_t n = 0; n < count; ++n) {
        const float *bias = m_parameters.hiddenBias.data();
#pragma omp simd
        for (std::size_t j = 0; j < m_hidden; ++j) {
            ph[n * m_hidden + j] = 1 / (1 + std::exp(-bias[j] - ph[n * m_hidden + j]));
        }
    }
}

/// Turns inputs without bias into samples, 0 or 1: u < sigmoid(x), without the
/// division.
void FloatRbm::sample(const float *bias, std::size_t units, float *values,
                      FastRandom &random) const {
    alignas(64) float u[FastRandom::kLanes];
    std::size_t i = 0;
    for (; i + FastRandom::kLanes <= units; i += FastRandom::kLanes) {
        random.next(u);
#pragma omp simd
        for (std::size_t lane = 0; lane < FastRandom::kLanes; ++lane) {
            const float x = values[i + lane] + bias[i + lane];
            values[i + lane] = u[lane] + u[lane] * std::exp(-x) < 1 ? 1.0F : 0.0F;
        }
    }
    random.next(u);
    for (std::size_t lane = 0; i < units; ++i, ++lane) {
        const float x = values[i] + bias[i];
        values[i] = u[lane] + u[lane] * std::exp(-x) < 1 ? 1.0F : 0.0F;
    }
}

void FloatRbm::runChains(std::size_t begin, std::size_t count, FastRandom &random) {
    float *v = &m_v[begin * m_visible];
    float *h = &m_h[begin * m_hidden];
    const float *w = m_parameters.weights.data();
    for (std::size_t step = 0; step < m_k; ++step) {
        multiply(CblasNoTrans, CblasTrans, count, m_visible, m_hidden, 1, h, m_hidden, w, m_hidden,
                 0, v, m_visible);
        for (std::size_t n = 0; n < count; ++n) {
            sample(m_parameters.visibleBias.data(), m_visible, v + n * m_visible, random);
        }
        multiply(CblasNoTrans, CblasNoTrans, count, m_hidden, m_visible, 1, v, m_visible, w,
                 m_hidden, 0, h, m_hidden);
        for (std::size_t n = 0; n < count; ++n) {
            sample(m_parameters.hiddenBias.data(), m_hidden, h + n * m_hidden, random);
        }
    }
}

/// Rows of visible units: momentum and gradient in two products.
void FloatRbm::learnWeights(std::size_t begin, std::size_t count, const float *pixels) {
    float *change = &m_change.weights[begin * m_hidden];
    float *weights = &m_parameters.weights[begin * m_hidden];
    multiply(CblasTrans, CblasNoTrans, count, m_hidden, m_chains, -m_step, &m_v[begin], m_visible,
             m_h.data(), m_hidden, m_momentum, change, m_hidden);
    multiply(CblasTrans, CblasNoTrans, count, m_hidden, m_chains, m_step, pixels + begin, m_visible,
             m_ph.data(), m_hidden, 1, change, m_hidden);
#pragma omp simd
    for (std::size_t i = 0; i < count * m_hidden; ++i) {
        weights[i] += change[i];
    }
}

void FloatRbm::learnBias(const std::vector<float> &negative, const float *data, std::size_t units,
                         std::vector<float> &momentum, std::vector<float> &bias) const {
    for (std::size_t i = 0; i < units; ++i) {
        momentum[i] *= m_momentum;
    }
    for (std::size_t n = 0; n < m_chains; ++n) {
#pragma omp simd
        for (std::size_t i = 0; i < units; ++i) {
            momentum[i] -= m_step * (negative[n * units + i] - data[n * units + i]);
        }
    }
    for (std::size_t i = 0; i < units; ++i) {
        bias[i] += momentum[i];
    }
}

void FloatRbm::update(std::span<const float> pixels) {
    const float *data = pixels.data();
#pragma omp parallel num_threads(toInt(m_threads))
    {
        const auto number = static_cast<std::size_t>(omp_get_thread_num());
        const auto [first, chains] = share(m_chains, number, m_threads);
        if (chains > 0) {
            positive(first, chains, data);
            runChains(first, chains, m_random[number]);
        }
#pragma omp barrier
        const auto [row, rows] = share(m_visible, number, m_threads);
        if (rows > 0) {
            learnWeights(row, rows, data);
        }
    }
    learnBias(m_v, data, m_visible, m_change.visibleBias, m_parameters.visibleBias);
    learnBias(m_h, m_ph.data(), m_hidden, m_change.hiddenBias, m_parameters.hiddenBias);
}

double FloatRbm::visibleOn() const { return meanOn(m_v, m_chains); }
double FloatRbm::hiddenOn() const { return meanOn(m_h, m_chains); }

} // namespace rbm::peers
