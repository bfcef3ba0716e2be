#include "ui/session/update_teller.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace rbm {

UpdateStory UpdateTeller::foretell(const TrainingState &state,
                                   const std::shared_ptr<const Dataset> &images,
                                   const LiveControls &controls) {
    if (m_backend == nullptr)
        m_backend = m_makeBackend();
    return recordUpdate(*m_backend, images, state, controls);
}

void UpdateTeller::tell(UpdateStory story, const TrainingState &run) {
    ToldUpdate told;
    told.agrees = endsWith(story, run);
    const std::vector<double> changes = filterChanges(story);
    told.mostChanged = static_cast<std::size_t>(std::max_element(changes.begin(), changes.end()) -
                                                changes.begin());
    told.story = std::move(story);
    m_latest = std::make_shared<const ToldUpdate>(std::move(told));
}

} // namespace rbm
