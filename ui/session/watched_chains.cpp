#include "ui/session/watched_chains.h"

#include "engine/base/error.h"
#include "engine/inspection/silence.h"
#include "engine/training/pcd_trainer.h"

#include <algorithm>
#include <utility>

namespace rbm {

namespace {
constexpr std::chrono::milliseconds kModelAge{500};
constexpr std::chrono::milliseconds kSearchPause{150};

bool isThumbnail(std::uint64_t step) {
    return std::find(kTimelineSteps.begin(), kTimelineSteps.end(), static_cast<int>(step)) !=
           kTimelineSteps.end();
}
} // namespace

WatchedChains::WatchedChains(MakeBackend makeBackend, std::size_t maxBytes)
    : m_makeBackend(std::move(makeBackend)), m_maxBytes(maxBytes), m_tellers(m_makeBackend) {}

void WatchedChains::clear() {
    m_live.reset();
    m_past.reset();
    m_history = {};
    m_traceSteps.clear();
    m_trace.clear();
    m_shown.reset();
    m_visits.forgetLooks();
    forgetPictures();
}

void WatchedChains::dropBackend() {
    clear();
    m_visits.setTeller(nullptr);
    m_tellers.forget();
    m_backend.reset();
}

void WatchedChains::forgetPictures() {
    m_samples = m_reconstruction = m_thumbnails = nullptr;
    m_detail = nullptr;
    m_search.reset();
    m_nearest.reset();
}

void WatchedChains::start(const ChainStart &start, const Backend &training,
                          const PcdTrainer &trainer) {
    clear();
    m_start = start;
    if (m_backend == nullptr)
        m_backend = m_makeBackend();
    copyModel(training, trainer);
    const std::size_t count = start.images->size() / m_parameters.visible;
    m_live.emplace(*m_backend, *start.images, count, start.seed);
    if (start.clamped != nullptr)
        m_live->hold(*start.clamped);
    m_startStates = m_live->states().visible;
    m_history =
        ChainHistory(count, m_parameters.visible + m_parameters.hidden, kChainLength, m_maxBytes);
    record();
}

void WatchedChains::copyModel(const Backend &training, const PcdTrainer &trainer) {
    m_parameters = training.parameters();
    m_update = trainer.updates();
    m_epoch =
        static_cast<double>(trainer.updates()) / static_cast<double>(trainer.updatesPerEpoch());
    m_copied = Clock::now();
    m_models = {m_unitsOff};
    m_model = 0;
    m_loaded.reset();
    useModel(0);
}

void WatchedChains::followModel(const Backend &training, const PcdTrainer &trainer, bool now) {
    if (!m_live || m_live->steps() > 0 || m_update == trainer.updates() ||
        (!now && Clock::now() - m_copied < kModelAge))
        return;
    copyModel(training, trainer);
    forgetPictures();
    m_traceSteps.clear();
    m_trace.clear();
    record();
}

void WatchedChains::useModel(std::uint32_t model) {
    if (m_loaded == model)
        return;
    m_backend->setParameters(withoutUnits(m_parameters, m_models[model]));
    m_visibleBias = m_backend->sampledParameters().visibleBias;
    m_loaded = model;
}

void WatchedChains::setUnitsOff(const std::vector<std::uint32_t> &units) {
    if (units == m_unitsOff)
        return;
    m_unitsOff = units;
    if (!m_live)
        return;
    m_models.push_back(units);
    m_model = static_cast<std::uint32_t>(m_models.size() - 1);
    useModel(m_model);
    // Kept here, so that no step is ever computed again across a change of the model.
    m_history.keep(m_live->steps(), m_model, m_live->states());
    forgetPictures();
}

void WatchedChains::advance() {
    useModel(m_model);
    m_live->advance(1);
    record();
}

void WatchedChains::record() {
    const std::uint64_t step = m_live->steps();
    if (m_history.isDue(step) || isThumbnail(step))
        m_history.keep(step, m_model, m_live->states());
    if (!isTraced(step))
        return;
    const std::vector<double> energies = m_live->freeEnergies(m_visibleBias);
    m_traceSteps.push_back(static_cast<int>(step));
    m_trace.emplace_back(energies.begin(), energies.end());
}

ChainRecord WatchedChains::recorded() const {
    return {m_start,         m_parameters,    m_models, m_history,
            m_live->count(), m_live->steps(), m_update, m_epoch};
}

GibbsSampler &WatchedChains::at(std::uint64_t step) {
    if (step >= m_live->steps()) {
        useModel(m_model);
        return *m_live;
    }
    const ChainHistory::Frame &frame = m_history.before(step);
    useModel(frame.model);
    if (!m_past) {
        m_past.emplace(*m_backend, *m_start.images, m_live->count(), m_start.seed);
        if (m_start.clamped != nullptr)
            m_past->hold(*m_start.clamped);
    }
    const bool isOnTheWay = m_pastModel == frame.model && m_past->steps() >= frame.step &&
                            m_past->steps() <= step && m_past->steps() > 0;
    if (!isOnTheWay)
        m_past->resume(m_history.states(frame), frame.step);
    m_pastModel = frame.model;
    m_past->advance(step - m_past->steps());
    return *m_past;
}

void WatchedChains::describe(ChainView &view, const DatasetPair *images) {
    const std::uint64_t live = m_live->steps();
    view.live = live;
    view.following = !m_shown;
    view.step = std::min(m_shown.value_or(live), live);
    view.modelUpdate = m_update;
    view.modelEpoch = m_epoch;
    view.count = static_cast<int>(m_live->count());
    view.starts = m_start.images;
    view.clamped = m_start.clamped;
    if (images == nullptr) {
        m_visits.lookAway();
        return;
    }
    const int chain = std::clamp(m_selected, 0, std::max(0, static_cast<int>(m_live->count()) - 1));
    const bool isNew = m_samples == nullptr || m_samplesStep != view.step;
    lookForVisits(chain, *images);
    const auto visited = live > 0 ? m_visits.upTo(view.step) : std::nullopt;
    const bool isTold = !isNew && m_detail != nullptr && m_detail->chain == chain &&
                        m_detailLive == live && m_detail->nearest == m_nearest &&
                        m_detail->visited == visited;
    if (!isTold) {
        if (m_detail == nullptr || m_detail->chain != chain)
            m_reconstruction = reconstruction(chain);
        const FloatTiles thumbs = thumbnails(chain);
        const GibbsSampler &shown = at(view.step);
        if (isNew)
            m_samples = std::make_shared<const std::vector<float>>(shown.probabilities());
        m_samplesStep = view.step;
        m_detail = detail(shown, chain, thumbs, visited);
        m_detailLive = live;
    }
    view.samples = m_samples;
    view.detail = m_detail;
    lookForNearest(chain, images->train);
    view.searching = isSearching();
}

std::shared_ptr<const ChainDetail>
WatchedChains::detail(const GibbsSampler &shown, int chain, const FloatTiles &thumbs,
                      const std::optional<VisitedDigits> &visited) const {
    auto detail = std::make_shared<ChainDetail>();
    const auto place = static_cast<std::size_t>(chain);
    detail->chain = chain;
    detail->step = shown.steps();
    detail->reconstruction = m_reconstruction;
    detail->thumbnails = thumbs;
    detail->freeEnergy = shown.freeEnergies(m_visibleBias)[place];
    const ChainStates states = shown.states();
    const std::size_t visible = m_parameters.visible;
    for (std::size_t at = place * visible; at < (place + 1) * visible; ++at)
        detail->pixelsChanged += states.visible[at] != m_startStates[at] ? 1 : 0;
    const auto hidden =
        states.hidden.begin() + static_cast<std::ptrdiff_t>(place * m_parameters.hidden);
    if (shown.steps() > 0)
        detail->activeHidden = static_cast<int>(std::count(
            hidden, hidden + static_cast<std::ptrdiff_t>(m_parameters.hidden), std::uint8_t{1}));
    detail->hiddenUnits = static_cast<int>(m_parameters.hidden);
    detail->traceSteps = m_traceSteps;
    for (const std::vector<float> &energies : m_trace)
        detail->trace.push_back(energies[place]);
    detail->nearest = m_nearest;
    detail->visited = visited;
    return detail;
}

GibbsSampler WatchedChains::alone(std::size_t chain) const {
    const std::size_t visible = m_parameters.visible;
    GibbsSampler one(*m_backend, {m_start.images->data() + chain * visible, visible}, 1, 0);
    if (m_start.clamped == nullptr)
        return one;
    const bool hasOwn = m_start.clamped->size() > visible;
    const std::uint8_t *const held = m_start.clamped->data() + (hasOwn ? chain * visible : 0);
    one.hold({held, held + visible});
    return one;
}

FloatTiles WatchedChains::thumbnails(int chain) {
    const std::uint64_t live = m_live->steps();
    const auto reached = static_cast<std::size_t>(
        std::upper_bound(kTimelineSteps.begin(), kTimelineSteps.end(), static_cast<int>(live)) -
        kTimelineSteps.begin());
    const std::size_t visible = m_parameters.visible;
    if (m_thumbnails != nullptr && m_detail != nullptr && m_detail->chain == chain &&
        m_thumbnails->size() == reached * visible)
        return m_thumbnails;
    const auto place = static_cast<std::size_t>(chain);
    auto tiles = std::make_shared<std::vector<float>>();
    for (std::size_t at = 0; at < reached; ++at) {
        const ChainHistory::Frame &frame =
            m_history.before(static_cast<std::uint64_t>(kTimelineSteps[at]));
        useModel(frame.model);
        GibbsSampler one = alone(place);
        one.resume(m_history.chain(frame, place), frame.step);
        const std::vector<float> tile = one.probabilities();
        tiles->insert(tiles->end(), tile.begin(), tile.end());
    }
    m_thumbnails = tiles;
    return m_thumbnails;
}

FloatTiles WatchedChains::reconstruction(int chain) const {
    const RbmParameters model = withoutUnits(m_parameters, m_models[m_model]);
    const std::size_t first = static_cast<std::size_t>(chain) * model.visible;
    std::vector<float> start(model.visible);
    for (std::size_t i = 0; i < start.size(); ++i)
        start[i] = static_cast<float>((*m_start.images)[first + i]) / 255.0F;
    return std::make_shared<const std::vector<float>>(reconstruct(model, start));
}

void WatchedChains::lookForNearest(int chain, const std::shared_ptr<const Dataset> &images) {
    if (m_parameters.visible > NearestImage::kMostPixels)
        return;
    if (m_search && m_search->chain == chain) // what it finds is worth the wait
        return;
    if (m_nearest && m_nearest->chain == chain && m_nearest->step == m_samplesStep)
        return;
    if (m_nearest && m_nearest->chain == chain && Clock::now() - m_found < kSearchPause)
        return;
    const std::span<const float> all(*m_samples);
    const std::size_t visible = m_parameters.visible;
    m_search.emplace(Search{
        NearestImage(images, all.subspan(static_cast<std::size_t>(chain) * visible, visible)),
        chain, m_samplesStep});
}

/// Once they walk: from then on their model stays.
void WatchedChains::lookForVisits(int chain, const DatasetPair &images) {
    if (m_live->steps() == 0)
        return;
    m_visits.setTeller(m_tellers.of(m_parameters, images));
    m_visits.follow(m_history, chain, m_live->steps());
}

bool WatchedChains::search() {
    const bool nearest = searchNearest();
    return m_visits.advance(m_history) || nearest;
}

bool WatchedChains::searchNearest() {
    constexpr std::size_t kAtOnce = 4000; // one or two milliseconds
    if (!m_search)
        return false;
    if (!m_search->image.advance(kAtOnce)) {
        m_nearest = NearestDigit{m_search->image.nearest(), m_search->image.distance(),
                                 m_search->chain, m_search->step};
        m_found = Clock::now();
        m_search.reset();
    }
    return true;
}

} // namespace rbm
