#include "ui/session/likelihood_checks.h"

#include "engine/base/thread_priority.h"
#include "engine/training/pcd_trainer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rbm {

namespace {
/// Seconds: who worked alone for long does not have to wait as long afterwards.
constexpr double kMostAhead = 0.1;

double secondsBetween(CheckSchedule::Time from, CheckSchedule::Time to) {
    return std::chrono::duration<double>(to - from).count();
}

bool isFinished(const TrainingState &state, double epoch) {
    return epoch >= static_cast<double>(state.config.numEpoch);
}

CheckSubject subjectOf(const TrainingState &state, double epoch) {
    CheckSubject subject;
    // Of a finished run the model is the average where there is one, as a model file has it.
    subject.averaged = state.average && isFinished(state, epoch);
    subject.parameters = subject.averaged ? *state.average : state.parameters;
    subject.epoch = epoch;
    subject.seed = state.config.seed + static_cast<std::uint64_t>(std::floor(epoch));
    const auto &visible = state.chains.visible;
    // Chains without a history, as of a model file, are all zeros and no sample.
    if (std::any_of(visible.begin(), visible.end(), [](std::uint8_t unit) { return unit != 0; }))
        subject.persistent = visible;
    return subject;
}
} // namespace

LikelihoodChecks::LikelihoodChecks(BackendChoice choice, const BackendOptions &options)
    : m_choice(choice), m_options(options) {}

void LikelihoodChecks::moveTo(BackendChoice choice) {
    cancel();
    m_backend.reset();
    m_choice = choice;
}

void LikelihoodChecks::setData(const DatasetPair &data) {
    cancel();
    m_images = std::async(std::launch::async, [data] {
        lowerPriorityOfThisThread();
        return chooseCheckImages(data);
    });
}

void LikelihoodChecks::cancel() {
    m_check.reset();
    m_next.reset();
    m_ahead = 0;
}

void LikelihoodChecks::beginAnew() {
    cancel();
    m_schedule.forgetCheck();
}

void LikelihoodChecks::setBudget(double seconds) {
    if (seconds == m_budget)
        return;
    m_budget = seconds;
    m_schedule.forgetCheck();
}

void LikelihoodChecks::measure(const TrainingState &state, double epoch) {
    CheckSubject subject = subjectOf(state, epoch);
    if (m_check != nullptr)
        m_next = std::move(subject);
    else
        begin(subject);
}

void LikelihoodChecks::begin(const CheckSubject &subject) {
    if (m_backend == nullptr)
        m_backend = makeBackend(m_choice, m_options);
    m_ahead = 0;
    m_schedule.begun();
    m_check = std::make_unique<LikelihoodCheck>(*m_backend, m_images.get(), subject, m_budget);
}

std::optional<double> LikelihoodChecks::progress() const {
    if (m_check == nullptr)
        return std::nullopt;
    return m_check->progress();
}

void LikelihoodChecks::give(double seconds) {
    m_ahead = std::clamp(m_ahead + seconds, -kMostAhead, kMostAhead);
}

std::optional<LikelihoodReport> LikelihoodChecks::advance() {
    const Time began = std::chrono::steady_clock::now();
    const bool more = m_check->advance();
    const Time now = std::chrono::steady_clock::now();
    give(secondsBetween(began, now));
    if (more)
        return std::nullopt;
    const LikelihoodReport report = m_check->report();
    m_check.reset();
    m_schedule.checked(report.seconds, now);
    if (report.budget != m_budget) // which was changed meanwhile
        m_schedule.forgetCheck();
    if (const auto next = std::exchange(m_next, std::nullopt))
        begin(*next);
    return report;
}

void LikelihoodChecks::trained(Time began) {
    const Time now = std::chrono::steady_clock::now();
    give(-secondsBetween(began, now));
    m_schedule.trained(now);
}

} // namespace rbm
