#include "ui/support/language.h"

#include "ui/support/asked_texts.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <QtGlobal>

#include <array>
#include <atomic>

/// The linker drops resources of a static library that nothing refers to; this
/// does. The macro must stand outside of any namespace.
static void registerTranslations() {
#ifdef RBM_HAS_TRANSLATIONS
    Q_INIT_RESOURCE(rbm_translations);
#endif
}

namespace rbm {

namespace {

constexpr std::array<const char *, 3> kNames = {"system", "en", "de"};

// The program speaks one.
LanguageChoice g_spoken = LanguageChoice::English;               // NOLINT
std::atomic<LanguageChoice> g_inForce = LanguageChoice::English; // NOLINT

/// Our own texts, and those of Qt's dialogs and buttons.
struct Translators {
    QTranslator *qt = new QTranslator(QCoreApplication::instance());
    QTranslator *own = new QTranslator(QCoreApplication::instance());
};

QString fileOf(LanguageChoice language) {
    registerTranslations();
    return QStringLiteral(":/translations/rbm_%1.qm").arg(nameOf(language));
}

/// Where the system has this language, the system also knows how its numbers are written here.
QLocale numbersOf(LanguageChoice language) {
    const QLocale system = QLocale::system();
    const auto wanted = language == LanguageChoice::German ? QLocale::German : QLocale::English;
    const bool none = system.language() == QLocale::C && wanted == QLocale::English;
    return system.language() == wanted || none ? system : QLocale(wanted);
}

} // namespace

QString nameOf(LanguageChoice choice) {
    return QLatin1String(kNames[static_cast<std::size_t>(choice)]);
}

LanguageChoice languageChoiceOf(const QString &name) {
    for (const LanguageChoice choice : {LanguageChoice::English, LanguageChoice::German}) {
        if (name == nameOf(choice))
            return choice;
    }
    return LanguageChoice::System;
}

LanguageChoice spokenLanguage() { return g_spoken; }

LanguageChoice languageInForce() { return g_inForce; }

bool canSpeak(LanguageChoice choice) {
    return choice != LanguageChoice::German || QFile::exists(fileOf(choice));
}

LanguageChoice languageOf(const QLocale &system) {
    for (const QString &name : system.uiLanguages()) {
        const auto language = QLocale(name).language();
        if (language == QLocale::German)
            return LanguageChoice::German;
        if (language == QLocale::English)
            break;
    }
    return LanguageChoice::English;
}

void speak(LanguageChoice choice) {
    static const Translators kTranslators;
    g_spoken = choice;
    if (choice == LanguageChoice::System)
        choice = languageOf(QLocale::system());
    if (!canSpeak(choice))
        choice = LanguageChoice::English;
    g_inForce = choice;
    QLocale locale = numbersOf(choice);
    // Or 0.5, typed where a comma belongs, would be read as 5.
    locale.setNumberOptions(locale.numberOptions() | QLocale::RejectGroupSeparator);
    QLocale::setDefault(locale);
    for (QTranslator *translator : {kTranslators.qt, kTranslators.own})
        QCoreApplication::removeTranslator(translator);
    const bool hasQt = kTranslators.qt->load(QStringLiteral("qtbase_") + nameOf(choice),
                                             QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (hasQt && choice != LanguageChoice::English)
        QCoreApplication::installTranslator(kTranslators.qt);
    if (kTranslators.own->load(fileOf(choice)))
        QCoreApplication::installTranslator(kTranslators.own);
    AskedTexts::ofProgram().listen();
}

} // namespace rbm
