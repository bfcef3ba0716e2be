#include "ui/window/preset_choice.h"

#include "ui/support/presets.h"
#include "ui/widgets/retranslate.h"
#include "ui/window/panel.h"

#include <QComboBox>
#include <QLabel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace rbm {

namespace {
constexpr int kHeight = 30;
constexpr int kBelow = 4; ///< between it and the settings
} // namespace

PresetChoice::PresetChoice(QWidget *parent) : QWidget(parent), m_combo(new QComboBox(this)) {
    m_combo->setObjectName(QStringLiteral("presetCombo"));
    m_combo->setAccessibleName(tr("Preset"));
    for (std::size_t at = 0; at < presets().size(); ++at)
        m_combo->addItem({});
    // The last stands for all other settings; nobody can choose it.
    m_combo->addItem(tr("Custom"));
    m_combo->setItemData(m_combo->count() - 1, tr("Settings of your own: no preset has them."),
                         Qt::ToolTipRole);
    if (auto *items = qobject_cast<QStandardItemModel *>(m_combo->model()))
        items->item(m_combo->count() - 1)->setEnabled(false);
    m_combo->setMinimumHeight(kHeight);
    // A long name must not widen the dock.
    m_combo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, kBelow);
    layout->setSpacing(6);
    QLabel *title = makeLabel(tr("Preset"), "title", this);
    title->setBuddy(m_combo);
    layout->addWidget(title);
    layout->addWidget(m_combo);
    connect(m_combo, &QComboBox::activated, this, &PresetChoice::choose);
    whenLanguageChanges(this, [this] { showNames(); });
}

void PresetChoice::showNames() {
    for (int at = 0; at < m_combo->count() - 1; ++at) {
        const Preset &preset = presets()[static_cast<std::size_t>(at)];
        m_combo->setItemText(at, preset.shown(preset.name));
        m_combo->setItemData(at, preset.shown(preset.description), Qt::ToolTipRole);
    }
    showDescription();
}

void PresetChoice::choose(int index) {
    const auto at = static_cast<std::size_t>(index);
    if (at < presets().size())
        emit chosen(presets()[at].config);
}

void PresetChoice::showConfig(const TrainingConfig &config) {
    const Preset *preset = presetOf(config);
    m_combo->setCurrentIndex(preset == nullptr ? m_combo->count() - 1
                                               : static_cast<int>(preset - presets().data()));
    showDescription();
}

void PresetChoice::setLocked(bool locked) {
    if (locked != m_combo->isEnabled())
        return; // as it is
    m_combo->setEnabled(!locked);
    showDescription();
}

void PresetChoice::showDescription() {
    const QString text = m_combo->currentData(Qt::ToolTipRole).toString();
    const QString why = tr("Pause to choose another preset.");
    // Rich text, so that it is broken into lines.
    const QString shown = m_combo->isEnabled() ? text : text + QLatin1Char(' ') + why;
    m_combo->setToolTip(QStringLiteral("<p>%1</p>").arg(shown.toHtmlEscaped()));
    m_combo->setAccessibleDescription(shown);
}

} // namespace rbm
