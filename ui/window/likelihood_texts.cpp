#include "ui/window/likelihood_texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace rbm {

namespace {

struct LikelihoodTexts {
    Q_DECLARE_TR_FUNCTIONS(LikelihoodTexts)
};

QuoteVerdict verdictOf(const Assessment &assessment) {
    switch (assessment.verdict) {
    case Verdict::Exact:
        return QuoteVerdict::Exact;
    case Verdict::Trust:
        return QuoteVerdict::Trust;
    case Verdict::Caution:
        return QuoteVerdict::Caution;
    case Verdict::DoNotQuote:
        break;
    }
    return QuoteVerdict::DoNotQuote;
}

LikelihoodValue valueOf(const LikelihoodInterval &interval) {
    return {interval.value, interval.low, interval.high};
}

PixelValues valuesOf(const PixelLikelihoods &likelihoods) {
    return {valueOf(likelihoods.test), valueOf(likelihoods.train),
            valueOf(likelihoods.originalTest), valueOf(likelihoods.originalTrain)};
}

Reliability reliabilityOf(const LogPartition &partition, const Assessment &assessment) {
    return {partition.effectiveSampleSize, static_cast<double>(partition.runs),
            static_cast<double>(partition.temperatures), verdictOf(assessment)};
}

/// The direction in which fewer runs carry the weight: the verdict goes by it.
const LogPartition &weakerOf(const TrustedEstimate &trusted) {
    const bool forward = trusted.forward.effectiveSampleSize < trusted.reverse.effectiveSampleSize;
    return forward ? trusted.forward : trusted.reverse;
}

bool isExact(const LikelihoodReport &report) {
    return report.trusted.assessment.verdict == Verdict::Exact;
}

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

QString end(double value) {
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    return natsText(value, 2);
}

/// "Forward: log Z 380.21 (379.90 … 380.55), 30.5 of 32 runs carry the weight."
QString directionText(const QString &name, const LogPartition &partition) {
    return LikelihoodTexts::tr("%1: log Z %2 (%3 … %4), %5 of %6 runs carry the weight.")
        .arg(name, natsText(partition.logZ, 2), end(partition.low), end(partition.high),
             number(partition.effectiveSampleSize, 1),
             number(static_cast<double>(partition.runs), 0));
}

QString trustedToolTip(const LikelihoodReport &report) {
    const TrustedEstimate &trusted = report.trusted;
    const QString took =
        LikelihoodTexts::tr("The whole check took %1 s.").arg(number(report.seconds, 1));
    if (isExact(report))
        return LikelihoodTexts::tr(
                   "All states of the smaller side were counted: log Z %1, no estimate.")
                   .arg(natsText(trusted.combined.logZ, 3)) +
               QLatin1Char('\n') + took;
    const QStringList lines = {
        LikelihoodTexts::tr("%1 runs in each direction through %2 temperatures.")
            .arg(number(static_cast<double>(trusted.plan.runs), 0),
                 number(static_cast<double>(trusted.plan.temperatures), 0)),
        directionText(LikelihoodTexts::tr("Forward"), trusted.forward),
        directionText(LikelihoodTexts::tr("Reverse"), trusted.reverse),
        LikelihoodTexts::tr("Reverse runs from data: %1; from the model’s own states: %2.")
            .arg(natsText(trusted.halves.fromData, 2), natsText(trusted.halves.fromModel, 2)),
        took};
    return lines.join(QLatin1Char('\n'));
}

const PixelLikelihoods &likelihoods(const LikelihoodReport &report, PixelKind pixels) {
    return pixels == PixelKind::Gray ? report.gray : report.sampled;
}

/// As every row of the original's estimate begins.
HonestyRow tenTemperatures() {
    HonestyRow row;
    row.setting = LikelihoodTexts::tr("10 temperatures");
    row.shortSetting = LikelihoodTexts::tr("10 temps.");
    return row;
}

} // namespace

LikelihoodPoint pointOf(const LikelihoodReport &report) {
    LikelihoodPoint point;
    point.epoch = report.epoch;
    point.gray = valuesOf(report.gray);
    point.sampled = valuesOf(report.sampled);
    point.trusted = reliabilityOf(weakerOf(report.trusted), report.trusted.assessment);
    if (isExact(report))
        point.trusted.runs = 0;
    point.original = reliabilityOf(report.original, report.originalAssessment);
    return point;
}

QString reasonText(const Assessment &assessment) {
    const QString runs = number(assessment.effectiveRuns, 1);
    const QString all = number(static_cast<double>(assessment.runs), 0);
    switch (assessment.kind) {
    case VerdictReason::Enumerated:
        return LikelihoodTexts::tr("All states of the smaller side were enumerated.");
    case VerdictReason::HalvesApart:
        return LikelihoodTexts::tr(
                   "Reverse runs that start at data and at the model’s own states are %1 nats "
                   "apart: some chains miss a mode.")
            .arg(number(assessment.nats, 1));
    case VerdictReason::DirectionsAgree:
        return LikelihoodTexts::tr("The two directions agree within %1 nats, and at least %2 "
                                   "of %3 runs carry the weight.")
            .arg(number(assessment.nats, 2), runs, all);
    case VerdictReason::DirectionsApart:
        return LikelihoodTexts::tr("The two directions are %1 nats apart.")
            .arg(number(assessment.nats, 2));
    case VerdictReason::FewRuns:
        return LikelihoodTexts::tr("Only %1 of %2 runs carry the weight of one direction.")
            .arg(runs, all);
    case VerdictReason::FewForwardRuns:
        return LikelihoodTexts::tr("Only %1 of %2 runs carry the weight, so the model looks "
                                   "better than it is.")
            .arg(runs, all);
    case VerdictReason::OneDirection:
        return LikelihoodTexts::tr(
                   "Only one direction was measured, and %1 of %2 runs carry the weight.")
            .arg(runs, all);
    case VerdictReason::Unknown:
        break;
    }
    return QString::fromStdString(assessment.reason);
}

HonestyRow originalRow(const LikelihoodReport &report, PixelKind pixels) {
    HonestyRow row = tenTemperatures();
    row.effectiveSampleSize = report.original.effectiveSampleSize;
    row.runs = static_cast<double>(report.original.runs);
    row.test = valueOf(likelihoods(report, pixels).originalTest);
    row.verdict = verdictOf(report.originalAssessment);
    row.toolTip =
        LikelihoodTexts::tr("As the original estimates it: forward only, %1 runs, log Z %2.\n%3")
            .arg(number(row.runs, 0), natsText(report.original.logZ, 2),
                 reasonText(report.originalAssessment));
    return row;
}

HonestyRow trustedRow(const LikelihoodReport &report, PixelKind pixels) {
    const LogPartition &weaker = weakerOf(report.trusted);
    HonestyRow row;
    row.setting = isExact(report) ? LikelihoodTexts::tr("Enumerated")
                                  : LikelihoodTexts::tr("%1 s, both ways")
                                        .arg(number(report.budget, report.budget < 10 ? 1 : 0));
    row.toolTip = trustedToolTip(report);
    row.effectiveSampleSize = weaker.effectiveSampleSize;
    row.runs = isExact(report) ? 0 : static_cast<double>(weaker.runs);
    row.test = valueOf(likelihoods(report, pixels).test);
    row.verdict = verdictOf(report.trusted.assessment);
    return row;
}

HonestyRow originalRow(const LikelihoodPoint &point, PixelKind pixels) {
    HonestyRow row = tenTemperatures();
    row.effectiveSampleSize = point.original.effectiveSampleSize;
    row.runs = point.original.runs;
    row.test = point.values(pixels).originalTest;
    row.verdict = point.original.verdict;
    row.toolTip = reasonText(point);
    return row;
}

HonestyRow trustedRow(const LikelihoodPoint &point, PixelKind pixels) {
    HonestyRow row;
    row.setting = point.trusted.verdict == QuoteVerdict::Exact ? LikelihoodTexts::tr("Enumerated")
                                                               : LikelihoodTexts::tr("Both ways");
    row.effectiveSampleSize = point.trusted.effectiveSampleSize;
    row.runs = point.trusted.runs;
    row.test = point.values(pixels).test;
    row.verdict = point.trusted.verdict;
    row.toolTip = reasonText(point);
    return row;
}

QString reasonText(const LikelihoodPoint &point) {
    return LikelihoodTexts::tr("Measured at epoch %1, before the run was opened again.")
        .arg(QLocale().toString(point.epoch, 'g', 6));
}

} // namespace rbm
