#pragma once

#include "engine/data/dataset.h"
#include "engine/monitors/monitors.h"
#include "engine/training/control_history.h"
#include "engine/training/training_config.h"
#include "ui/session/chain_detail.h"
#include "ui/session/likelihood_report.h"
#include "ui/session/mixing_view.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rbm {

struct Inspection;
struct ToldUpdate;

/// What the training is doing.
enum class RunState {
    NoData,   ///< no images yet
    Idle,     ///< a fresh model, no update made
    Training, ///< updates are being made
    Paused,   ///< between two updates
    Finished, ///< all epochs done
    Failed,   ///< the backend failed; the last good model is kept
};

/// How often the likelihood is checked.
struct CheckPace {
    double seconds = 0;  ///< of work that the last check took; 0 before the first
    int everyEpochs = 0; ///< so that checks take at most a fifth of the time; 0: unknown
    std::optional<double> secondsToNext; ///< while it trains and none is under way
};

/// The chains that a person watches, at the step that is shown.
struct ChainView {
    std::uint64_t step = 0; ///< the shown one
    std::uint64_t live = 0; ///< the newest one
    int count = 0;
    bool running = false;
    bool searching = false;        ///< for what is most like the selected chain
    bool following = true;         ///< the newest step is shown, whichever it is
    std::uint64_t modelUpdate = 0; ///< updates of the model that the chains run with
    double modelEpoch = 0;
    ByteTiles starts; ///< that the chains were given, the same object; likewise `clamped`
    ByteTiles clamped;
    FloatTiles samples;                        ///< P(v = 1 | h), [count, V]; null until asked for
    std::shared_ptr<const ChainDetail> detail; ///< of the selected chain; likewise
};

/// What the window shows, at one moment between two updates. Immutable once
/// published; tiles that did not change are shared with the snapshot before.
struct TrainingSnapshot {
    RunState state = RunState::NoData;
    /// With Idle: the model, its `config` and its `update` are of a file that is only shown. A
    /// training begins anew, with Session::restart().
    bool onShow = false;
    TrainingConfig config;
    LiveControls controls;      ///< those of the last update
    bool controlsMoved = false; ///< while it trained: the settings alone do not repeat the run
    std::vector<ControlChange> moves; ///< of the controls while it trained, see restsOf()
    bool startKnown = true;   ///< false where it began from a model file: nothing repeats it
    std::uint64_t update = 0; ///< completed updates
    std::size_t updatesPerEpoch = 1;
    double updatesPerSecond = 0;       ///< over the last second or so
    std::optional<double> secondsLeft; ///< of the whole run, at the pace so far
    std::optional<double> measuring;   ///< progress of the likelihood check, 0 to 1
    CheckPace checks;
    bool slowChains = false; ///< see Backend::hasFastChains()
    QString run;             ///< its id, unlike any other; empty until something was trained
    bool unsaved = false;    ///< updates that are in no file, and would be in none if it were left

    std::size_t width = 0; ///< of a tile
    std::size_t height = 0;
    FloatTiles filters;    ///< [H, V]: W transposed; null until asked for
    float filterScale = 0; ///< the weight that gets the strongest colour
    FloatTiles fantasies;  ///< P(v = 1 | h) of the persistent chains, [N, V]
    ChainView chains;
    std::shared_ptr<const MixingView> mixing; ///< null until begun and asked for
    std::uint64_t mixingStep = 0;             ///< told without being asked, as the next
    bool mixingRuns = false;
    std::optional<MonitorValues> monitors; ///< at most a second old; none until asked for

    std::shared_ptr<const Inspection> inspection; ///< the newest; null until asked for and done
    std::optional<double> inspecting;             ///< progress of the next, 0 to 1
    /// Hidden units switched off in what a person watches, ascending: `chains` and
    /// `fantasies` do without them, the training has them all.
    std::vector<std::uint32_t> unitsOff;
    /// The newest update that was told in its parts; null before the first of a run.
    std::shared_ptr<const ToldUpdate> told;

    /// Completed epochs, with the fraction of the one under way.
    double epoch() const {
        return static_cast<double>(update) / static_cast<double>(updatesPerEpoch);
    }
};

/// What the window can show now: the rest is not computed.
struct SnapshotRequest {
    bool filters = false;
    bool fantasies = false;
    bool chains = false;
    bool monitors = false;
    bool inspection = false;
    bool mixing = false;
};

} // namespace rbm

Q_DECLARE_METATYPE(rbm::DatasetPair)
Q_DECLARE_METATYPE(rbm::TrainingConfig)
Q_DECLARE_METATYPE(rbm::LiveControls)
