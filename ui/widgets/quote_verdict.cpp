#include "ui/widgets/quote_verdict.h"

#include <QCoreApplication>

namespace rbm {

namespace {
struct QuoteVerdictTexts {
    Q_DECLARE_TR_FUNCTIONS(QuoteVerdict)
};

bool isGood(QuoteVerdict verdict) {
    return verdict == QuoteVerdict::Exact || verdict == QuoteVerdict::Trust;
}
} // namespace

QString verdictWords(QuoteVerdict verdict) {
    switch (verdict) {
    case QuoteVerdict::Exact:
        return QuoteVerdictTexts::tr("Exact");
    case QuoteVerdict::Trust:
        return QuoteVerdictTexts::tr("Trust");
    case QuoteVerdict::Caution:
        return QuoteVerdictTexts::tr("Caution");
    case QuoteVerdict::DoNotQuote:
        break;
    }
    return QuoteVerdictTexts::tr("Don’t quote");
}

QString verdictIcon(QuoteVerdict verdict) {
    switch (verdict) {
    case QuoteVerdict::Exact:
        return QStringLiteral("exact");
    case QuoteVerdict::Trust:
        return QStringLiteral("check");
    case QuoteVerdict::Caution:
        return QStringLiteral("caution");
    case QuoteVerdict::DoNotQuote:
        break;
    }
    return QStringLiteral("warning");
}

QColor verdictColour(QuoteVerdict verdict, const Theme &theme) {
    return isGood(verdict) ? theme.good : theme.warning;
}

QColor verdictSoftColour(QuoteVerdict verdict, const Theme &theme) {
    return isGood(verdict) ? theme.goodSoft : theme.warningSoft;
}

} // namespace rbm
