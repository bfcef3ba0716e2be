// What the unit inspector shows. unit_inspector.cpp builds it.
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/tile_view.h"
#include "ui/widgets/toggle_switch.h"
#include "ui/window/digit_choice.h"
#include "ui/window/unit_inspector.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {

constexpr QChar kDash(0x2013); ///< stands where there is no value yet

QString number(double value, int decimals) {
    if (std::abs(value) < 0.5 * std::pow(10.0, -decimals))
        value = 0; // no "−0.00"
    return QLocale().toString(value, 'f', decimals).replace(QLatin1Char('-'), QChar(0x2212));
}

/// Whole percents, but those below ten with a decimal.
QString percents(double share) {
    const double value = 100 * share;
    return number(value, value < 9.95 && value > 0 ? 1 : 0);
}

/// The number in the font of numbers, in a sentence.
QString inWords(const QString &sentence, const QString &value) {
    return sentence.arg(
        QStringLiteral("<span style='font-family: \"JetBrains Mono\"'>%1</span>").arg(value));
}

BarAxes classAxes(std::size_t classes) {
    BarAxes axes;
    axes.title = UnitInspector::tr("digit");
    axes.left = -0.5;
    axes.right = static_cast<double>(classes) - 0.5;
    // More than a dozen would run into each other.
    const std::size_t step = classes / 12 + 1;
    for (std::size_t label = 0; label < classes; label += step)
        axes.ticks.insert(static_cast<double>(label), QString::number(label));
    axes.highest = 1;
    axes.fill = 0.7;
    return axes;
}

} // namespace

void UnitInspector::setData(std::shared_ptr<const Dataset> images) {
    m_data = std::move(images);
    m_inspection.reset();
    m_top->setTileShape(static_cast<int>(m_data->width), static_cast<int>(m_data->height));
    showNumbers();
}

void UnitInspector::showUnit(const ShownUnit &unit) {
    const bool other = unit.unit != m_shown.unit;
    m_shown = unit;
    const bool any = unit.unit >= 0;
    m_empty->setVisible(!any);
    m_content->setVisible(any);
    m_previous->setEnabled(any && unit.place > 0);
    m_next->setEnabled(any && unit.place + 1 < unit.count);
    setTitle(any ? tr("Unit %1").arg(unit.unit) : tr("Unit"));
    setCaption(!any ? QString()
                    : tr("number %1 of %2 %3").arg(unit.place + 1).arg(unit.count).arg(unit.order));
    m_pin->setChecked(unit.pinned);
    m_switch->setChecked(!unit.off);
    if (other) {
        m_top->setSelected(-1);
        showFilter();
        showNumbers();
    }
}

void UnitInspector::setFilters(const FloatTiles &tiles, int width, int height, float scale) {
    const bool otherShape = width != m_width || height != m_height;
    m_tiles = tiles;
    m_scale = scale;
    m_width = width;
    m_height = height;
    if (otherShape)
        fitSizes();
    showFilter();
}

void UnitInspector::setInspection(std::shared_ptr<const Inspection> inspection, bool stale) {
    if (inspection == m_inspection && stale == m_stale)
        return;
    m_inspection = std::move(inspection);
    m_stale = stale;
    showNumbers();
}

void UnitInspector::showFilter() {
    const auto size = static_cast<std::ptrdiff_t>(m_width) * m_height;
    if (m_tiles == nullptr || m_shown.unit < 0 ||
        static_cast<std::size_t>((m_shown.unit + 1) * size) > m_tiles->size()) {
        m_filter->clear();
        return;
    }
    const auto first = m_tiles->begin() + m_shown.unit * size;
    m_filter->setTileShape(m_width, m_height);
    m_filter->setWeights(std::make_shared<const std::vector<float>>(first, first + size), 1,
                         m_scale);
}

bool UnitInspector::knowsUnit() const {
    return m_inspection != nullptr && m_shown.unit >= 0 &&
           static_cast<std::size_t>(m_shown.unit) < m_inspection->norms.size();
}

void UnitInspector::showNumbers() {
    showAge();
    showFacts();
    showCharts();
    showTopDigits();
}

void UnitInspector::showAge() {
    QString text = tr("Looking at all training images…");
    if (knowsUnit()) {
        const QLocale locale;
        const auto images = static_cast<qulonglong>(m_inspection->statistics.images);
        text = tr("On all %1 training images").arg(locale.toString(images));
        if (m_stale)
            text += tr(", as of update %1")
                        .arg(locale.toString(static_cast<qulonglong>(m_inspection->update)));
    }
    m_age->setText(text);
    m_age->setToolTip(text);
}

void UnitInspector::showFacts() {
    for (QLabel *fact : m_facts) {
        fact->setText(kDash);
        fact->setEnabled(!m_stale);
    }
    m_strongest->setVisible(!knowsUnit() || m_inspection->statistics.classes > 0);
    if (!knowsUnit())
        return;
    const auto unit = static_cast<std::size_t>(m_shown.unit);
    const UnitStatistics &statistics = m_inspection->statistics;
    const auto value = [](float single) { return static_cast<double>(single); };
    m_facts[kBias]->setText(
        inWords(QStringLiteral("%1"), number(value(m_inspection->biases[unit]), 2)));
    m_facts[kActive]->setText(
        inWords(tr("%1 % of digits"), percents(value(statistics.meanActivation[unit]))));
    m_facts[kNorm]->setText(
        inWords(QStringLiteral("%1"), number(value(m_inspection->norms[unit]), 1)));
    if (const auto means = statistics.classMeansOf(unit); !means.empty()) {
        const auto label = std::max_element(means.begin(), means.end()) - means.begin();
        m_facts[kStrongest]->setText(inWords(tr("digit %1"), QString::number(label)));
    }
}

void UnitInspector::showCharts() {
    m_histogram->setDimmed(m_stale);
    m_classMeans->setDimmed(m_stale);
    if (!knowsUnit()) {
        m_histogram->setBars({}, {});
        m_classMeans->setBars({}, {});
        return;
    }
    const auto unit = static_cast<std::size_t>(m_shown.unit);
    const UnitStatistics &statistics = m_inspection->statistics;
    std::vector<double> shares;
    QStringList texts;
    const QLocale locale;
    for (const auto images : statistics.histogramOf(unit)) {
        const auto bin = static_cast<double>(shares.size());
        shares.push_back(100.0 * images / static_cast<double>(statistics.images));
        texts.push_back(tr("%1 to %2: %3 %, %4 images")
                            .arg(locale.toString(bin / UnitStatistics::kBins, 'f', 2),
                                 locale.toString((bin + 1) / UnitStatistics::kBins, 'f', 2),
                                 locale.toString(shares.back(), 'f', 1), locale.toString(images)));
    }
    m_histogram->setBars(shares, texts);
    m_histogram->setAccessibleDescription(texts.join(QStringLiteral("; ")));
    m_classBox->setVisible(statistics.classes > 0);
    std::vector<double> means;
    texts.clear();
    for (const float mean : statistics.classMeansOf(unit)) {
        texts.push_back(tr("Digit %1: %2").arg(means.size()).arg(QLocale().toString(mean, 'f', 3)));
        means.push_back(static_cast<double>(mean));
    }
    m_classMeans->setAxes(classAxes(statistics.classes));
    m_classMeans->setBars(means, texts);
    m_classMeans->setAccessibleDescription(texts.join(QStringLiteral("; ")));
}

void UnitInspector::showTopDigits() {
    if (!knowsUnit() || m_data == nullptr ||
        m_data->count() != m_inspection->statistics.images) { // of other images
        m_top->clear();
        return;
    }
    std::vector<std::uint32_t> rows;
    for (const TopImage &image :
         m_inspection->statistics.topImagesOf(static_cast<std::size_t>(m_shown.unit)))
        rows.push_back(image.row);
    m_top->setBytes(std::make_shared<const std::vector<std::uint8_t>>(gatherImages(*m_data, rows)),
                    static_cast<int>(rows.size()));
}

QString UnitInspector::digitText(int tile) const {
    if (tile < 0 || tile >= m_top->count() || !knowsUnit())
        return {};
    const TopImage &image = m_inspection->statistics.topImagesOf(
        static_cast<std::size_t>(m_shown.unit))[static_cast<std::size_t>(tile)];
    if (m_inspection->statistics.classes > 0)
        return tr("Digit %1, activation %2")
            .arg(m_data->labels[image.row])
            .arg(QLocale().toString(image.activation, 'f', 3));
    return tr("Activation %1").arg(QLocale().toString(image.activation, 'f', 3));
}

void UnitInspector::tellDigit(int tile, const QPoint &where) {
    const QString text = digitText(tile);
    if (text.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    QToolTip::showText(where, text, m_top, m_top->tileRect(tile));
    m_top->setAccessibleDescription(text);
}

} // namespace rbm
