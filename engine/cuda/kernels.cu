// The kernels. Each has one thread for one result, apart from the sums over a row, whose blocks
// add up in a fixed order, so that results do not change from run to run.
#include "engine/cuda/kernels.h"
#include "engine/cuda/launch.h"
#include "engine/cuda/unit_math.h"

namespace rbm::cuda {

namespace {

constexpr unsigned kThreads = 256;
constexpr unsigned kSumThreads = 128;

#ifdef RBM_CUDA_EMULATION
constexpr unsigned kMeanColumns = 4; // fibers
constexpr unsigned kMeanRows = 2;
#else
constexpr unsigned kMeanColumns = 32;
constexpr unsigned kMeanRows = 8;
#endif

std::size_t blocksFor(std::size_t threads) { return (threads + kThreads - 1) / kThreads; }

/// This thread's number in the whole grid.
__device__ std::size_t threadNumber() {
    return static_cast<std::size_t>(blockIdx.x) * blockDim.x + threadIdx.x;
}

/// Counters of Philox for the units of a row.
__host__ __device__ std::size_t countersFor(std::size_t units) { return (units + 63) / 64 * 8; }

/// Those of randomWords() for the units of a row.
__host__ __device__ std::size_t blocksOfWords(std::size_t units) { return (units + 63) / 64 * 16; }

__host__ __device__ std::size_t blocksOfColumns(std::size_t units) {
    return (units + kMeanColumns - 1) / kMeanColumns;
}

__device__ bool isHeld(const DrawTask &task, std::size_t row, std::size_t unit) {
    return task.held != nullptr && task.held[(task.heldByRow ? row * task.units : 0) + unit] != 0;
}

__device__ void drawUnit(const DrawTask &task, const Draw &draw, std::size_t row,
                         std::uint32_t unit, std::int16_t high) {
    const std::size_t at = row * task.units + unit;
    float input = task.beta * (task.input[at] + task.bias[unit]);
    if (task.base != nullptr) {
        input += (1 - task.beta) * task.base[unit];
    }
    task.states[at] = isOn(input, draw, unit, high) ? 1.0F : 0.0F;
}

/// A thread makes one counter's random words, for eight units: see chain_draw.h.
__global__ void drawUnitsKernel(DrawTask task) {
    const std::size_t perRow = countersFor(task.units);
    const std::size_t number = threadNumber();
    if (number >= task.rows * perRow) {
        return;
    }
    const std::size_t row = number / perRow;
    const auto counter = static_cast<std::uint32_t>(number % perRow);
    const Draw draw{seedOf(task.steps), task.purpose, firstOf(task.steps) + task.offset,
                    task.firstChain + static_cast<std::uint32_t>(row)};
    const auto words = philox4x32(drawCounter(draw, counter), drawKey(draw));
    for (std::uint32_t half = 0; half < 8; ++half) {
        const std::uint32_t unit = counter / 8 * 64 + half / 4 * 32 + counter % 8 * 4 + half % 4;
        if (unit < task.units && !isHeld(task, row, unit)) {
            const auto high = static_cast<std::int16_t>(words[half / 2] >> (half % 2 * 16));
            drawUnit(task, draw, row, unit, high);
        }
    }
}

__global__ void swapRowsKernel(float *a, float *b, const std::uint8_t *which, std::size_t count,
                               std::size_t units) {
    const std::size_t at = threadNumber();
    if (at < count && which[at / units] != 0) {
        const float value = a[at];
        a[at] = b[at];
        b[at] = value;
    }
}

__global__ void unpackBytesKernel(const std::uint8_t *bytes, std::size_t count, float *out) {
    const std::size_t at = threadNumber();
    if (at < count) {
        out[at] = static_cast<float>(bytes[at]) / 255.0F;
    }
}

__global__ void addBiasAndSigmoidKernel(float *values, const float *bias, std::size_t count,
                                        std::size_t units) {
    const std::size_t at = threadNumber();
    if (at < count) {
        values[at] = sigmoid(values[at] + bias[at % units]);
    }
}

__device__ std::uint8_t chosen(Pixels choice, std::uint8_t gray, std::uint32_t bits) {
    switch (choice) {
    case Pixels::Sampled:
        return sampledPixel(gray, bits);
    case Pixels::Threshold:
        return thresholdPixel(gray);
    default:
        return gray;
    }
}

/// A thread for the four pixels that share a counter of Philox.
__global__ void takeImagesKernel(ImagesTask task) {
    const std::size_t perRow = blocksOfWords(task.units);
    const std::size_t number = threadNumber();
    if (number >= task.count * perRow) {
        return;
    }
    const std::size_t row = number / perRow;
    const auto block = static_cast<std::uint32_t>(number % perRow);
    const std::uint32_t image = task.rows[row];
    const auto words =
        task.choice == Pixels::Sampled
            ? randomWords(task.seed, Purpose::PixelSampling, task.scalars->epoch, image, block)
            : std::array<std::uint32_t, 4>{};
    for (std::size_t part = 0; part < 4; ++part) {
        const std::size_t unit = block / 16 * 64 + part * 16 + block % 16;
        if (unit < task.units) {
            const std::uint8_t gray = task.pixels[image * task.units + unit];
            task.out[row * task.units + unit] =
                static_cast<float>(chosen(task.choice, gray, words[part])) / 255.0F;
        }
    }
}

/// A block for some columns, in each of which some threads add every so manieth row.
__global__ void columnMeansKernel(MeansTask task) {
    __shared__ float sums[kMeanRows][kMeanColumns];
    const std::size_t before = blocksOfColumns(task.first.units);
    const bool isFirst = blockIdx.x < before;
    const MeansTask::Layer &layer = isFirst ? task.first : task.second;
    const std::size_t block = isFirst ? blockIdx.x : blockIdx.x - before;
    const unsigned column = threadIdx.x % kMeanColumns;
    const unsigned slice = threadIdx.x / kMeanColumns;
    const std::size_t unit = block * kMeanColumns + column;
    float sum = 0;
    for (std::size_t row = slice; row < task.rows && unit < layer.units; row += kMeanRows) {
        sum += layer.values[row * layer.units + unit];
    }
    sums[slice][column] = sum;
    __syncthreads();
    if (slice == 0 && unit < layer.units) {
        for (unsigned other = 1; other < kMeanRows; ++other) {
            sum += sums[other][column];
        }
        const float mean = sum / static_cast<float>(task.rows);
        layer.out[unit] = layer.less == nullptr ? mean : mean - layer.less[unit];
    }
    __syncthreads();
}

__global__ void moveOffsetsKernel(float *lambda, const float *means, std::size_t units,
                                  const UpdateScalars *scalars) {
    const std::size_t unit = threadNumber();
    if (unit < units) {
        lambda[unit] += scalars->offsetRate * (means[unit] - lambda[unit]);
    }
}

__global__ void addSparsityKernel(float *gradient, const float *means, std::size_t units,
                                  const UpdateScalars *scalars) {
    const std::size_t unit = threadNumber();
    if (unit < units) {
        gradient[unit] += scalars->sparsityCost * (means[unit] - scalars->sparsityTarget);
    }
}

__global__ void moveFastKernel(const float *gradient, float *fast, std::size_t count,
                               const UpdateScalars *scalars) {
    const std::size_t at = threadNumber();
    if (at < count) {
        fast[at] = scalars->fastKeep * fast[at] - scalars->fastStep * gradient[at];
    }
}

__global__ void decayShareKernel(const float *weights, std::size_t count, float *out,
                                 const UpdateScalars *scalars) {
    const std::size_t at = threadNumber();
    if (at < count) {
        out[at] = scalars->weightDecay * weights[at];
    }
}

__global__ void addArraysKernel(const float *a, const float *b, std::size_t count, float *out) {
    const std::size_t at = threadNumber();
    if (at < count) {
        out[at] = a[at] + b[at];
    }
}

__global__ void centreWeightsKernel(CentreTask task) {
    const std::size_t at = threadNumber();
    if (at < task.visibleUnits * task.hiddenUnits) {
        const std::size_t i = at / task.hiddenUnits;
        const std::size_t j = at % task.hiddenUnits;
        task.weights[at] -=
            task.visible[i] * task.hiddenOffsets[j] + task.visibleOffsets[i] * task.hidden[j];
    }
}

__global__ void moveParametersKernel(MoveTask task) {
    const std::size_t at = threadNumber();
    if (at >= task.count) {
        return;
    }
    const UpdateScalars &rule = *task.scalars;
    float gradient = task.gradient[at];
    if (at < task.decaying) {
        gradient += rule.weightDecay * task.parameters[at];
    }
    const float push = rule.step * gradient;
    const float momentum = rule.momentum * task.momentum[at] - push;
    task.momentum[at] = momentum;
    task.parameters[at] += rule.nesterov != 0 ? rule.momentum * momentum - push : momentum;
}

/// The share of one hidden unit in log p*_beta(v).
__device__ float hiddenTerm(const LogWeightTask &task, std::size_t row, std::size_t unit,
                            float beta) {
    float input = beta * (task.hiddenInput[row * task.hiddenUnits + unit] + task.hiddenBias[unit]);
    if (task.hiddenBase != nullptr) {
        input += (1 - beta) * task.hiddenBase[unit];
    }
    return softplus(input);
}

__device__ float visibleTerm(const LogWeightTask &task, std::size_t row, std::size_t unit,
                             float beta) {
    const float bias = task.visibleBias[unit];
    const float mixed =
        task.visibleBase == nullptr ? bias : beta * bias + (1 - beta) * task.visibleBase[unit];
    return task.visible[row * task.visibleUnits + unit] * mixed;
}

/// The block's threads' values, added pairwise; thread 0 has the sum.
__device__ double sumOfBlock(double value) {
    __shared__ double sums[kSumThreads];
    sums[threadIdx.x] = value;
    __syncthreads();
    for (unsigned half = kSumThreads / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) {
            sums[threadIdx.x] += sums[threadIdx.x + half];
        }
        __syncthreads();
    }
    return sums[0];
}

/// A block per row.
__global__ void logWeightsKernel(LogWeightTask task) {
    const std::size_t row = blockIdx.x;
    double sum = 0;
    for (std::size_t j = threadIdx.x; j < task.hiddenUnits; j += kSumThreads) {
        sum += static_cast<double>(hiddenTerm(task, row, j, task.beta));
    }
    if (task.visible != nullptr) {
        for (std::size_t i = threadIdx.x; i < task.visibleUnits; i += kSumThreads) {
            sum += static_cast<double>(visibleTerm(task, row, i, task.beta));
        }
    }
    const double total = sumOfBlock(sum);
    if (threadIdx.x == 0) {
        task.out[row] = total;
    }
}

__global__ void addLogWeightChangeKernel(LogWeightTask task, float previousBeta) {
    const std::size_t row = blockIdx.x;
    double sum = 0;
    for (std::size_t j = threadIdx.x; j < task.hiddenUnits; j += kSumThreads) {
        sum += static_cast<double>(hiddenTerm(task, row, j, task.beta) -
                                   hiddenTerm(task, row, j, previousBeta));
    }
    if (task.visibleBase != nullptr) {
        for (std::size_t i = threadIdx.x; i < task.visibleUnits; i += kSumThreads) {
            sum += static_cast<double>(visibleTerm(task, row, i, task.beta) -
                                       visibleTerm(task, row, i, previousBeta));
        }
    }
    const double total = sumOfBlock(sum);
    if (threadIdx.x == 0) {
        task.out[row] += total;
    }
}

} // namespace

void drawUnits(const Device &device, const DrawTask &task) {
    const std::size_t threads = task.rows * countersFor(task.units);
    launch(device, "drawUnits", {blocksFor(threads), kThreads}, drawUnitsKernel, task);
}

void swapRows(const Device &device, float *a, float *b, const std::uint8_t *which, std::size_t rows,
              std::size_t units) {
    launch(device, "swapRows", {blocksFor(rows * units), kThreads}, swapRowsKernel, a, b, which,
           rows * units, units);
}

void unpackBytes(const Device &device, const std::uint8_t *bytes, std::size_t count, float *out) {
    launch(device, "unpackBytes", {blocksFor(count), kThreads}, unpackBytesKernel, bytes, count,
           out);
}

void addBiasAndSigmoid(const Device &device, float *values, const float *bias, std::size_t rows,
                       std::size_t units) {
    launch(device, "addBiasAndSigmoid", {blocksFor(rows * units), kThreads},
           addBiasAndSigmoidKernel, values, bias, rows * units, units);
}

void takeImages(const Device &device, const ImagesTask &task) {
    const std::size_t threads = task.count * blocksOfWords(task.units);
    launch(device, "takeImages", {blocksFor(threads), kThreads}, takeImagesKernel, task);
}

void columnMeans(const Device &device, const MeansTask &task) {
    const std::size_t blocks =
        blocksOfColumns(task.first.units) + blocksOfColumns(task.second.units);
    launchWithBarriers(device, "columnMeans", {blocks, kMeanRows * kMeanColumns}, columnMeansKernel,
                       task);
}

void moveOffsets(const Device &device, float *lambda, const float *means, std::size_t units,
                 const UpdateScalars *scalars) {
    launch(device, "moveOffsets", {blocksFor(units), kThreads}, moveOffsetsKernel, lambda, means,
           units, scalars);
}

void addSparsity(const Device &device, float *gradient, const float *means, std::size_t units,
                 const UpdateScalars *scalars) {
    launch(device, "addSparsity", {blocksFor(units), kThreads}, addSparsityKernel, gradient, means,
           units, scalars);
}

void moveFast(const Device &device, const float *gradient, float *fast, std::size_t count,
              const UpdateScalars *scalars) {
    launch(device, "moveFast", {blocksFor(count), kThreads}, moveFastKernel, gradient, fast, count,
           scalars);
}

void decayShare(const Device &device, const float *weights, std::size_t count, float *out,
                const UpdateScalars *scalars) {
    launch(device, "decayShare", {blocksFor(count), kThreads}, decayShareKernel, weights, count, out,
           scalars);
}

void addArrays(const Device &device, const float *a, const float *b, std::size_t count,
               float *out) {
    launch(device, "addArrays", {blocksFor(count), kThreads}, addArraysKernel, a, b, count, out);
}

void centreWeights(const Device &device, const CentreTask &task) {
    launch(device, "centreWeights", {blocksFor(task.visibleUnits * task.hiddenUnits), kThreads},
           centreWeightsKernel, task);
}

void moveParameters(const Device &device, const MoveTask &task) {
    launch(device, "moveParameters", {blocksFor(task.count), kThreads}, moveParametersKernel, task);
}

void logWeights(const Device &device, const LogWeightTask &task) {
    launchWithBarriers(device, "logWeights", {task.rows, kSumThreads}, logWeightsKernel, task);
}

void addLogWeightChange(const Device &device, const LogWeightTask &task, float previousBeta) {
    launchWithBarriers(device, "addLogWeightChange", {task.rows, kSumThreads},
                       addLogWeightChangeKernel, task, previousBeta);
}

} // namespace rbm::cuda
