#pragma once

#include "engine/cuda/cuda_model.h"
#include "engine/cuda/replay.h"
#include "engine/cuda/sweep_way.h"
#include "engine/cuda/sweeper.h"

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

namespace rbm::cuda {

/// Sweeps of some chains of a model that is like another, with parameters of its own: its
/// weights are small whole numbers times one power of two, so float32 and rounded weights hold them
/// exactly, and sums are the same in any order. About a fifth of its units are on, as in a model
/// of digits after some epochs.
class SweepTrial {
public:
    SweepTrial(const Device &device, const CudaModel &model, std::size_t chains);
    ~SweepTrial();
    SweepTrial(const SweepTrial &) = delete;
    SweepTrial &operator=(const SweepTrial &) = delete;

    /// Whether the chains' states are those that the processor finds. Of many chains it looks at
    /// the first and the last.
    bool isRight(SweepWay way);
    /// What some launches of recorded sweeps take.
    float milliseconds(SweepWay way);

private:
    void sweep(SweepWay way, std::size_t count) const;

    const Device &m_device;
    RbmParameters m_parameters;
    std::vector<std::size_t> m_watched; ///< chains
    std::vector<float> m_expected;      ///< their states, [watched, V + H]
    CudaModel m_model;
    Sweeper m_sweeper;
    CudaChains m_chains;
    cudaEvent_t m_begin = nullptr;
    cudaEvent_t m_end = nullptr;
    std::map<SweepWay, std::unique_ptr<const Replay>> m_replays;
};

} // namespace rbm::cuda
