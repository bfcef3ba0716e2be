#include "ui/support/error_text.h"

#include "engine/base/error.h"

#include <QCoreApplication>
#include <QLocale>

#include <string>

namespace rbm {

namespace {

std::string translated(const char *english) {
    return QCoreApplication::translate("Sentence", english).toStdString();
}

std::string withDecimalPoint(const std::string &english) {
    return QString::fromStdString(english)
        .replace(QLatin1Char('.'), QLocale().decimalPoint())
        .toStdString();
}

} // namespace

QString textOf(const Sentence &sentence) {
    // Only English is known to begin with a small letter after a colon.
    const bool isEnglish = QLocale().language() == QLocale::English;
    return QString::fromStdString(sentence.in({translated, withDecimalPoint, isEnglish}));
}

QString errorText(const std::exception &error) { return textOf(sentenceOf(error)); }

} // namespace rbm
