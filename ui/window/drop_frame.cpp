#include "ui/window/drop_frame.h"

#include <QPainter>

namespace rbm {

DropFrame::DropFrame(QWidget *window) : QWidget(window) {
    setObjectName(QStringLiteral("dropFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void DropFrame::showAround() {
    setGeometry(parentWidget()->rect());
    show();
    raise();
}

void DropFrame::paintEvent(QPaintEvent *) {
    constexpr int kLine = 3;
    constexpr double kIn = kLine / 2.0;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), kLine, Qt::SolidLine, Qt::SquareCap,
                        Qt::MiterJoin));
    painter.drawRect(QRectF(rect()).adjusted(kIn, kIn, -kIn, -kIn));
}

} // namespace rbm
