#pragma once

#include "ui/support/language.h"

#include <QObject>

#include <array>

class QAction;
class QMenu;

namespace rbm {

/// The choice of the last time, the system's at first.
LanguageChoice rememberedLanguage();

/// View > Language: the system's, English or German. A choice is in force at once, in all
/// windows, and is remembered where `remembers`.
class LanguageMenu : public QObject {
    Q_OBJECT
public:
    LanguageMenu(QMenu *view, bool remembers);

    void choose(LanguageChoice choice);

private:
    bool m_remembers;
    std::array<QAction *, 3> m_actions{};
};

} // namespace rbm
