#pragma once

#include <cstddef>
#include <cstdint>

#ifndef RBM_CUDA_EMULATION
#include <cooperative_groups.h>
#endif

/// Whether the code that is being compiled is for cards with clusters; the host's always is.
#if defined(RBM_CUDA_EMULATION) || !defined(__CUDA_ARCH__) || __CUDA_ARCH__ >= 900
#define RBM_FOR_CLUSTERS 1
#else
#define RBM_FOR_CLUSTERS 0
#endif

/// What a cluster's blocks do together, on the card and on the tests' stand-in for it.
namespace rbm::cuda {

/// One lane's share of a tile's sums: units lane / 4 and lane / 4 + 8, chains 2 (lane % 4) and the
/// next, in the order of the tensor cores' accumulators.
struct TileSums {
    int high[4] = {0, 0, 0, 0}; ///< of the numbers' high bytes
    int low[4] = {0, 0, 0, 0};
};

constexpr std::size_t kChainsOfTile = 8; ///< columns of the tensor cores' operand B

#ifdef RBM_CUDA_EMULATION

#define RBM_UNROLL
inline unsigned char *sharedMemory() { return emulation::blockMemory(emulation::blockRank()); }
inline unsigned char *ofBlock(unsigned char *mine, unsigned rank) {
    return emulation::blockMemory(rank) + (mine - sharedMemory());
}
inline unsigned rankInCluster() { return emulation::blockRank(); }
inline void arriveAtCluster() {}
inline void waitForCluster() { __syncthreads(); } // where all blocks of the cluster meet

/// The same sums, each number by itself.
inline void addSlice(const unsigned char *weights, const unsigned char *states, std::size_t stride,
                     unsigned lane, TileSums &sums) {
    for (unsigned value = 0; value < 4; ++value) {
        const unsigned char *chain = states + (lane % 4 * 2 + value % 2) * stride;
        for (unsigned other = 0; other < 32; ++other) {
            const unsigned at =
                (lane / 4 * 4 + other % 16 / 4) * 16 + 4 * (value / 2 + other / 16 * 2) + other % 4;
            sums.high[value] += static_cast<signed char>(weights[at]) * chain[other];
            sums.low[value] += weights[512 + at] * chain[other];
        }
    }
}

#elif RBM_FOR_CLUSTERS

#define RBM_UNROLL _Pragma("unroll")
extern __shared__ unsigned char clusterMemory[];

__device__ inline unsigned char *sharedMemory() { return clusterMemory; }
__device__ inline unsigned char *ofBlock(unsigned char *mine, unsigned rank) {
    return cooperative_groups::this_cluster().map_shared_rank(mine, rank);
}
__device__ inline unsigned rankInCluster() {
    return cooperative_groups::this_cluster().block_rank();
}
__device__ inline void arriveAtCluster() {
    asm volatile("barrier.cluster.arrive.release;" ::: "memory");
}
__device__ inline void waitForCluster() {
    asm volatile("barrier.cluster.wait.acquire;" ::: "memory");
}

/// Adds one slice: `weights` as RoundedWeights has them, `states` bytes of 0 or 1 with a row of
/// `stride` for each chain.
__device__ inline void addSlice(const unsigned char *weights, const unsigned char *states,
                                std::size_t stride, unsigned lane, TileSums &sums) {
    const uint4 high = reinterpret_cast<const uint4 *>(weights)[lane];
    const uint4 low = reinterpret_cast<const uint4 *>(weights + 512)[lane];
    const auto *row = states + lane / 4 * stride + lane % 4 * 4;
    const unsigned near = *reinterpret_cast<const unsigned *>(row);
    const unsigned far = *reinterpret_cast<const unsigned *>(row + 16);
    asm("mma.sync.aligned.m16n8k32.row.col.s32.s8.u8.s32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "
        "{%0,%1,%2,%3};"
        : "+r"(sums.high[0]), "+r"(sums.high[1]), "+r"(sums.high[2]), "+r"(sums.high[3])
        : "r"(high.x), "r"(high.y), "r"(high.z), "r"(high.w), "r"(near), "r"(far));
    asm("mma.sync.aligned.m16n8k32.row.col.s32.u8.u8.s32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "
        "{%0,%1,%2,%3};"
        : "+r"(sums.low[0]), "+r"(sums.low[1]), "+r"(sums.low[2]), "+r"(sums.low[3])
        : "r"(low.x), "r"(low.y), "r"(low.z), "r"(low.w), "r"(near), "r"(far));
}

#endif

} // namespace rbm::cuda
