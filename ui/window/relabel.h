#pragma once

#include "ui/support/asked_texts.h"

#include <QMultiHash>
#include <QString>

class QAction;
class QComboBox;
class QTabBar;
class QWidget;

namespace rbm {

/// Carries the texts that stand in windows and menus over to another language, so that no widget
/// needs to know of it: each text that tr() ever gave out is known by what it reads in the old
/// language. Make it while that is still spoken, then change the language, then call apply().
///
/// Where two sources read the same, the one counts whose class is that of the widget or of what
/// it stands in. A text that was put together of several is not found: see whenLanguageChanges().
class Relabel {
public:
    Relabel();

    /// To all windows of the program.
    void apply() const;

private:
    QString inNewLanguage(const QObject &owner, const QString &old) const;
    void translate(QObject &owner, const char *property) const;
    void translateAction(QAction &action) const;
    void translateItems(QComboBox &choice) const;
    void translateTabs(QTabBar &tabs) const;
    void translateWidget(QWidget &widget) const;

    QMultiHash<QString, AskedText> m_old; ///< by what it reads in the old language
};

} // namespace rbm
