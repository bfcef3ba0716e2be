#include "engine/sampling/chain_history.h"

#include "engine/base/error.h"

#include <algorithm>

namespace rbm {

namespace {

/// Puts `bytes`, each 0 or 1, at bit `at` and on.
void pack(const std::vector<std::uint8_t> &bytes, std::size_t at, std::vector<std::uint8_t> &bits) {
    std::size_t i = 0;
    // Whole bytes at once: nothing has to be read back, which is several times as fast.
    for (; at % 8 == 0 && i + 8 <= bytes.size(); i += 8) {
        std::uint8_t packed = 0;
        for (unsigned bit = 0; bit < 8; ++bit) {
            packed |= static_cast<std::uint8_t>(bytes[i + bit] << bit);
        }
        bits[(at + i) / 8] = packed;
    }
    for (; i < bytes.size(); ++i) {
        bits[(at + i) / 8] |= static_cast<std::uint8_t>(bytes[i] << ((at + i) % 8));
    }
}

void unpack(const std::vector<std::uint8_t> &bits, std::size_t at,
            std::vector<std::uint8_t> &bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = (bits[(at + i) / 8] >> ((at + i) % 8)) & 1;
    }
}

} // namespace

ChainHistory::ChainHistory(std::size_t chains, std::size_t units, std::size_t steps,
                           std::size_t maxBytes)
    : m_chains(chains), m_units(units) {
    const std::size_t all = (chains * units + 7) / 8 * steps;
    m_spacing = std::max<std::size_t>(1, (all + maxBytes - 1) / maxBytes);
}

void ChainHistory::keep(std::uint64_t step, std::uint32_t model, const ChainStates &states) {
    if (states.visible.size() + states.hidden.size() != m_chains * m_units) {
        throw Error("These states are not those of the chains that are kept.");
    }
    m_visible = states.visible.size();
    Frame frame{step, model, std::vector<std::uint8_t>((m_chains * m_units + 7) / 8)};
    pack(states.visible, 0, frame.bits);
    pack(states.hidden, m_visible, frame.bits);
    if (!m_frames.empty() && m_frames.back().step == step) {
        m_frames.pop_back();
    }
    m_frames.push_back(std::move(frame));
}

const ChainHistory::Frame &ChainHistory::before(std::uint64_t step) const {
    const auto after = std::upper_bound(
        m_frames.begin(), m_frames.end(), step,
        [](std::uint64_t wanted, const Frame &frame) { return wanted < frame.step; });
    if (after == m_frames.begin()) {
        throw Error(Sentence("No state of the chains is kept before this step."));
    }
    return *(after - 1);
}

ChainStates ChainHistory::states(const Frame &frame) const {
    ChainStates result;
    result.count = m_chains;
    result.visible.resize(m_visible);
    result.hidden.resize(m_chains * m_units - m_visible);
    unpack(frame.bits, 0, result.visible);
    unpack(frame.bits, m_visible, result.hidden);
    return result;
}

ChainStates ChainHistory::chain(const Frame &frame, std::size_t chain) const {
    ChainStates result;
    result.count = 1;
    result.visible.resize(m_visible / m_chains);
    result.hidden.resize(m_units - result.visible.size());
    unpack(frame.bits, chain * result.visible.size(), result.visible);
    unpack(frame.bits, m_visible + chain * result.hidden.size(), result.hidden);
    return result;
}

std::size_t ChainHistory::bytes() const {
    return m_frames.empty() ? 0 : m_frames.size() * m_frames.front().bits.size();
}

} // namespace rbm
