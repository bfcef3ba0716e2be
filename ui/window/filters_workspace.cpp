#include "ui/window/filters_workspace.h"

#include "ui/widgets/colour_scale.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/panel.h"
#include "ui/window/train_workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <numeric>

namespace rbm {

FiltersWorkspace::FiltersWorkspace(QWidget *parent) : QWidget(parent) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(makeFilterPanel(), 1);
    layout->addWidget(makeUnitPanel());
}

QWidget *FiltersWorkspace::makeFilterPanel() {
    m_filterPanel = new Panel(tr("Filters"), this);
    m_scale = new ColourScale(m_filterPanel);
    m_filterPanel->addToHeader(m_scale);
    auto *button = makeExportButton(tr("Export the filters as PNG"), m_filterPanel);
    connect(button, &QToolButton::clicked, this, &FiltersWorkspace::exportFiltersWanted);
    m_filterPanel->addToHeader(button);
    m_filters = new TileView(m_filterPanel);
    m_filters->setObjectName(QStringLiteral("largeFilterView"));
    m_filters->setAccessibleName(tr("Filters"));
    m_filters->setColumns(0);
    m_filterPanel->body()->addWidget(m_filters, 1);
    connect(m_filters, &TileView::selectionChanged, this, &FiltersWorkspace::showUnit);
    return m_filterPanel;
}

QWidget *FiltersWorkspace::makeUnitPanel() {
    m_unitPanel = new Panel(tr("Unit"), this);
    m_unitPanel->setFixedWidth(300);
    m_unit = new TileView(m_unitPanel);
    m_unit->setObjectName(QStringLiteral("selectedFilter"));
    m_unit->setColumns(1);
    m_unit->setFixedHeight(272);
    m_unit->setEmptyText(tr("Click a filter to see it large."));
    m_unit->setFocusPolicy(Qt::NoFocus);
    m_norm = new QLabel(m_unitPanel);
    m_norm->setWordWrap(true);
    m_unitPanel->body()->addWidget(m_unit);
    m_unitPanel->body()->addWidget(m_norm);
    m_unitPanel->body()->addStretch(1);
    return m_unitPanel;
}

void FiltersWorkspace::applyTheme(const Theme &theme) {
    m_scale->setTheme(theme);
    m_scale->setColours(weightColours(theme.kind));
    for (TileView *view : {m_filters, m_unit}) {
        view->setBackground(theme.panel);
        view->setAccent(theme.accent);
        view->setColours(weightColours(theme.kind));
    }
    setExportIcons(this, theme);
}

void FiltersWorkspace::show(const TrainingSnapshot &snapshot) {
    if (snapshot.filters == nullptr || snapshot.filters == m_tiles)
        return;
    m_tiles = snapshot.filters;
    m_scaleValue = snapshot.filterScale;
    m_width = static_cast<int>(snapshot.width);
    m_height = static_cast<int>(snapshot.height);
    const auto hidden = static_cast<int>(snapshot.config.numHidden);
    m_filters->setTileShape(m_width, m_height);
    m_filters->setWeights(m_tiles, hidden, m_scaleValue);
    m_scale->setScale(m_scaleValue);
    m_filterPanel->setCaption(tr("%1 hidden units: what each gets from every pixel").arg(hidden));
    showUnit();
}

void FiltersWorkspace::showUnit() {
    const int unit = m_filters->selected();
    if (m_tiles == nullptr || unit < 0 || unit >= m_filters->count()) {
        m_unit->clear();
        m_norm->clear();
        m_unitPanel->setCaption(QString());
        return;
    }
    const auto size = static_cast<std::ptrdiff_t>(m_width) * m_height;
    const auto first = m_tiles->begin() + unit * size;
    auto tile = std::make_shared<const std::vector<float>>(first, first + size);
    const float norm =
        std::sqrt(std::inner_product(tile->begin(), tile->end(), tile->begin(), 0.0F));
    m_unit->setTileShape(m_width, m_height);
    m_unit->setWeights(tile, 1, m_scaleValue);
    m_unitPanel->setCaption(QString::number(unit));
    m_norm->setText(tr("Weight norm %1").arg(norm, 0, 'f', 2));
}

} // namespace rbm
