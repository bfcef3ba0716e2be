#include "ui/widgets/log_slider.h"

#include "ui/widgets/retranslate.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {
constexpr int kPlaces = 1000;
constexpr int kEditWidth = 84;

QLabel *makeCaption(QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setProperty("role", "caption");
    return label;
}
} // namespace

LogSlider::LogSlider(const QString &caption, QWidget *parent) : QWidget(parent) {
    auto *name = new QLabel(caption, this);
    m_edit = new QDoubleSpinBox(this);
    m_edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setFixedWidth(kEditWidth);
    m_edit->setKeyboardTracking(false);
    m_edit->setDecimals(6);
    m_edit->setAccessibleName(caption);
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setRange(0, kPlaces);
    m_slider->setPageStep(kPlaces / 20);
    m_slider->setAccessibleName(caption);
    name->setBuddy(m_edit);
    m_least = makeCaption(this);
    m_most = makeCaption(this);
    m_suffix = makeCaption(this);
    m_suffix->setAlignment(Qt::AlignCenter);

    auto *top = new QHBoxLayout;
    top->addWidget(name, 1);
    top->addWidget(m_edit);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_least);
    bottom->addWidget(m_suffix, 1);
    bottom->addWidget(m_most);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(top);
    layout->addWidget(m_slider);
    layout->addLayout(bottom);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int place) { changeTo(valueAt(place)); });
    connect(m_edit, &QDoubleSpinBox::valueChanged, this, &LogSlider::changeTo);
    whenLanguageChanges(this, [this] { showRange(); });
}

void LogSlider::setObjectNames(const QString &slider, const QString &edit) {
    m_slider->setObjectName(slider);
    m_edit->setObjectName(edit);
}

void LogSlider::setRange(double least, double most) {
    m_low = least;
    m_high = most;
    showRange();
    const QSignalBlocker blocker(m_edit);
    m_edit->setRange(least, most);
    setValue(m_value);
}

void LogSlider::showRange() {
    m_least->setText(QLocale().toString(m_low, 'g', 6));
    m_most->setText(QLocale().toString(m_high, 'g', 6));
}

void LogSlider::setLinear(bool linear) { m_linear = linear; }

void LogSlider::setDecimals(int decimals) {
    const QSignalBlocker blocker(m_edit);
    m_edit->setDecimals(decimals);
    m_edit->setSingleStep(std::pow(10.0, -decimals));
}

void LogSlider::setSuffixText(const QString &text) { m_suffix->setText(text); }

void LogSlider::setValue(double value) {
    if (!std::isnan(value))
        m_value = std::clamp(value, m_low, m_high);
    showValue();
}

void LogSlider::stepByFactor(double factor) { changeTo(m_value * factor); }

void LogSlider::changeTo(double value) {
    if (std::isnan(value))
        return;
    const double rounded = [&] { // to what the field can show
        const double unit = std::pow(10.0, m_edit->decimals());
        return std::clamp(std::round(value * unit) / unit, m_low, m_high);
    }();
    if (rounded == m_value)
        return;
    m_value = rounded;
    showValue();
    emit valueChanged(m_value);
}

void LogSlider::showValue() {
    const QSignalBlocker edit(m_edit);
    const QSignalBlocker slider(m_slider);
    m_edit->setValue(m_value);
    m_slider->setValue(placeOf(m_value));
}

int LogSlider::placeOf(double value) const {
    const double share = m_linear ? (value - m_low) / (m_high - m_low)
                                  : std::log(value / m_low) / std::log(m_high / m_low);
    return static_cast<int>(std::lround(kPlaces * share));
}

double LogSlider::valueAt(int place) const {
    const double share = static_cast<double>(place) / kPlaces;
    return m_linear ? m_low + share * (m_high - m_low) : m_low * std::pow(m_high / m_low, share);
}

} // namespace rbm
