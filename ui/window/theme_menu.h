#pragma once

#include "ui/theme/theme.h"

#include <QObject>

#include <array>
#include <functional>

class QAction;
class QMenu;

namespace rbm {

/// Whose wish the colours follow.
enum class ThemeChoice { System, Light, Dark };

/// As the settings keep it; anything unknown is the system's.
QString nameOf(ThemeChoice choice);
ThemeChoice themeChoiceOf(const QString &name);
ThemeKind kindOf(ThemeChoice choice);

/// View > Theme: the system's, light or dark. While the system's is chosen, `kindChanged` also
/// comes whenever the system changes. `window` is the one that hears of that.
class ThemeMenu : public QObject {
    Q_OBJECT
public:
    using System = std::function<ThemeKind()>; ///< tells what the desktop has

    /// `toggle` goes into the menu, below the choices.
    ThemeMenu(QMenu *view, QAction *toggle, QWidget *window, System system = systemThemeKind);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice); ///< tells nobody
    void choose(ThemeChoice choice);

signals:
    void kindChanged(ThemeKind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ThemeKind kind() const;

    System m_system;
    ThemeChoice m_choice = ThemeChoice::Light;
    std::array<QAction *, 3> m_actions{};
};

} // namespace rbm
