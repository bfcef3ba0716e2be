#pragma once

#include "tests/cuda/emulation/emulation.h"

#include <mutex>

// What the parts of the stand-in ask of one another.
namespace emulation {

/// Held by every call: a program may use two backends on two threads.
std::recursive_mutex &mutex();

bool isLost();
bool isPageLocked(const void *memory);

/// Runs all that was queued on any stream.
void runEverything();
/// Forgets it, as a card that fell out does.
void dropEverything();
/// Runs all that was queued on this stream, and what that waits for.
void runAll(cudaStream_t stream);
/// Whether a stream is being captured: then calls that wait or allocate are not allowed.
bool isCapturing();

} // namespace emulation
