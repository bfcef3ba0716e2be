#pragma once

#include "engine/backend/backend.h"
#include "engine/sampling/chain_history.h"
#include "engine/sampling/gibbs_sampler.h"
#include "engine/sampling/nearest_image.h"
#include "ui/session/chain_replay.h"
#include "ui/session/digit_visits.h"
#include "ui/session/snapshot.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rbm {

class PcdTrainer;

/// The chains that a person watches, and every step that they have made: any can be
/// shown again, bit for bit, from kept states and the same random draws. They run on a
/// copy of the parameters, taken at their first step, in a backend of their own, so the
/// training goes on beside them and does not touch what was made. Belongs to the
/// worker's thread; every method may throw Error.
class WatchedChains {
public:
    using MakeBackend = std::function<std::unique_ptr<Backend>()>;
    explicit WatchedChains(MakeBackend makeBackend, std::size_t maxBytes = 32U << 20);

    void clear();
    /// Clears, and makes the next backend anew.
    void dropBackend();
    void start(const ChainStart &start, const Backend &training, const PcdTrainer &trainer);
    bool any() const { return m_live.has_value(); }
    std::uint64_t steps() const { return m_live ? m_live->steps() : 0; }
    const ChainStart &origin() const { return m_start; }

    /// Until the first step the chains' model is the newest: takes it, when it is older
    /// than half a second or `now`.
    void followModel(const Backend &training, const PcdTrainer &trainer, bool now);
    /// Hidden units that the next steps, and chains to come, do without; ascending.
    void setUnitsOff(const std::vector<std::uint32_t> &units);
    void advance();

    /// Shows this step from now on; none: always the newest.
    void show(std::optional<std::uint64_t> step) { m_shown = step; }
    void select(int chain) { m_selected = chain; }
    /// Tells of the shown step; where there are `images`, its pictures too, and looks for
    /// the nearest training image and for the classes that the chain was in.
    void describe(ChainView &view, const DatasetPair *images);
    /// Looks on for these, some milliseconds; false when there is nothing to do. Throws Error.
    bool search();
    bool isSearching() const { return m_search.has_value() || m_visits.isBusy(); }

    /// That tell the classes of the chains, and of others with the same model.
    DigitTellers &tellers() { return m_tellers; }

    const ChainHistory &history() const { return m_history; }
    /// What all steps up to the newest follow from; up to some ten MB are copied.
    ChainRecord recorded() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Search {
        NearestImage image;
        int chain = 0;
        std::uint64_t step = 0;
    };

    void copyModel(const Backend &training, const PcdTrainer &trainer);
    void useModel(std::uint32_t model);
    void forgetPictures();
    void record();
    GibbsSampler &at(std::uint64_t step);
    /// The start of this chain alone, held where it is held among all.
    GibbsSampler alone(std::size_t chain) const;
    FloatTiles thumbnails(int chain);
    FloatTiles reconstruction(int chain) const;
    std::shared_ptr<const ChainDetail> detail(const GibbsSampler &shown, int chain,
                                              const FloatTiles &thumbs,
                                              const std::optional<VisitedDigits> &visited) const;
    bool searchNearest();
    void lookForVisits(int chain, const DatasetPair &images);
    void lookForNearest(int chain, const std::shared_ptr<const Dataset> &images);

    MakeBackend m_makeBackend;
    std::size_t m_maxBytes;
    std::unique_ptr<Backend> m_backend; ///< made when first needed
    RbmParameters m_parameters;         ///< with all units
    std::vector<std::uint32_t> m_unitsOff;
    std::vector<std::vector<std::uint32_t>> m_models; ///< each a list of units that are off
    std::uint32_t m_model = 0;                        ///< of the next steps
    std::optional<std::uint32_t> m_loaded;            ///< the one that the backend has
    std::vector<float> m_visibleBias;                 ///< of the loaded model, as sampled
    std::uint64_t m_update = 0;                       ///< whose parameters they are
    double m_epoch = 0;
    Clock::time_point m_copied;

    ChainStart m_start;
    std::optional<GibbsSampler> m_live;
    std::optional<GibbsSampler> m_past; ///< at a step that was revisited
    std::uint32_t m_pastModel = 0;
    ChainHistory m_history;
    std::vector<std::uint8_t> m_startStates; ///< binary, [count, V]
    std::vector<int> m_traceSteps;
    std::vector<std::vector<float>> m_trace; ///< by traced step, [count]

    std::optional<std::uint64_t> m_shown;
    int m_selected = 0;
    FloatTiles m_samples; ///< of m_samplesStep
    std::uint64_t m_samplesStep = 0;
    std::shared_ptr<const ChainDetail> m_detail;
    std::uint64_t m_detailLive = 0; ///< the newest step when m_detail was made
    FloatTiles m_reconstruction;    ///< of m_detail's chain
    FloatTiles m_thumbnails;        ///< the same
    std::optional<Search> m_search;
    std::optional<NearestDigit> m_nearest;
    Clock::time_point m_found;
    DigitTellers m_tellers;
    DigitVisits m_visits;
};

} // namespace rbm
