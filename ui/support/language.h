#pragma once

#include <QString>

class QLocale;

namespace rbm {

/// Whose language the window speaks.
enum class LanguageChoice { System, English, German };

/// As the settings keep it: "system", "en", "de"; anything unknown is the system's.
QString nameOf(LanguageChoice choice);
LanguageChoice languageChoiceOf(const QString &name);

/// The choice that is in force; until the first call of speak() it is English.
LanguageChoice spokenLanguage();

/// What that comes to: English or German. Any thread may ask.
LanguageChoice languageInForce();

/// Whether the program was built with the texts of this language.
bool canSpeak(LanguageChoice choice);

/// From now on texts come in this language, and numbers are written as it writes them; every
/// window gets QEvent::LanguageChange. Needs a QCoreApplication; the thread is that of the windows.
void speak(LanguageChoice choice);

/// German where a person's list of languages names it before English, else English.
LanguageChoice languageOf(const QLocale &system);

/// A text of a file in resources/, in the language that is spoken; `file` is its name there,
/// such as "presets/fast.json".
QString resourceText(const QString &file, const QString &english);

} // namespace rbm
