#include "engine/backend/cuda_module.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace rbm {

namespace {

constexpr const char *kFile = "rbm_cuda.so";

std::filesystem::path moduleFile() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    if (program.empty()) {
        return {}; // without /proc: never take a module from the current folder
    }
    for (const char *folder : {".", "../lib/rbm-explorer"}) {
        auto file = program / folder / kFile;
        if (std::filesystem::exists(file, error)) {
            return file;
        }
    }
    return {};
}

/// The driver is looked for first: the module would load all of cuBLAS to find out.
bool isDriverThere() {
    void *driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (driver != nullptr) {
        dlclose(driver);
    }
    return driver != nullptr;
}

CudaModule open(const std::string &file) {
    void *library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
        return {nullptr, Sentence("its module does not load: %1", std::string(dlerror()))};
    }
    const auto function =
        reinterpret_cast<DeviceModuleFunction>(dlsym(library, kDeviceModuleFunction));
    const DeviceModule *module = function == nullptr ? nullptr : function();
    if (module == nullptr || module->version != kDeviceModuleVersion) {
        dlclose(library);
        return {nullptr,
                Sentence("its module %1 belongs to another version of this program", file)};
    }
    return {module, {}}; // never closed: backends live in it
}

CudaModule find() {
    const char *named = std::getenv("RBM_CUDA_MODULE");
    if (named != nullptr && *named != '\0') {
        return open(named);
    }
    const auto file = moduleFile();
    if (file.empty()) {
        return {nullptr, Sentence("this build has no CUDA module (%1)", std::string(kFile))};
    }
    if (!isDriverThere()) {
        return {nullptr, Sentence("no NVIDIA driver")};
    }
    return open(file.string());
}

} // namespace

const CudaModule &cudaModule() {
    static const CudaModule module = find();
    return module;
}

} // namespace rbm
