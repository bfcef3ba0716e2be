#include "ui/window/model_fields.h"

#include "ui/window/control_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace rbm {

namespace {
constexpr int kFieldPadding = 22; ///< of a choice, both sides
} // namespace

void addFieldRow(QGridLayout *form, const QString &text, QWidget *field) {
    auto *label = new QLabel(text, field->parentWidget());
    label->setBuddy(field);
    const int row = form->rowCount();
    form->addWidget(label, row, 0);
    form->addWidget(field, row, 1, Qt::AlignRight);
}

void setOpenToolTip(QWidget *field, const QString &text) {
    field->setToolTip(text);
    field->setProperty(kOpenToolTip, text);
}

QString whyLocked() {
    return ControlPanel::tr("The run under way was begun with it: restart (Ctrl+R) to change it.");
}

void setFieldLocked(QWidget *field, bool locked) {
    const QString open = field->property(kOpenToolTip).toString();
    const QString stop = open.endsWith(u'.') ? QString() : QStringLiteral(".");
    field->setEnabled(!locked);
    field->setToolTip(locked ? open + stop + QLatin1Char('\n') + whyLocked() : open);
}

void setChoiceLocked(QComboBox *choice, bool locked) {
    setFieldLocked(choice, locked);
    const int text = choice->fontMetrics().horizontalAdvance(choice->currentText());
    choice->setFixedWidth(locked ? text + kFieldPadding : kChoiceWidth);
}

} // namespace rbm
