#pragma once

#include "engine/backend/backend.h"
#include "engine/likelihood/ais.h"
#include "engine/likelihood/log_likelihood.h"
#include "ui/session/check_images.h"
#include "ui/session/likelihood_report.h"

#include <array>
#include <atomic>
#include <future>
#include <memory>

namespace rbm {

/// Which model a check is about.
struct CheckSubject {
    RbmParameters parameters;
    /// Visible states of its persistent chains, [any, V]; empty where it has none.
    std::vector<std::uint8_t> persistent;
    double epoch = 0;
    std::uint64_t seed = 0;
    bool averaged = false; ///< whether the parameters are the mean of the run's last part
};

/// One check of the likelihood, in small steps: log Z from both directions in a
/// budget of seconds, log Z as the original estimates it, then the free energies
/// of test and training images, gray and sampled. Models of few units are
/// enumerated instead, by a thread of its own that the destructor stops. It
/// works on a copy of the parameters in a backend of its own, so that training
/// can go on between two steps.
class LikelihoodCheck {
public:
    /// `backend` must not be used for anything else until this is done.
    LikelihoodCheck(Backend &backend, std::shared_ptr<const CheckImages> images,
                    const CheckSubject &subject, double budget);
    ~LikelihoodCheck();
    LikelihoodCheck(const LikelihoodCheck &) = delete;
    LikelihoodCheck &operator=(const LikelihoodCheck &) = delete;

    /// Some tens of milliseconds of work at most; false when nothing is left.
    bool advance();
    double progress() const; ///< 0 to 1
    /// Only once advance() returned false.
    LikelihoodReport report() const;

private:
    /// The enumeration's result and the seconds that it took.
    struct Enumerated {
        LogPartition partition;
        double seconds = 0;
    };
    enum class Phase { Plan, BothWays, Original, Energies, Enumeration, Done };

    bool advancePhase();
    void beginBothWays();
    bool advanceEnergies();
    bool awaitEnumeration();
    PixelLikelihoods likelihoods(const MeanNegativeFreeEnergy &test,
                                 const MeanNegativeFreeEnergy &train) const;

    Backend &m_backend;
    std::shared_ptr<const CheckImages> m_images;
    std::vector<std::uint8_t> m_persistent;
    double m_epoch;
    std::uint64_t m_seed;
    bool m_averaged;
    double m_budget;
    double m_seconds = 0;
    Phase m_phase = Phase::Plan;
    std::unique_ptr<BidirectionalEstimator> m_bothWays;
    TrustedEstimate m_trusted;
    AisEstimator m_original;
    /// Test and train, gray and then sampled.
    std::array<MeanNegativeFreeEnergy, 4> m_energies;
    std::size_t m_energy = 0; ///< which one is under way
    std::atomic<bool> m_cancel{false};
    std::future<Enumerated> m_enumeration; ///< of a small model only
};

} // namespace rbm
