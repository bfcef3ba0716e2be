#pragma once

#include "ui/widgets/quote_verdict.h"

#include <QString>

#include <vector>

namespace rbm {

/// How gray pixels are read when the likelihood is scored.
enum class PixelKind { Gray, Sampled };

/// A mean log-likelihood with its 3-sigma interval, nats per image; an end that
/// nothing bounds is infinite.
struct LikelihoodValue {
    double value = 0;
    double low = 0;
    double high = 0;
};

struct PixelValues {
    LikelihoodValue test;
    LikelihoodValue train;
    LikelihoodValue originalTest; ///< by the original's 10 temperatures
    LikelihoodValue originalTrain;
};

/// How well an estimate is known.
struct Reliability {
    double effectiveSampleSize = 0;
    double runs = 0; ///< 0: enumerated
    double temperatures = 0;
    QuoteVerdict verdict = QuoteVerdict::DoNotQuote;
};

/// One check of the log-likelihood.
struct LikelihoodPoint {
    double epoch = 0;
    PixelValues gray;
    PixelValues sampled;
    Reliability trusted;
    Reliability original;

    const PixelValues &values(PixelKind kind) const {
        return kind == PixelKind::Gray ? gray : sampled;
    }
    bool isQuotable() const { return trusted.verdict != QuoteVerdict::DoNotQuote; }
};

/// Whether a plot of test values shows the same for both.
bool samePoint(const LikelihoodPoint &a, const LikelihoodPoint &b);

/// "−93.7": with a real minus sign.
QString natsText(double value, int decimals = 1);
/// "−94.3 … −93.1", or "at most −63" where it may not be quoted; rounded so that it holds.
QString intervalText(const LikelihoodValue &value, QuoteVerdict verdict);
/// "−93.7", or "at most about −63".
QString valueText(const LikelihoodValue &value, QuoteVerdict verdict);

/// What the cursor tells, in four lines.
QString describePoint(const LikelihoodPoint &point, PixelKind kind);
/// The same for a title: one line.
QString summarisePoint(const LikelihoodPoint &point, PixelKind kind);
/// A line of headings, then one for each point, with all that was measured.
QString likelihoodTable(const std::vector<LikelihoodPoint> &points);

} // namespace rbm
