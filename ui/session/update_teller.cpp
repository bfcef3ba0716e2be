#include "ui/session/update_teller.h"

#include <utility>

namespace rbm {

UpdateStory UpdateTeller::foretell(const TrainingState &state,
                                   std::shared_ptr<const Dataset> images,
                                   const LiveControls &controls) {
    if (m_backend == nullptr)
        m_backend = m_makeBackend();
    return recordUpdate(*m_backend, std::move(images), state, controls);
}

void UpdateTeller::tell(UpdateStory story, const TrainingState &run) {
    const bool agrees = endsWith(story, run);
    m_latest = std::make_shared<const ToldUpdate>(ToldUpdate{std::move(story), agrees});
}

} // namespace rbm
