#include "ui/widgets/segmented_control.h"

#include "ui/widgets/elided_button.h"

#include <QHBoxLayout>

namespace rbm {

SegmentedControl::SegmentedControl(QWidget *parent) : QFrame(parent), m_group(this) {
    setProperty("segmented", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idClicked, this, [this](int index) {
        if (index == m_last)
            return;
        m_last = index;
        leadTabToCurrent();
        emit currentChanged(index);
    });
}

void SegmentedControl::addSegment(const QString &text, const QString &toolTip) {
    auto *button = new ElidedButton(text, this);
    button->setCheckable(true);
    button->setToolTip(toolTip);
    button->setGivesWay(m_givesWay);
    m_group.addButton(button, static_cast<int>(m_group.buttons().size()));
    layout()->addWidget(button);
    if (m_group.buttons().size() == 1)
        setCurrent(0);
    leadTabToCurrent();
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled, const QString &toolTip) {
    m_group.button(index)->setEnabled(enabled);
    m_group.button(index)->setToolTip(toolTip);
}

void SegmentedControl::setGivesWay(bool on) {
    m_givesWay = on;
    for (auto *button : findChildren<ElidedButton *>())
        button->setGivesWay(on);
}

void SegmentedControl::setCurrent(int index) {
    const QAbstractButton *before = m_group.checkedButton();
    const bool hadFocus = before != nullptr && before->hasFocus();
    m_last = index;
    m_group.button(index)->setChecked(true);
    leadTabToCurrent();
    if (hadFocus) // which stays with what is chosen
        m_group.button(index)->setFocus(Qt::OtherFocusReason);
}

/// Qt sees to this only once a segment has had the focus; before, Tab would come to the first.
void SegmentedControl::leadTabToCurrent() {
    for (QAbstractButton *button : m_group.buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

} // namespace rbm
