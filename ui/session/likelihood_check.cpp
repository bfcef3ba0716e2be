#include "ui/session/likelihood_check.h"

#include "engine/base/thread_priority.h"
#include "engine/likelihood/exact.h"
#include "engine/likelihood/work_budget.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace rbm {

namespace {
using Clock = std::chrono::steady_clock;

constexpr std::size_t kImagesAtOnce = 500;
/// A poll of the enumeration; the worker turns to the training in between.
constexpr std::chrono::milliseconds kPoll{2};
/// Seconds that the parts beside the trusted estimate take, roughly, for progress().
constexpr double kOtherSeconds = 0.6;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Backend &withParameters(Backend &backend, const RbmParameters &parameters) {
    backend.setParameters(parameters);
    return backend;
}

LikelihoodInterval below(double meanNegativeFreeEnergy, const LogPartition &partition) {
    return {meanNegativeFreeEnergy - partition.logZ, meanNegativeFreeEnergy - partition.high,
            meanNegativeFreeEnergy - partition.low};
}
} // namespace

LikelihoodCheck::LikelihoodCheck(Backend &backend, std::shared_ptr<const CheckImages> images,
                                 const CheckSubject &subject, double budget)
    : m_backend(withParameters(backend, subject.parameters)), m_images(std::move(images)),
      m_persistent(subject.persistent), m_epoch(subject.epoch), m_seed(subject.seed),
      m_averaged(subject.averaged), m_budget(budget),
      m_original(backend, AisOptions{}, subject.seed),
      m_energies{
          MeanNegativeFreeEnergy(backend, m_images->testGray(), subject.parameters.visible),
          MeanNegativeFreeEnergy(backend, m_images->trainGray(), subject.parameters.visible),
          MeanNegativeFreeEnergy(backend, m_images->testSampled, subject.parameters.visible),
          MeanNegativeFreeEnergy(backend, m_images->trainSampled, subject.parameters.visible)} {
    if (!isQuickToEnumerate(subject.parameters))
        return;
    m_phase = Phase::Original;
    m_enumeration = std::async(std::launch::async, [this, parameters = subject.parameters] {
        lowerPriorityOfThisThread();
        const auto start = Clock::now();
        const LogPartition partition = exactLogPartition(parameters, 1, &m_cancel);
        return Enumerated{partition, secondsSince(start)};
    });
}

LikelihoodCheck::~LikelihoodCheck() {
    m_cancel.store(true); // the future waits for its thread
}

bool LikelihoodCheck::advance() {
    const auto start = Clock::now();
    const bool more = advancePhase();
    m_seconds += secondsSince(start);
    return more;
}

bool LikelihoodCheck::advancePhase() {
    switch (m_phase) {
    case Phase::Plan:
        beginBothWays();
        return true;
    case Phase::BothWays:
        if (!m_bothWays->advance()) {
            m_trusted = m_bothWays->result();
            m_bothWays.reset();
            m_phase = Phase::Original;
        }
        return true;
    case Phase::Original:
        if (!m_original.advance())
            m_phase = Phase::Energies;
        return true;
    case Phase::Energies:
        return advanceEnergies();
    case Phase::Enumeration:
        return awaitEnumeration();
    case Phase::Done:
        break;
    }
    return false;
}

void LikelihoodCheck::beginBothWays() {
    const Dataset &images = *m_images->data.train;
    const double rate = measureSecondsPerSweep(m_backend, images, m_seed);
    const AnnealingPlan plan = planForBudget(m_budget, rate);
    m_bothWays =
        std::make_unique<BidirectionalEstimator>(m_backend, images, m_persistent, plan, m_seed);
    m_phase = Phase::BothWays;
}

bool LikelihoodCheck::advanceEnergies() {
    if (!m_energies[m_energy].advance(kImagesAtOnce))
        ++m_energy;
    if (m_energy < m_energies.size())
        return true;
    m_phase = m_enumeration.valid() ? Phase::Enumeration : Phase::Done;
    return m_phase != Phase::Done;
}

bool LikelihoodCheck::awaitEnumeration() {
    if (m_enumeration.wait_for(kPoll) != std::future_status::ready)
        return true;
    const Enumerated exact = m_enumeration.get();
    m_trusted.combined = m_trusted.forward = m_trusted.reverse = exact.partition;
    m_trusted.assessment = judge(exact.partition);
    m_trusted.plan = {0, 0};
    m_seconds += exact.seconds;
    m_phase = Phase::Done;
    return false;
}

double LikelihoodCheck::progress() const {
    if (m_phase == Phase::Plan)
        return 0;
    const double bothWays = m_bothWays != nullptr ? m_bothWays->progress() : 1;
    const double energies = static_cast<double>(m_energy) / static_cast<double>(m_energies.size());
    return (m_budget * bothWays + kOtherSeconds * (m_original.progress() + energies) / 2) /
           (m_budget + kOtherSeconds);
}

PixelLikelihoods LikelihoodCheck::likelihoods(const MeanNegativeFreeEnergy &test,
                                              const MeanNegativeFreeEnergy &train) const {
    const LogPartition original = m_original.result();
    return {below(test.mean(), m_trusted.combined), below(train.mean(), m_trusted.combined),
            below(test.mean(), original), below(train.mean(), original)};
}

LikelihoodReport LikelihoodCheck::report() const {
    LikelihoodReport report;
    report.epoch = m_epoch;
    report.gray = likelihoods(m_energies[0], m_energies[1]);
    report.sampled = likelihoods(m_energies[2], m_energies[3]);
    report.trusted = m_trusted;
    report.original = m_original.result();
    report.originalAssessment = judge(report.original);
    report.averaged = m_averaged;
    report.budget = m_budget;
    report.seconds = m_seconds;
    return report;
}

} // namespace rbm
