#include "ui/window/monitors_section.h"

#include "ui/window/panel.h"
#include "ui/window/section_header.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace rbm {

namespace {

constexpr QChar kDash(0x2013); ///< stands where there is no value

struct Row {
    const char *id; ///< of the value's object name
    QString name;
    double MonitorValues::*value;
    int decimals;
    double scale = 1;
    QString unit = {};
};

/// In the order in which they are shown.
std::vector<Row> rows() {
    using Values = MonitorValues;
    constexpr double kPercent = 100;
    const QString percent = MonitorsSection::tr(" %");
    return {
        {"reconstructionError", MonitorsSection::tr("Reconstruction error"),
         &Values::reconstructionError, 4},
        {"freeEnergyGap", MonitorsSection::tr("Free-energy gap"), &Values::freeEnergyGap, 2, 1,
         MonitorsSection::tr(" nats")},
        {"hiddenActivity", MonitorsSection::tr("Hidden activity"), &Values::hiddenActivity, 1,
         kPercent, percent},
        {"pixelFlips", MonitorsSection::tr("Pixel flips"), &Values::pixelFlips, 1, kPercent,
         percent},
        {"hiddenFlips", MonitorsSection::tr("Hidden flips"), &Values::hiddenFlips, 1, kPercent,
         percent},
        {"weightNorm", MonitorsSection::tr("Weight norm"), &Values::weightNorm, 1},
        {"largestWeight", MonitorsSection::tr("Largest weight"), &Values::largestWeight, 2},
        {"gradientNorm", MonitorsSection::tr("Gradient norm"), &Values::gradientNorm, 2},
    };
}

QString toText(const Row &row, const MonitorValues &values) {
    const double value = row.scale * (values.*row.value);
    if (!std::isfinite(value))
        return MonitorsSection::tr("infinite");
    return QLocale().toString(value, 'f', row.decimals) + row.unit;
}

} // namespace

MonitorsSection::MonitorsSection(QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("monitorsSection"));
    m_header = new SectionHeader(tr("Monitors"), this);
    m_header->setObjectName(QStringLiteral("monitorsToggle"));
    connect(m_header, &SectionHeader::toggled, this, &MonitorsSection::showOpen);
    m_body = new QWidget(this);
    auto *form = new QGridLayout(m_body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->setColumnStretch(0, 1);
    addRows(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_body);
    m_body->hide();
    showValues(std::nullopt);
}

void MonitorsSection::addRows(QGridLayout *form) {
    for (const Row &row : rows()) {
        auto *name = new QLabel(row.name, m_body);
        QLabel *value = makeLabel({}, "value", m_body);
        value->setObjectName(QStringLiteral("monitorValue_") + QLatin1String(row.id));
        value->setAccessibleName(row.name);
        name->setBuddy(value); // one explanation for both
        const int at = form->rowCount();
        form->addWidget(name, at, 0);
        form->addWidget(value, at, 1, Qt::AlignRight);
        m_values.push_back(value);
    }
}

bool MonitorsSection::isOpen() const { return m_header->isChecked(); }

void MonitorsSection::setOpen(bool open) { m_header->setChecked(open); }

void MonitorsSection::showOpen(bool open) {
    m_body->setVisible(open);
    emit toggled(open);
}

void MonitorsSection::showValues(const std::optional<MonitorValues> &values) {
    const std::vector<Row> shown = rows(); // anew: the units may be in another language
    for (std::size_t at = 0; at < m_values.size(); ++at)
        m_values[at]->setText(values ? toText(shown[at], *values) : QString(kDash));
}

void MonitorsSection::applyTheme(const Theme &theme) { m_header->applyTheme(theme); }

} // namespace rbm
