#pragma once

#include "engine/cuda/device.h"

#include <cstddef>

namespace rbm::cuda {

/// A one-dimensional grid.
struct Grid {
    std::size_t blocks = 0;
    unsigned threads = 0; ///< of a block
};

/// Every kernel starts here. The tests' stand-in for the CUDA runtime defines RBM_CUDA_EMULATION
/// and runs blocks and threads as loops.
template <typename... Parameters, typename... Arguments>
void launch(const Device &device, const char *name, Grid grid, void (*kernel)(Parameters...),
            Arguments... arguments) {
    if (grid.blocks == 0) {
        return;
    }
#ifdef RBM_CUDA_EMULATION
    device.check(emulation::launch(device.stream(), grid.blocks, grid.threads, false,
                                   [=] { kernel(arguments...); }),
                 name);
#else
    kernel<<<static_cast<unsigned>(grid.blocks), grid.threads, 0, device.stream()>>>(arguments...);
    device.check(cudaGetLastError(), name);
#endif
}

/// The same for kernels whose threads wait for one another.
template <typename... Parameters, typename... Arguments>
void launchWithBarriers(const Device &device, const char *name, Grid grid,
                        void (*kernel)(Parameters...), Arguments... arguments) {
#ifdef RBM_CUDA_EMULATION
    device.check(emulation::launch(device.stream(), grid.blocks, grid.threads, true,
                                   [=] { kernel(arguments...); }),
                 name);
#else
    launch(device, name, grid, kernel, arguments...);
#endif
}

/// The same for clusters of `blocks` blocks each that have `bytes` of shared memory to themselves.
template <typename... Parameters, typename... Arguments>
void launchClusters(const Device &device, const char *name, Grid grid, unsigned blocks,
                    std::size_t bytes, void (*kernel)(Parameters...), Arguments... arguments) {
    if (grid.blocks == 0) {
        return;
    }
#ifdef RBM_CUDA_EMULATION
    device.check(emulation::launchClusters(device.stream(), grid.blocks, grid.threads, blocks,
                                           bytes, [=] { kernel(arguments...); }),
                 name);
#else
    device.check(cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize,
                                      static_cast<int>(bytes)),
                 name);
    cudaLaunchAttribute cluster{};
    cluster.id = cudaLaunchAttributeClusterDimension;
    cluster.val.clusterDim = {blocks, 1, 1};
    cudaLaunchConfig_t config{};
    config.gridDim = dim3(static_cast<unsigned>(grid.blocks));
    config.blockDim = dim3(grid.threads);
    config.dynamicSmemBytes = bytes;
    config.stream = device.stream();
    config.attrs = &cluster;
    config.numAttrs = 1;
    device.check(cudaLaunchKernelEx(&config, kernel, arguments...), name);
#endif
}

} // namespace rbm::cuda
