#include "tests/cuda/emulation/cublas_v2.h"
#include "tests/cuda/emulation/cuda_runtime.h"
#include "tests/cuda/emulation/kernel_threads.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>
#include <utility>
#include <vector>

struct EmulatedGraph {
    std::vector<std::function<void()>> work;
};

struct EmulatedStream {
    EmulatedGraph *captured = nullptr;
};

struct EmulatedEvent {};

struct EmulatedCublas {
    cudaStream_t stream = nullptr;
};

namespace {

struct Fault {
    std::string call;
    int count = 0; ///< 0: none
    cudaError_t error = cudaErrorLaunchFailure;
    bool lost = false;
};

Fault faultOfEnvironment() {
    Fault fault;
    if (const char *text = std::getenv("RBM_EMULATED_FAULT")) {
        const std::string all = text;
        const auto first = all.find(':');
        const auto second = all.find(':', first + 1);
        fault = {all.substr(0, first), std::stoi(all.substr(first + 1, second - first - 1)),
                 cudaErrorLaunchFailure, all.substr(second + 1) == "lost"};
    }
    return fault;
}

struct State {
    Fault fault = faultOfEnvironment();
    bool lost = false;
    std::map<std::string, int> calls;
    std::set<void *> memory;
    emulation::Machine machine;
};

State &state() {
    static State all;
    return all;
}

cublasStatus_t toStatus(cudaError_t error) {
    return error == cudaSuccess ? CUBLAS_STATUS_SUCCESS : CUBLAS_STATUS_EXECUTION_FAILED;
}

} // namespace

namespace emulation {

cudaError_t called(const char *name) {
    State &all = state();
    ++all.calls[name];
    if (all.lost) {
        return all.fault.error;
    }
    if (all.fault.count > 0 && std::string(name).find(all.fault.call) != std::string::npos &&
        --all.fault.count == 0) {
        all.lost = all.fault.lost;
        return all.fault.error;
    }
    return cudaSuccess;
}

void failAt(const std::string &call, int count, cudaError_t error, bool lost) {
    state().fault = {call, count, error, lost};
}

void heal() {
    state().fault = {};
    state().lost = false;
}

Machine &machine() { return state().machine; }
int calls(const std::string &name) { return state().calls[name]; }
std::size_t allocations() { return state().memory.size(); }

cudaError_t enqueue(cudaStream_t stream, std::function<void()> work) {
    if (stream->captured != nullptr) {
        stream->captured->work.push_back(std::move(work));
    } else {
        work();
    }
    return cudaSuccess;
}

cudaError_t launch(cudaStream_t stream, std::size_t blocks, unsigned threads, bool barriers,
                   std::function<void()> thread) {
    const cudaError_t error = called("launch");
    if (error != cudaSuccess) {
        return error;
    }
    return enqueue(stream, [=, thread = std::move(thread)] {
        barriers ? runTogether(blocks, threads, 1, 0, thread) : run(blocks, threads, thread);
    });
}

cudaError_t launchClusters(cudaStream_t stream, std::size_t blocks, unsigned threads,
                           unsigned together, std::size_t bytes, std::function<void()> thread) {
    const cudaError_t error = called("launch");
    if (error != cudaSuccess) {
        return error;
    }
    return enqueue(stream, [=, thread = std::move(thread)] {
        runTogether(blocks, threads, together, bytes, thread);
    });
}

} // namespace emulation

using emulation::called;

const char *cudaGetErrorString(cudaError_t error) {
    switch (error) {
    case cudaSuccess:
        return "no error";
    case cudaErrorMemoryAllocation:
        return "out of memory";
    case cudaErrorInsufficientDriver:
        return "CUDA driver version is insufficient for CUDA runtime version";
    case cudaErrorNoDevice:
        return "no CUDA-capable device is detected";
    case cudaErrorInvalidDevice:
        return "invalid device ordinal";
    case cudaErrorLaunchFailure:
        return "unspecified launch failure";
    case cudaErrorStreamCaptureInvalidated:
        return "operation failed due to a previous error during capture";
    case cudaErrorInvalidValue:
        return "invalid argument";
    }
    return "unknown";
}

cudaError_t cudaGetDeviceCount(int *count) {
    *count = emulation::machine().devices;
    return emulation::machine().state;
}

cudaError_t cudaGetDeviceProperties(cudaDeviceProp *properties, int device) {
    const emulation::Machine &machine = emulation::machine();
    if (device < 0 || device >= machine.devices) {
        return cudaErrorInvalidDevice;
    }
    std::snprintf(properties->name, sizeof(properties->name), "Emulated GPU %d", device);
    properties->totalGlobalMem = std::size_t{1} << 30;
    properties->major = machine.major;
    properties->clusterLaunch = machine.major >= 9 ? 1 : 0;
    properties->sharedMemPerBlockOptin = machine.clusterMemory;
    properties->minor = machine.minor;
    properties->multiProcessorCount = machine.multiprocessors;
    return cudaSuccess;
}

cudaError_t cudaSetDevice(int /*device*/) { return called("cudaSetDevice"); }

/// Filled with NaNs, as nothing may count on zeros.
cudaError_t cudaMalloc(void **memory, std::size_t bytes) {
    const cudaError_t error = called("cudaMalloc");
    if (error != cudaSuccess) {
        return error;
    }
    *memory = std::malloc(bytes);
    std::memset(*memory, 0xFF, bytes);
    state().memory.insert(*memory);
    return cudaSuccess;
}

cudaError_t cudaFree(void *memory) {
    if (memory != nullptr) {
        state().memory.erase(memory);
        std::free(memory);
    }
    return cudaSuccess;
}

cudaError_t cudaMallocHost(void **memory, std::size_t bytes) { return cudaMalloc(memory, bytes); }
cudaError_t cudaFreeHost(void *memory) { return cudaFree(memory); }

cudaError_t cudaMemcpyAsync(void *to, const void *from, std::size_t bytes, cudaMemcpyKind,
                            cudaStream_t stream) {
    const cudaError_t error = called("cudaMemcpyAsync");
    if (error != cudaSuccess) {
        return error;
    }
    return emulation::enqueue(stream, [=] { std::memcpy(to, from, bytes); });
}

cudaError_t cudaMemsetAsync(void *memory, int value, std::size_t bytes, cudaStream_t stream) {
    const cudaError_t error = called("cudaMemsetAsync");
    if (error != cudaSuccess) {
        return error;
    }
    return emulation::enqueue(stream, [=] { std::memset(memory, value, bytes); });
}

cudaError_t cudaStreamCreateWithFlags(cudaStream_t *stream, unsigned) {
    const cudaError_t error = called("cudaStreamCreate");
    *stream = error == cudaSuccess ? new EmulatedStream : nullptr;
    return error;
}

cudaError_t cudaStreamDestroy(cudaStream_t stream) {
    delete stream;
    return cudaSuccess;
}

cudaError_t cudaStreamSynchronize(cudaStream_t) { return called("cudaStreamSynchronize"); }

cudaError_t cudaStreamBeginCapture(cudaStream_t stream, cudaStreamCaptureMode) {
    const cudaError_t error = called("cudaStreamBeginCapture");
    if (error == cudaSuccess) {
        stream->captured = new EmulatedGraph;
    }
    return error;
}

cudaError_t cudaStreamEndCapture(cudaStream_t stream, cudaGraph_t *graph) {
    *graph = std::exchange(stream->captured, nullptr);
    return called("cudaStreamEndCapture");
}

cudaError_t cudaGraphInstantiate(cudaGraphExec_t *replay, cudaGraph_t graph, unsigned long long) {
    const cudaError_t error = called("cudaGraphInstantiate");
    *replay = error == cudaSuccess ? new EmulatedGraph(*graph) : nullptr;
    return error;
}

cudaError_t cudaGraphLaunch(cudaGraphExec_t replay, cudaStream_t) {
    const cudaError_t error = called("cudaGraphLaunch");
    if (error == cudaSuccess) {
        for (const auto &work : replay->work) {
            work();
        }
    }
    return error;
}

cudaError_t cudaGraphDestroy(cudaGraph_t graph) {
    delete graph;
    return cudaSuccess;
}

cudaError_t cudaGraphExecDestroy(cudaGraphExec_t replay) { return cudaGraphDestroy(replay); }

cudaError_t cudaEventCreateWithFlags(cudaEvent_t *event, unsigned) {
    const cudaError_t error = called("cudaEventCreate");
    *event = error == cudaSuccess ? new EmulatedEvent : nullptr;
    return error;
}

cudaError_t cudaEventRecord(cudaEvent_t, cudaStream_t) { return called("cudaEventRecord"); }
cudaError_t cudaEventSynchronize(cudaEvent_t) { return called("cudaEventSynchronize"); }

cudaError_t cudaEventDestroy(cudaEvent_t event) {
    delete event;
    return cudaSuccess;
}

const char *cublasGetStatusString(cublasStatus_t status) {
    return status == CUBLAS_STATUS_SUCCESS ? "CUBLAS_STATUS_SUCCESS"
                                           : "CUBLAS_STATUS_EXECUTION_FAILED";
}

cublasStatus_t cublasCreate(cublasHandle_t *handle) {
    const cudaError_t error = called("cublasCreate");
    *handle = error == cudaSuccess ? new EmulatedCublas : nullptr;
    return toStatus(error);
}

cublasStatus_t cublasDestroy(cublasHandle_t handle) {
    delete handle;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasSetStream(cublasHandle_t handle, cudaStream_t stream) {
    handle->stream = stream;
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasSetWorkspace(cublasHandle_t, void *, std::size_t) {
    return CUBLAS_STATUS_SUCCESS;
}

cublasStatus_t cublasSgemm(cublasHandle_t handle, cublasOperation_t opA, cublasOperation_t opB,
                           int m, int n, int k, const float *alpha, const float *a, int strideA,
                           const float *b, int strideB, const float *beta, float *c, int strideC) {
    const cudaError_t error = called("cublasSgemm");
    if (error != cudaSuccess) {
        return toStatus(error);
    }
    const float scale = *alpha;
    const float keep = *beta;
    return toStatus(emulation::enqueue(handle->stream, [=] {
        for (int column = 0; column < n; ++column) {
            for (int row = 0; row < m; ++row) {
                float sum = 0;
                for (int at = 0; at < k; ++at) {
                    sum += a[opA == CUBLAS_OP_N ? row + at * strideA : at + row * strideA] *
                           b[opB == CUBLAS_OP_N ? at + column * strideB : column + at * strideB];
                }
                float &out = c[row + column * strideC];
                out = scale * sum + (keep == 0 ? 0 : keep * out); // C is not read where beta is 0
            }
        }
    }));
}
