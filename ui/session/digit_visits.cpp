#include "ui/session/digit_visits.h"

#include <algorithm>
#include <utility>

namespace rbm {

namespace {

constexpr std::uint64_t kLookEvery = 10;  ///< steps, at least
constexpr std::size_t kLessons = 20'000;  ///< images that the classifier is trained on, at most
constexpr std::size_t kTrials = 2'000;    ///< and tried on
constexpr std::size_t kTriedAtOnce = 400; // some milliseconds
constexpr std::uint64_t kLooksAtOnce = 100;

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

} // namespace

DigitVisits::DigitVisits(MakeBackend makeBackend) : m_makeBackend(std::move(makeBackend)) {}

void DigitVisits::reset() {
    m_classifier.reset();
    m_accuracy.reset();
    forgetLooks();
}

void DigitVisits::dropBackend() {
    reset();
    m_backend.reset();
}

void DigitVisits::forgetLooks() {
    m_chain = -1;
    m_due = m_looked = 0;
    m_looks.clear();
}

void DigitVisits::setModel(const RbmParameters &parameters, const DatasetPair &images) {
    if (m_classifier != nullptr && m_of == images.train && parameters == m_parameters)
        return;
    reset();
    if (!hasLabels(images))
        return;
    if (m_of != images.train) {
        m_images = {someOf(images.train, kLessons), someOf(images.test, kTrials), images.name};
        m_of = images.train;
    }
    if (m_backend == nullptr)
        m_backend = m_makeBackend();
    m_parameters = parameters;
    m_backend->setParameters(parameters);
    constexpr std::uint64_t kSeed = 1;
    m_classifier = std::make_unique<DigitClassifier>(*m_backend, m_images.train, kSeed);
    m_tried = 0;
    m_right = 0;
}

void DigitVisits::follow(const ChainHistory &history, int chain, std::uint64_t live) {
    m_wanted = m_classifier != nullptr;
    if (chain != m_chain) {
        forgetLooks();
        m_chain = chain;
        // Only states that are kept are looked at, so that a look is the same whenever it is made.
        const std::uint64_t kept = history.spacing();
        m_spacing = kept * ((kLookEvery + kept - 1) / kept);
    }
    m_due = live / m_spacing + 1;
}

bool DigitVisits::advance(const ChainHistory &history) {
    if (!isBusy())
        return false;
    if (isLearning())
        learn();
    else
        lookOn(history);
    return true;
}

void DigitVisits::learn() {
    if (m_classifier->train())
        return;
    const std::size_t all = m_images.test->count();
    const std::size_t count = std::min(kTriedAtOnce, all - m_tried);
    m_right += m_classifier->accuracy(pieceOf(*m_images.test, m_tried, count)) *
               static_cast<double>(count);
    m_tried += count;
    if (m_tried == all)
        m_accuracy = m_right / static_cast<double>(all);
}

void DigitVisits::lookOn(const ChainHistory &history) {
    std::vector<std::uint8_t> pixels;
    const std::uint64_t end = std::min(m_due, m_looked + kLooksAtOnce);
    for (std::uint64_t look = m_looked; look < end; ++look) {
        const auto &frame = history.before(look * m_spacing);
        for (const std::uint8_t on :
             history.chain(frame, static_cast<std::size_t>(m_chain)).visible)
            pixels.push_back(on != 0 ? 255 : 0);
        m_looks.push_back({look * m_spacing, -1});
    }
    const std::vector<float> probabilities = m_classifier->probabilities(pixels);
    const auto classes = static_cast<std::ptrdiff_t>(m_classifier->classes());
    auto first = probabilities.begin();
    for (std::uint64_t look = m_looked; look < end; ++look, first += classes) {
        const auto best = std::max_element(first, first + classes);
        if (*best >= kSure)
            m_looks[look].digit = static_cast<int>(best - first);
    }
    m_looked = end;
}

std::optional<VisitedDigits> DigitVisits::upTo(std::uint64_t step) const {
    if (m_classifier == nullptr)
        return std::nullopt;
    VisitedDigits told;
    told.chain = m_chain;
    told.learning = m_accuracy ? 1 : m_classifier->progress();
    told.accuracy = m_accuracy;
    told.every = static_cast<int>(m_spacing);
    for (const Look &look : m_looks) {
        if (look.step > step)
            break;
        ++told.looks;
        if (look.digit < 0)
            ++told.unsure;
        else if (std::find(told.digits.begin(), told.digits.end(), look.digit) == told.digits.end())
            told.digits.push_back(look.digit);
    }
    return told;
}

} // namespace rbm
