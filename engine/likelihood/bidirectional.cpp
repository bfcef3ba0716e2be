#include "engine/likelihood/bidirectional.h"

#include "engine/base/error.h"
#include "engine/likelihood/annealing_schedule.h"
#include "engine/likelihood/bennett.h"
#include "engine/likelihood/rounding_bridge.h"

#include <algorithm>
#include <cmath>

namespace rbm {
namespace {

/// Parts of [0, 1] in which the friction is measured.
constexpr std::size_t kParts = 20;

/// An eighth of a direction's work shows where the temperatures belong.
constexpr std::size_t kPilotShare = 8;

/// Weights times runs times temperatures of a slice: some milliseconds.
constexpr std::size_t kSlice = 1'000'000'000;

/// Of the runs with these log weights, the sum of their normalised weights up to each.
std::vector<double> cumulatedWeights(const std::vector<double> &logWeights) {
    const double largest = *std::max_element(logWeights.begin(), logWeights.end());
    std::vector<double> sums = logWeights;
    double sum = 0;
    for (double &s : sums) {
        s = sum += std::exp(s - largest);
    }
    for (double &s : sums) {
        s /= sum;
    }
    return sums;
}

std::vector<double> added(std::vector<double> a, const std::vector<double> &b) {
    std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::plus<>());
    return a;
}

/// The log of the mean of exp(x), and the variance of that estimate.
std::pair<double, double> bridgeOf(const std::vector<double> &x) {
    const LogPartition mean = summariseWeights(x, 0);
    const auto n = static_cast<double>(x.size());
    return {mean.logZ, (n / mean.effectiveSampleSize - 1) / (n - 1)};
}

void shift(LogPartition &estimate, double by) {
    estimate.logZ += by;
    estimate.low += by;
    estimate.high += by;
}

} // namespace

std::size_t AnnealingPlan::pilotSweeps() const {
    return std::max<std::size_t>(2, temperatures / kPilotShare / kParts) * kParts;
}

std::size_t AnnealingPlan::equilibrationSweeps() const {
    return std::max<std::size_t>(50, temperatures / kPilotShare);
}

std::size_t AnnealingPlan::totalSweeps() const {
    return runs * (pilotSweeps() + equilibrationSweeps() + 2 * temperatures);
}

void requireValid(const AnnealingPlan &plan) {
    if (plan.runs < kFewestRuns || plan.runs > 1'000'000 || plan.runs % 2 != 0) {
        throw Error("--runs must be an even number from 8 to 1000000.");
    }
    if (plan.temperatures < 10 || plan.temperatures > 10'000'000) {
        throw Error("--temperatures must be between 10 and 10000000.");
    }
}

BidirectionalEstimator::BidirectionalEstimator(Backend &backend, const Dataset &images,
                                               std::span<const std::uint8_t> persistent,
                                               const AnnealingPlan &plan, std::uint64_t seed)
    : m_backend(backend), m_images(images), m_persistent(persistent.begin(), persistent.end()),
      m_plan(plan), m_seed(seed), m_base(fitBaseModel(backend, images, seed)) {
    requireValid(plan);
    const std::size_t visible = m_base.visibleBias.size();
    if (visible != backend.sampledParameters().visible || m_persistent.size() % visible != 0) {
        throw Error("The images or the persistent chains do not fit the model.");
    }
    const std::size_t weights = visible * m_base.hiddenBias.size();
    m_slice = std::max<std::size_t>(1, kSlice / weights / plan.runs);
    m_run = std::make_unique<AnnealingRun>(backend, m_base,
                                           sampleVisible(m_base, plan.runs, seed, 0), seed, 0);
    m_run->setTemperatures(evenTemperatures(plan.pilotSweeps()));
    m_partStart.assign(plan.runs, 0);
}

BidirectionalEstimator::~BidirectionalEstimator() = default;

double BidirectionalEstimator::progress() const {
    return static_cast<double>(m_sweepsDone * m_plan.runs) /
           static_cast<double>(m_plan.totalSweeps());
}

bool BidirectionalEstimator::advance() {
    switch (m_phase) {
    case Phase::Pilot:
        advancePilot();
        break;
    case Phase::Forward:
        advanceForward();
        break;
    case Phase::Equilibration:
        advanceEquilibration();
        break;
    case Phase::Reverse:
        advanceReverse();
        break;
    case Phase::Done:
        break;
    }
    return !done();
}

/// Up to the end of a part at most, where its friction is known.
void BidirectionalEstimator::advancePilot() {
    const std::size_t perPart = m_plan.pilotSweeps() / kParts;
    const std::size_t left = perPart - m_sweepsDone % perPart;
    const std::size_t count = std::min(m_slice, left);
    const bool more = m_run->advance(count);
    m_sweepsDone += count;
    if (count == left) {
        std::vector<double> gained = m_run->logWeights();
        for (std::size_t n = 0; n < gained.size(); ++n) {
            gained[n] -= m_partStart[n];
        }
        m_friction.push_back(frictionOf(gained, 1.0 / kParts, perPart));
        m_partStart = m_run->logWeights();
    }
    if (more) {
        return;
    }
    m_betas = placeTemperatures(m_friction, m_plan.temperatures);
    const auto firstChain = static_cast<std::uint32_t>(m_plan.runs);
    m_run = std::make_unique<AnnealingRun>(m_backend, m_base,
                                           sampleVisible(m_base, m_plan.runs, m_seed, firstChain),
                                           m_seed, firstChain);
    m_run->setTemperatures(m_betas);
    m_phase = Phase::Forward;
}

void BidirectionalEstimator::advanceForward() {
    const bool more = m_run->advance(m_slice);
    m_sweepsDone += std::min(m_slice, m_plan.pilotSweeps() + m_plan.temperatures - m_sweepsDone);
    if (more) {
        return;
    }
    m_forward = m_run->logWeights();
    m_forwardBridge = roundingBridge(m_backend, m_run->chains());
    m_forwardEnds = m_run->visibleStates();
    m_run = std::make_unique<AnnealingRun>(m_backend, m_base, reverseStarts(), m_seed,
                                           static_cast<std::uint32_t>(2 * m_plan.runs));
    m_phase = Phase::Equilibration;
}

void BidirectionalEstimator::advanceEquilibration() {
    const std::size_t count = std::min(m_slice, m_plan.equilibrationSweeps() - m_equilibrated);
    m_run->sweep(count);
    m_equilibrated += count;
    m_sweepsDone += count;
    if (m_equilibrated < m_plan.equilibrationSweeps()) {
        return;
    }
    m_reverseBridge = roundingBridge(m_backend, m_run->chains());
    m_run->setTemperatures({m_betas.rbegin(), m_betas.rend()});
    m_phase = Phase::Reverse;
}

void BidirectionalEstimator::advanceReverse() {
    const bool more = m_run->advance(m_slice);
    m_sweepsDone = more ? m_sweepsDone + m_slice : m_plan.totalSweeps() / m_plan.runs;
    if (!more) {
        m_reverse = m_run->logWeights();
        m_run.reset();
        m_phase = Phase::Done;
    }
}

/// First those from data, then the others.
std::vector<std::uint8_t> BidirectionalEstimator::reverseStarts() const {
    const std::size_t half = m_plan.runs / 2;
    const std::size_t visible = m_base.visibleBias.size();
    auto states = sampleImages(m_images, half, m_seed, static_cast<std::uint32_t>(2 * m_plan.runs));
    std::vector<std::uint8_t> others;
    const std::size_t persistent = m_persistent.size() / visible;
    for (std::size_t n = 0; persistent > 0 && n < half; ++n) {
        const auto first = m_persistent.begin() + static_cast<std::ptrdiff_t>(
                                                      n * persistent / half % persistent * visible);
        others.insert(others.end(), first, first + static_cast<std::ptrdiff_t>(visible));
    }
    if (persistent == 0) {
        others = forwardEnds(half);
    }
    states.insert(states.end(), others.begin(), others.end());
    return states;
}

/// Drawn by weight, systematically: at even distances along the sum of weights.
std::vector<std::uint8_t> BidirectionalEstimator::forwardEnds(std::size_t count) const {
    const std::vector<double> sums = cumulatedWeights(m_forward);
    const std::size_t visible = m_base.visibleBias.size();
    std::vector<std::uint8_t> states;
    for (std::size_t n = 0; n < count; ++n) {
        const double place = (static_cast<double>(n) + 0.5) / static_cast<double>(count);
        const auto run = std::lower_bound(sums.begin(), sums.end() - 1, place) - sums.begin();
        const auto first = m_forwardEnds.begin() + run * static_cast<std::ptrdiff_t>(visible);
        states.insert(states.end(), first, first + static_cast<std::ptrdiff_t>(visible));
    }
    return states;
}

TrustedEstimate BidirectionalEstimator::result() const {
    if (!done()) {
        throw Error("The estimate of log Z has not finished.");
    }
    const double offset = m_base.logZ();
    const auto [bridge, bridgeVariance] = bridgeOf(m_reverseBridge);
    TrustedEstimate result;
    result.plan = m_plan;
    result.forward = summariseWeights(added(m_forward, m_forwardBridge), offset);
    result.forward.method = "forward";
    result.reverse = summariseReverse(m_reverse, offset + bridge);
    result.reverse.method = "reverse";
    const std::span reverse(m_reverse);
    result.halves = compareHalves(summariseReverse(reverse.first(m_plan.runs / 2), offset + bridge),
                                  summariseReverse(reverse.last(m_plan.runs / 2), offset + bridge));
    result.assessment = judge(result.forward, result.reverse, result.halves);
    if (result.assessment.verdict == Verdict::DoNotQuote) {
        result.combined = result.forward;
        result.combined.method = "trusted";
    } else {
        result.combined = bennettRatio(m_forward, m_reverse, offset);
        shift(result.combined, bridge);
        const double width =
            std::hypot(result.combined.high - result.combined.logZ, 3 * std::sqrt(bridgeVariance));
        result.combined.low = result.combined.logZ - width;
        result.combined.high = result.combined.logZ + width;
    }
    for (LogPartition *estimate : {&result.combined, &result.forward, &result.reverse}) {
        estimate->temperatures = m_plan.temperatures;
    }
    return result;
}

} // namespace rbm
