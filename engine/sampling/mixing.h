#pragma once

#include "engine/backend/backend.h"
#include "engine/training/tempering.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rbm {

/// How the chains of one kind went from class to class.
struct ClassVisits {
    /// By chain: how often it came to another class than the last one that it was surely in.
    std::vector<std::uint32_t> changes;
    std::vector<std::uint64_t> visits; ///< [classes], looks at chains that were surely in it
    std::uint64_t unsure = 0;          ///< looks at chains that were in none surely
    std::vector<int> now; ///< by chain: its class at the last look; negative where unsure
};

/// The same starts under plain Gibbs sampling and under parallel tempering: how often does a
/// chain leave its class? Belongs to the thread that owns the backend, whose parameters must stay.
class MixingStudy {
public:
    /// The class of each of n binary images, [n, V] bytes of 0 and 255; negative where unsure.
    using Classify = std::function<std::vector<int>(std::span<const std::uint8_t> images)>;

    struct Options {
        std::size_t replicas = 10; ///< temperatures, beta 1 among them
        std::size_t classes = 10;
        std::uint64_t seed = 1;
        std::size_t lookEvery = 10; ///< steps
    };

    /// `starts` is [count, V], 0 and 1.
    MixingStudy(Backend &backend, std::span<const std::uint8_t> starts, std::size_t count,
                const Options &options, Classify classify);

    /// One step of every chain: a Gibbs sweep, and for tempered ones the swaps.
    void advance();

    std::uint64_t steps() const { return m_steps; }
    const ClassVisits &plain() const { return m_plainVisits; }
    const ClassVisits &tempered() const { return m_temperedVisits; }
    const TemperingView &ladder() const { return m_tempering.view(); }

    /// The visible states of the plain chains, [count, V], 0 and 1.
    std::vector<std::uint8_t> plainVisible() const { return m_backend.states(*m_plain).visible; }
    /// Likewise of the tempered ones' replicas at ladder().betas[r]; the chains themselves at 0.
    std::vector<std::uint8_t> replicaVisible(std::size_t r) const;

private:
    void look(const Chains &chains, std::vector<int> &last, ClassVisits &visits) const;

    Backend &m_backend;
    Options m_options;
    Classify m_classify;
    std::unique_ptr<Chains> m_plain;
    std::unique_ptr<Chains> m_cold;
    Tempering m_tempering;
    std::vector<int> m_plainLast; ///< by chain: the last sure class; negative: none yet
    std::vector<int> m_coldLast;
    ClassVisits m_plainVisits;
    ClassVisits m_temperedVisits;
    std::uint64_t m_steps = 0;
};

} // namespace rbm
