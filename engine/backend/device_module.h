#pragma once

#include "engine/backend/backend_list.h"

#include <cstdint>
#include <memory>

namespace rbm {

/// What a module such as rbm_cuda.so offers. It is built from the same source with the same
/// compiler as the program that opens it; `version` tells whether that is so.
struct DeviceModule {
    std::uint32_t version = 0;
    /// Looks whether the card can be used. Never throws.
    BackendEntry (*probe)(int deviceId) = nullptr;
    /// Throws DeviceError.
    std::unique_ptr<Backend> (*makeBackend)(int deviceId) = nullptr;
};

/// To be raised with every change to Backend or to what it uses.
constexpr std::uint32_t kDeviceModuleVersion = 7;

/// The one name that a module exports: const DeviceModule *rbmDeviceModule().
constexpr const char *kDeviceModuleFunction = "rbmDeviceModule";
using DeviceModuleFunction = const DeviceModule *(*)();

} // namespace rbm
