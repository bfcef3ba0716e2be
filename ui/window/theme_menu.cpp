#include "ui/window/theme_menu.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QWidget>

#include <utility>

namespace rbm {

namespace {
constexpr std::array<const char *, 3> kNames = {"system", "light", "dark"};
} // namespace

QString nameOf(ThemeChoice choice) {
    return QLatin1String(kNames[static_cast<std::size_t>(choice)]);
}

ThemeChoice themeChoiceOf(const QString &name) {
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (name == nameOf(choice))
            return choice;
    }
    return ThemeChoice::System;
}

ThemeKind kindOf(ThemeChoice choice) {
    if (choice == ThemeChoice::System)
        return systemThemeKind();
    return choice == ThemeChoice::Dark ? ThemeKind::Dark : ThemeKind::Light;
}

ThemeMenu::ThemeMenu(QMenu *view, QAction *toggle, QWidget *window, System system)
    : QObject(window), m_system(std::move(system)) {
    QMenu *menu = view->addMenu(tr("Theme"));
    menu->setObjectName(QStringLiteral("themeMenu"));
    auto *group = new QActionGroup(this);
    const std::array<QString, 3> texts = {tr("As the system"), tr("Light"), tr("Dark")};
    for (std::size_t at = 0; at < texts.size(); ++at) {
        m_actions[at] =
            menu->addAction(texts[at], this, [this, at] { choose(static_cast<ThemeChoice>(at)); });
        m_actions[at]->setObjectName(QStringLiteral("actionTheme-") + QLatin1String(kNames[at]));
        m_actions[at]->setCheckable(true);
        group->addAction(m_actions[at]);
    }
    m_actions[static_cast<std::size_t>(m_choice)]->setChecked(true);
    menu->addSeparator();
    menu->addAction(toggle);
    window->installEventFilter(this);
}

void ThemeMenu::setChoice(ThemeChoice choice) {
    m_choice = choice;
    m_actions[static_cast<std::size_t>(choice)]->setChecked(true);
}

void ThemeMenu::choose(ThemeChoice choice) {
    setChoice(choice);
    emit kindChanged(kind());
}

ThemeKind ThemeMenu::kind() const {
    return m_choice == ThemeChoice::System ? m_system() : kindOf(m_choice);
}

bool ThemeMenu::eventFilter(QObject *watched, QEvent *event) {
    // Comes when the desktop changes its theme, not when the program sets a palette of its own.
    if (event->type() == QEvent::ThemeChange && m_choice == ThemeChoice::System)
        emit kindChanged(kind());
    return QObject::eventFilter(watched, event);
}

} // namespace rbm
