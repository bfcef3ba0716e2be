#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kLeastLetters = 4;
constexpr int kEdges = 10; ///< left and right of a text that is cut

class Segment : public QPushButton {
public:
    Segment(const QString &text, SegmentedControl *control)
        : QPushButton(text, control), m_control(control) {}

    QSize minimumSizeHint() const override {
        const QSize whole = QPushButton::minimumSizeHint();
        if (!m_control->givesWay())
            return whole;
        const int text = fontMetrics().horizontalAdvance(this->text());
        const int least = kLeastLetters * fontMetrics().averageCharWidth();
        return {whole.width() - std::max(0, text - least), whole.height()};
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QStylePainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        if (m_control->givesWay())
            option.text = option.fontMetrics.elidedText(text(), Qt::ElideRight, width() - kEdges);
        painter.drawControl(QStyle::CE_PushButton, option);
    }

private:
    SegmentedControl *m_control;
};

void allowToShrink(QWidget &button, bool on) {
    button.setSizePolicy(on ? QSizePolicy::Preferred : QSizePolicy::Minimum, QSizePolicy::Fixed);
}
} // namespace

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
        emit currentChanged(index);
    });
}

void SegmentedControl::addSegment(const QString &text, const QString &toolTip) {
    auto *button = new Segment(text, this);
    button->setCheckable(true);
    button->setToolTip(toolTip);
    allowToShrink(*button, m_givesWay);
    m_group.addButton(button, static_cast<int>(m_group.buttons().size()));
    layout()->addWidget(button);
    if (m_group.buttons().size() == 1)
        setCurrent(0);
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled, const QString &toolTip) {
    m_group.button(index)->setEnabled(enabled);
    m_group.button(index)->setToolTip(toolTip);
}

void SegmentedControl::setGivesWay(bool on) {
    m_givesWay = on;
    for (QAbstractButton *button : m_group.buttons())
        allowToShrink(*button, on);
}

void SegmentedControl::setCurrent(int index) {
    m_last = index;
    m_group.button(index)->setChecked(true);
}

} // namespace rbm
