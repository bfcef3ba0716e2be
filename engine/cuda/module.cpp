// What rbm_cuda.so exports.
#include "engine/backend/device_module.h"
#include "engine/cuda/cuda_backend.h"
#include "engine/cuda/device.h"

#include <exception>

namespace {

using namespace rbm;

BackendEntry notAvailable(const std::string &reason) { return {"CUDA", false, {}, reason}; }

BackendEntry look(int deviceId) {
    int devices = 0;
    const cudaError_t error = cudaGetDeviceCount(&devices);
    if (error == cudaErrorInsufficientDriver) {
        return notAvailable("the NVIDIA driver is missing or too old for this build");
    }
    if (error == cudaErrorNoDevice || (error == cudaSuccess && devices == 0)) {
        return notAvailable("no NVIDIA card");
    }
    if (error != cudaSuccess) {
        return notAvailable(cudaGetErrorString(error));
    }
    if (deviceId < 0 || deviceId >= devices) {
        return notAvailable("there is no card " + std::to_string(deviceId) + ", the last is " +
                            std::to_string(devices - 1));
    }
    const cuda::Device device(deviceId);
    return {"CUDA", true, device.name() + ", " + cuda::describeMemory(device.memory()), {}};
}

/// A card that is too old, in use by one program alone or without memory says so here.
BackendEntry probe(int deviceId) {
    try {
        return look(deviceId);
    } catch (const std::exception &failure) {
        std::string reason = failure.what();
        if (reason.ends_with('.')) {
            reason.pop_back();
        }
        return notAvailable(reason);
    }
}

std::unique_ptr<Backend> makeBackend(int deviceId) { return cuda::makeCudaBackend(deviceId); }

} // namespace

extern "C" __attribute__((visibility("default"))) const rbm::DeviceModule *rbmDeviceModule() {
    static const DeviceModule module{kDeviceModuleVersion, probe, makeBackend};
    return &module;
}
