#include "ui/widgets/toggle_switch.h"

#include <QPainter>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kTrackWidth = 30;
constexpr int kTrackHeight = 16;
constexpr int kSpace = 8;
constexpr int kHeight = 28;
constexpr int kMargin = 2; ///< room for the focus frame
} // namespace

ToggleSwitch::ToggleSwitch(QWidget *parent)
    : QAbstractButton(parent), m_theme(theme(ThemeKind::Light)) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleSwitch::setTheme(const Theme &theme) {
    m_theme = theme;
    update();
}

void ToggleSwitch::setTexts(const QString &on, const QString &off) {
    m_on = on;
    m_off = off;
    showText();
    updateGeometry();
}

void ToggleSwitch::nextCheckState() {
    QAbstractButton::nextCheckState();
    showText();
}

void ToggleSwitch::checkStateSet() {
    QAbstractButton::checkStateSet();
    showText();
}

void ToggleSwitch::showText() { setText(isChecked() ? m_on : m_off); }

QSize ToggleSwitch::sizeHint() const {
    // As wide as the longer text, so that nothing moves when it is switched.
    const int text =
        std::max(fontMetrics().horizontalAdvance(m_on), fontMetrics().horizontalAdvance(m_off));
    return {kTrackWidth + kSpace + text + 3 * kMargin, kHeight};
}

void ToggleSwitch::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const int top = (height() - kTrackHeight) / 2;
    const QRectF track(kMargin + 0.5, top + 0.5, kTrackWidth - 1, kTrackHeight - 1);
    painter.setPen(QPen(on ? m_theme.accent : m_theme.text3, 1));
    painter.setBrush(!isEnabled() ? m_theme.inset : on ? m_theme.accent : m_theme.panel);
    painter.drawRoundedRect(track, kTrackHeight / 2.0, kTrackHeight / 2.0);
    constexpr double kKnob = kTrackHeight - 7;
    const double left = on ? track.right() - kKnob - 3 : track.left() + 3;
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? m_theme.onAccent : m_theme.text3);
    painter.drawEllipse(QRectF(left, track.top() + 3, kKnob, kKnob));
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    painter.setPen(isEnabled() ? m_theme.text : m_theme.text3);
    painter.drawText(rect().adjusted(kMargin + kTrackWidth + kSpace, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace rbm
