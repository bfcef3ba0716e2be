#include "ui/session/digit_teller.h"

#include <algorithm>
#include <utility>

namespace rbm {

namespace {

constexpr std::size_t kLessons = 20'000;  ///< images that a classifier is trained on, at most
constexpr std::size_t kTrials = 2'000;    ///< and tried on
constexpr std::size_t kTriedAtOnce = 400; // some milliseconds
constexpr std::uint64_t kTellerSeed = 1;

/// At most `most` of the images, evenly from all of them.
std::shared_ptr<const Dataset> someOf(const std::shared_ptr<const Dataset> &all, std::size_t most) {
    const std::size_t count = all->count();
    if (count <= most)
        return all;
    auto some = std::make_shared<Dataset>();
    some->width = all->width;
    some->height = all->height;
    for (std::size_t at = 0; at < most; ++at) {
        const std::size_t from = at * count / most;
        const auto image = all->image(from);
        some->pixels.insert(some->pixels.end(), image.begin(), image.end());
        some->labels.push_back(all->labels[from]);
    }
    return some;
}

bool hasLabels(const DatasetPair &images) {
    return images.train->labels.size() == images.train->count() &&
           images.test->labels.size() == images.test->count() && images.train->count() > 0 &&
           images.test->count() > 0;
}

Dataset pieceOf(const Dataset &all, std::size_t first, std::size_t count) {
    const auto at = [](std::size_t index) { return static_cast<std::ptrdiff_t>(index); };
    Dataset piece;
    piece.width = all.width;
    piece.height = all.height;
    const std::size_t size = all.imageSize();
    piece.pixels.assign(all.pixels.begin() + at(first * size),
                        all.pixels.begin() + at((first + count) * size));
    piece.labels.assign(all.labels.begin() + at(first), all.labels.begin() + at(first + count));
    return piece;
}

std::unique_ptr<Backend> holding(std::unique_ptr<Backend> backend,
                                 const RbmParameters &parameters) {
    backend->setParameters(parameters);
    return backend;
}

} // namespace

DigitTeller::DigitTeller(std::unique_ptr<Backend> backend, const RbmParameters &parameters,
                         const DatasetPair &images)
    : m_backend(holding(std::move(backend), parameters)), m_parameters(parameters),
      m_trials(images.test), m_classifier(*m_backend, images.train, kTellerSeed) {}

void DigitTeller::learn() {
    if (m_accuracy || m_classifier.train())
        return;
    const std::size_t all = m_trials->count();
    const std::size_t count = std::min(kTriedAtOnce, all - m_tried);
    m_right +=
        m_classifier.accuracy(pieceOf(*m_trials, m_tried, count)) * static_cast<double>(count);
    m_tried += count;
    if (m_tried == all)
        m_accuracy = m_right / static_cast<double>(all);
}

std::vector<int> DigitTeller::tell(std::span<const std::uint8_t> images) const {
    const std::vector<float> p = m_classifier.probabilities(images);
    const auto count = static_cast<std::ptrdiff_t>(classes());
    std::vector<int> told;
    for (auto first = p.begin(); first != p.end(); first += count) {
        const auto best = std::max_element(first, first + count);
        told.push_back(*best >= kSure ? static_cast<int>(best - first) : -1);
    }
    return told;
}

DigitTellers::DigitTellers(MakeBackend makeBackend) : m_makeBackend(std::move(makeBackend)) {}

std::shared_ptr<DigitTeller> DigitTellers::of(const RbmParameters &parameters,
                                              const DatasetPair &images) {
    if (!hasLabels(images))
        return nullptr;
    if (m_of != images.train) {
        m_some = {someOf(images.train, kLessons), someOf(images.test, kTrials), images.name};
        m_of = images.train;
        forget();
    }
    m_known.erase(std::remove_if(m_known.begin(), m_known.end(),
                                 [](const auto &known) { return known.expired(); }),
                  m_known.end());
    for (const auto &known : m_known) {
        auto teller = known.lock();
        if (teller->parameters() == parameters)
            return teller;
    }
    auto teller = std::make_shared<DigitTeller>(m_makeBackend(), parameters, m_some);
    m_known.push_back(teller);
    return teller;
}

} // namespace rbm
