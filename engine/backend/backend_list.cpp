#include "engine/backend/backend_list.h"

#include "engine/backend/cuda_module.h"
#include "engine/base/error.h"
#include "engine/cpu/cpu_backend.h"
#include "engine/cpu/targets.h"

namespace rbm {

namespace {

BackendEntry probeCuda(int deviceId) {
    const CudaModule &cuda = cudaModule();
    return cuda.module == nullptr ? BackendEntry{"CUDA", false, {}, cuda.reason}
                                  : cuda.module->probe(deviceId);
}

} // namespace

std::vector<BackendEntry> listBackends(const BackendOptions &options) {
    return {probeCuda(options.deviceId), {"CPU", true, processorName(), {}}};
}

std::unique_ptr<Backend> makeBackend(BackendChoice choice, const BackendOptions &options) {
    if (choice != BackendChoice::Cpu) {
        const BackendEntry cuda = probeCuda(options.deviceId);
        if (cuda.available) {
            return cudaModule().module->makeBackend(options.deviceId);
        }
        if (choice == BackendChoice::Cuda) {
            throw Error(Sentence("CUDA is not available: %1; leave out --cuda to use the CPU.",
                                 cuda.reason));
        }
    }
    if (!options.simd.empty()) {
        cpu::limitTarget(options.simd);
    }
    return makeCpuBackend(options.threads, options.background);
}

} // namespace rbm
