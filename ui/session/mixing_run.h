#pragma once

#include "engine/sampling/mixing.h"
#include "ui/session/digit_teller.h"
#include "ui/session/mixing_view.h"
#include "ui/session/pace.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

namespace rbm {

class PcdTrainer;

/// What a mixing study is begun with.
struct MixingStart {
    ByteTiles images; ///< [count, V] bytes; a pixel of at least 128 is on
    std::uint64_t seed = 1;
    int replicas = kUsualReplicas;
};

/// A MixingStudy that a person watches, with all of its looks. It runs on a copy of the
/// parameters in a backend of its own, so that the training goes on beside it, bit for bit the
/// same; a classifier of that model is trained first. Belongs to the worker's thread; every
/// method may throw Error.
class MixingRun {
public:
    using MakeBackend = std::function<std::unique_ptr<Backend>()>;
    static constexpr std::size_t kPathSteps = 240; ///< of the ladder, that are kept

    explicit MixingRun(MakeBackend makeBackend);

    /// Another model, other images or another backend: nothing is left.
    void reset();
    /// Begins anew with the model as it is, paused at step 0.
    void start(const MixingStart &start, const Backend &training, const PcdTrainer &trainer,
               const DatasetPair &images, DigitTellers &tellers);
    void play(bool on);
    void select(int chain);

    bool any() const { return m_starts.images != nullptr; }
    bool isRunning() const { return m_running; }
    std::uint64_t steps() const { return m_study ? m_study->steps() : 0; }
    /// Some milliseconds of learning, or one step of every chain; false when it does not run.
    bool advance();

    /// Null where there is none. While it runs, at most some times a second a new one.
    std::shared_ptr<const MixingView> view();

private:
    using Clock = std::chrono::steady_clock;

    void makeStudy();
    void recordLooks();
    void recordPath();
    std::size_t chosen() const;
    MixingArm describe(const ClassVisits &visits,
                       const std::vector<std::vector<std::int8_t>> &looks,
                       std::vector<std::uint8_t> now) const;
    MixingLadder ladder() const;

    MakeBackend m_makeBackend;
    MixingStart m_starts;
    std::shared_ptr<DigitTeller> m_teller; ///< null where the images have no labels
    std::unique_ptr<Backend> m_own;        ///< where there is no teller's
    std::unique_ptr<MixingStudy> m_study;  ///< once the classifier has learnt
    std::size_t m_visible = 0;
    std::size_t m_count = 0;
    std::vector<double> m_dataShares;
    std::uint64_t m_update = 0; ///< whose parameters they are
    double m_epoch = 0;
    bool m_running = false;
    int m_selected = 0;
    Pace m_pace;

    std::vector<std::vector<std::int8_t>> m_plainLooks; ///< by look, [count]
    std::vector<std::vector<std::int8_t>> m_temperedLooks;
    std::deque<std::vector<std::uint8_t>> m_paths; ///< by step, [R, count]: LadderRow of each

    std::shared_ptr<const MixingView> m_view;
    bool m_isNews = false; ///< something but steps happened since
    Clock::time_point m_made;
};

} // namespace rbm
