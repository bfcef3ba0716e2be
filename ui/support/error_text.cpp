#include "ui/support/error_text.h"

#include "engine/base/error.h"
#include "ui/support/language.h"

#include <QCoreApplication>
#include <QLocale>

#include <string>

namespace rbm {

namespace {

std::string translated(const char *english) {
    return QCoreApplication::translate("Sentence", english).toStdString();
}

std::string withDecimalPoint(const std::string &english) {
    const auto spoken =
        languageInForce() == LanguageChoice::German ? QLocale::German : QLocale::English;
    const QLocale locale;
    // The command line speaks English wherever it runs.
    const QString point = locale.language() == spoken ? locale.decimalPoint() : QStringLiteral(".");
    return QString::fromStdString(english).replace(QLatin1Char('.'), point).toStdString();
}

} // namespace

QString textOf(const Sentence &sentence) {
    const bool smallAfterColon = languageInForce() == LanguageChoice::English;
    return QString::fromStdString(sentence.in({translated, withDecimalPoint, smallAfterColon}));
}

QString errorText(const std::exception &error) { return textOf(sentenceOf(error)); }

} // namespace rbm
