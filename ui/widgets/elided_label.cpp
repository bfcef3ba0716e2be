#include "ui/widgets/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace rbm {

namespace {
constexpr int kLeastLetters = 4;
constexpr int kFewLetters = 7; ///< with the ellipsis
} // namespace

QSize ElidedLabel::minimumSizeHint() const {
    const QSize whole = QLabel::minimumSizeHint();
    const int least = m_least > 0 ? m_least : kLeastLetters * fontMetrics().averageCharWidth();
    return {qMin(whole.width(), least), whole.height()};
}

void ElidedLabel::setShortText(const QString &text) {
    m_short = text;
    update();
}

QString ElidedLabel::shownText() const {
    const int room = contentsRect().width();
    QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room);
    if (shown == text())
        return shown;
    if (!m_short.isEmpty())
        shown = fontMetrics().elidedText(m_short, Qt::ElideRight, room);
    return m_vanishes && shown != m_short && shown.size() <= kFewLetters ? QString() : shown;
}

void ElidedLabel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(),
                          isEnabled(), shownText(), foregroundRole());
}

} // namespace rbm
