#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rbm {

using ByteTiles = std::shared_ptr<const std::vector<std::uint8_t>>;

/// How many steps the chains of a mixing study make before it stops by itself.
inline constexpr std::uint64_t kMixingLength = 3000;
/// Temperatures of each tempered chain: the least, the most and the usual.
inline constexpr int kLeastReplicas = 2;
inline constexpr int kMostReplicas = 30;
inline constexpr int kUsualReplicas = 10;

/// One kind of chains of a mixing study, plain or tempered.
struct MixingArm {
    int changes = 0;               ///< of the chosen chain
    double meanChanges = 0;        ///< of all chains
    double standardError = 0;      ///< of meanChanges; 0 for a single chain
    int stayed = 0;                ///< chains that never changed their class
    std::vector<int> classes;      ///< of the chosen chain by look; negative where unsure
    std::vector<double> shares;    ///< [classes] of all looks at all chains
    double unsure = 0;             ///< the rest
    std::vector<std::uint8_t> now; ///< visible state of the chosen chain, [V], 0 and 255
};

/// The walkers of the chosen chain's ladder after one step: which, 0 to R - 1, is at replica r.
/// Walker 0 began at beta 1.
using LadderRow = std::vector<std::uint8_t>;

/// The ladder of the chosen chain.
struct MixingLadder {
    std::vector<float> betas;        ///< [R], from 1 to 0
    std::vector<double> swapRate;    ///< [R - 1], of all chains, over the last while
    std::vector<LadderRow> path;     ///< by step, the last is the newest
    std::vector<std::uint8_t> tiles; ///< [R, V], 0 and 255
    std::uint64_t roundTrips = 0;    ///< of all chains' walkers, from beta 1 to 0 and back
};

/// What the window shows of a mixing study. Immutable once published.
struct MixingView {
    ByteTiles starts; ///< that it was given, the same object
    int replicas = 0;
    bool running = false;
    bool told = false;              ///< classes are: the images have labels
    double learning = 0;            ///< 0 to 1: how far the classifier is; at 1 it tells
    std::optional<double> accuracy; ///< the share of test images that it tells rightly
    std::uint64_t steps = 0;
    double stepsPerSecond = 0;     ///< over the last second or so
    int lookEvery = 10;            ///< steps
    int count = 0;                 ///< of chains of each kind
    int chain = 0;                 ///< the chosen one
    std::uint64_t modelUpdate = 0; ///< updates of the model that the chains run with
    double modelEpoch = 0;
    std::vector<double> dataShares; ///< [classes] of the training images
    MixingArm plain;
    MixingArm tempered;
    MixingLadder ladder; ///< empty while the classifier learns
};

} // namespace rbm
