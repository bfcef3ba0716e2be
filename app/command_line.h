#pragma once

#include <atomic>
#include <ostream>
#include <string>
#include <vector>

namespace rbm {

/// Set to ask a running command to stop at the next safe place; it then saves
/// what it has and returns 130. A signal handler may set it.
inline std::atomic<bool> stopRequested{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// Runs `rbm` with these arguments (without the program's name) and returns the
/// exit code: 0 done, 1 failed (a sentence on `err`), 2 wrong usage, 130
/// interrupted. Results go to `out`, notes to `err`, and progress too where that
/// is a `terminal`. Never throws.
int runCommandLine(const std::vector<std::string> &args, std::ostream &out, std::ostream &err,
                   bool terminal = false);

} // namespace rbm
