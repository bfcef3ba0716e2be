#include "ui/widgets/bar_chart.h"

#include <qcustomplot.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {

constexpr float kDimmed = 0.45F;

/// Few ticks, each with a suffix; an axis up to 1 is halved.
class SuffixTicker : public QCPAxisTicker {
public:
    explicit SuffixTicker(QString suffix) : m_suffix(std::move(suffix)) { setTickCount(3); }

protected:
    double getTickStep(const QCPRange &range) override {
        return range.upper > 1 && range.upper < 1.2 ? 0.5 : QCPAxisTicker::getTickStep(range);
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &locale, QChar, int) override {
        return locale.toString(tick, 'g', 3) + m_suffix;
    }

private:
    QString m_suffix;
};

void styleAxis(QCPAxis &axis, const Theme &theme) {
    axis.setBasePen(QPen(theme.border));
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelColor(theme.text2);
    axis.setLabelColor(theme.text2);
    axis.setTickLabelFont(textFont(11));
    axis.setLabelFont(textFont(11));
    axis.grid()->setPen(QPen(theme.border, 1));
    axis.grid()->setZeroLinePen(QPen(theme.border, 1));
}

} // namespace

BarChart::BarChart(const BarAxes &axes, Tone tone, QWidget *parent)
    : QWidget(parent), m_axes(axes), m_tone(tone), m_plot(new QCustomPlot(this)),
      m_bars(new QCPBars(m_plot->xAxis, m_plot->yAxis)), m_theme(theme(ThemeKind::Light)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFocusPolicy(Qt::TabFocus);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(0, 0);
    m_plot->installEventFilter(this);
    m_plot->axisRect()->setMinimumMargins({4, 6, 6, 4});
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->xAxis->setLabelPadding(2);
    m_bars->setAntialiased(false);
    applyAxes();
    applyColours();
}

void BarChart::setTheme(const Theme &theme) {
    m_theme = theme;
    applyColours();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void BarChart::setAxes(const BarAxes &axes) {
    m_axes = axes;
    applyAxes();
    fit();
}

void BarChart::applyAxes() {
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->setTicks(m_axes.ticks);
    ticker->setSubTickCount(0);
    m_plot->xAxis->setTicker(ticker);
    m_plot->xAxis->setLabel(m_axes.title);
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new SuffixTicker(m_axes.suffix)));
    m_plot->xAxis->setRange(m_axes.left, m_axes.right);
    m_plot->setLocale(QLocale());
}

void BarChart::applyColours() {
    m_plot->setBackground(m_theme.panel);
    styleAxis(*m_plot->xAxis, m_theme);
    styleAxis(*m_plot->yAxis, m_theme);
    QColor colour = m_tone == Tone::Accent ? m_theme.accent : m_theme.text3;
    if (m_dimmed)
        colour.setAlphaF(kDimmed);
    m_bars->setBrush(colour);
    m_bars->setPen(Qt::NoPen);
}

void BarChart::setBars(const std::vector<double> &heights, const QStringList &texts) {
    m_heights = heights;
    m_texts = texts;
    const auto count = static_cast<double>(std::max<std::size_t>(1, heights.size()));
    const double share = (m_axes.right - m_axes.left) / count;
    QVector<double> places;
    QVector<double> values;
    for (const double height : heights) {
        places.push_back(m_axes.left + share * (static_cast<double>(places.size()) + 0.5));
        values.push_back(height);
    }
    m_bars->setWidth(share * m_axes.fill);
    m_bars->setData(places, values, true);
    fit();
}

void BarChart::fit() {
    constexpr double kRoom = 1.06;
    const double most =
        m_heights.empty() ? 1 : *std::max_element(m_heights.begin(), m_heights.end());
    m_plot->yAxis->setRange(0, kRoom * m_axes.highest.value_or(most > 0 ? most : 1));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void BarChart::setDimmed(bool dimmed) {
    if (dimmed == m_dimmed)
        return;
    m_dimmed = dimmed;
    applyColours();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

int BarChart::barAt(const QPoint &position) const {
    if (m_heights.empty() || !m_plot->axisRect()->rect().contains(position))
        return -1;
    const double place = m_plot->xAxis->pixelToCoord(position.x());
    const auto count = static_cast<double>(m_heights.size());
    const double bar = std::floor((place - m_axes.left) / (m_axes.right - m_axes.left) * count);
    return bar >= 0 && bar < count ? static_cast<int>(bar) : -1;
}

void BarChart::tell(int bar, const QPoint &where) {
    m_told = bar;
    if (bar >= 0 && bar < m_texts.size())
        QToolTip::showText(where, m_texts[bar], this);
    else
        QToolTip::hideText();
}

bool BarChart::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::eventFilter(watched, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    tell(barAt(help->pos()), help->globalPos());
    return true;
}

void BarChart::keyPressEvent(QKeyEvent *event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0 || m_heights.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int bar = std::clamp(m_told + step, 0, static_cast<int>(m_heights.size()) - 1);
    const double share = (m_axes.right - m_axes.left) / static_cast<double>(m_heights.size());
    const int x = static_cast<int>(m_plot->xAxis->coordToPixel(m_axes.left + share * (bar + 0.5)));
    tell(bar, mapToGlobal(QPoint(x, height() / 2)));
}

} // namespace rbm
