#pragma once

#include <array>
#include <cstdint>

namespace rbm {

/// What a random number is for; part of the generator's counter, so that no two
/// purposes ever share a draw.
enum class Purpose : std::uint32_t {
    Initialisation = 1,
    Shuffle = 2,
    PixelSampling = 3,
    TrainingVisible = 4,
    TrainingHidden = 5,
    WatchedChains = 6, ///< visible; hidden uses the next
    WatchedChainsHidden = 7,
    Ais = 8, ///< visible; hidden uses the next
    AisHidden = 9,
    DigitChoice = 10,
    EvaluationPixels = 11,
    AisStart = 12, ///< the states that annealing starts from
    MonitorReconstruction = 13,
    MonitorChains = 14, ///< visible; hidden uses the next
    MonitorChainsHidden = 15,
    TrainingStart = 16, ///< hidden units of chains that start at data
    Tempering = 17,     ///< replicas below beta 1: visible; hidden uses the next
    TemperingHidden = 18,
    TemperingSwaps = 19,
    Classifier = 20,
};

/// Philox4x32 with 10 rounds: Salmon, Moraes, Dror & Shaw, "Parallel random
/// numbers: as easy as 1, 2, 3", SC 2011. A bijection of the counter under a key.
constexpr std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {static_cast<std::uint32_t>(p1 >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(p1),
                   static_cast<std::uint32_t>(p0 >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(p0)};
        key[0] += 0x9E3779B9;
        key[1] += 0xBB67AE85;
    }
    return counter;
}

/// The random words of one block of four units: of u, u + 16, u + 32 and u + 48, with
/// block = 16 * (u / 64) + u % 16.
/// Counter words: {block, chain or row, low step, purpose | high step << 8}.
constexpr std::array<std::uint32_t, 4> randomWords(std::uint64_t seed, Purpose purpose,
                                                   std::uint64_t step, std::uint32_t chain,
                                                   std::uint32_t block) {
    const auto high = static_cast<std::uint32_t>(step >> 32);
    return philox4x32({block, chain, static_cast<std::uint32_t>(step),
                       static_cast<std::uint32_t>(purpose) | (high << 8)},
                      {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
}

/// The 32 random bits of one unit. Unit u takes word (u / 16) % 4 of its block,
/// so that 16 vector lanes each run one counter and their words need no shuffle.
constexpr std::uint32_t randomBits(std::uint64_t seed, Purpose purpose, std::uint64_t step,
                                   std::uint32_t chain, std::uint32_t unit) {
    const std::uint32_t block = 16 * (unit / 64) + unit % 16;
    return randomWords(seed, purpose, step, chain, block)[(unit / 16) % 4];
}

/// 32 bits as a double in (0, 1): (bits + 0.5) / 2^32.
constexpr double toUnit(std::uint32_t bits) {
    return (static_cast<double>(bits) + 0.5) / 4294967296.0;
}

} // namespace rbm
