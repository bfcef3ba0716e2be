#include "ui/widgets/likelihood_point.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace rbm {

namespace {

struct LikelihoodPointTexts {
    Q_DECLARE_TR_FUNCTIONS(LikelihoodPoint)
};

constexpr double kNarrow = 0.3; ///< nats: from here on a tenth is too coarse

QString cell(double value) { return QString::number(value, 'g', 9); }

/// A word of the table, not for translation.
QString verdictKey(QuoteVerdict verdict) {
    switch (verdict) {
    case QuoteVerdict::Exact:
        return QStringLiteral("exact");
    case QuoteVerdict::Trust:
        return QStringLiteral("trust");
    case QuoteVerdict::Caution:
        return QStringLiteral("caution");
    case QuoteVerdict::DoNotQuote:
        break;
    }
    return QStringLiteral("do not quote");
}

QStringList pixelHeadings(const QString &kind) {
    QStringList headings;
    for (const char *name : {"test", "test_low", "test_high", "train", "train_low", "train_high",
                             "test_10_temperatures", "train_10_temperatures"})
        headings += kind + QLatin1Char('_') + QLatin1String(name);
    return headings;
}

QStringList pixelCells(const PixelValues &values) {
    return {cell(values.test.value),         cell(values.test.low),
            cell(values.test.high),          cell(values.train.value),
            cell(values.train.low),          cell(values.train.high),
            cell(values.originalTest.value), cell(values.originalTrain.value)};
}

QStringList reliabilityCells(const Reliability &reliability) {
    return {verdictKey(reliability.verdict), cell(reliability.effectiveSampleSize),
            cell(reliability.runs), cell(reliability.temperatures)};
}

} // namespace

QString natsText(double value, int decimals) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(value, 'f', decimals);
    return text.replace(QLatin1Char('-'), QStringLiteral("−"));
}

QString intervalText(const LikelihoodValue &value, QuoteVerdict verdict) {
    if (verdict == QuoteVerdict::DoNotQuote || std::isinf(value.low))
        return LikelihoodPointTexts::tr("at most %1").arg(natsText(std::ceil(value.high), 0));
    if (verdict == QuoteVerdict::Exact)
        return natsText(value.value, 2);
    const int decimals = value.high - value.low < kNarrow ? 2 : 1;
    return LikelihoodPointTexts::tr("%1 … %2").arg(natsText(value.low, decimals),
                                                   natsText(value.high, decimals));
}

QString valueText(const LikelihoodValue &value, QuoteVerdict verdict) {
    if (verdict == QuoteVerdict::DoNotQuote)
        return LikelihoodPointTexts::tr("at most about %1").arg(natsText(std::ceil(value.high), 0));
    return natsText(value.value);
}

bool samePoint(const LikelihoodPoint &a, const LikelihoodPoint &b) {
    return a.epoch == b.epoch && a.gray.test.value == b.gray.test.value &&
           a.sampled.test.value == b.sampled.test.value && a.trusted.verdict == b.trusted.verdict;
}

QString describePoint(const LikelihoodPoint &point, PixelKind kind) {
    const PixelValues &values = point.values(kind);
    const QuoteVerdict verdict = point.trusted.verdict;
    QString test = valueText(values.test, verdict);
    if (verdict == QuoteVerdict::Trust || verdict == QuoteVerdict::Caution)
        test += QStringLiteral("  (%1)").arg(intervalText(values.test, verdict));
    return LikelihoodPointTexts::tr("Epoch %1: %2\nTest  %3\nTrain %4\n10 temperatures, test %5")
        .arg(QLocale().toString(point.epoch, 'g', 6), verdictWords(verdict), test,
             valueText(values.train, verdict), natsText(values.originalTest.value));
}

QString summarisePoint(const LikelihoodPoint &point, PixelKind kind) {
    const PixelValues &values = point.values(kind);
    const QuoteVerdict verdict = point.trusted.verdict;
    return LikelihoodPointTexts::tr("Epoch %1: test %2, 3 sigma %3; train %4. Verdict: %5.")
        .arg(QLocale().toString(point.epoch, 'g', 6), valueText(values.test, verdict),
             intervalText(values.test, verdict), valueText(values.train, verdict),
             verdictWords(verdict));
}

QString likelihoodTable(const std::vector<LikelihoodPoint> &points) {
    QStringList headings = {QStringLiteral("epoch")};
    headings += pixelHeadings(QStringLiteral("gray"));
    headings += pixelHeadings(QStringLiteral("sampled"));
    for (const char *name :
         {"verdict", "effective_sample_size", "runs", "temperatures", "verdict_10_temperatures",
          "effective_sample_size_10_temperatures", "runs_10_temperatures", "temperatures_original"})
        headings += QLatin1String(name);
    QString table = headings.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const LikelihoodPoint &point : points) {
        QStringList cells = {cell(point.epoch)};
        cells += pixelCells(point.gray);
        cells += pixelCells(point.sampled);
        cells += reliabilityCells(point.trusted);
        cells += reliabilityCells(point.original);
        table += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return table;
}

} // namespace rbm
