#include "app/epoch_likelihood.h"

#include <cmath>
#include <fmt/format.h>

#include <utility>

namespace rbm {

EpochLikelihood::EpochLikelihood(const LikelihoodOptions &options, DatasetPair data,
                                 std::uint64_t seed)
    : m_options(options), m_data(std::move(data)), m_seed(seed) {
    if (options.trusted()) {
        m_sampledTest = binarise(*m_data.test, Pixels::Sampled, seed);
        m_sampledTrain = binarise(*m_data.train, Pixels::Sampled, seed);
    }
}

void EpochLikelihood::measure(Backend &backend, std::span<const std::uint8_t> persistent,
                              EpochReport &report) {
    if (m_options.original())
        report.likelihood = measureOriginal(backend, report.epoch);
    if (m_options.trusted())
        report.trusted = measureTrusted(backend, persistent, report.epoch);
}

/// As the original: on gray pixels, test images first.
EpochReport::Likelihood EpochLikelihood::measureOriginal(Backend &backend,
                                                         std::uint64_t epoch) const {
    EpochReport::Likelihood result;
    result.partition = runAis(backend, m_options.ais, m_seed + epoch);
    const auto mean = [&](const Dataset &images) {
        return meanNegativeFreeEnergy(backend, images.pixels, images.imageSize()) -
               result.partition.logZ;
    };
    result.test = mean(*m_data.test);
    result.train = mean(*m_data.train);
    return result;
}

EpochReport::Trusted EpochLikelihood::measureTrusted(Backend &backend,
                                                     std::span<const std::uint8_t> persistent,
                                                     std::uint64_t epoch) {
    EpochReport::Trusted result;
    const std::uint64_t seed = m_seed + epoch;
    const AnnealingPlan plan = m_options.budget.plan(backend, *m_data.train, seed);
    result.estimate = runTrusted(backend, *m_data.train, persistent, plan, seed);
    const auto mean = [&](std::span<const std::uint8_t> pixels) {
        return meanNegativeFreeEnergy(backend, pixels, m_data.test->imageSize()) -
               result.estimate.combined.logZ;
    };
    result.gray = {mean(m_data.test->pixels), mean(m_data.train->pixels)};
    result.sampled = {mean(m_sampledTest), mean(m_sampledTrain)};
    return result;
}

std::string describeLikelihood(const EpochReport &report) {
    std::string text;
    if (report.likelihood)
        text = describeSampleSize(report.likelihood->partition);
    if (!report.trusted)
        return text;
    const TrustedEstimate &estimate = report.trusted->estimate;
    const bool quotable = estimate.assessment.verdict != Verdict::DoNotQuote;
    const LogPartition &z = estimate.combined;
    const double half = z.high - z.logZ;
    const double upwards = quotable || !std::isfinite(z.low) ? 0 : z.logZ - z.low;
    text += fmt::format("{}Trusted: test log-likelihood {}{:.2f}{} on gray and {:.2f} on sampled "
                        "pixels; {}",
                        text.empty() ? "" : "\n", quotable ? "" : "at most about ",
                        report.trusted->gray.test + upwards,
                        quotable ? fmt::format(" (+-{:.2f})", half) : std::string(),
                        report.trusted->sampled.test + upwards, describeTrusted(estimate));
    return text;
}

} // namespace rbm
