#pragma once

#include "engine/backend/backend.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace rbm {

class PcdTrainer;

/// The hidden units that a person switched off, and the model without them: a
/// copy of the parameters in a backend of its own. The training never sees it.
/// While the model trains, the copy follows at most ten times a second. Belongs
/// to the worker's thread.
class SilencedUnits {
public:
    using MakeBackend = std::function<std::unique_ptr<Backend>()>;
    explicit SilencedUnits(MakeBackend makeBackend);

    /// The run is another one now: all units are on.
    void reset();
    /// The next is made anew.
    void dropBackend();
    void switchUnit(std::uint32_t unit, bool on);
    void switchAllOn() { setUnits({}); }
    bool any() const { return !m_units.empty(); }
    const std::vector<std::uint32_t> &units() const { return m_units; } ///< ascending

    /// The backend whose model lacks them; one and the same for the whole life of
    /// this. Throws Error.
    Backend &backend(const Backend &training, const PcdTrainer &trainer);

    /// P(v = 1 | h) of the training's chains as they stand, without the units,
    /// [count, V]. Throws Error.
    std::vector<float> fantasies(const Backend &training, const PcdTrainer &trainer);

private:
    void setUnits(std::vector<std::uint32_t> units);

    MakeBackend m_makeBackend;
    std::unique_ptr<Backend> m_backend; ///< made when first needed
    std::vector<std::uint32_t> m_units;
    bool m_isCurrent = false;   ///< the backend lacks exactly m_units
    std::uint64_t m_update = 0; ///< whose parameters the backend has
    std::chrono::steady_clock::time_point m_copied;
};

} // namespace rbm
