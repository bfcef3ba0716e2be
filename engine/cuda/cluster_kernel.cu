#include "engine/cuda/cluster_kernel.h"
#include "engine/cuda/cluster_parts.h"
#include "engine/cuda/launch.h"
#include "engine/cuda/unit_math.h"

#include <algorithm>

namespace rbm::cuda {

namespace {

#ifdef RBM_CUDA_EMULATION
constexpr unsigned kBlocks = 2; // of a cluster
constexpr unsigned kThreads = 64;
constexpr unsigned kMostRounds = 64;
#else
constexpr unsigned kBlocks = 8;
constexpr unsigned kThreads = 512;
constexpr unsigned kMostRounds = 4; ///< draws of a thread in a half-step
#endif
constexpr int kClusterKernels = 90; ///< compute capability; what is older is empty
constexpr unsigned kWarps = kThreads / 32;
constexpr unsigned kHalfWarps = kThreads / 16; ///< each draws a tile's units of one chain
constexpr unsigned kTile = RoundedWeights::kTile;
constexpr unsigned kSlice = RoundedWeights::kSlice;
constexpr unsigned kBytes = RoundedWeights::kBytes;
constexpr unsigned kChains = kChainsOfTile;
constexpr unsigned kSumStride = 20; ///< of a chain's sums in a tile; free of bank conflicts
constexpr unsigned kSumsOfTile = kChains * kSumStride;
constexpr unsigned kMostTiles = kMostRounds * kHalfWarps / kChains; ///< of a block and a layer

/// How a layer's units lie on the blocks, and its states in each.
struct Share {
    unsigned units = 0;
    unsigned tiles = 0;
    unsigned tilesOfBlock = 0; ///< at most
    unsigned parts = 0;        ///< of a tile's sums, each for a warp
    unsigned otherSlices = 0;  ///< terms of its sums
    unsigned stride = 0;       ///< bytes of a chain's states; 16 odd times, for the banks
    unsigned weightsAt = 0;    ///< in shared memory
    unsigned statesAt = 0;
    const std::uint8_t *weights = nullptr;
};

struct Plan {
    Share first;
    Share second;
    unsigned sumsAt = 0;
    unsigned bytes = 0;
};

Share shareOf(std::size_t units, std::size_t others) {
    Share share;
    share.units = static_cast<unsigned>(units);
    share.tiles = static_cast<unsigned>(RoundedWeights::tiles(units));
    share.tilesOfBlock = (share.tiles + kBlocks - 1) / kBlocks;
    share.parts = std::max(1U, kWarps / share.tilesOfBlock);
    share.otherSlices = static_cast<unsigned>(RoundedWeights::slices(others));
    share.stride = kSlice * static_cast<unsigned>(RoundedWeights::slices(units)) + 16;
    return share;
}

Plan planFor(std::size_t firstUnits, std::size_t secondUnits) {
    Plan plan{shareOf(firstUnits, secondUnits), shareOf(secondUnits, firstUnits)};
    for (Share *share : {&plan.first, &plan.second}) {
        share->weightsAt = plan.bytes;
        plan.bytes += share->tilesOfBlock * share->otherSlices * kBytes;
    }
    for (Share *share : {&plan.first, &plan.second}) {
        share->statesAt = plan.bytes;
        plan.bytes += kChains * share->stride;
    }
    plan.sumsAt = plan.bytes;
    plan.bytes += std::max(plan.first.tilesOfBlock, plan.second.tilesOfBlock) * kSumsOfTile *
                  static_cast<unsigned>(sizeof(int));
    return plan;
}

#if RBM_FOR_CLUSTERS

/// One of a thread's draws: a unit of a tile of its block in one chain.
struct Place {
    unsigned tile = 0; ///< of the block
    unsigned chain = 0;
    unsigned unit = 0;    ///< of the layer
    bool isThere = false; ///< the tile, not the unit: it may end behind the last one
};

__device__ Place placeOf(const Share &share, unsigned round) {
    const unsigned item = round * kHalfWarps + threadIdx.x / 16;
    Place place;
    place.tile = item / kChains;
    place.chain = item % kChains;
    const unsigned tile = rankInCluster() * share.tilesOfBlock + place.tile;
    place.unit = tile * kTile + threadIdx.x % 16;
    place.isThere = place.tile < share.tilesOfBlock && tile < share.tiles;
    return place;
}

__device__ unsigned firstChainOfCluster() { return blockIdx.x / kBlocks * kChains; }

/// What a thread keeps of its draws in one layer.
struct Draws {
    Draw number;               ///< but for the step and the chain
    float offset[kMostRounds]; ///< what beta times the weights' sum is added to
    /// High bits of the next half-step's numbers, made while the cluster gathers.
    std::int16_t high[kMostRounds];
};

__device__ Draws drawsOf(const SweepTask &task, const SweepLayer &layer, const Share &share) {
    Draws draws;
    draws.number.seed = seedOf(task.steps);
    draws.number.purpose = layer.purpose;
    RBM_UNROLL
    for (unsigned round = 0; round < kMostRounds; ++round) {
        const Place place = placeOf(share, round);
        draws.offset[round] = 0;
        draws.high[round] = 0;
        if (place.isThere && place.unit < share.units) {
            draws.offset[round] = task.beta * layer.bias[place.unit];
            if (layer.base != nullptr) {
                draws.offset[round] += (1 - task.beta) * layer.base[place.unit];
            }
        }
    }
    return draws;
}

__device__ Draw drawOf(const SweepTask &task, const Draws &draws, std::uint64_t step,
                       unsigned chain) {
    Draw draw = draws.number;
    draw.step = step;
    draw.chain = task.firstChain + chain;
    return draw;
}

__device__ void prepare(const SweepTask &task, Draws &draws, const Share &share,
                        std::uint64_t step) {
    RBM_UNROLL
    for (unsigned round = 0; round < kMostRounds; ++round) {
        const Place place = placeOf(share, round);
        if (place.isThere) {
            draws.high[round] = highBits(
                drawOf(task, draws, step, firstChainOfCluster() + place.chain), place.unit);
        }
    }
}

/// The block's share of the weights, and both layers' states of the cluster's chains.
__device__ void loadShare(const SweepTask &task, const SweepLayer &layer, const Share &share) {
    unsigned char *memory = sharedMemory();
    const unsigned tileBytes = share.otherSlices * kBytes;
    const unsigned begin = rankInCluster() * share.tilesOfBlock * tileBytes;
    const unsigned end = share.tiles * tileBytes;
    auto *weights = reinterpret_cast<uint4 *>(memory + share.weightsAt);
    const auto *from = reinterpret_cast<const uint4 *>(share.weights);
    for (unsigned at = threadIdx.x; at < share.tilesOfBlock * tileBytes / 16; at += blockDim.x) {
        if (begin + 16 * at < end) {
            weights[at] = from[begin / 16 + at];
        }
    }
    unsigned char *states = memory + share.statesAt;
    for (unsigned at = threadIdx.x; at < kChains * share.stride; at += blockDim.x) {
        const std::size_t chain = firstChainOfCluster() + at / share.stride;
        const unsigned unit = at % share.stride;
        const bool isThere = chain < task.chains && unit < share.units;
        states[at] = isThere && layer.states[chain * layer.units + unit] != 0 ? 1 : 0;
    }
}

/// Each warp some slices of a tile; the parts of a sum meet in shared memory, in any order the
/// same.
__device__ void addUp(const Share &share, const Share &other, int *sums) {
    const unsigned char *memory = sharedMemory();
    const unsigned char *states = memory + other.statesAt;
    const unsigned lane = threadIdx.x % 32;
    for (unsigned at = threadIdx.x / 32; at < share.tilesOfBlock * share.parts; at += kWarps) {
        const unsigned tile = at / share.parts;
        const unsigned char *weights = memory + share.weightsAt + tile * share.otherSlices * kBytes;
        TileSums mine;
        for (unsigned slice = at % share.parts; slice < share.otherSlices; slice += share.parts) {
            addSlice(weights + slice * kBytes, states + slice * kSlice, other.stride, lane, mine);
        }
        int *to = sums + tile * kSumsOfTile + lane % 4 * 2 * kSumStride + lane / 4;
        for (unsigned value = 0; value < 4; ++value) {
            atomicAdd(to + value % 2 * kSumStride + value / 2 * 8,
                      256 * mine.high[value] + mine.low[value]);
        }
    }
}

__device__ bool isHeld(const SweepTask &task, std::size_t chain, std::size_t units,
                       std::size_t unit) {
    return task.held != nullptr && task.held[(task.heldByRow ? chain * units : 0) + unit] != 0;
}

__device__ bool draw(const SweepTask &task, const Draws &draws, bool visible, unsigned units,
                     const Place &place, bool before, float input, std::int16_t high,
                     std::uint64_t step) {
    const unsigned chain = firstChainOfCluster() + place.chain;
    if (place.unit >= units || chain >= task.chains) {
        return false;
    }
    if (visible && isHeld(task, chain, units, place.unit)) {
        return before;
    }
    return isOn(input, drawOf(task, draws, step, chain), place.unit, high);
}

/// Draws the block's units from the sums, which become 0 again, and sends them to the cluster.
/// `scale` is beta times the step of the weights.
__device__ void drawShare(const SweepTask &task, const Draws &draws, bool visible,
                          const Share &share, int *sums, float scale, std::uint64_t step) {
    unsigned char *states = sharedMemory() + share.statesAt;
    const unsigned lane = threadIdx.x % 16;
    RBM_UNROLL
    for (unsigned round = 0; round < kMostRounds; ++round) {
        if (round * kHalfWarps >= share.tilesOfBlock * kChains) {
            break; // for all threads
        }
        const Place place = placeOf(share, round);
        unsigned char *tile = states + place.chain * share.stride + place.unit / kTile * kTile;
        if (place.isThere) {
            int *sum = sums + place.tile * kSumsOfTile + place.chain * kSumStride + lane;
            const float input = scale * static_cast<float>(*sum) + draws.offset[round];
            *sum = 0;
            const bool on = draw(task, draws, visible, share.units, place, tile[lane] != 0, input,
                                 draws.high[round], step);
            tile[lane] = on ? 1 : 0;
        }
        __syncwarp();
        if (place.isThere && lane < kBlocks && lane != rankInCluster()) { // a lane for each block
            *reinterpret_cast<uint4 *>(ofBlock(tile, lane)) =
                *reinterpret_cast<const uint4 *>(tile);
        }
    }
}

__device__ void storeStates(const SweepTask &task, const SweepLayer &layer, const Share &share) {
    const unsigned char *states = sharedMemory() + share.statesAt;
    for (unsigned n = rankInCluster(); n < kChains; n += kBlocks) {
        const std::size_t chain = firstChainOfCluster() + n;
        if (chain < task.chains) {
            for (unsigned unit = threadIdx.x; unit < layer.units; unit += blockDim.x) {
                layer.states[chain * layer.units + unit] = states[n * share.stride + unit];
            }
        }
    }
}

__global__ void __launch_bounds__(kThreads)
    sweepClustersKernel(SweepTask task, Plan plan, const float *stepOfWeights) {
    auto *sums = reinterpret_cast<int *>(sharedMemory() + plan.sumsAt);
    const float scale = task.beta * *stepOfWeights;
    loadShare(task, task.first, plan.first);
    loadShare(task, task.second, plan.second);
    for (unsigned at = threadIdx.x; at < (plan.bytes - plan.sumsAt) / sizeof(int);
         at += blockDim.x) {
        sums[at] = 0;
    }
    arriveAtCluster();
    const std::uint64_t begin = firstOf(task.steps);
    Draws first = drawsOf(task, task.first, plan.first);
    Draws second = drawsOf(task, task.second, plan.second);
    prepare(task, first, plan.first, begin);
    waitForCluster();
    for (std::uint64_t step = begin; step < begin + task.count; ++step) {
        addUp(plan.first, plan.second, sums);
        __syncthreads();
        drawShare(task, first, task.visibleFirst, plan.first, sums, scale, step);
        arriveAtCluster();
        prepare(task, second, plan.second, step);
        waitForCluster();
        addUp(plan.second, plan.first, sums);
        __syncthreads();
        drawShare(task, second, !task.visibleFirst, plan.second, sums, scale, step);
        arriveAtCluster();
        prepare(task, first, plan.first, step + 1);
        waitForCluster();
    }
    storeStates(task, task.first, plan.first);
    storeStates(task, task.second, plan.second);
}
#else
__global__ void sweepClustersKernel(SweepTask, Plan, const float *) {} // see fitsClusters()
#endif

} // namespace

bool fitsClusters(const Device &device, std::size_t visibleUnits, std::size_t hiddenUnits) {
    if (visibleUnits > kMostTiles * kBlocks * kTile || hiddenUnits > kMostTiles * kBlocks * kTile) {
        return false;
    }
    const Plan plan = planFor(visibleUnits, hiddenUnits);
    return plan.bytes <= device.clusterMemory() &&
           capabilityOf(device, "cudaFuncGetAttributes", sweepClustersKernel) >= kClusterKernels &&
           mostClusters(device, "cudaOccupancyMaxActiveClusters", {kBlocks, kThreads}, kBlocks,
                        plan.bytes, sweepClustersKernel) > 0;
}

void sweepClusters(const Device &device, const SweepTask &task, const RoundedWeights &rounded) {
    Plan plan = planFor(task.first.units, task.second.units);
    plan.first.weights = task.visibleFirst ? rounded.toVisible.data() : rounded.toHidden.data();
    plan.second.weights = task.visibleFirst ? rounded.toHidden.data() : rounded.toVisible.data();
    const std::size_t clusters = (task.chains + kChains - 1) / kChains;
    launchClusters(device, "sweepClusters", {clusters * kBlocks, kThreads}, kBlocks, plan.bytes,
                   sweepClustersKernel, task, plan,
                   static_cast<const float *>(rounded.step.data()));
}

} // namespace rbm::cuda
