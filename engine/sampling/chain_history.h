#pragma once

#include "engine/backend/backend.h"

#include <cstdint>
#include <vector>

namespace rbm {

/// States of all chains at some of their steps, a bit a unit, so that any step can
/// be computed again from the last one before it that is kept. A value type.
class ChainHistory {
public:
    struct Frame {
        std::uint64_t step = 0;
        std::uint32_t model = 0; ///< which of its owner's models makes the next step
        std::vector<std::uint8_t> bits;
    };

    ChainHistory() = default;
    /// For `chains` of V + H = `units` units that make at most `steps` steps: keeps as
    /// many of them, evenly, as fit into `maxBytes`.
    ChainHistory(std::size_t chains, std::size_t units, std::size_t steps, std::size_t maxBytes);

    /// So many steps lie between two that are kept.
    std::uint64_t spacing() const { return m_spacing; }
    bool isDue(std::uint64_t step) const { return step % m_spacing == 0; }
    /// Steps come in ascending order; the same step again replaces what was kept.
    void keep(std::uint64_t step, std::uint32_t model, const ChainStates &states);
    /// The last that is kept at or before `step`. Throws Error where there is none.
    const Frame &before(std::uint64_t step) const;
    ChainStates states(const Frame &frame) const;
    ChainStates chain(const Frame &frame, std::size_t chain) const; ///< of that one alone
    std::size_t bytes() const;                                      ///< that the states take

private:
    std::size_t m_chains = 0;
    std::size_t m_visible = 0;
    std::uint64_t m_spacing = 1;
    std::size_t m_units = 0;
    std::vector<Frame> m_frames;
};

} // namespace rbm
