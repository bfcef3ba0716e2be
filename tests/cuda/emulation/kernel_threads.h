#pragma once

#include <cstddef>
#include <functional>

// How the stand-in runs the threads of a kernel.
namespace emulation {

/// One after the other, for kernels whose threads know nothing of each other.
void run(std::size_t blocks, unsigned threads, const std::function<void()> &thread);

/// Those of `together` blocks in turn from barrier to barrier, where each block has `bytes` of
/// memory to itself. Barriers of a warp, a block and a cluster are all the same: every thread of
/// these blocks must come to it.
void runTogether(std::size_t blocks, unsigned threads, unsigned together, std::size_t bytes,
                 const std::function<void()> &thread);

} // namespace emulation
