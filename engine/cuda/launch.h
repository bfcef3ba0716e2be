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

#ifndef RBM_CUDA_EMULATION
/// How clusters of `blocks` blocks are started, once the kernel may have all shared memory: how
/// much it may have is one number for all threads, and others may start a smaller model's.
/// `cluster` must live as long.
template <typename... Parameters>
cudaLaunchConfig_t clusterConfig(const Device &device, const char *name, Grid grid, unsigned blocks,
                                 std::size_t bytes, void (*kernel)(Parameters...),
                                 cudaLaunchAttribute &cluster) {
    device.check(cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize,
                                      static_cast<int>(device.clusterMemory())),
                 name);
    cluster.id = cudaLaunchAttributeClusterDimension;
    cluster.val.clusterDim = {blocks, 1, 1};
    cudaLaunchConfig_t config{};
    config.gridDim = dim3(static_cast<unsigned>(grid.blocks));
    config.blockDim = dim3(grid.threads);
    config.dynamicSmemBytes = bytes;
    config.stream = device.stream();
    config.attrs = &cluster;
    config.numAttrs = 1;
    return config;
}
#endif

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
    cudaLaunchAttribute cluster{};
    const auto config = clusterConfig(device, name, grid, blocks, bytes, kernel, cluster);
    device.check(cudaLaunchKernelEx(&config, kernel, arguments...), name);
#endif
}

/// How many such clusters the card can run at the same time: none on a slice of a card whose
/// multiprocessors do not lie together.
template <typename... Parameters>
int mostClusters(const Device &device, const char *name, Grid grid, unsigned blocks,
                 std::size_t bytes, void (*kernel)(Parameters...)) {
    int most = 0;
#ifdef RBM_CUDA_EMULATION
    static_cast<void>(grid), static_cast<void>(blocks), static_cast<void>(bytes);
    static_cast<void>(kernel);
    device.check(emulation::mostClusters(&most), name);
#else
    cudaLaunchAttribute cluster{};
    const auto config = clusterConfig(device, name, grid, blocks, bytes, kernel, cluster);
    device.check(cudaOccupancyMaxActiveClusters(&most, kernel, &config), name);
#endif
    return most;
}

/// The compute capability that a kernel was written for, 10 major + minor: less than the card's
/// where the driver compiled it from intermediate code.
template <typename... Parameters>
int capabilityOf(const Device &device, const char *name, void (*kernel)(Parameters...)) {
#ifdef RBM_CUDA_EMULATION
    static_cast<void>(kernel);
    int capability = 0;
    device.check(emulation::kernelCapability(&capability), name);
    return capability;
#else
    cudaFuncAttributes attributes{};
    device.check(cudaFuncGetAttributes(&attributes, kernel), name);
    return attributes.ptxVersion;
#endif
}

} // namespace rbm::cuda
