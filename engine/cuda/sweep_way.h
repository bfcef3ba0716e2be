#pragma once

#include <optional>
#include <string>

namespace rbm::cuda {

/// How the card makes whole Gibbs sweeps.
enum class SweepWay {
    Products, ///< of matrices, by cuBLAS, and a kernel that draws: any shape
    Blocks,   ///< a block of threads for each chain: sweep_kernel.h
    Clusters, ///< clusters of blocks with rounded weights: cluster_kernel.h
};

/// "products", "blocks", "clusters".
const char *nameOf(SweepWay way);
std::optional<SweepWay> sweepWayOf(const std::string &name);

/// The way that the environment variable RBM_CUDA_SWEEPS asks for, for models that can go it.
/// Throws Error where it names none.
std::optional<SweepWay> wantedSweepWay();

} // namespace rbm::cuda
