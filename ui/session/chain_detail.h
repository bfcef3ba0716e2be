#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace rbm {

using FloatTiles = std::shared_ptr<const std::vector<float>>;

/// How many steps a watched chain makes before it stops by itself.
inline constexpr std::uint64_t kChainLength = 3000;

/// The steps whose pictures stand on the timeline.
inline constexpr std::array<int, 16> kTimelineSteps = {0,   1,   2,   4,   8,    16,   32,   64,
                                                       120, 240, 480, 860, 1240, 1800, 2400, 3000};

/// Steps that have a point on the curve of the free energy: all at first, then every
/// fourth, which is finer than the timeline's pixels.
constexpr bool isTraced(std::uint64_t step) { return step <= 128 || step % 4 == 0; }

/// The training image most like the shown state of a chain.
struct NearestDigit {
    std::size_t row = 0; ///< in the training set
    double distance = 0; ///< Euclidean, of the shown probabilities and the grays from 0 to 1
    int chain = 0;
    std::uint64_t step = 0; ///< of the chain, when it was looked up

    bool operator==(const NearestDigit &) const = default;
};

/// The classes of digits that a chain was in, from its start to the shown step; see DigitVisits.
struct VisitedDigits {
    int chain = 0;
    double learning = 0;            ///< 0 to 1: how far the classifier is; at 1 it tells
    std::optional<double> accuracy; ///< the share of test images that it tells rightly
    std::vector<int> digits;        ///< in the order of their first visit
    int every = 0;                  ///< steps between looks
    int looks = 0;
    int unsure = 0; ///< looks that do not count

    bool operator==(const VisitedDigits &) const = default;
};

/// What the window tells of one watched chain. Immutable once published.
struct ChainDetail {
    int chain = 0;
    std::uint64_t step = 0;
    FloatTiles reconstruction; ///< P(v = 1 | h = P(h = 1 | start)), [V]
    double freeEnergy = 0;     ///< F(v) of the binary state, nats
    int pixelsChanged = 0;     ///< of the binary state, since the start's
    int activeHidden = -1;     ///< hidden units that are on; -1 before the first step
    int hiddenUnits = 0;
    FloatTiles thumbnails;       ///< at those of kTimelineSteps that were reached, [n, V]
    std::vector<int> traceSteps; ///< ascending
    std::vector<float> trace;    ///< the free energies there, nats
    std::optional<NearestDigit> nearest;
    std::optional<VisitedDigits> visited; ///< none before the first step, and without labels
};

} // namespace rbm
