#pragma once

#include "engine/backend/backend_list.h"
#include "ui/session/check_schedule.h"
#include "ui/session/likelihood_check.h"

#include <future>
#include <memory>
#include <optional>

namespace rbm {

struct TrainingState;

/// The worker's checks of the likelihood, one at a time, beside the training:
/// both get the same time while a check is under way, and checks at most a
/// fifth of all. Belongs to the worker's thread.
class LikelihoodChecks {
public:
    using Time = CheckSchedule::Time;

    LikelihoodChecks(BackendChoice choice, const BackendOptions &options);

    /// Forgets all checks; the next ones run on this backend.
    void moveTo(BackendChoice choice);

    /// Must come before measure().
    void setData(const DatasetPair &data);
    /// Seconds for the trusted estimate, from the next check on.
    void setBudget(double seconds);
    /// Forgets the check under way and the one that waits.
    void cancel();
    /// Another run begins: cancels, and forgets how long a check took.
    void beginAnew();

    /// Measures this state, or once the check under way has ended; at the end of a run with an
    /// average that is what counts.
    void measure(const TrainingState &state, double epoch);
    bool isRunning() const { return m_check != nullptr; }
    std::optional<double> progress() const;
    /// Whether the check under way had less time than the training beside it.
    bool isBehind() const { return m_ahead <= 0; }
    /// A step of the check; the report where it was the last.
    std::optional<LikelihoodReport> advance();

    /// The training begins or goes on.
    void trainingResumes() { m_schedule.resume(std::chrono::steady_clock::now()); }
    /// An update has ended that began then.
    void trained(Time began);
    const CheckSchedule &schedule() const { return m_schedule; }

private:
    void begin(const CheckSubject &subject);
    void give(double seconds);

    BackendChoice m_choice;
    BackendOptions m_options;
    double m_budget = 2;
    std::unique_ptr<Backend> m_backend; ///< made at the first check
    /// Prepared on a thread of its own: it takes some tenths of a second for MNIST.
    std::shared_future<std::shared_ptr<const CheckImages>> m_images;
    std::unique_ptr<LikelihoodCheck> m_check;
    std::optional<CheckSubject> m_next; ///< waits for the one under way
    CheckSchedule m_schedule;
    double m_ahead = 0; ///< seconds that the check had more than the training
};

} // namespace rbm
