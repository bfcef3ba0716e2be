#pragma once

#include "engine/training/update_story.h"

namespace rbm {

/// An update that the run has made, in its parts. Immutable once published.
struct ToldUpdate {
    UpdateStory story;
    /// Whether the run came to exactly the state that the story ends with, chains and
    /// parameters bit for bit: what is shown then is what happened.
    bool agrees = false;
    std::size_t mostChanged = 0; ///< the hidden unit whose filter changed most
};

} // namespace rbm
