#include "ui/window/message_bar.h"

#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kMessageGap = 6; ///< to what stands at the right
} // namespace

QRect MessageBar::messageRect() const {
    const int left = m_sentence->x() + m_sentence->contentsRect().x();
    int right = width();
    for (const auto *widget : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (widget->isVisibleTo(this)) // what a message does not hide
            right = std::min(right, widget->x());
    }
    return {left, 0, right - kMessageGap - left, height()};
}

void MessageBar::paintEvent(QPaintEvent *event) {
    const QString message = currentMessage();
    if (message.isEmpty() || m_sentence == nullptr) {
        QStatusBar::paintEvent(event);
        return;
    }
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_PanelStatusBar, &option, &painter, this);
    const QRect room = messageRect();
    painter.setPen(m_sentence->palette().color(QPalette::WindowText));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(message, Qt::ElideRight, room.width()));
}

} // namespace rbm
