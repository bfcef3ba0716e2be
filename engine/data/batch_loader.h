#pragma once

#include "engine/backend/backend.h"
#include "engine/data/dataset.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace rbm {

/// The order of `count` images in one epoch: a Fisher-Yates shuffle that is a
/// pure function of (seed, epoch).
std::vector<std::uint32_t> epochOrder(std::size_t count, std::uint64_t seed, std::uint64_t epoch);

/// A prepared mini-batch that owns its bytes.
struct LoadedBatch {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint8_t> pixels; ///< [N, V]
    std::uint64_t epoch = 0;
    MiniBatch view() const { return {rows, pixels, epoch}; }
};

/// Prepares mini-batches (shuffling, sampling of pixels) ahead of the trainer on
/// `threads` threads of its own; with 0 it prepares each when asked. The result
/// does not depend on the number of threads. One thread calls it.
class BatchLoader {
public:
    BatchLoader(std::shared_ptr<const Dataset> data, std::size_t batchSize, Pixels pixels,
                std::uint64_t seed, std::size_t threads);
    ~BatchLoader();
    BatchLoader(const BatchLoader &) = delete;
    BatchLoader &operator=(const BatchLoader &) = delete;

    /// ceil(images / batch size): the last batch of an epoch may be shorter.
    std::size_t batchesPerEpoch() const;

    /// The batch of this update (counted from 0 over all epochs).
    LoadedBatch load(std::uint64_t update);

    /// The same without its pixels, for a backend that keeps the images.
    LoadedBatch loadRows(std::uint64_t update);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rbm
