#pragma once

#include "engine/backend/device_module.h"

namespace rbm {

/// The CUDA module, opened at the first call and then kept.
struct CudaModule {
    const DeviceModule *module = nullptr; ///< null where it cannot be used
    Sentence reason;                      ///< then why, without a full stop
};

/// Looks for rbm_cuda.so beside the program and in ../lib/rbm-explorer, or for the file that the
/// environment variable RBM_CUDA_MODULE names. Never throws.
const CudaModule &cudaModule();

} // namespace rbm
