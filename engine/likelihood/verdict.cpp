#include "engine/likelihood/verdict.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rbm {
namespace {

constexpr double kTrustedShare = 0.5; ///< of the runs that carry the weight
constexpr double kQuotedShare = 0.1;
constexpr double kTrustedGap = 1; ///< nats
constexpr double kQuotedGap = 3;

std::string number(double value, const char *format) {
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

double shareOf(const LogPartition &estimate) {
    return estimate.effectiveSampleSize / static_cast<double>(estimate.runs);
}

Verdict byShare(double share) {
    if (share >= kTrustedShare) {
        return Verdict::Trust;
    }
    return share >= kQuotedShare ? Verdict::Caution : Verdict::DoNotQuote;
}

Verdict byGap(double gap) {
    if (gap <= kTrustedGap) {
        return Verdict::Trust;
    }
    return gap <= kQuotedGap ? Verdict::Caution : Verdict::DoNotQuote;
}

Verdict oneStepWorse(Verdict verdict) {
    return verdict == Verdict::Trust ? Verdict::Caution : Verdict::DoNotQuote;
}

/// "12.3 of 48 runs".
std::string runsOf(const LogPartition &estimate) {
    return number(estimate.effectiveSampleSize, "%.1f") + " of " + std::to_string(estimate.runs) +
           " runs";
}

} // namespace

const char *verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::Exact:
        return "exact";
    case Verdict::Trust:
        return "trust";
    case Verdict::Caution:
        return "caution";
    case Verdict::DoNotQuote:
        return "do not quote";
    }
    return "do not quote";
}

ReverseHalves compareHalves(const LogPartition &fromData, const LogPartition &fromModel) {
    ReverseHalves halves{fromData.logZ, fromModel.logZ, false};
    const bool apart = fromData.low > fromModel.high || fromModel.low > fromData.high;
    halves.disagree = apart && std::abs(fromData.logZ - fromModel.logZ) > kTrustedGap;
    return halves;
}

Assessment judge(const LogPartition &forward, const LogPartition &reverse,
                 const ReverseHalves &halves) {
    const LogPartition &weaker = shareOf(forward) < shareOf(reverse) ? forward : reverse;
    const double effective = weaker.effectiveSampleSize;
    const double gap = std::abs(forward.logZ - reverse.logZ);
    const std::string gapText = number(gap, "%.2f") + " nats";
    const Verdict share = byShare(shareOf(weaker));
    const Verdict distance = byGap(gap);
    const Verdict verdict = std::max(share, distance);
    if (halves.disagree) {
        const double apart = std::abs(halves.fromData - halves.fromModel);
        return {oneStepWorse(verdict),
                "Reverse runs that start at data and at the model's own states are " +
                    number(apart, "%.1f") + " nats apart: some chains miss a mode.",
                VerdictReason::HalvesApart, apart};
    }
    if (verdict == Verdict::Trust) {
        return {verdict,
                "The two directions agree within " + gapText + ", and at least " + runsOf(weaker) +
                    " carry the weight.",
                VerdictReason::DirectionsAgree,
                gap,
                effective,
                weaker.runs};
    }
    if (distance >= share) {
        return {verdict, "The two directions are " + gapText + " apart.",
                VerdictReason::DirectionsApart, gap};
    }
    return {verdict,
            "Only " + runsOf(weaker) + " carry the weight of one direction.",
            VerdictReason::FewRuns,
            0,
            effective,
            weaker.runs};
}

Assessment judge(const LogPartition &estimate) {
    if (estimate.method == "exact") {
        return {Verdict::Exact, "All states of the smaller side were enumerated.",
                VerdictReason::Enumerated};
    }
    const double share = shareOf(estimate);
    if (share < kQuotedShare) {
        return {Verdict::DoNotQuote,
                "Only " + runsOf(estimate) +
                    " carry the weight, so the model looks better than it is.",
                VerdictReason::FewForwardRuns,
                0,
                estimate.effectiveSampleSize,
                estimate.runs};
    }
    return {Verdict::Caution,
            "Only one direction was measured, and " + runsOf(estimate) + " carry the weight.",
            VerdictReason::OneDirection,
            0,
            estimate.effectiveSampleSize,
            estimate.runs};
}

} // namespace rbm
