#include "ui/window/relabel.h"

#include "ui/window/model_fields.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QMetaProperty>
#include <QTabBar>

namespace rbm {

namespace {

/// What a widget says; those of "text" that a person writes are left out below.
constexpr const char *kTextProperties[] = {
    "windowTitle",     "title",     "text",   "toolTip",          "accessibleName",
    "placeholderText", "prefix",    "suffix", "specialValueText", "accessibleDescription",
    "shortText",       kOpenToolTip};

QString readingOf(const AskedText &text) {
    return QCoreApplication::translate(text.context.constData(), text.source.constData(),
                                       text.comment.constData());
}

bool isOfClass(const QObject &object, const QByteArray &name) {
    for (const QMetaObject *at = object.metaObject(); at != nullptr; at = at->superClass()) {
        if (name == at->className())
            return true;
    }
    return false;
}

/// As QAction makes it of its text where it has no tool tip of its own.
QString plainText(const QAction &action) {
    QString text = action.text();
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("..."));
}

} // namespace

Relabel::Relabel() {
    for (const AskedText &text : AskedTexts::ofProgram().all())
        m_old.insert(readingOf(text), text);
}

QString Relabel::inNewLanguage(const QObject &owner, const QString &old) const {
    const auto found = m_old.values(old);
    if (old.isEmpty() || found.isEmpty())
        return old;
    for (const QObject *around = &owner; around != nullptr && found.size() > 1;
         around = around->parent()) {
        for (const AskedText &text : found) {
            if (isOfClass(*around, text.context))
                return readingOf(text);
        }
    }
    return readingOf(found.front());
}

void Relabel::translate(QObject &owner, const char *property) const {
    const QVariant old = owner.property(property);
    if (old.typeId() != QMetaType::QString)
        return;
    const QString text = inNewLanguage(owner, old.toString());
    if (text != old.toString())
        owner.setProperty(property, text);
}

void Relabel::translateAction(QAction &action) const {
    const bool hasToolTip = action.toolTip() != plainText(action);
    if (hasToolTip)
        translate(action, "toolTip");
    translate(action, "text");
    translate(action, kOpenToolTip);
}

void Relabel::translateItems(QComboBox &choice) const {
    for (int at = 0; at < choice.count(); ++at) {
        choice.setItemText(at, inNewLanguage(choice, choice.itemText(at)));
        const QString toolTip = choice.itemData(at, Qt::ToolTipRole).toString();
        if (!toolTip.isEmpty())
            choice.setItemData(at, inNewLanguage(choice, toolTip), Qt::ToolTipRole);
    }
}

void Relabel::translateTabs(QTabBar &tabs) const {
    for (int at = 0; at < tabs.count(); ++at)
        tabs.setTabText(at, inNewLanguage(tabs, tabs.tabText(at)));
}

void Relabel::translateWidget(QWidget &widget) const {
    if (qobject_cast<QLineEdit *>(&widget) != nullptr)
        return;
    for (const char *property : kTextProperties)
        translate(widget, property);
    if (auto *choice = qobject_cast<QComboBox *>(&widget))
        translateItems(*choice);
    else if (auto *tabs = qobject_cast<QTabBar *>(&widget))
        translateTabs(*tabs);
    widget.update(); // what it paints may be text, too
}

void Relabel::apply() const {
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->parentWidget() != nullptr)
            continue;                 // among the children of another
        window->setLocale(QLocale()); // fields write their numbers anew
        translateWidget(*window);
        for (QWidget *widget : window->findChildren<QWidget *>())
            translateWidget(*widget);
        for (QAction *action : window->findChildren<QAction *>())
            translateAction(*action);
    }
}

} // namespace rbm
