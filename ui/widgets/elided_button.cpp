#include "ui/widgets/elided_button.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kFewLetters = 4; ///< that are always shown
constexpr int kEdges = 10;     ///< left and right of a text that is cut
constexpr int kIconGap = 4;
} // namespace

ElidedButton::ElidedButton(const QString &text, QWidget *parent) : QPushButton(text, parent) {
    setGivesWay(false);
}

void ElidedButton::setGivesWay(bool on) {
    m_givesWay = on;
    setSizePolicy(on ? QSizePolicy::Preferred : QSizePolicy::Minimum, QSizePolicy::Fixed);
}

QSize ElidedButton::minimumSizeHint() const {
    const QSize whole = QPushButton::minimumSizeHint();
    if (!m_givesWay)
        return whole;
    const int all = fontMetrics().horizontalAdvance(text());
    const int least = kFewLetters * fontMetrics().averageCharWidth();
    return {whole.width() - std::max(0, all - least), whole.height()};
}

void ElidedButton::paintEvent(QPaintEvent *) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    if (m_givesWay) {
        const int icon = option.icon.isNull() ? 0 : option.iconSize.width() + kIconGap;
        option.text =
            option.fontMetrics.elidedText(text(), Qt::ElideRight, width() - kEdges - icon);
    }
    painter.drawControl(QStyle::CE_PushButton, option);
}

} // namespace rbm
