#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace rbm {

/// Writes `bytes` beside `path`, flushes them to the disk and moves them into
/// place. Whatever fails, the old file stays whole and no temporary is left.
/// Into a device or a pipe they are written straight.
/// Throws Error naming the file and the system's reason ("disk full", ...).
void writeFileAtomically(const std::filesystem::path &path, std::span<const std::byte> bytes);

/// Throws the Error that writing there would end with, as far as that can be
/// known now: before a long computation, not after it.
void requireWritable(const std::filesystem::path &path);

} // namespace rbm
