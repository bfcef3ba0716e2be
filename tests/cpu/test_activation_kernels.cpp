// Sigmoid and softplus against double precision, on every SIMD target.
#include "engine/cpu/aligned_vector.h"
#include "engine/cpu/float_kernels.h"
#include "engine/cpu/layout.h"
#include "tests/support/every_target.h"
#include "tests/support/float_errors.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace rbm::cpu;
using namespace rbm::test;

namespace {

constexpr double kSmallest = 1e-37; ///< where float's precision ends

} // namespace

class TestActivationKernels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { tellTargets(); }
    void cleanup() { limitTarget(0); }

    // Exp is off by one unit in the last place, 2 kUnit of its value; the two
    // roundings after it and the last one, of 1 - tail, add kUnit each.
    void sigmoidsAreThoseOfDoublePrecision() {
        onEveryTarget([] {
            const auto input = manyInputs();
            auto output = input;
            sigmoidInPlace(output.size(), output.data());
            for (std::size_t u = 0; u < input.size(); ++u) {
                const double x = static_cast<double>(input[u]);
                const double e = std::exp(-std::abs(x));
                const double tail = e / (1 + e);
                verifyNear(output[u], x < 0 ? tail : 1 - tail,
                           4 * kUnit * tail + (x < 0 ? 0 : kUnit) + kSmallest);
            }
        });
    }

    // Exp is off by one unit in the last place and Log1p by two, 6 kUnit of their
    // value; the last sum is rounded once.
    void softplusIsThatOfDoublePrecision() {
        onEveryTarget([] {
            const auto input = manyInputs();
            auto output = input;
            softplusInPlace(output.size(), output.data());
            for (std::size_t u = 0; u < input.size(); ++u) {
                const double x = static_cast<double>(input[u]);
                const double rest = std::log1p(std::exp(-std::abs(x)));
                const double exact = std::max(x, 0.0) + rest;
                verifyNear(output[u], exact, 6 * kUnit * rest + kUnit * exact + kSmallest);
            }
        });
    }

private:
    static AlignedVector<float> manyInputs() {
        Random random(7);
        auto input = randomFloats(random, 200 * kBlock, 20);
        const auto wide = randomFloats(random, 20 * kBlock, 200);
        input.insert(input.end(), wide.begin(), wide.end());
        const std::vector<float> special = {0.0F,   -0.0F,   1e-30F, -1e-30F, 16.0F,  -16.0F,
                                            87.3F,  -87.3F,  88.0F,  -88.0F,  103.0F, -103.0F,
                                            104.0F, -104.0F, 1e30F,  -1e30F,  3e38F,  -3e38F};
        input.insert(input.end(), special.begin(), special.end());
        input.resize(blocksOf(input.size()) * kBlock);
        return input;
    }
};

QTEST_GUILESS_MAIN(TestActivationKernels)
#include "test_activation_kernels.moc"
