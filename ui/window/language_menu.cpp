#include "ui/window/language_menu.h"

#include "ui/window/relabel.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

namespace rbm {

namespace {
constexpr const char *kLanguageSetting = "language";
constexpr std::array<LanguageChoice, 3> kLanguages = {
    LanguageChoice::System, LanguageChoice::English, LanguageChoice::German};
} // namespace

LanguageChoice rememberedLanguage() {
    return languageChoiceOf(QSettings().value(QLatin1String(kLanguageSetting)).toString());
}

LanguageMenu::LanguageMenu(QMenu *view, bool remembers) : QObject(view), m_remembers(remembers) {
    QMenu *menu = view->addMenu(tr("Language"));
    menu->setObjectName(QStringLiteral("languageMenu"));
    auto *group = new QActionGroup(this);
    // Each language by its own name, so that who reads no other finds the way back.
    const std::array<QString, 3> texts = {tr("As the system"), QStringLiteral("English"),
                                          QStringLiteral("Deutsch")};
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const LanguageChoice language = kLanguages[at];
        m_actions[at] = menu->addAction(texts[at], this, [this, language] { choose(language); });
        m_actions[at]->setObjectName(QStringLiteral("actionLanguage-") + nameOf(language));
        m_actions[at]->setCheckable(true);
        m_actions[at]->setChecked(language == spokenLanguage());
        m_actions[at]->setEnabled(canSpeak(language));
        group->addAction(m_actions[at]);
    }
}

void LanguageMenu::choose(LanguageChoice choice) {
    const Relabel relabel;
    speak(choice);
    relabel.apply();
    for (std::size_t at = 0; at < kLanguages.size(); ++at)
        m_actions[at]->setChecked(kLanguages[at] == choice);
    if (m_remembers)
        QSettings().setValue(QLatin1String(kLanguageSetting), nameOf(choice));
}

} // namespace rbm
