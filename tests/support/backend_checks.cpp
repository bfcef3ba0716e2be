#include "tests/support/backend_checks.h"

#include "engine/data/batch_loader.h"
#include "engine/likelihood/ais.h"
#include "tests/support/reference_backend.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <numeric>
#include <vector>

namespace rbm::test {

namespace {

constexpr std::size_t kVisible = 130; // fits no vector and no padding
constexpr std::size_t kHidden = 70;
constexpr std::size_t kChains = 11;

double largestGap(const std::vector<float> &a, const std::vector<float> &b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
        largest =
            std::max(largest, std::abs(static_cast<double>(a[at]) - static_cast<double>(b[at])));
    }
    return largest;
}

bool sameGibbsSamples(Backend &backend) {
    backend.setParameters(randomModel(kVisible, kHidden, 0.3, 1));
    const auto reference = makeReferenceBackend();
    reference->setParameters(backend.sampledParameters());
    Backend *both[2] = {&backend, reference.get()};
    ChainStates states[2];
    for (int b = 0; b < 2; ++b) {
        const auto chains = both[b]->makeChains(kChains);
        Sweeps sweeps;
        sweeps.count = 10;
        sweeps.seed = 2;
        both[b]->gibbs(*chains, sweeps);
        states[b] = both[b]->states(*chains);
    }
    return states[0] == states[1];
}

/// Every third pixel is held on, other ones in each chain; the odd chains change places with those
/// of another seed then, and of what both have at the end the probabilities are compared, too.
bool sameHeldAndSwappedSamples(Backend &backend) {
    backend.setParameters(randomModel(kVisible, kHidden, 0.3, 1));
    const auto reference = makeReferenceBackend();
    reference->setParameters(backend.sampledParameters());
    ChainStates start{kChains, std::vector<std::uint8_t>(kChains * kVisible, 1),
                      std::vector<std::uint8_t>(kChains * kHidden)};
    std::vector<std::uint8_t> held(kChains * kVisible);
    for (std::size_t at = 0; at < held.size(); at += 3) {
        held[at] = 1;
    }
    std::vector<std::uint8_t> odd(kChains);
    for (std::size_t n = 1; n < odd.size(); n += 2) {
        odd[n] = 1;
    }
    Backend *both[2] = {&backend, reference.get()};
    ChainStates states[2];
    std::vector<float> found;
    for (int b = 0; b < 2; ++b) {
        std::unique_ptr<Chains> chains[2];
        for (std::uint64_t seed = 0; seed < 2; ++seed) {
            chains[seed] = both[b]->makeChains(kChains);
            both[b]->setStates(*chains[seed], start);
            Sweeps sweeps;
            sweeps.count = 5;
            sweeps.seed = seed;
            sweeps.beta = 0.9F;
            sweeps.clamped = held;
            both[b]->gibbs(*chains[seed], sweeps);
        }
        both[b]->swapStates(*chains[0], *chains[1], odd);
        states[b] = both[b]->states(*chains[0]);
        if (b == 0) {
            found = backend.visibleProbabilities(*chains[0]);
        }
    }
    reference->setParameters(backend.parameters()); // what probabilities are of
    const auto chains = reference->makeChains(kChains);
    reference->setStates(*chains, states[1]);
    return states[0] == states[1] &&
           largestGap(found, reference->visibleProbabilities(*chains)) < 1e-5;
}

/// P(h | v) of gray images: sums of 130 terms.
bool sameHiddenProbabilities(Backend &backend) {
    const auto images = randomImages(13, 10, 50, true, 7);
    const auto reference = makeReferenceBackend();
    backend.setParameters(randomModel(kVisible, kHidden, 0.3, 1));
    reference->setParameters(backend.parameters());
    std::vector<float> found(50 * kHidden);
    std::vector<float> expected(50 * kHidden);
    backend.hiddenProbabilities(images->pixels, found);
    reference->hiddenProbabilities(images->pixels, expected);
    return largestGap(found, expected) < 1e-5;
}

/// Also the parameters after the updates: inputs of float sums of about 100
/// terms leave them within 1e-5 at this step.
bool sameTraining(Backend &backend, const UpdateRule &rule) {
    const auto reference = makeReferenceBackend();
    const auto images = randomImages(13, 10, kChains, true, 3);
    const std::vector<std::uint32_t> rows(kChains);
    backend.setParameters(randomModel(kVisible, kHidden, 0.1, 4));
    reference->setParameters(backend.parameters());
    const auto chains = backend.makeChains(kChains);
    const auto plainChains = reference->makeChains(kChains);
    for (std::uint64_t update = 0; update < 5; ++update) {
        reference->sampleFrom(rule.fast ? backend.sampledWithFast() : backend.sampledParameters());
        backend.pcdUpdate(*chains, {rows, images->pixels}, 3, rule, 5, update);
        reference->pcdUpdate(*plainChains, {rows, images->pixels}, 3, rule, 5, update);
    }
    return backend.states(*chains) == reference->states(*plainChains) &&
           largestGap(backend.parameters().weights, reference->parameters().weights) < 1e-5;
}

bool sameOriginalTraining(Backend &backend) { return sameTraining(backend, {0.05F, 0.3F}); }

/// Contrastive divergence: the chains start at the images.
bool sameDivergenceTraining(Backend &backend) {
    UpdateRule rule{0.05F, 0.3F};
    rule.startAtData = true;
    return sameTraining(backend, rule);
}

/// Centred, with Nesterov's momentum, weight decay and fewer chains than images.
bool sameOtherTraining(Backend &backend) {
    const std::vector<float> offsets(kVisible, 0.4F);
    UpdateRule rule{0.01F, 0.8F};
    rule.nesterov = true;
    rule.weightDecay = 0.01F;
    rule.chains = kChains - 3;
    rule.visibleOffsets = offsets;
    return sameTraining(backend, rule);
}

/// With fast weights and sparsity.
bool sameFastTraining(Backend &backend) {
    UpdateRule rule{0.01F, 0.3F};
    rule.sparsityCost = 0.2F;
    rule.sparsityTarget = 0.1F;
    rule.fast = true;
    rule.fastStep = 0.02F;
    return sameTraining(backend, rule);
}

std::vector<std::uint32_t> rowNumbers(std::size_t count) {
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

/// One update at the original's size, where a card shares the work out in another way: the states
/// of 80 chains, and parameters that are means of 80 products.
bool sameUpdateAtFullSize(Backend &backend) {
    constexpr std::size_t kImages = 80;
    const auto images = randomImages(28, 28, kImages, true, 3);
    const auto rows = rowNumbers(kImages);
    const auto reference = makeReferenceBackend();
    backend.setParameters(randomModel(images->imageSize(), 500, 0.05, 4));
    reference->setParameters(backend.parameters());
    reference->sampleFrom(backend.sampledParameters());
    const auto chains = backend.makeChains(kImages);
    const auto plainChains = reference->makeChains(kImages);
    const UpdateRule rule{0.05F, 0.3F};
    backend.pcdUpdate(*chains, {rows, images->pixels}, 2, rule, 5, 0);
    reference->pcdUpdate(*plainChains, {rows, images->pixels}, 2, rule, 5, 0);
    return backend.states(*chains) == reference->states(*plainChains) &&
           largestGap(backend.parameters().weights, reference->parameters().weights) < 1e-5;
}

/// At the original's size, so that what runs side by side on a card has time to come in the way
/// of each other: the same bits each time.
bool sameBitsTwice(Backend &backend) {
    constexpr std::size_t kImages = 80;
    const auto images = randomImages(28, 28, kImages, true, 3);
    const auto rows = rowNumbers(kImages);
    RbmParameters results[2];
    for (RbmParameters &result : results) {
        backend.setParameters(initialParameters(images->imageSize(), 500, 1));
        const auto chains = backend.makeChains(kImages);
        for (std::uint64_t update = 0; update < 30; ++update) {
            backend.pcdUpdate(*chains, {rows, images->pixels}, 5, {0.00125F, 0.3F}, 5, update);
        }
        result = backend.parameters();
    }
    return results[0] == results[1];
}

/// Where a backend in main memory keeps none there is nothing to agree with; a card with room for
/// 23 images has to.
bool sameFromKeptImages(Backend &backend) {
    constexpr std::size_t kImages = 23;
    const auto images = randomImages(13, 10, kImages, true, 3);
    for (const Pixels pixels : {Pixels::Gray, Pixels::Sampled, Pixels::Threshold}) {
        BatchLoader loader(images, 5, pixels, 7, 0);
        RbmParameters results[2];
        for (const bool kept : {false, true}) {
            if (kept && !backend.keepImages(*images, pixels, 7)) {
                return backend.isInMainMemory();
            }
            backend.setParameters(randomModel(kVisible, kHidden, 0.1, 4));
            const auto chains = backend.makeChains(5);
            for (std::uint64_t update = 0; update < 12; ++update) {
                const LoadedBatch batch = kept ? loader.loadRows(update) : loader.load(update);
                backend.pcdUpdate(*chains, batch.view(), 2, {0.05F, 0.3F}, 5, update);
            }
            results[kept ? 1 : 0] = backend.parameters();
        }
        if (!(results[0] == results[1])) {
            return false;
        }
    }
    return true;
}

/// States and log weights; these are sums of 70 terms at each of five temperatures.
bool sameAnnealing(Backend &backend) {
    const std::vector<float> visibleBase(kVisible, -0.5F);
    const std::vector<float> hiddenBase(kHidden, 0.3F);
    const std::vector<float> betas = {0, 0.3F, 0.301F, 0.301F, 0.8F, 1};
    backend.setParameters(randomModel(kVisible, kHidden, 0.3, 8));
    const auto reference = makeReferenceBackend();
    reference->setParameters(backend.sampledParameters());
    Backend *both[2] = {&backend, reference.get()};
    ChainStates states[2];
    std::vector<double> logWeights[2];
    for (int b = 0; b < 2; ++b) {
        const auto chains = both[b]->makeChains(kChains);
        Annealing annealing;
        annealing.betas = betas;
        annealing.visibleBase = visibleBase;
        annealing.hiddenBase = hiddenBase;
        annealing.seed = 9;
        logWeights[b].resize(kChains, 0);
        both[b]->anneal(*chains, annealing, logWeights[b]);
        states[b] = both[b]->states(*chains);
    }
    double off = 0;
    for (std::size_t n = 0; n < kChains; ++n) {
        off = std::max(off, std::abs(logWeights[0][n] - logWeights[1][n]));
    }
    return states[0] == states[1] && off < 1e-3;
}

/// Float sums of 12 to 22 terms against double precision.
bool sameFreeEnergies(Backend &backend) {
    const auto model = randomModel(12, 10, 0.6, 6);
    const auto images = randomImages(4, 3, 50, true, 7);
    const auto reference = makeReferenceBackend();
    backend.setParameters(model);
    reference->setParameters(model);
    std::vector<double> found(images->count());
    std::vector<double> expected(images->count());
    backend.freeEnergies(images->pixels, found);
    reference->freeEnergies(images->pixels, expected);
    double off = 0;
    for (std::size_t n = 0; n < found.size(); ++n) {
        off = std::max(off, std::abs(found[n] - expected[n]));
    }
    return off < 1e-4;
}

/// log Z by AIS on this backend and by plain enumeration. The seed is fixed: AIS does not miss by
/// chance.
bool likelihoodIsThatOfEnumeration(Backend &backend) {
    const auto model = randomModel(12, 10, 0.4, 9);
    const double truth = bruteForceLogZ(model);
    backend.setParameters(model);
    AisOptions options;
    options.intermediateSteps = 100;
    AisEstimator estimator(backend, options, 1);
    while (estimator.advance()) {
    }
    const LogPartition estimate = estimator.result();
    return estimate.low <= truth && truth <= estimate.high && estimate.high - estimate.low < 0.2;
}

} // namespace

std::vector<BackendCheck> backendChecks() {
    return {
        {"same samples as the reference", sameGibbsSamples},
        {"same held and swapped samples as the reference", sameHeldAndSwappedSamples},
        {"same hidden probabilities as the reference", sameHiddenProbabilities},
        {"same training as the reference", sameOriginalTraining},
        {"same contrastive divergence as the reference", sameDivergenceTraining},
        {"same update at full size as the reference", sameUpdateAtFullSize},
        {"same centred training as the reference", sameOtherTraining},
        {"same fast training as the reference", sameFastTraining},
        {"same bits in a second run", sameBitsTwice},
        {"same training from images that are kept", sameFromKeptImages},
        {"same annealing as the reference", sameAnnealing},
        {"free energies as the reference", sameFreeEnergies},
        {"likelihood as by enumeration", likelihoodIsThatOfEnumeration},
    };
}

} // namespace rbm::test
