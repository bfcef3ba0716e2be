#pragma once

#include "engine/cuda/device.h"

#include <functional>

namespace rbm::cuda {

/// Work that was recorded as a CUDA graph once and is launched as one from then on. Each kernel
/// keeps the turn of the stream that it was recorded on.
class Replay {
public:
    /// `work` queues on the device's stream, and on those that wait for it and are waited for
    /// again. It must have run before, as kernels that are new to the card cannot be recorded, and
    /// neither wait nor allocate.
    Replay(const Device &device, const std::function<void()> &work);
    ~Replay();
    Replay(const Replay &) = delete;
    Replay &operator=(const Replay &) = delete;

    void launch() const;

private:
    const Device &m_device;
    cudaGraphExec_t m_graph = nullptr;
};

} // namespace rbm::cuda
