#include "tests/examples/weight_panel.h"

#include "ui/widgets/bar_chart.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace rbm::examples {

namespace {

/// Percent of the weights in each of kBars equal parts of [-scale, scale]; those beyond count in
/// the outermost ones.
std::vector<double> shares(const std::vector<float> &weights, float scale) {
    std::vector<double> bars(WeightPanel::kBars, 0);
    for (const float weight : weights) {
        const auto part = static_cast<int>((weight / scale + 1) / 2 * WeightPanel::kBars);
        bars[static_cast<std::size_t>(std::clamp(part, 0, WeightPanel::kBars - 1))] +=
            100.0 / static_cast<double>(weights.size());
    }
    return bars;
}

BarAxes axesFor(float scale) {
    BarAxes axes;
    axes.title = WeightPanel::tr("Weight");
    axes.left = -static_cast<double>(scale);
    axes.right = static_cast<double>(scale);
    for (const double at : {axes.left, 0.0, axes.right})
        axes.ticks[at] = QLocale().toString(at, 'f', 2);
    axes.suffix = WeightPanel::tr(" %");
    return axes;
}

} // namespace

WeightPanel::WeightPanel(QWidget *parent)
    : Panel(tr("Weights"), parent),
      m_chart(new BarChart(axesFor(1), BarChart::Tone::Accent, this)) {
    setObjectName(QStringLiteral("weightPanel"));
    m_chart->setObjectName(QStringLiteral("weightChart"));
    m_chart->setAccessibleName(tr("Distribution of the weights"));
    body()->addWidget(m_chart, 1);
}

void WeightPanel::showSnapshot(const TrainingSnapshot &snapshot) {
    if (snapshot.filters == nullptr || snapshot.filters == m_shown || snapshot.filterScale <= 0)
        return;
    m_shown = snapshot.filters;
    const std::vector<double> bars = shares(*m_shown, snapshot.filterScale);
    QStringList texts;
    for (const double bar : bars)
        texts << tr("%1 % of the weights").arg(QLocale().toString(bar, 'f', 1));
    m_chart->setAxes(axesFor(snapshot.filterScale));
    m_chart->setBars(bars, texts);
    setCaption(tr("%1 of them, update %2")
                   .arg(QLocale().toString(static_cast<qulonglong>(m_shown->size())),
                        QLocale().toString(static_cast<qulonglong>(snapshot.update))));
}

void WeightPanel::applyTheme(const Theme &theme) { m_chart->setTheme(theme); }

} // namespace rbm::examples
