// Gibbs sweeps with a block for each chain: the states stay in shared memory as bits, and a unit's
// input is the sum of the weights of those units of the other layer that are on. No block waits
// for another, so all k sweeps of an update are one launch.
#include "engine/cuda/launch.h"
#include "engine/cuda/sweep_kernel.h"
#include "engine/cuda/unit_math.h"

namespace rbm::cuda {

namespace {

constexpr std::size_t kMostUnits = 2048; ///< of a layer: what shared memory is laid out for
constexpr std::size_t kMostWords = kMostUnits / 32;
constexpr std::size_t kMostWeights = std::size_t{1} << 20; ///< beyond, products are faster
constexpr std::size_t kMostChains = 3;                     ///< for each multiprocessor
constexpr std::size_t kTile = 32;

#ifdef RBM_CUDA_EMULATION
constexpr unsigned kThreads = 32; // each a fiber; the kernels take any number
constexpr unsigned kTileThreads = 32;
#else
constexpr unsigned kThreads = 800; // the visible units of a digit in one go
constexpr unsigned kTileThreads = 256;
#endif

/// What a block shares.
struct Shared {
    std::uint32_t first[kMostWords]; ///< bits of the first layer
    std::uint32_t second[kMostWords];
    std::uint32_t next[kMostWords];
    std::uint16_t on[kMostUnits]; ///< numbers of the units that are on, ascending
    std::uint32_t count;
};

__device__ std::size_t wordsOf(std::size_t units) { return (units + 31) / 32; }

__device__ bool bitOf(const std::uint32_t *words, std::size_t unit) {
    return (words[unit / 32] >> (unit % 32) & 1U) != 0;
}

__device__ void loadBits(const SweepLayer &layer, std::size_t chain, std::uint32_t *words) {
    for (std::size_t w = threadIdx.x; w < wordsOf(layer.units); w += blockDim.x) {
        std::uint32_t bits = 0;
        for (std::size_t unit = 32 * w; unit < layer.units && unit < 32 * w + 32; ++unit) {
            bits |= (layer.states[chain * layer.units + unit] != 0 ? 1U : 0U) << (unit % 32);
        }
        words[w] = bits;
    }
}

__device__ void storeBits(const SweepLayer &layer, std::size_t chain, const std::uint32_t *words) {
    for (std::size_t unit = threadIdx.x; unit < layer.units; unit += blockDim.x) {
        layer.states[chain * layer.units + unit] = bitOf(words, unit) ? 1.0F : 0.0F;
    }
}

/// A thread for each word lists its units behind those of the words before.
__device__ void listUnits(const std::uint32_t *words, std::size_t units, Shared &shared) {
    for (std::size_t w = threadIdx.x; w < wordsOf(units); w += blockDim.x) {
        std::uint32_t at = 0;
        for (std::size_t before = 0; before < w; ++before) {
            at += static_cast<std::uint32_t>(__popc(words[before]));
        }
        for (std::uint32_t bits = words[w]; bits != 0; bits &= bits - 1) {
            const auto lowest = static_cast<std::size_t>(__ffs(static_cast<int>(bits)) - 1);
            shared.on[at++] = static_cast<std::uint16_t>(32 * w + lowest);
        }
        if (w + 1 == wordsOf(units)) {
            shared.count = at;
        }
    }
}

/// Always in the same order: four at a time, as loads in flight are what it waits for.
__device__ float sumOfRows(const float *weights, std::size_t units, std::size_t unit,
                           const Shared &shared) {
    float sum = 0;
    std::uint32_t at = 0;
    for (; at + 4 <= shared.count; at += 4) {
        const float a = weights[shared.on[at] * units + unit];
        const float b = weights[shared.on[at + 1] * units + unit];
        const float c = weights[shared.on[at + 2] * units + unit];
        const float d = weights[shared.on[at + 3] * units + unit];
        sum += (a + b) + (c + d);
    }
    for (; at < shared.count; ++at) {
        sum += weights[shared.on[at] * units + unit];
    }
    return sum;
}

__device__ bool isHeld(const SweepTask &task, bool visible, std::size_t chain, std::size_t units,
                       std::size_t unit) {
    return visible && task.held != nullptr &&
           task.held[(task.heldByRow ? chain * units : 0) + unit] != 0;
}

/// Draws `layer`, whose bits are `words`, from the other layer's bits.
__device__ void halfStep(const SweepTask &task, const SweepLayer &layer, bool visible,
                         std::size_t otherUnits, const std::uint32_t *others, std::uint32_t *words,
                         std::uint64_t step, Shared &shared) {
    for (std::size_t w = threadIdx.x; w < wordsOf(layer.units); w += blockDim.x) {
        shared.next[w] = 0;
    }
    listUnits(others, otherUnits, shared);
    __syncthreads();
    const std::size_t chain = blockIdx.x;
    const Draw draw{seedOf(task.steps), layer.purpose, step,
                    task.firstChain + static_cast<std::uint32_t>(chain)};
    for (std::size_t unit = threadIdx.x; unit < layer.units; unit += blockDim.x) {
        bool on = false;
        if (isHeld(task, visible, chain, layer.units, unit)) {
            on = bitOf(words, unit);
        } else {
            float input = task.beta *
                          (sumOfRows(layer.weights, layer.units, unit, shared) + layer.bias[unit]);
            if (layer.base != nullptr) {
                input += (1 - task.beta) * layer.base[unit];
            }
            const auto number = static_cast<std::uint32_t>(unit);
            on = isOn(input, draw, number, highBits(draw, number));
        }
        if (on) {
            atomicOr(&shared.next[unit / 32], 1U << (unit % 32)); // in any order the same
        }
    }
    __syncthreads();
    for (std::size_t w = threadIdx.x; w < wordsOf(layer.units); w += blockDim.x) {
        words[w] = shared.next[w];
    }
    __syncthreads();
}

__global__ void __launch_bounds__(kThreads) sweepChainsKernel(SweepTask task) {
    __shared__ Shared shared;
    const std::size_t chain = blockIdx.x;
    loadBits(task.first, chain, shared.first);
    loadBits(task.second, chain, shared.second);
    __syncthreads();
    for (std::size_t sweep = 0; sweep < task.count; ++sweep) {
        const std::uint64_t step = firstOf(task.steps) + sweep;
        halfStep(task, task.first, task.visibleFirst, task.second.units, shared.second,
                 shared.first, step, shared);
        halfStep(task, task.second, !task.visibleFirst, task.first.units, shared.first,
                 shared.second, step, shared);
    }
    storeBits(task.first, chain, shared.first);
    storeBits(task.second, chain, shared.second);
}

/// A block turns one tile over in shared memory, so that reads and writes are both in rows.
__global__ void transposeKernel(const float *in, std::size_t rows, std::size_t columns,
                                std::size_t tilesAcross, float *out) {
    __shared__ float tile[kTile][kTile + 1];
    const std::size_t top = blockIdx.x / tilesAcross * kTile;
    const std::size_t left = blockIdx.x % tilesAcross * kTile;
    for (std::size_t at = threadIdx.x; at < kTile * kTile; at += blockDim.x) {
        const std::size_t row = top + at / kTile;
        const std::size_t column = left + at % kTile;
        if (row < rows && column < columns) {
            tile[at / kTile][at % kTile] = in[row * columns + column];
        }
    }
    __syncthreads();
    for (std::size_t at = threadIdx.x; at < kTile * kTile; at += blockDim.x) {
        const std::size_t column = left + at / kTile;
        const std::size_t row = top + at % kTile;
        if (row < rows && column < columns) {
            out[column * rows + row] = tile[at % kTile][at / kTile];
        }
    }
    __syncthreads();
}

} // namespace

bool fitsBlocks(std::size_t visibleUnits, std::size_t hiddenUnits) {
    return visibleUnits <= kMostUnits && hiddenUnits <= kMostUnits;
}

bool sweepsAlone(const Device &device, std::size_t visibleUnits, std::size_t hiddenUnits,
                 std::size_t chains) {
    return fitsBlocks(visibleUnits, hiddenUnits) &&
           visibleUnits * hiddenUnits <= kMostWeights &&
           chains <= kMostChains * device.multiprocessors();
}

void sweepChains(const Device &device, const SweepTask &task) {
    launchWithBarriers(device, "sweepChains", {task.chains, kThreads}, sweepChainsKernel, task);
}

void transpose(const Device &device, const float *in, std::size_t rows, std::size_t columns,
               float *out) {
    const std::size_t across = (columns + kTile - 1) / kTile;
    const std::size_t down = (rows + kTile - 1) / kTile;
    launchWithBarriers(device, "transpose", {across * down, kTileThreads}, transposeKernel, in,
                       rows, columns, across, out);
}

} // namespace rbm::cuda
