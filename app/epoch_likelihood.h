#pragma once

#include "app/train_log.h"
#include "app/trusted_likelihood.h"

#include <string>
#include <vector>

namespace rbm {

/// What `rbm train` measures after each epoch: "original", "trusted", "both" or "none".
struct LikelihoodOptions {
    std::string kind = "original";
    AisOptions ais;
    BudgetOptions budget;

    bool original() const { return kind == "original" || kind == "both"; }
    bool trusted() const { return kind == "trusted" || kind == "both"; }
};

/// Measures the likelihood of a backend's model on a data set.
class EpochLikelihood {
public:
    /// `seed` is the run's; `options` must outlive this.
    EpochLikelihood(const LikelihoodOptions &options, DatasetPair data, std::uint64_t seed);

    /// Fills in what was asked for. `persistent` are the chains' visible states, [N, V].
    /// Throws Interrupted when asked to stop.
    void measure(Backend &backend, std::span<const std::uint8_t> persistent, EpochReport &report);

private:
    EpochReport::Likelihood measureOriginal(Backend &backend, std::uint64_t epoch) const;
    EpochReport::Trusted measureTrusted(Backend &backend, std::span<const std::uint8_t> persistent,
                                        std::uint64_t epoch);

    const LikelihoodOptions &m_options;
    DatasetPair m_data;
    std::uint64_t m_seed;
    std::vector<std::uint8_t> m_sampledTest; ///< 0 and 255, always the same sample
    std::vector<std::uint8_t> m_sampledTrain;
};

/// What to know about what was measured, for people: lines without the last line break.
std::string describeLikelihood(const EpochReport &report);

} // namespace rbm
