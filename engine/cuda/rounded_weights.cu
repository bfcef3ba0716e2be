#include "engine/cuda/launch.h"
#include "engine/cuda/rounded_weights.h"

#include <cmath>

namespace rbm::cuda {

namespace {

constexpr float kLargestNumber = 32767;
constexpr int kSmallestExponent = -120; ///< of the step: a normal number, and so is its inverse
constexpr unsigned kPartials = 128;     ///< blocks that look for the largest weight

#ifdef RBM_CUDA_EMULATION
constexpr unsigned kThreads = 8; // fibers; the kernels take any power of two
#else
constexpr unsigned kThreads = 256;
#endif

__device__ float largestOfBlock(float mine) {
    __shared__ float values[kThreads];
    values[threadIdx.x] = mine;
    __syncthreads();
    for (unsigned half = kThreads / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) {
            values[threadIdx.x] = fmaxf(values[threadIdx.x], values[threadIdx.x + half]);
        }
        __syncthreads();
    }
    const float result = values[0];
    __syncthreads();
    return result;
}

__global__ void largestWeightKernel(const float *weights, std::size_t count, float *partials) {
    float mine = 0;
    const std::size_t stride = std::size_t{kPartials} * blockDim.x;
    for (std::size_t at = std::size_t{blockIdx.x} * blockDim.x + threadIdx.x; at < count;
         at += stride) {
        mine = fmaxf(mine, fabsf(weights[at]));
    }
    const float largest = largestOfBlock(mine);
    if (threadIdx.x == 0) {
        partials[blockIdx.x] = largest;
    }
}

/// The least power of two with which all numbers fit.
__device__ float stepFor(float largest) {
    int exponent = kSmallestExponent;
    if (largest > 0) {
        frexpf(largest / kLargestNumber, &exponent);
    }
    return ldexpf(1.0F, exponent < kSmallestExponent ? kSmallestExponent : exponent);
}

/// Multiplying with the inverse of a power of two is exact.
__device__ int roundedNumber(float weight, float inverse) {
    const float number = rintf(weight * inverse);
    return static_cast<int>(fminf(fmaxf(number, -kLargestNumber), kLargestNumber));
}

/// One direction: the weight between the layer's unit u and the other's o is
/// weights[u * unitStride + o * otherStride].
struct Direction {
    const float *weights = nullptr;
    std::size_t units = 0;
    std::size_t others = 0;
    std::size_t unitStride = 0;
    std::size_t otherStride = 0;
    std::size_t slices = 0;
    std::size_t words = 0; ///< of four weights
    std::uint8_t *out = nullptr;
};

/// A thread for each four weights that lie together.
__device__ void roundFour(const Direction &to, std::size_t word, float inverse) {
    constexpr std::size_t kWords = RoundedWeights::kBytes / 8; // of a tile's slice
    const std::size_t lane = word % kWords / 4;
    const std::size_t part = word % 4;
    const std::size_t slice = word / kWords % to.slices;
    const std::size_t tile = word / kWords / to.slices;
    const std::size_t unit = RoundedWeights::kTile * tile + lane / 4 + 8 * (part % 2);
    const std::size_t first = RoundedWeights::kSlice * slice + 4 * (lane % 4) + 16 * (part / 2);
    std::uint32_t high = 0;
    std::uint32_t low = 0;
    for (std::size_t b = 0; b < 4; ++b) {
        const std::size_t other = first + b;
        const int number =
            unit < to.units && other < to.others
                ? roundedNumber(to.weights[unit * to.unitStride + other * to.otherStride], inverse)
                : 0;
        low |= (static_cast<std::uint32_t>(number) & 0xFFU) << (8 * b);
        high |= (static_cast<std::uint32_t>(number) >> 8 & 0xFFU) << (8 * b);
    }
    auto *out = reinterpret_cast<std::uint32_t *>(to.out) + word / kWords * 2 * kWords;
    out[word % kWords] = high;
    out[kWords + word % kWords] = low;
}

__global__ void roundWeightsKernel(Direction first, Direction second, const float *partials,
                                   float *step) {
    float mine = 0;
    for (unsigned at = threadIdx.x; at < kPartials; at += blockDim.x) {
        mine = fmaxf(mine, partials[at]);
    }
    const float found = stepFor(largestOfBlock(mine));
    if (blockIdx.x == 0 && threadIdx.x == 0) {
        *step = found;
    }
    const std::size_t at = std::size_t{blockIdx.x} * blockDim.x + threadIdx.x;
    if (at < first.words) {
        roundFour(first, at, 1 / found);
    } else if (at - first.words < second.words) {
        roundFour(second, at - first.words, 1 / found);
    }
}

__global__ void roundedValuesKernel(const float *weights, std::size_t count, const float *step,
                                    float *out) {
    const std::size_t at = std::size_t{blockIdx.x} * blockDim.x + threadIdx.x;
    if (at < count) {
        out[at] = static_cast<float>(roundedNumber(weights[at], 1 / *step)) * *step;
    }
}

void layOut(Direction &direction, const DeviceArray<std::uint8_t> &out) {
    direction.slices = RoundedWeights::slices(direction.others);
    direction.words = out.size() / 8; // of four weights in two bytes each
    direction.out = out.data();
}

std::size_t blocksFor(std::size_t threads) { return (threads + kThreads - 1) / kThreads; }

} // namespace

RoundedWeights::RoundedWeights(const Device &device, std::size_t visible, std::size_t hidden)
    : toHidden(device, tiles(hidden) * slices(visible) * kBytes),
      toVisible(device, tiles(visible) * slices(hidden) * kBytes), step(device, 1),
      largest(device, kPartials) {}

void roundWeights(const Device &device, const float *weights, std::size_t visible,
                  std::size_t hidden, const RoundedWeights &to) {
    launchWithBarriers(device, "largestWeight", {kPartials, kThreads}, largestWeightKernel, weights,
                       visible * hidden, to.largest.data());
    Direction toHidden{weights, hidden, visible, 1, hidden};
    Direction toVisible{weights, visible, hidden, hidden, 1};
    layOut(toHidden, to.toHidden);
    layOut(toVisible, to.toVisible);
    launchWithBarriers(device, "roundWeights",
                       {blocksFor(toHidden.words + toVisible.words), kThreads}, roundWeightsKernel,
                       toHidden, toVisible, static_cast<const float *>(to.largest.data()),
                       to.step.data());
}

void roundedValues(const Device &device, const float *weights, std::size_t count,
                   const RoundedWeights &rounded, float *out) {
    launch(device, "roundedValues", {blocksFor(count), kThreads}, roundedValuesKernel, weights,
           count, static_cast<const float *>(rounded.step.data()), out);
}

} // namespace rbm::cuda
