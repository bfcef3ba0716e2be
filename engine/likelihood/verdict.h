#pragma once

#include "engine/likelihood/estimate.h"

#include <cstddef>
#include <optional>
#include <string>

namespace rbm {

/// Whether an estimate of log Z may be quoted.
enum class Verdict {
    Exact,      ///< enumerated
    Trust,      ///< at least half of the runs carry the weight, directions within 1 nat
    Caution,    ///< a tenth of the runs, or 1 to 3 nats, or one direction only
    DoNotQuote, ///< anything worse
};

/// "exact", "trust", "caution", "do not quote".
const char *verdictName(Verdict verdict);

/// Why a verdict is what it is, for who says it in another language.
enum class VerdictReason {
    Unknown,         ///< only the sentence tells
    Enumerated,      ///< all states were
    HalvesApart,     ///< the reverse runs' halves are `nats` apart
    DirectionsAgree, ///< within `nats`, and `effectiveRuns` of `runs` carry the weight
    DirectionsApart, ///< by `nats`
    FewRuns,         ///< `effectiveRuns` of `runs` carry the weight of one direction
    FewForwardRuns,  ///< the same, and it is the only direction
    OneDirection,    ///< enough runs, but it is the only direction
};

/// A verdict and why, in one sentence and by its kind; numbers that a kind does not name are 0.
struct Assessment {
    Verdict verdict = Verdict::DoNotQuote;
    std::string reason;
    VerdictReason kind = VerdictReason::Unknown;
    double nats = 0;
    double effectiveRuns = 0;
    std::size_t runs = 0;
};

/// Of the two halves of the reverse runs, which start at data and at states of
/// the model's own: their estimates of log Z.
struct ReverseHalves {
    double fromData = 0;
    double fromModel = 0;
    bool disagree = false; ///< by more than 1 nat and than both intervals allow

    bool operator==(const ReverseHalves &) const = default;
};

/// The halves' estimates, and whether they disagree.
ReverseHalves compareHalves(const LogPartition &fromData, const LogPartition &fromModel);

/// Judges runs in both directions. A disagreement of the halves lowers the verdict by one step.
Assessment judge(const LogPartition &forward, const LogPartition &reverse,
                 const ReverseHalves &halves);

/// Judges forward runs alone, or an exact value.
Assessment judge(const LogPartition &estimate);

} // namespace rbm
