#include "engine/cuda/sweep_way.h"

#include "engine/base/error.h"
#include "engine/base/shown_text.h"

#include <cstdlib>

namespace rbm::cuda {

namespace {

constexpr SweepWay kWays[] = {SweepWay::Products, SweepWay::Blocks, SweepWay::Clusters};

} // namespace

const char *nameOf(SweepWay way) {
    switch (way) {
    case SweepWay::Products:
        return "products";
    case SweepWay::Blocks:
        return "blocks";
    case SweepWay::Clusters:
        return "clusters";
    }
    return "";
}

std::optional<SweepWay> sweepWayOf(const std::string &name) {
    for (const SweepWay way : kWays) {
        if (name == nameOf(way)) {
            return way;
        }
    }
    return std::nullopt;
}

std::optional<SweepWay> wantedSweepWay() {
    const char *name = std::getenv("RBM_CUDA_SWEEPS");
    if (name == nullptr || *name == '\0') {
        return std::nullopt;
    }
    const auto way = sweepWayOf(name);
    if (!way) {
        throw Error(Sentence("RBM_CUDA_SWEEPS is '%1'; use products, blocks or clusters, or unset "
                             "it for the fastest.",
                             shown(name)));
    }
    return way;
}

} // namespace rbm::cuda
