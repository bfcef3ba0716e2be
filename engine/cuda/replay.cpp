#include "engine/cuda/replay.h"

namespace rbm::cuda {

namespace {

/// A recording that broke off leaves an error behind that nobody asked for.
void breakOff(cudaStream_t stream) {
    cudaGraph_t recorded = nullptr;
    cudaStreamEndCapture(stream, &recorded);
    if (recorded != nullptr) {
        cudaGraphDestroy(recorded);
    }
    cudaGetLastError();
}

} // namespace

Replay::Replay(const Device &device, const std::function<void()> &work) : m_device(device) {
    const cudaStream_t stream = device.stream();
    device.check(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal),
                 "cudaStreamBeginCapture");
    try {
        work();
    } catch (...) {
        breakOff(stream);
        throw;
    }
    cudaGraph_t recorded = nullptr;
    const cudaError_t ended = cudaStreamEndCapture(stream, &recorded);
    const cudaError_t made =
        ended == cudaSuccess
            ? cudaGraphInstantiate(&m_graph, recorded, cudaGraphInstantiateFlagUseNodePriority)
            : ended;
    if (recorded != nullptr) {
        cudaGraphDestroy(recorded);
    }
    device.check(ended, "cudaStreamEndCapture");
    device.check(made, "cudaGraphInstantiate");
}

Replay::~Replay() { cudaGraphExecDestroy(m_graph); }

void Replay::launch() const {
    m_device.check(cudaGraphLaunch(m_graph, m_device.stream()), "cudaGraphLaunch");
}

} // namespace rbm::cuda
