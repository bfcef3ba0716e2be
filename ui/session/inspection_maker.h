#pragma once

#include "engine/backend/backend.h"
#include "ui/session/inspection.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace rbm {

class PcdTrainer;

/// Makes an Inspection in small steps while somebody looks at the units. It works
/// on a copy of the parameters in a backend of its own, so that training goes on
/// beside it, bit for bit the same. While the model trains, a new one begins at
/// most every few seconds, and less often where it takes long; between updates it
/// begins at once. Belongs to the worker's thread.
class InspectionMaker {
public:
    using MakeBackend = std::function<std::unique_ptr<Backend>()>;
    explicit InspectionMaker(MakeBackend makeBackend);
    ~InspectionMaker();

    /// The run is another one now, or its images are.
    void reset();
    /// The next is made anew.
    void dropBackend();
    /// Somebody looks: begins an inspection if one is due. Throws Error.
    void look(const Backend &training, const PcdTrainer &trainer,
              std::shared_ptr<const Dataset> images, bool isTraining);
    /// Nobody does: what was begun is given up.
    void lookAway();
    /// It cannot be done here: no more until reset().
    void giveUp();

    bool isBusy() const { return m_job != nullptr; }
    /// Some milliseconds of work; false when there is nothing to do. Throws Error.
    bool advance();
    double progress() const; ///< 0 to 1, of the inspection under way
    /// Null before the first is done.
    std::shared_ptr<const Inspection> latest() const { return m_latest; }

private:
    using Clock = std::chrono::steady_clock;
    class Job;

    MakeBackend m_makeBackend;
    std::unique_ptr<Backend> m_backend; ///< made at the first look
    std::unique_ptr<Job> m_job;
    bool m_gaveUp = false;
    std::shared_ptr<const Inspection> m_latest;
    Clock::time_point m_made;     ///< when m_latest was
    Clock::duration m_cost{0};    ///< of m_latest
    Clock::duration m_jobCost{0}; ///< so far
};

} // namespace rbm
