// What rbm_cuda.so exports.
#include "engine/backend/device_module.h"
#include "engine/cuda/cuda_backend.h"
#include "engine/cuda/device.h"

#include <exception>

namespace {

using namespace rbm;

BackendEntry notAvailable(const Sentence &reason) { return {"CUDA", false, {}, reason}; }

BackendEntry look(int deviceId) {
    int devices = 0;
    const cudaError_t error = cudaGetDeviceCount(&devices);
    if (error == cudaErrorInsufficientDriver) {
        return notAvailable(Sentence("the NVIDIA driver is missing or too old for this build"));
    }
    if (error == cudaErrorNoDevice || (error == cudaSuccess && devices == 0)) {
        return notAvailable(Sentence("no NVIDIA card"));
    }
    if (error != cudaSuccess) {
        return notAvailable(Sentence::asItIs(cudaGetErrorString(error)));
    }
    if (deviceId < 0 || deviceId >= devices) {
        return notAvailable(Sentence("there is no card %1, the last is %2", deviceId, devices - 1));
    }
    const cuda::Device device(deviceId);
    return {"CUDA", true, device.name() + ", " + cuda::describeMemory(device.memory()), {}};
}

/// A card that is too old, in use by one program alone or without memory says so here.
BackendEntry probe(int deviceId) {
    try {
        return look(deviceId);
    } catch (const std::exception &failure) {
        return notAvailable(sentenceOf(failure).withoutStop());
    }
}

std::unique_ptr<Backend> makeBackend(int deviceId) { return cuda::makeCudaBackend(deviceId); }

} // namespace

extern "C" __attribute__((visibility("default"))) const rbm::DeviceModule *rbmDeviceModule() {
    static const DeviceModule module{kDeviceModuleVersion, probe, makeBackend};
    return &module;
}
