#include "ui/window/units_off_bar.h"

#include "ui/theme/icons.h"
#include "ui/widgets/retranslate.h"
#include "ui/window/panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace rbm {

namespace {
constexpr std::size_t kMostChips = 4; ///< more would not fit into the smallest window
} // namespace

UnitsOffBar::UnitsOffBar(QWidget *parent) : QFrame(parent), m_theme(theme(ThemeKind::Light)) {
    setObjectName(QStringLiteral("unitsOffBar"));
    setAccessibleName(tr("Units that are switched off"));
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(6);
    m_text = makeElidedLabel("notice", this);
    m_allOn = new QPushButton(tr("Switch all on"), this);
    m_allOn->setObjectName(QStringLiteral("allUnitsOn"));
    m_allOn->setAccessibleDescription(tr("Switches every hidden unit on again"));
    connect(m_allOn, &QPushButton::clicked, this, &UnitsOffBar::allOnWanted);
    m_samples = new QPushButton(tr("See the samples"), this);
    m_samples->setObjectName(QStringLiteral("seeSamples"));
    m_samples->setToolTip(tr("Watch the chains go on without it in the Gibbs explorer"));
    m_samples->setAccessibleDescription(m_samples->toolTip());
    connect(m_samples, &QPushButton::clicked, this, &UnitsOffBar::samplesWanted);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->setSpacing(10);
    layout->addLayout(m_chips);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_allOn);
    layout->addWidget(m_samples);
    hide();
    whenLanguageChanges(this, [this] { makeChips(); });
}

void UnitsOffBar::applyTheme(const Theme &theme) {
    m_theme = theme;
    makeChips();
}

void UnitsOffBar::show(const std::vector<std::uint32_t> &units) {
    if (units == m_units)
        return;
    m_units = units;
    makeChips();
    setVisible(!m_units.empty());
}

void UnitsOffBar::offerSamples(bool on) { m_samples->setVisible(on); }

void UnitsOffBar::makeChips() {
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        // Later: one of them may be the one whose click brought us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t at = 0; at < std::min(kMostChips, m_units.size()); ++at) {
        const quint32 unit = m_units[at];
        auto *chip = new QPushButton(tr("Unit %1 is off").arg(unit) + QChar::Nbsp, this);
        chip->setProperty("chip", true);
        chip->setObjectName(QStringLiteral("unitOff%1").arg(unit));
        chip->setIcon(icon(QStringLiteral("close"), m_theme));
        chip->setIconSize({10, 10});
        chip->setLayoutDirection(Qt::RightToLeft); // the cross stands at the end
        chip->setToolTip(tr("Switch unit %1 on again").arg(unit));
        chip->setAccessibleDescription(chip->toolTip());
        connect(chip, &QPushButton::clicked, this, [this, unit] { emit switchOnWanted(unit); });
        m_chips->addWidget(chip);
    }
    QString text = tr("in the chains you watch; the training keeps it.");
    if (m_units.size() > kMostChips)
        text = tr("and %1 more, in the chains you watch; the training keeps them.")
                   .arg(m_units.size() - kMostChips);
    else if (m_units.size() > 1)
        text = tr("in the chains you watch; the training keeps them.");
    m_text->setText(text);
    m_text->setToolTip(text);
    m_allOn->setVisible(m_units.size() > 1);
}

} // namespace rbm
