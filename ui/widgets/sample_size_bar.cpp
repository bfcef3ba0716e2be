#include "ui/widgets/sample_size_bar.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kWidth = 104;
constexpr int kLeastWidth = 64;
constexpr int kMostNeeded = 97; ///< a longer text ends in an ellipsis
constexpr int kBarHeight = 5;
constexpr int kTextHeight = 17;
constexpr int kGap = 3;
constexpr double kTicks[] = {0.1, 0.5}; ///< below them: don't quote, caution
} // namespace

SampleSizeBar::SampleSizeBar(QWidget *parent) : QWidget(parent), m_theme(theme(ThemeKind::Light)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SampleSizeBar::setTheme(const Theme &theme) {
    m_theme = theme;
    update();
}

void SampleSizeBar::setSize(double effective, double runs) {
    m_effective = effective;
    m_runs = runs;
    setAccessibleName(tr("Effective sample size: %1").arg(text()));
    updateGeometry();
    update();
}

QString SampleSizeBar::numberText() const {
    return m_runs > 0 ? QLocale().toString(m_effective, 'f', m_effective < 100 ? 1 : 0) : QString();
}

QString SampleSizeBar::runsText() const {
    return m_runs > 0 ? tr("of %1 runs").arg(QLocale().toString(m_runs, 'f', 0))
                      : tr("all states counted");
}

QString SampleSizeBar::text() const {
    return m_runs > 0 ? numberText() + QLatin1Char(' ') + runsText() : runsText();
}

/// The number at least; of how many runs it is gives way.
QSize SampleSizeBar::minimumSizeHint() const {
    const QString text = m_runs > 0 ? numberText() : runsText();
    const int width = m_runs > 0 ? QFontMetrics(numberFont(12)).horizontalAdvance(text)
                                 : QFontMetrics(textFont(11)).horizontalAdvance(text);
    return {std::clamp(width + kGap, kLeastWidth, kMostNeeded), sizeHint().height()};
}

int SampleSizeBar::textWidth() const {
    return QFontMetrics(numberFont(12)).horizontalAdvance(numberText()) + kGap +
           QFontMetrics(textFont(11)).horizontalAdvance(runsText());
}

QSize SampleSizeBar::sizeHint() const {
    return {std::max(kWidth, textWidth() + kGap), kTextHeight + kGap + kBarHeight};
}

void SampleSizeBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect line(0, 0, width(), kTextHeight);
    painter.setPen(m_theme.text);
    painter.setFont(numberFont(12));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, numberText());
    painter.setPen(m_theme.text3);
    painter.setFont(textFont(11));
    const auto side = m_runs > 0 ? Qt::AlignRight : Qt::AlignLeft;
    if (m_runs <= 0 || textWidth() <= width())
        painter.drawText(line, side | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(runsText(), Qt::ElideRight, width()));
    paintBar(painter);
}

void SampleSizeBar::paintBar(QPainter &painter) const {
    const QRectF bar(0, height() - kBarHeight, width(), kBarHeight);
    const double round = kBarHeight / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.border);
    painter.drawRoundedRect(bar, round, round);
    QRectF filled = bar;
    filled.setWidth(std::max<double>(kBarHeight, share() * bar.width()));
    painter.setBrush(share() >= kTicks[1] ? m_theme.good : m_theme.warning);
    painter.drawRoundedRect(filled, round, round);
    painter.setBrush(m_theme.panel);
    for (const double tick : kTicks)
        painter.drawRect(QRectF(tick * bar.width() - 1, bar.top(), 2, kBarHeight));
}

} // namespace rbm
