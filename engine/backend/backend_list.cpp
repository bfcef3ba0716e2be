#include "engine/backend/backend_list.h"

#include "engine/base/error.h"
#include "engine/cpu/cpu_backend.h"
#include "engine/cpu/targets.h"

namespace rbm {

std::vector<BackendEntry> listBackends(const BackendOptions & /*options*/) {
    return {{"CUDA", false, {}, "this version has no CUDA engine"},
            {"CPU", true, processorName(), {}}};
}

std::unique_ptr<Backend> makeBackend(BackendChoice choice, const BackendOptions &options) {
    if (choice == BackendChoice::Cuda) {
        throw Error("CUDA is not available: " + listBackends(options).front().reason +
                    "; leave out --cuda to use the CPU.");
    }
    if (!options.simd.empty()) {
        cpu::limitTarget(options.simd);
    }
    return makeCpuBackend(options.threads, options.background);
}

} // namespace rbm
