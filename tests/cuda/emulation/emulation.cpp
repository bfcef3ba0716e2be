#include "tests/cuda/emulation/cuda_runtime.h"
#include "tests/cuda/emulation/streams.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>
#include <utility>
#include <vector>

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
    cudaError_t lastError = cudaSuccess;
    std::map<std::string, int> calls;
    std::size_t bytesToCard = 0;
    std::map<void *, std::size_t> memory; ///< with its bytes
    std::set<void *> pageLocked;          ///< of these
    emulation::Machine machine;
};

State &state() {
    static State all;
    return all;
}

} // namespace

namespace emulation {

cudaError_t called(const char *name) {
    const std::lock_guard lock(mutex());
    State &all = state();
    ++all.calls[name];
    if (all.lost) {
        return all.lastError = all.fault.error;
    }
    if (all.fault.count > 0 && std::string(name).find(all.fault.call) != std::string::npos &&
        --all.fault.count == 0) {
        all.lost = all.fault.lost;
        if (all.lost) {
            dropEverything();
        }
        return all.lastError = all.fault.error;
    }
    return cudaSuccess;
}

cudaError_t failed(cudaError_t error) { return state().lastError = error; }

cudaError_t kernelCapability(int *capability) {
    *capability = machine().kernelCapability;
    return called("cudaFuncGetAttributes");
}

cudaError_t mostClusters(int *count) {
    *count = machine().clusters;
    return called("cudaOccupancyMaxActiveClusters");
}

void failAt(const std::string &call, int count, cudaError_t error, bool lost) {
    state().fault = {call, count, error, lost};
}

void heal() {
    state().fault = {};
    state().lastError = cudaSuccess;
    state().lost = false;
}

bool isLost() { return state().lost; }

bool isPageLocked(const void *memory) {
    for (void *block : state().pageLocked) {
        const auto *begin = static_cast<const char *>(block);
        const auto *at = static_cast<const char *>(memory);
        if (begin <= at && at < begin + state().memory[block]) {
            return true;
        }
    }
    return false;
}

Machine &machine() { return state().machine; }
int calls(const std::string &name) { return state().calls[name]; }
std::size_t allocatedBytes() {
    std::size_t all = 0;
    for (const auto &[block, bytes] : state().memory) {
        all += bytes;
    }
    return all;
}
std::size_t bytesToCard() { return state().bytesToCard; }
std::size_t allocations() { return state().memory.size(); }

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
    case cudaErrorStreamCaptureUnjoined:
        return "capturing stream has unjoined work";
    case cudaErrorInvalidValue:
        return "invalid argument";
    }
    return "unknown";
}

cudaError_t cudaGetLastError() { return std::exchange(state().lastError, cudaSuccess); }

cudaError_t cudaDriverGetVersion(int *version) {
    *version = 13000;
    return called("cudaDriverGetVersion");
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
    properties->totalGlobalMem = machine.memory;
    properties->major = machine.major;
    properties->clusterLaunch = machine.major >= 9 ? 1 : 0;
    properties->sharedMemPerBlockOptin = machine.clusterMemory;
    properties->minor = machine.minor;
    properties->multiProcessorCount = machine.multiprocessors;
    return cudaSuccess;
}

cudaError_t cudaMemGetInfo(std::size_t *free, std::size_t *all) {
    const std::lock_guard lock(emulation::mutex());
    *all = emulation::machine().memory;
    *free = *all - std::min(*all, emulation::allocatedBytes());
    return called("cudaMemGetInfo");
}

cudaError_t cudaSetDevice(int /*device*/) { return called("cudaSetDevice"); }

/// Filled with NaNs, as nothing may count on zeros.
cudaError_t cudaMalloc(void **memory, std::size_t bytes) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaMalloc");
    if (error != cudaSuccess || emulation::isCapturing()) {
        return error == cudaSuccess ? emulation::failed(cudaErrorStreamCaptureInvalidated) : error;
    }
    *memory = std::malloc(bytes);
    std::memset(*memory, 0xFF, bytes);
    state().memory[*memory] = bytes;
    return cudaSuccess;
}

/// The card is waited for.
cudaError_t cudaFree(void *memory) {
    const std::lock_guard lock(emulation::mutex());
    if (memory != nullptr) {
        emulation::runEverything();
        state().memory.erase(memory);
        state().pageLocked.erase(memory);
        std::free(memory);
    }
    return cudaSuccess;
}

cudaError_t cudaMallocHost(void **memory, std::size_t bytes) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = cudaMalloc(memory, bytes);
    if (error == cudaSuccess) {
        state().pageLocked.insert(*memory);
    }
    return error;
}

cudaError_t cudaFreeHost(void *memory) { return cudaFree(memory); }

/// As the runtime has it: what page-locked memory holds is read when its turn comes; other memory
/// is read at once, and written before the call returns.
cudaError_t cudaMemcpyAsync(void *to, const void *from, std::size_t bytes, cudaMemcpyKind kind,
                            cudaStream_t stream) {
    const std::lock_guard lock(emulation::mutex());
    const cudaError_t error = called("cudaMemcpyAsync");
    if (error != cudaSuccess) {
        return error;
    }
    state().bytesToCard += kind == cudaMemcpyHostToDevice ? bytes : 0;
    if (kind == cudaMemcpyHostToDevice && !emulation::isPageLocked(from)) {
        const auto *first = static_cast<const char *>(from);
        const std::vector<char> staged(first, first + bytes);
        return emulation::enqueue(stream, [=] { std::memcpy(to, staged.data(), bytes); });
    }
    const cudaError_t queued = emulation::enqueue(stream, [=] { std::memcpy(to, from, bytes); });
    if (kind == cudaMemcpyDeviceToHost && !emulation::isPageLocked(to)) {
        emulation::runAll(stream);
    }
    return queued;
}

cudaError_t cudaMemsetAsync(void *memory, int value, std::size_t bytes, cudaStream_t stream) {
    const cudaError_t error = called("cudaMemsetAsync");
    if (error != cudaSuccess) {
        return error;
    }
    return emulation::enqueue(stream, [=] { std::memset(memory, value, bytes); });
}
