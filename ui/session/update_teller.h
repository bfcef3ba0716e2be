#pragma once

#include "engine/backend/backend.h"
#include "ui/session/told_update.h"

#include <functional>
#include <memory>

namespace rbm {

/// Tells single updates of the run in their parts: each is made once more on a backend of
/// its own, so that the run itself is the same as if nobody had looked. Belongs to the
/// worker's thread.
class UpdateTeller {
public:
    using MakeBackend = std::function<std::unique_ptr<Backend>()>;
    explicit UpdateTeller(MakeBackend makeBackend) : m_makeBackend(std::move(makeBackend)) {}

    /// The run is another one now: nothing has been told of it.
    void reset() { m_latest.reset(); }
    /// The next is made anew.
    void dropBackend() { m_backend.reset(); }

    /// The update that follows on this state. Throws Error.
    UpdateStory foretell(const TrainingState &state, const std::shared_ptr<const Dataset> &images,
                         const LiveControls &controls);
    /// The run has made that update, too, and stands there.
    void tell(UpdateStory story, const TrainingState &run);

    /// Null before the first.
    std::shared_ptr<const ToldUpdate> latest() const { return m_latest; }

private:
    MakeBackend m_makeBackend;
    std::unique_ptr<Backend> m_backend; ///< made when first needed
    std::shared_ptr<const ToldUpdate> m_latest;
};

} // namespace rbm
