#pragma once

// A stand-in for the CUDA runtime and cuBLAS on the processor, as far as engine/cuda uses them,
// so that its files run as plain C++. Memory is the heap; blocks and threads of a kernel are loops.
// Work on a stream is put off until somebody waits for it, and two streams know of each other by
// their events alone: work that forgot to wait for other work finds what was there before it.
//
// Faults can be asked for: see failAt().

#include <cstddef>
#include <functional>
#include <string>

#define RBM_CUDA_EMULATION 1
#define __global__
#define __device__
#define __host__
#define __shared__ static // blocks run one after another
#define __launch_bounds__(threads)

enum cudaError_t {
    cudaSuccess,
    cudaErrorMemoryAllocation,
    cudaErrorInsufficientDriver,
    cudaErrorNoDevice,
    cudaErrorInvalidDevice,
    cudaErrorLaunchFailure,
    cudaErrorStreamCaptureInvalidated,
    cudaErrorStreamCaptureUnjoined,
    cudaErrorInvalidValue,
};

struct EmulatedStream;
using cudaStream_t = EmulatedStream *;

struct EmulatedIndex {
    unsigned x = 0;
};
struct uint4 {
    unsigned x = 0;
    unsigned y = 0;
    unsigned z = 0;
    unsigned w = 0;
};
extern thread_local EmulatedIndex blockIdx;
extern thread_local EmulatedIndex threadIdx;
extern thread_local EmulatedIndex blockDim;
void __syncthreads();
void __syncwarp(); ///< for the whole block, which must call it as often
int atomicAdd(int *number, int more);
void atomicOr(unsigned *word, unsigned bits);
int __popc(unsigned bits);
int __ffs(int bits); ///< 1 for the lowest bit

namespace emulation {

/// Runs or records a kernel: `thread` once for each thread of each block. With barriers a block's
/// threads run to the next one in turn.
cudaError_t launch(cudaStream_t stream, std::size_t blocks, unsigned threads, bool barriers,
                   std::function<void()> thread);

/// The same for clusters of `together` blocks, each with `bytes` of memory to itself. All threads
/// of a cluster meet at every barrier.
cudaError_t launchClusters(cudaStream_t stream, std::size_t blocks, unsigned threads,
                           unsigned together, std::size_t bytes, std::function<void()> thread);
/// What the machine says.
cudaError_t mostClusters(int *count);
cudaError_t kernelCapability(int *capability);
/// In a kernel of clusters: the calling thread's block, and the memory of one.
unsigned blockRank();
unsigned char *blockMemory(unsigned rank);

/// Runs `work` when its turn on the stream comes, or in the graph that is being captured.
cudaError_t enqueue(cudaStream_t stream, std::function<void()> work);

/// The `count`-th call from now whose name contains `call`, such as "cudaMalloc", fails with
/// `error`; if `lost`, all calls after it too, as on a card that fell out. Count 1 is the next.
/// The environment variable RBM_EMULATED_FAULT="call:count:lost" asks for the same at the start.
void failAt(const std::string &call, int count, cudaError_t error, bool lost);
void heal();

/// Answers of the emulated machine.
struct Machine {
    int devices = 1;
    int major = 8; ///< without clusters, which take long here; with them from 9 on
    int minor = 6;
    int multiprocessors = 4;
    std::size_t clusterMemory = 232448;        ///< bytes for each block; as Hopper has it
    int kernelCapability = 90;                 ///< that the module was compiled for
    cudaError_t state = cudaSuccess;           ///< what cudaGetDeviceCount gives
    int clusters = 10;                         ///< that can run at the same time
    std::size_t memory = std::size_t{1} << 30; ///< bytes
    bool lastFirst = false;              ///< of two streams that work waits for, which is run first
    std::function<float()> milliseconds; ///< what passed between two events; empty: nothing
    int skips = 0; ///< the so manieth launch from now does nothing, as on a card that is wrong
};
Machine &machine();

/// Calls since the start: to see that replays are launches of graphs.
int calls(const std::string &name);
/// Blocks of card memory that are not freed.
std::size_t allocations();

std::size_t allocatedBytes();
/// Copied there from the host since the start.
std::size_t bytesToCard();

/// Counts a call; its error.
cudaError_t called(const char *name);
/// Keeps an error for cudaGetLastError() and gives it back.
cudaError_t failed(cudaError_t error);

} // namespace emulation
