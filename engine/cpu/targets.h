#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rbm::cpu {

/// The SIMD target that runs on this machine now, such as "AVX2".
const char *activeTarget();

/// Limits dispatch to one of supportedTargets() (0 lifts the limit); for tests.
void limitTarget(std::int64_t target);
std::vector<std::int64_t> supportedTargets();

/// The same by name, such as "AVX2". Throws Error with the names that this
/// machine has.
void limitTarget(const std::string &name);

} // namespace rbm::cpu
