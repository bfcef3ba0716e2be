#pragma once

namespace rbm {

/// Lets other threads, such as a window's, go before the calling one where the
/// system has such a thing; does nothing elsewhere. Never fails.
void lowerPriorityOfThisThread();

} // namespace rbm
