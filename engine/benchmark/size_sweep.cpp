#include "engine/benchmark/size_sweep.h"

#include "engine/base/error.h"
#include "engine/random/philox.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace rbm {

namespace {

constexpr std::uint64_t kSeed = 1;
constexpr double kVisibleOn = 0.15;
constexpr double kHiddenOn = 0.35;

void shift(std::vector<float> &bias, double probability) {
    for (float &value : bias) {
        value += static_cast<float>(std::log(probability / (1 - probability)));
    }
}

RbmParameters sweepModel(const SweepShape &shape) {
    RbmParameters parameters = initialParameters(shape.visible, shape.hidden, kSeed);
    shift(parameters.visibleBias, kVisibleOn);
    shift(parameters.hiddenBias, kHiddenOn);
    return parameters;
}

/// Gray images of which most pixels are 0, as in MNIST.
std::vector<std::uint8_t> sweepImages(const SweepShape &shape) {
    std::vector<std::uint8_t> pixels(shape.chains * shape.visible);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const auto bits = randomBits(kSeed, Purpose::EvaluationPixels, i, 0, 0);
        const bool on = toUnit(bits) < kVisibleOn;
        pixels[i] = on ? static_cast<std::uint8_t>(bits & 255) : 0;
    }
    return pixels;
}

double fastest(std::size_t repetitions, const Pulse &pulse, const std::function<void()> &work) {
    std::vector<double> seconds;
    work(); // to warm up
    for (std::size_t i = 0; i < repetitions; ++i) {
        if (pulse) {
            pulse();
        }
        seconds.push_back(secondsOf(work));
    }
    return spreadOf(std::move(seconds)).minimum;
}

} // namespace

std::vector<SweepShape> sweepShapes(bool quick) {
    if (quick) {
        return {{100, 1, 1}, {100, 50, 8}, {100, 50, 80}, {784, 50, 8}};
    }
    std::vector<SweepShape> shapes;
    for (const std::size_t hidden : {1, 10, 50, 100, 250, 500, 1000, 2048, 4096, 16384}) {
        shapes.push_back({784, hidden, 80});
    }
    for (const std::size_t visible : {100, 1000, 3072}) {
        shapes.push_back({visible, 500, 80});
    }
    for (const std::size_t chains : {1, 8, 20, 225, 1000}) {
        shapes.push_back({784, 500, chains});
    }
    return shapes;
}

SweepPoint measureShape(Backend &backend, const SweepShape &shape, std::size_t k,
                        std::size_t repetitions, const Pulse &pulse) {
    if (k == 0 || repetitions == 0) {
        throw Error("A sweep over sizes needs at least one step and one repetition.");
    }
    backend.setParameters(sweepModel(shape));
    const auto pixels = sweepImages(shape);
    std::vector<std::uint32_t> rows(shape.chains);
    std::iota(rows.begin(), rows.end(), 0U);
    const auto chains = backend.makeChains(shape.chains);
    // A step of 0 leaves the model as it is, at the same cost.
    std::uint64_t number = 0;
    const double update = fastest(repetitions, pulse, [&] {
        backend.pcdUpdate(*chains, {rows, pixels}, k, {0, 0}, kSeed, number++);
        backend.wait();
    });
    Sweeps sweeps;
    sweeps.count = k;
    sweeps.seed = kSeed;
    const double gibbs = fastest(repetitions, pulse, [&] {
        backend.gibbs(*chains, sweeps);
        backend.wait();
        sweeps.firstStep += k;
    });
    const double products = 2 * static_cast<double>(k) * static_cast<double>(shape.visible) *
                            static_cast<double>(shape.hidden) * static_cast<double>(shape.chains);
    return {shape, update * 1e9 / products, gibbs * 1e9 / products};
}

} // namespace rbm
