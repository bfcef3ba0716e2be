#pragma once

#include "ui/widgets/elided_button.h"
#include "ui/widgets/elided_label.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMap>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace rbm::test {

// Header only: the library of test helpers does not link the window.

/// Where an object stands in the window, by names where it has them.
inline QString placeOf(const QObject &object) {
    const QObject *parent = object.parent();
    QString name = object.objectName();
    if (parent == nullptr)
        return name;
    if (name.isEmpty())
        name = QStringLiteral("%1[%2]")
                   .arg(QLatin1String(object.metaObject()->className()))
                   .arg(parent->children().indexOf(const_cast<QObject *>(&object)));
    return placeOf(*parent) + QLatin1Char('/') + name;
}

/// All that the window and its menus say, by the place where it stands.
inline QMap<QString, QString> textsOf(const QMainWindow &window) {
    QMap<QString, QString> texts;
    const auto take = [&texts](const QObject &object, const char *property) {
        const QVariant value = object.property(property);
        if (value.typeId() == QMetaType::QString && !value.toString().isEmpty())
            texts[placeOf(object) + QLatin1Char('.') + QLatin1String(property)] = value.toString();
    };
    QList<const QObject *> objects = {&window};
    for (const auto *widget : window.findChildren<QWidget *>())
        objects += widget;
    for (const auto *action : window.findChildren<QAction *>())
        objects += action;
    for (const QObject *object : objects) {
        for (const char *property :
             {"windowTitle", "title", "text", "toolTip", "accessibleName", "accessibleDescription",
              "placeholderText", "prefix", "suffix", "specialValueText", "openToolTip"})
            take(*object, property);
        if (const auto *choice = qobject_cast<const QComboBox *>(object)) {
            for (int at = 0; at < choice->count(); ++at) {
                const QString place = placeOf(*choice) + QStringLiteral("#%1").arg(at);
                texts[place] = choice->itemText(at) + QLatin1Char('|') +
                               choice->itemData(at, Qt::ToolTipRole).toString();
            }
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(object)) {
            for (int at = 0; at < tabs->count(); ++at)
                texts[placeOf(*tabs) + QStringLiteral("#%1").arg(at)] = tabs->tabText(at);
        }
    }
    return texts;
}

/// How many pixels more a text needs at its widest than its widget has; 0 where it fits, or
/// where it ends in an ellipsis and a tool tip has all of it.
inline int lacking(const QWidget &widget) {
    const QFontMetrics font(widget.font());
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return 0;
        if (label->wordWrap()) {
            const int lack = label->heightForWidth(label->width()) - label->height();
            return label->toolTip() == label->text() ? 0 : std::max(0, lack);
        }
        const int wanted = label->sizeHint().width() - label->width();
        const bool elided = qobject_cast<const rbm::ElidedLabel *>(label) != nullptr;
        return elided && !label->toolTip().isEmpty() ? 0 : std::max(0, wanted);
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        const auto *tool = qobject_cast<const QToolButton *>(button);
        const bool iconOnly = tool != nullptr && !tool->icon().isNull() &&
                              tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
        if (button->text().isEmpty() || iconOnly)
            return 0;
        const auto *elided = qobject_cast<const rbm::ElidedButton *>(button);
        if (elided != nullptr && elided->givesWay() && !button->toolTip().isEmpty())
            return 0;
        QString text = button->text();
        text.remove(QLatin1Char('&'));
        const int icon = button->icon().isNull() ? 0 : button->iconSize().width() + 4;
        return std::max(0, font.horizontalAdvance(text) + icon - button->width());
    }
    if (const auto *choice = qobject_cast<const QComboBox *>(&widget)) {
        QStyleOptionComboBox option;
        option.initFrom(choice);
        const int room =
            choice->style()
                ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, choice)
                .width();
        return std::max(0, font.horizontalAdvance(choice->currentText()) - room);
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        int lack = 0;
        for (int at = 0; at < tabs->count(); ++at) {
            const QRect tab = tabs->tabRect(at).intersected(tabs->rect());
            lack = std::max(lack, font.horizontalAdvance(tabs->tabText(at)) - tab.width());
        }
        return lack;
    }
    return 0;
}

/// What the widgets around a widget do not show of its width.
inline int hiddenWidth(const QWidget &widget) {
    int hidden = 0;
    const QWidget *around = widget.parentWidget();
    for (; around != nullptr && !widget.isWindow(); around = around->parentWidget()) {
        const int left = widget.mapTo(around, QPoint(0, 0)).x();
        hidden = std::max({hidden, -left, left + widget.width() - around->width()});
        if (around->isWindow())
            break;
    }
    return hidden;
}

/// One line for each text of the window that is cut off. A value that has just come gets its room
/// first: its layout waits in the queue until the window's next turn.
inline QStringList cutOff(const QMainWindow &window) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QStringList lines;
    for (const auto *widget : window.findChildren<QWidget *>()) {
        const bool isText = qobject_cast<const QLabel *>(widget) != nullptr ||
                            qobject_cast<const QAbstractButton *>(widget) != nullptr ||
                            qobject_cast<const QComboBox *>(widget) != nullptr ||
                            qobject_cast<const QTabBar *>(widget) != nullptr;
        if (!isText || !widget->isVisible() || widget->width() == 0)
            continue;
        const int lack = lacking(*widget);
        const int hidden = hiddenWidth(*widget);
        if (lack > 0 || hidden > 0)
            lines += QStringLiteral("%1 “%2” lacks %3, hides %4")
                         .arg(placeOf(*widget), widget->property("text").toString())
                         .arg(lack)
                         .arg(hidden);
    }
    return lines;
}

} // namespace rbm::test
