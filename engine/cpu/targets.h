#pragma once

#include <cstdint>
#include <vector>

namespace rbm::cpu {

/// The SIMD target that runs on this machine now, such as "AVX2".
const char *activeTarget();

/// Limits dispatch to one of supportedTargets() (0 lifts the limit); for tests.
void limitTarget(std::int64_t target);
std::vector<std::int64_t> supportedTargets();

} // namespace rbm::cpu
