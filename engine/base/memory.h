#pragma once

#include "engine/base/sentence.h"

#include <cstdint>
#include <string>

namespace rbm {

/// Bytes of memory that this process may still take: what the system has to give without
/// swapping, or what is left of the process' own limit (RLIMIT_AS) where that is less.
std::uint64_t availableMemory();

/// "12.3 GB", "480 MB": for people.
std::string memoryText(std::uint64_t bytes);

/// Throws Error where `bytes` are more than availableMemory(): "WHO about 12.3 GB of memory, but
/// 2.1 GB are free; ADVICE.", for `who` such as "This training needs".
void requireMemory(std::uint64_t bytes, const Sentence &who, const Sentence &advice);

} // namespace rbm
