#pragma once

#include "engine/cuda/cuda_model.h"
#include "engine/cuda/sweep_way.h"

#include <cstddef>

namespace rbm::cuda {

/// Makes whole Gibbs sweeps, with what room that takes.
class Sweeper {
public:
    explicit Sweeper(const Device &device) : m_device(device) {}

    /// Whether run() by products has room for so many chains.
    bool holds(const CudaModel &model, std::size_t chains) const;
    void reserve(const CudaModel &model, std::size_t chains);

    /// The layers are those of visibleLayer() and hiddenLayer() of this model, whose ways() must
    /// hold `way`. Products need room before. Can be captured.
    void run(const CudaModel &model, SweepWay way, const SweepTask &task) const;

private:
    void sweepByProducts(const CudaModel &model, const SweepTask &task) const;
    void halfStep(const CudaModel &model, const SweepTask &task, bool first,
                  std::size_t sweep) const;

    const Device &m_device;
    DeviceArray<float> m_visibleInput; ///< [chains, V]
    DeviceArray<float> m_hiddenInput;  ///< [chains, H]
};

} // namespace rbm::cuda
