#pragma once

#include "engine/likelihood/annealing_run.h"
#include "engine/likelihood/verdict.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rbm {

/// How much work an estimate takes. It and the seed fix every bit of the
/// estimate on one backend and SIMD target.
struct AnnealingPlan {
    std::size_t runs = 32;           ///< in each direction; even
    std::size_t temperatures = 7500; ///< in each direction

    /// Sweeps of the pilot runs that place the temperatures.
    std::size_t pilotSweeps() const;
    /// Sweeps at beta 1 before the reverse runs.
    std::size_t equilibrationSweeps() const;
    /// Of all runs together.
    std::size_t totalSweeps() const;

    bool operator==(const AnnealingPlan &) const = default;
};

/// Throws Error naming the first value out of range and the range.
void requireValid(const AnnealingPlan &plan);

/// What an estimate in both directions found.
struct TrustedEstimate {
    LogPartition combined; ///< of both by bennettRatio(); of forward alone under "do not quote"
    LogPartition forward;  ///< too low on average: the likelihood looks too good
    LogPartition reverse;  ///< too high on average as far as its starts are in equilibrium
    ReverseHalves halves;
    Assessment assessment;
    AnnealingPlan plan;
};

/// log Z by annealed importance sampling in both directions (bidirectional Monte
/// Carlo: Grosse, Ghahramani & Adams 2015). Pilot runs measure the friction along the way
/// and are thrown away; forward runs go from the base model fitted to the data to the
/// model, through temperatures placed by it; reverse runs go back. Half of these start at
/// data, half at the persistent chains, or without any at ends of forward runs, drawn by
/// weight; all make Gibbs sweeps at beta 1 first. It advances in slices, between which the
/// backend's parameters must not change.
class BidirectionalEstimator {
public:
    /// `images` are those that the base is fitted to and reverse runs start at;
    /// `persistent` are visible states, [any, V], 0 or 1, or empty.
    BidirectionalEstimator(Backend &backend, const Dataset &images,
                           std::span<const std::uint8_t> persistent, const AnnealingPlan &plan,
                           std::uint64_t seed);
    ~BidirectionalEstimator();

    /// Some milliseconds of work; false when nothing is left to do.
    bool advance();
    bool done() const { return m_phase == Phase::Done; }
    double progress() const; ///< 0 to 1

    /// Only once done() is true; throws Error before.
    TrustedEstimate result() const;

private:
    enum class Phase { Pilot, Forward, Equilibration, Reverse, Done };

    void advancePilot();
    void advanceForward();
    void advanceEquilibration();
    void advanceReverse();
    std::vector<std::uint8_t> reverseStarts() const;
    std::vector<std::uint8_t> forwardEnds(std::size_t count) const;

    Backend &m_backend;
    const Dataset &m_images;
    std::vector<std::uint8_t> m_persistent;
    AnnealingPlan m_plan;
    std::uint64_t m_seed;
    std::size_t m_slice; ///< temperatures at once
    BaseModel m_base;
    Phase m_phase = Phase::Pilot;
    std::unique_ptr<AnnealingRun> m_run;
    std::size_t m_sweepsDone = 0; ///< of each run, all phases together
    std::size_t m_equilibrated = 0;
    std::vector<double> m_friction;  ///< of the parts done
    std::vector<double> m_partStart; ///< the pilot's log weights at the start of the part
    std::vector<float> m_betas;
    std::vector<double> m_forward;       ///< log weights of runs to the sampled model
    std::vector<double> m_forwardBridge; ///< from there to the parameters
    std::vector<std::uint8_t> m_forwardEnds;
    std::vector<double> m_reverse;
    std::vector<double> m_reverseBridge;
};

} // namespace rbm
