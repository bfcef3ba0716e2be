#include "engine/backend/backend_list.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::size_t kVisible = 6;
constexpr std::size_t kHidden = 4;
constexpr std::size_t kWeights = kVisible + kHidden; ///< where the weights begin
constexpr std::size_t kSize = kWeights + kVisible * kHidden;
constexpr std::size_t kVisibleStates = 1U << kVisible;
constexpr std::size_t kStates = kVisibleStates << kHidden;

/// b, c and W of the model in one array, in double precision.
using Flat = std::vector<double>;
using Image = std::vector<double>;

Flat flatten(const RbmParameters &p) {
    Flat flat(p.visibleBias.begin(), p.visibleBias.end());
    flat.insert(flat.end(), p.hiddenBias.begin(), p.hiddenBias.end());
    flat.insert(flat.end(), p.weights.begin(), p.weights.end());
    return flat;
}

double minusEnergy(const Flat &p, const Image &v, std::size_t hidden) {
    double sum = 0;
    for (std::size_t i = 0; i < kVisible; ++i) {
        sum += p[i] * v[i];
    }
    for (std::size_t j = 0; j < kHidden; ++j) {
        if ((hidden >> j & 1U) != 0) {
            sum += p[kVisible + j];
            for (std::size_t i = 0; i < kVisible; ++i) {
                sum += v[i] * p[kWeights + i * kHidden + j];
            }
        }
    }
    return sum;
}

Image binaryImage(std::size_t state) {
    Image v(kVisible);
    for (std::size_t i = 0; i < kVisible; ++i) {
        v[i] = static_cast<double>(state >> i & 1U);
    }
    return v;
}

double sumOverHidden(const Flat &p, const Image &v) {
    double sum = 0;
    for (std::size_t h = 0; h < (1U << kHidden); ++h) {
        sum += std::exp(minusEnergy(p, v, h));
    }
    return sum;
}

/// Mean over the images of -F(v) - log Z, by enumeration.
double logLikelihood(const Flat &p, const std::vector<Image> &images) {
    double z = 0;
    for (std::size_t state = 0; state < kVisibleStates; ++state) {
        z += sumOverHidden(p, binaryImage(state));
    }
    double sum = 0;
    for (const Image &v : images) {
        sum += std::log(sumOverHidden(p, v) / z);
    }
    return sum / static_cast<double>(images.size());
}

/// Adds `weight` times the derivatives of -E(v, h).
void addStatistics(const Image &v, std::size_t hidden, double weight, Flat &to) {
    for (std::size_t i = 0; i < kVisible; ++i) {
        to[i] += weight * v[i];
    }
    for (std::size_t j = 0; j < kHidden; ++j) {
        if ((hidden >> j & 1U) != 0) {
            to[kVisible + j] += weight;
            for (std::size_t i = 0; i < kVisible; ++i) {
                to[kWeights + i * kHidden + j] += weight * v[i];
            }
        }
    }
}

/// p(v, h) of state v + 2^V h.
std::vector<double> jointProbabilities(const Flat &p) {
    std::vector<double> result(kStates);
    double z = 0;
    for (std::size_t s = 0; s < kStates; ++s) {
        z += result[s] =
            std::exp(minusEnergy(p, binaryImage(s % kVisibleStates), s / kVisibleStates));
    }
    for (double &x : result) {
        x /= z;
    }
    return result;
}

/// E[-dE] over the model.
Flat modelStatistics(const Flat &p) {
    Flat result(kSize);
    const auto joint = jointProbabilities(p);
    for (std::size_t s = 0; s < kStates; ++s) {
        addStatistics(binaryImage(s % kVisibleStates), s / kVisibleStates, joint[s], result);
    }
    return result;
}

/// The gradient of logLikelihood: data's statistics minus the model's.
Flat exactGradient(const Flat &p, const std::vector<Image> &images) {
    Flat result(kSize);
    for (const Image &v : images) {
        const double whole = sumOverHidden(p, v) * static_cast<double>(images.size());
        for (std::size_t h = 0; h < (1U << kHidden); ++h) {
            addStatistics(v, h, std::exp(minusEnergy(p, v, h)) / whole, result);
        }
    }
    const Flat model = modelStatistics(p);
    for (std::size_t at = 0; at < kSize; ++at) {
        result[at] -= model[at];
    }
    return result;
}

std::vector<Image> valuesOf(const Dataset &data) {
    std::vector<Image> images;
    for (std::size_t n = 0; n < data.count(); ++n) {
        images.emplace_back();
        for (const auto byte : data.image(n)) {
            images.back().push_back(byte / 255.0);
        }
    }
    return images;
}

/// Independent draws of (v, h) from the model itself: chains in equilibrium.
ChainStates exactSamples(const Flat &p, std::size_t count) {
    const auto joint = jointProbabilities(p);
    std::mt19937_64 generator(17);
    std::discrete_distribution<std::size_t> draw(joint.begin(), joint.end());
    ChainStates states{count, {}, {}};
    for (std::size_t n = 0; n < count; ++n) {
        const std::size_t state = draw(generator);
        for (std::size_t i = 0; i < kVisible; ++i) {
            states.visible.push_back(static_cast<std::uint8_t>(state >> i & 1U));
        }
        for (std::size_t j = 0; j < kHidden; ++j) {
            states.hidden.push_back(static_cast<std::uint8_t>(state >> (kVisible + j) & 1U));
        }
    }
    return states;
}

} // namespace

class TestGradient : public QObject {
    Q_OBJECT

private slots:
    void enumeratedGradientEqualsFiniteDifferences() {
        const Flat p = flatten(randomModel(kVisible, kHidden, 0.8, 21));
        const auto images = valuesOf(*randomImages(3, 2, 10, true, 5));
        const Flat gradient = exactGradient(p, images);
        constexpr double kWidth = 1e-4; // an error of about kWidth^2 = 1e-8
        for (std::size_t at = 0; at < kSize; ++at) {
            Flat up = p;
            Flat down = p;
            up[at] += kWidth;
            down[at] -= kWidth;
            const double slope =
                (logLikelihood(up, images) - logLikelihood(down, images)) / (2 * kWidth);
            QVERIFY(std::abs(slope - gradient[at]) < 1e-6);
        }
    }

    void cpuUpdatesFollowTheGradientOfTheExactLikelihood() {
        checkUpdate(*makeBackend(BackendChoice::Cpu));
    }

    void referenceUpdatesFollowTheGradientOfTheExactLikelihood() {
        checkUpdate(*makeReferenceBackend());
    }

private:
    // One update of chains that are in equilibrium, so that its negative phase
    // is a mean of independent exact samples. Each of the 34 components, as z =
    // (found - expected) / standard error, may exceed 4.2 with probability
    // 2.7e-5 where all is right: together (Bonferroni) at most 0.1 %.
    static void checkUpdate(Backend &backend) {
        constexpr std::size_t kChains = 40000;
        const auto model = randomModel(kVisible, kHidden, 0.8, 21);
        const auto data = randomImages(3, 2, kChains, true, 5);
        const Flat before = flatten(model);
        backend.setParameters(model);
        const auto chains = backend.makeChains(kChains);
        backend.setStates(*chains, exactSamples(before, kChains));
        const std::vector<std::uint32_t> rows(kChains);
        backend.pcdUpdate(*chains, {rows, data->pixels}, 2, {1, 0}, 3, 0);
        const Flat after = flatten(backend.parameters());
        const Flat expected = exactGradient(before, valuesOf(*data));
        const Flat mean = modelStatistics(before); // each statistic is 0 or 1
        for (std::size_t at = 0; at < kSize; ++at) {
            const double error = std::sqrt(mean[at] * (1 - mean[at]) / kChains);
            const double z = (after[at] - before[at] - expected[at]) / error;
            QVERIFY2(std::abs(z) < 4.2, qPrintable(QString("component %1: z = %2").arg(at).arg(z)));
        }
    }
};

QTEST_GUILESS_MAIN(TestGradient)
#include "test_gradient.moc"
