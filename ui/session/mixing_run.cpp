#include "ui/session/mixing_run.h"

#include "engine/training/pcd_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace rbm {

namespace {

constexpr std::chrono::milliseconds kViewAge{60}; ///< while it runs
constexpr std::size_t kClassesWithoutLabels = 10;

/// Of the classes that a teller knows: it may have learnt from a part of the images without the
/// rarest.
std::vector<double> labelShares(const Dataset &images, std::size_t classes) {
    std::vector<double> shares(classes);
    for (const std::uint8_t label : images.labels) {
        if (label < classes)
            shares[label] += 1.0 / static_cast<double>(images.count());
    }
    return shares;
}

std::vector<std::uint8_t> tileOf(const std::vector<std::uint8_t> &states, std::size_t chain,
                                 std::size_t size) {
    std::vector<std::uint8_t> tile(size);
    for (std::size_t i = 0; i < size; ++i)
        tile[i] = states[chain * size + i] != 0 ? 255 : 0;
    return tile;
}

} // namespace

MixingRun::MixingRun(MakeBackend makeBackend) : m_makeBackend(std::move(makeBackend)) {}

void MixingRun::reset() {
    m_study.reset(); // its chains go before their backend
    m_teller.reset();
    m_own.reset();
    m_starts = {};
    m_running = false;
    m_plainLooks.clear();
    m_temperedLooks.clear();
    m_paths.clear();
    m_view.reset();
}

void MixingRun::start(const MixingStart &start, const Backend &training, const PcdTrainer &trainer,
                      const DatasetPair &images, DigitTellers &tellers) {
    const auto kept = m_teller; // what it learnt counts if the model is the same
    reset();
    if (start.images == nullptr || start.images->empty())
        return;
    const RbmParameters parameters = training.parameters();
    m_visible = parameters.visible;
    m_count = start.images->size() / m_visible;
    m_update = trainer.updates();
    m_epoch = static_cast<double>(m_update) / static_cast<double>(trainer.updatesPerEpoch());
    m_teller = tellers.of(parameters, images);
    m_dataShares.clear();
    if (m_teller != nullptr) {
        m_dataShares = labelShares(*images.train, m_teller->classes());
    } else {
        m_own = m_makeBackend();
        m_own->setParameters(parameters);
    }
    m_starts = start;
    m_starts.replicas = std::clamp(start.replicas, kLeastReplicas, kMostReplicas);
    m_isNews = true;
}

void MixingRun::play(bool on) {
    const bool wasRunning = std::exchange(m_running, on && any() && steps() < kMixingLength);
    m_isNews = true;
    if (m_running && !wasRunning)
        m_pace.start();
}

void MixingRun::select(int chain) {
    m_isNews = m_isNews || chain != m_selected;
    m_selected = chain;
}

bool MixingRun::advance() {
    if (!m_running)
        return false;
    if (m_teller != nullptr && m_teller->isLearning()) {
        m_teller->learn();
        return true;
    }
    if (m_study == nullptr) {
        makeStudy();
        m_pace.start();
        return true;
    }
    m_study->advance();
    m_pace.count();
    recordPath();
    if (m_study->steps() % MixingStudy::Options{}.lookEvery == 0)
        recordLooks();
    if (steps() >= kMixingLength)
        play(false);
    return true;
}

void MixingRun::makeStudy() {
    MixingStudy::Options options;
    options.replicas = static_cast<std::size_t>(m_starts.replicas);
    options.classes = m_teller != nullptr ? m_teller->classes() : kClassesWithoutLabels;
    options.seed = m_starts.seed;
    std::vector<std::uint8_t> states(m_starts.images->size());
    std::transform(m_starts.images->begin(), m_starts.images->end(), states.begin(),
                   [](std::uint8_t pixel) { return pixel >= 128 ? 1 : 0; });
    Backend &backend = m_teller != nullptr ? m_teller->backend() : *m_own;
    const auto classify = [teller = m_teller, count = m_count](auto images) {
        return teller != nullptr ? teller->tell(images) : std::vector<int>(count, -1);
    };
    m_study = std::make_unique<MixingStudy>(backend, states, m_count, options, classify);
    m_isNews = true;
    recordPath();
    recordLooks();
}

void MixingRun::recordLooks() {
    const auto record = [](const ClassVisits &visits, auto &looks) {
        looks.emplace_back(visits.now.begin(), visits.now.end());
    };
    record(m_study->plain(), m_plainLooks);
    record(m_study->tempered(), m_temperedLooks);
}

void MixingRun::recordPath() {
    const std::vector<std::uint32_t> &walkers = m_study->ladder().walkers;
    std::vector<std::uint8_t> row(walkers.size());
    std::transform(walkers.begin(), walkers.end(), row.begin(), [this](std::uint32_t walker) {
        return static_cast<std::uint8_t>(walker / m_count);
    });
    m_paths.push_back(std::move(row));
    if (m_paths.size() > kPathSteps)
        m_paths.pop_front();
}

std::size_t MixingRun::chosen() const {
    return static_cast<std::size_t>(std::clamp(m_selected, 0, static_cast<int>(m_count) - 1));
}

std::shared_ptr<const MixingView> MixingRun::view() {
    if (!any())
        return nullptr;
    const bool hasStepped = m_view == nullptr || m_view->steps != steps() || m_running;
    if (!m_isNews && (!hasStepped || Clock::now() - m_made < kViewAge))
        return m_view;
    auto view = std::make_shared<MixingView>();
    view->starts = m_starts.images;
    view->replicas = m_starts.replicas;
    view->running = m_running;
    view->told = m_teller != nullptr;
    if (m_teller != nullptr) {
        view->learning = m_teller->progress();
        view->accuracy = m_teller->accuracy();
    }
    view->steps = steps();
    view->stepsPerSecond = m_running ? m_pace.perSecond() : 0;
    view->lookEvery = static_cast<int>(MixingStudy::Options{}.lookEvery);
    view->count = static_cast<int>(m_count);
    view->chain = static_cast<int>(chosen());
    view->modelUpdate = m_update;
    view->modelEpoch = m_epoch;
    view->dataShares = m_dataShares;
    if (m_study != nullptr) {
        view->ladder = ladder();
        view->plain = describe(m_study->plain(), m_plainLooks,
                               tileOf(m_study->plainVisible(), chosen(), m_visible));
        const auto &tiles = view->ladder.tiles;
        view->tempered =
            describe(m_study->tempered(), m_temperedLooks,
                     {tiles.begin(), tiles.begin() + static_cast<std::ptrdiff_t>(m_visible)});
    }
    m_view = std::move(view);
    m_made = Clock::now();
    m_isNews = false;
    return m_view;
}

MixingArm MixingRun::describe(const ClassVisits &visits,
                              const std::vector<std::vector<std::int8_t>> &looks,
                              std::vector<std::uint8_t> now) const {
    MixingArm arm;
    const auto count = static_cast<double>(m_count);
    arm.changes = static_cast<int>(visits.changes[chosen()]);
    arm.meanChanges = std::accumulate(visits.changes.begin(), visits.changes.end(), 0.0) / count;
    double squares = 0;
    for (const std::uint32_t changes : visits.changes)
        squares += std::pow(static_cast<double>(changes) - arm.meanChanges, 2);
    if (m_count > 1)
        arm.standardError = std::sqrt(squares / (count - 1) / count);
    arm.stayed = static_cast<int>(std::count(visits.changes.begin(), visits.changes.end(), 0U));
    for (const auto &look : looks)
        arm.classes.push_back(look[chosen()]);
    const double all = static_cast<double>(looks.size()) * count;
    for (const std::uint64_t visit : visits.visits)
        arm.shares.push_back(static_cast<double>(visit) / all);
    arm.unsure = static_cast<double>(visits.unsure) / all;
    arm.now = std::move(now);
    return arm;
}

MixingLadder MixingRun::ladder() const {
    const TemperingView &now = m_study->ladder();
    MixingLadder ladder;
    ladder.betas = now.betas;
    ladder.swapRate = now.swapRate;
    ladder.roundTrips = now.roundTrips;
    for (const std::vector<std::uint8_t> &walkers : m_paths) {
        LadderRow row(now.betas.size());
        for (std::size_t r = 0; r < row.size(); ++r)
            row[r] = walkers[r * m_count + chosen()];
        ladder.path.push_back(std::move(row));
    }
    for (std::size_t r = 0; r < now.betas.size(); ++r) {
        const auto tile = tileOf(m_study->replicaVisible(r), chosen(), m_visible);
        ladder.tiles.insert(ladder.tiles.end(), tile.begin(), tile.end());
    }
    return ladder;
}

} // namespace rbm
