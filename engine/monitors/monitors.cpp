#include "engine/monitors/monitors.h"

#include "engine/base/error.h"
#include "engine/data/batch_loader.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rbm {

namespace {

/// Not the run's seed: every run is to be measured on the same images.
constexpr std::uint64_t kSampleSeed = 0;

std::vector<std::uint8_t> chooseSample(const Dataset &images, std::size_t count, Pixels pixels) {
    const auto order = epochOrder(images.count(), kSampleSeed, 0);
    Dataset sample;
    sample.width = images.width;
    sample.height = images.height;
    sample.pixels.reserve(count * images.imageSize());
    for (std::size_t n = 0; n < count; ++n) {
        const auto image = images.image(order[n]);
        sample.pixels.insert(sample.pixels.end(), image.begin(), image.end());
    }
    return binarise(sample, pixels, kSampleSeed);
}

/// The fraction of the units that differ.
double differing(const std::vector<std::uint8_t> &a, const std::vector<std::uint8_t> &b) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < a.size(); ++at) {
        count += a[at] == b[at] ? 0 : 1;
    }
    return a.empty() ? 0 : static_cast<double>(count) / static_cast<double>(a.size());
}

double norm(std::span<const float> values) {
    double sum = 0;
    for (const float value : values) {
        sum += static_cast<double>(value) * static_cast<double>(value);
    }
    return std::sqrt(sum);
}

double largestMagnitude(std::span<const float> values) {
    float largest = 0;
    for (const float value : values) {
        largest = std::max(largest, std::abs(value));
    }
    return largest;
}

/// sums [V, H] += scale * visible^T hidden, for one image or chain.
template <typename Hidden>
void addOuterProduct(std::span<const std::uint8_t> visible, std::span<const Hidden> hidden,
                     float scale, std::vector<float> &sums) {
    for (std::size_t i = 0; i < visible.size(); ++i) {
        if (visible[i] == 0) {
            continue;
        }
        const float value = scale * static_cast<float>(visible[i]);
        float *row = sums.data() + i * hidden.size();
        for (std::size_t j = 0; j < hidden.size(); ++j) {
            row[j] += value * static_cast<float>(hidden[j]);
        }
    }
}

} // namespace

Monitors::Monitors(const DatasetPair &data, Pixels pixels, std::uint64_t seed)
    : m_images(std::min({kImages, data.train->count(), data.test->count()})),
      m_visible(data.train->imageSize()), m_seed(seed) {
    if (m_images == 0) {
        throw Error(Sentence("Monitors need training and test images."));
    }
    m_train = chooseSample(*data.train, m_images, pixels);
    m_test = chooseSample(*data.test, m_images, pixels);
}

MonitorValues Monitors::measure(Backend &backend, const Chains &persistent,
                                std::uint64_t update) const {
    const RbmParameters parameters = backend.parameters();
    if (parameters.visible != m_visible) {
        throw Error("The monitors' images do not fit the model.");
    }
    std::vector<float> hidden(m_images * parameters.hidden);
    backend.hiddenProbabilities(m_train, hidden);
    const ChainStates chains = backend.states(persistent);

    MonitorValues values;
    values.reconstructionError = reconstructionError(backend, hidden);
    values.freeEnergyGap = meanFreeEnergy(backend, m_test) - meanFreeEnergy(backend, m_train);
    values.hiddenActivity =
        std::accumulate(hidden.begin(), hidden.end(), 0.0) / static_cast<double>(hidden.size());
    addFlips(backend, chains, update, values);
    values.weightNorm = norm(parameters.weights);
    values.largestWeight = largestMagnitude(parameters.weights);
    values.gradientNorm = gradientNorm(chains, hidden);
    return values;
}

double Monitors::reconstructionError(Backend &backend, std::span<const float> hidden) const {
    const auto chains = backend.makeChains(m_images);
    ChainStates states{m_images, std::vector<std::uint8_t>(m_train.size()),
                       std::vector<std::uint8_t>(hidden.size())};
    const std::size_t units = hidden.size() / m_images;
    for (std::size_t at = 0; at < hidden.size(); ++at) {
        // The same numbers each time: what changes is the model's doing, not luck's.
        const auto bits = randomBits(m_seed, Purpose::MonitorReconstruction, 0,
                                     static_cast<std::uint32_t>(at / units),
                                     static_cast<std::uint32_t>(at % units));
        states.hidden[at] = toUnit(bits) < static_cast<double>(hidden[at]) ? 1 : 0;
    }
    backend.setStates(*chains, states);
    const std::vector<float> reconstructed = backend.visibleProbabilities(*chains);
    double sum = 0;
    for (std::size_t at = 0; at < m_train.size(); ++at) {
        const double difference =
            static_cast<double>(m_train[at]) / 255.0 - static_cast<double>(reconstructed[at]);
        sum += difference * difference;
    }
    return sum / static_cast<double>(m_train.size());
}

double Monitors::meanFreeEnergy(const Backend &backend,
                                std::span<const std::uint8_t> pixels) const {
    std::vector<double> energies(m_images);
    backend.freeEnergies(pixels, energies);
    return std::accumulate(energies.begin(), energies.end(), 0.0) / static_cast<double>(m_images);
}

void Monitors::addFlips(Backend &backend, const ChainStates &chains, std::uint64_t update,
                        MonitorValues &values) const {
    const auto copy = backend.makeChains(chains.count);
    backend.setStates(*copy, chains);
    Sweeps sweep;
    sweep.purpose = Purpose::MonitorChains;
    sweep.seed = m_seed;
    sweep.firstStep = 2 * update;
    backend.gibbs(*copy, sweep);
    const ChainStates first = backend.states(*copy);
    values.pixelFlips = differing(chains.visible, first.visible);
    // The first sweep drew the hidden units once more from the same pixels as the
    // training had: only the second takes them through a whole sweep.
    ++sweep.firstStep;
    backend.gibbs(*copy, sweep);
    values.hiddenFlips = differing(first.hidden, backend.states(*copy).hidden);
}

double Monitors::gradientNorm(const ChainStates &chains, std::span<const float> hidden) const {
    const std::size_t units = hidden.size() / m_images;
    const std::size_t images = std::min(m_images, chains.count);
    std::vector<float> gradient(m_visible * units);
    const auto pixels = std::span(m_train);
    for (std::size_t n = 0; n < images; ++n) {
        addOuterProduct(pixels.subspan(n * m_visible, m_visible), hidden.subspan(n * units, units),
                        1 / (255.0F * static_cast<float>(images)), gradient);
    }
    const auto visible = std::span(chains.visible);
    const auto states = std::span(chains.hidden);
    for (std::size_t n = 0; n < chains.count; ++n) {
        addOuterProduct(visible.subspan(n * m_visible, m_visible), states.subspan(n * units, units),
                        -1 / static_cast<float>(chains.count), gradient);
    }
    return norm(gradient);
}

} // namespace rbm
