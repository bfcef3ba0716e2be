#include "ui/window/filters_workspace.h"

#include "ui/session/session.h"
#include "ui/widgets/colour_scale.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/panel.h"
#include "ui/window/train_workspace.h"
#include "ui/window/unit_inspector.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rbm {

namespace {

constexpr double kInspectorShare = 0.342;
constexpr int kNarrowInspector = 340;
constexpr int kWideInspector = 488;
constexpr int kNarrowPanel = 800; ///< below it the header has no room for a caption

/// "number 82 of 500 by strength".
QString orderName(UnitSort sort) {
    switch (sort) {
    case UnitSort::Index:
        return FiltersWorkspace::tr("by index");
    case UnitSort::Strength:
        return FiltersWorkspace::tr("by strength");
    case UnitSort::Activity:
        return FiltersWorkspace::tr("by activity");
    case UnitSort::Similarity:
        return FiltersWorkspace::tr("by similarity");
    }
    return {};
}

/// "500 units, strongest first".
QString orderCaption(UnitSort sort, int count) {
    const QString units = QLocale().toString(count);
    switch (sort) {
    case UnitSort::Index:
        return FiltersWorkspace::tr("%1 units, as numbered").arg(units);
    case UnitSort::Strength:
        return FiltersWorkspace::tr("%1 units, strongest first").arg(units);
    case UnitSort::Activity:
        return FiltersWorkspace::tr("%1 units, most active first").arg(units);
    case UnitSort::Similarity:
        return FiltersWorkspace::tr("%1 units, neighbours look alike").arg(units);
    }
    return {};
}

} // namespace

FiltersWorkspace::FiltersWorkspace(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(makeFilterPanel(), 1);
    makeInspector();
    layout->addWidget(m_inspector);
    connectTiles();
    whenLanguageChanges(this, [this] {
        showUnit();
        showCaption();
    });
}

QWidget *FiltersWorkspace::makeFilterPanel() {
    m_filterPanel = new Panel(tr("Filters"), this);
    addSortControl();
    m_scale = new ColourScale(m_filterPanel);
    m_filterPanel->addToHeader(m_scale);
    auto *button = makeExportButton(tr("Export the filters as PNG"), m_filterPanel);
    button->setObjectName(QStringLiteral("exportLargeFilters"));
    connect(button, &QToolButton::clicked, this, &FiltersWorkspace::exportFiltersWanted);
    m_filterPanel->addToHeader(button);
    m_narrowCaption = makeElidedLabel("caption", m_filterPanel);
    m_narrowCaption->hide();
    m_filterPanel->body()->addWidget(m_narrowCaption);
    m_filters = new TileView(m_filterPanel);
    m_filters->setObjectName(QStringLiteral("largeFilterView"));
    m_filters->setAccessibleName(tr("Filters"));
    m_filters->setColumns(0);
    m_filters->setTileNames([this](int place) { return factsOf(unitAt(place)); });
    whenLanguageChanges(m_filters, [this] {
        m_filters->setEmptyText(tr("The filters appear once there are images."));
    });
    m_filterPanel->body()->addWidget(m_filters, 1);
    return m_filterPanel;
}

void FiltersWorkspace::addSortControl() {
    auto *label = makeLabel(tr("Sort by"), "caption", m_filterPanel);
    m_sort = new SegmentedControl(m_filterPanel);
    m_sort->setObjectName(QStringLiteral("filterSort"));
    m_sort->setGivesWay(true);
    m_sort->setAccessibleName(tr("Sort by"));
    m_sort->setAccessibleDescription(tr("The order of the filters"));
    m_sort->addSegment(tr("Index"), tr("As the model numbers its hidden units"));
    m_sort->addSegment(tr("Strength"), tr("By the norm of the weights, strongest first"));
    m_sort->addSegment(tr("Activity"),
                       tr("By the mean activation on all training images, most active first"));
    m_sort->addSegment(tr("Similarity"),
                       tr("So that neighbours look alike: after each unit the one most like it"));
    label->setBuddy(m_sort);
    m_filterPanel->addToHeader(label);
    m_filterPanel->addToHeader(m_sort);
    connect(m_sort, &SegmentedControl::currentChanged, this, &FiltersWorkspace::sortNow);
}

void FiltersWorkspace::makeInspector() {
    m_inspector = new UnitInspector(this);
    connect(m_inspector, &UnitInspector::previousWanted, this, [this] { step(-1); });
    connect(m_inspector, &UnitInspector::nextWanted, this, [this] { step(1); });
    connect(m_inspector, &UnitInspector::pinToggled, this, &FiltersWorkspace::setPinned);
    connect(m_inspector, &UnitInspector::unitSwitched, this, &FiltersWorkspace::switchUnit);
}

void FiltersWorkspace::connectTiles() {
    connect(m_filters, &TileView::selectionChanged, this, &FiltersWorkspace::showPlace);
    connect(m_filters, &TileView::tileHovered, this, &FiltersWorkspace::hover);
    connect(m_filters, &TileView::tileClicked, this, [this] { setPinned(true); });
    m_pinHovered = new QAction(tr("Pin this unit"), this);
    m_pinHovered->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_pinHovered->setEnabled(false);
    connect(m_pinHovered, &QAction::triggered, this, [this] { setPinned(true); });
    addAction(m_pinHovered);
    m_filters->installEventFilter(this);
}

void FiltersWorkspace::applyTheme(const Theme &theme) {
    m_scale->setTheme(theme);
    m_scale->setColours(weightColours(theme.kind));
    m_filters->setBackground(theme.panel);
    m_filters->setAccent(theme.accent);
    m_filters->setColours(weightColours(theme.kind));
    m_inspector->applyTheme(theme);
    setExportIcons(this, theme);
}

void FiltersWorkspace::setData(const DatasetPair &images) { m_inspector->setData(images.train); }

void FiltersWorkspace::show(const TrainingSnapshot &snapshot) {
    m_update = snapshot.update;
    if (snapshot.filters != nullptr && snapshot.filters != m_tiles) {
        m_tiles = snapshot.filters;
        const auto width = static_cast<int>(snapshot.width);
        const auto height = static_cast<int>(snapshot.height);
        m_filters->setTileShape(width, height);
        m_filters->setWeights(m_tiles, static_cast<int>(snapshot.config.numHidden),
                              snapshot.filterScale);
        m_scale->setScale(snapshot.filterScale);
        m_inspector->setFilters(m_tiles, width, height, snapshot.filterScale);
    }
    takeUnitsOff(snapshot);
    takeInspection(snapshot);
    showCaption();
}

void FiltersWorkspace::takeInspection(const TrainingSnapshot &snapshot) {
    // Neither at hand nor under way: it was not asked for, and the last one stays.
    if (snapshot.inspection == nullptr && !snapshot.inspecting)
        return;
    m_inspection = snapshot.inspection;
    m_inspector->setInspection(m_inspection,
                               m_inspection != nullptr && m_inspection->update != m_update);
    const bool sortsNothingYet = m_sortedBy == nullptr || m_inspection == nullptr;
    if (m_sortedBy != m_inspection && (sortsNothingYet || !m_filters->underMouse()))
        sortNow();
    describeUnit();
}

void FiltersWorkspace::takeUnitsOff(const TrainingSnapshot &snapshot) {
    // What was switched here counts until the worker tells of a change.
    if (snapshot.unitsOff == m_toldOff)
        return;
    m_toldOff = m_unitsOff = snapshot.unitsOff;
    showCrosses();
    showUnit();
}

UnitSort FiltersWorkspace::sort() const { return static_cast<UnitSort>(m_sort->current()); }

void FiltersWorkspace::setSort(UnitSort sort) {
    m_sort->setCurrent(static_cast<int>(sort));
    sortNow();
}

void FiltersWorkspace::sortNow() {
    m_sortedBy = m_inspection;
    std::vector<std::uint32_t> order;
    if (m_sortedBy != nullptr && sort() != UnitSort::Index)
        order = m_sortedBy->order(sort());
    m_places.assign(order.size(), 0);
    for (std::size_t place = 0; place < order.size(); ++place)
        m_places[order[place]] = static_cast<int>(place);
    m_filters->setOrder(std::move(order));
    {
        const QSignalBlocker sameUnit(m_filters);
        m_filters->setSelected(placeOf(m_unit));
    }
    showCrosses();
    showUnit();
    showCaption();
}

int FiltersWorkspace::unitAt(int place) const { return m_filters->valueAt(place); }

int FiltersWorkspace::placeOf(int unit) const {
    const auto at = static_cast<std::size_t>(unit);
    const bool sorted =
        unit >= 0 && m_places.size() == static_cast<std::size_t>(m_filters->count());
    return sorted && at < m_places.size() ? m_places[at] : unit;
}

void FiltersWorkspace::showPlace(int place) {
    m_unit = unitAt(place);
    if (m_unit < 0)
        m_pinned = false;
    showUnit();
}

void FiltersWorkspace::hover(int place) {
    if (!m_pinned)
        m_filters->setSelected(place);
}

void FiltersWorkspace::setPinned(bool on) {
    m_pinned = on && m_unit >= 0;
    showUnit();
}

void FiltersWorkspace::step(int places) {
    const int place = placeOf(m_unit) + places;
    if (place >= 0 && place < m_filters->count())
        m_filters->setSelected(place);
}

void FiltersWorkspace::switchUnit(bool on) {
    if (m_unit < 0)
        return;
    const auto unit = static_cast<std::uint32_t>(m_unit);
    std::erase(m_unitsOff, unit);
    if (!on)
        m_unitsOff.push_back(unit);
    m_session.switchUnit(unit, on);
    showCrosses();
    showUnit();
}

void FiltersWorkspace::showUnit() {
    ShownUnit shown;
    shown.unit = m_unit;
    shown.place = placeOf(m_unit);
    shown.count = m_filters->count();
    shown.order = orderName(m_places.empty() ? UnitSort::Index : sort());
    shown.pinned = m_pinned;
    shown.off = isOff(m_unit);
    m_inspector->showUnit(shown);
    describeUnit();
}

bool FiltersWorkspace::isOff(int unit) const {
    return std::find(m_unitsOff.begin(), m_unitsOff.end(), static_cast<std::uint32_t>(unit)) !=
           m_unitsOff.end();
}

/// In words; before the images were looked at, its name alone.
QString FiltersWorkspace::factsOf(int unit) const {
    QString text = tr("Unit %1").arg(unit);
    const auto at = static_cast<std::size_t>(unit);
    if (m_inspection != nullptr && at < m_inspection->norms.size()) {
        text = tr("Unit %1, bias %2, active on %3 %, strength %4")
                   .arg(unit)
                   .arg(QLocale().toString(m_inspection->biases[at], 'f', 2))
                   .arg(std::lround(100 * m_inspection->statistics.meanActivation[at]))
                   .arg(QLocale().toString(m_inspection->norms[at], 'f', 1));
        text.replace(QLatin1Char('-'), QChar(0x2212));
    }
    return isOff(unit) ? tr("%1, switched off").arg(text) : text;
}

void FiltersWorkspace::describeUnit() {
    QString text = tr("Arrow keys choose a unit, Enter pins it");
    if (m_unit >= 0 && m_inspection != nullptr &&
        static_cast<std::size_t>(m_unit) < m_inspection->norms.size())
        text = factsOf(m_unit);
    if (text != m_filters->accessibleDescription())
        m_filters->setAccessibleDescription(text);
}

void FiltersWorkspace::showCrosses() {
    std::vector<int> places;
    for (const auto unit : m_unitsOff)
        places.push_back(placeOf(static_cast<int>(unit)));
    m_filters->setCrossedOut(std::move(places));
}

void FiltersWorkspace::showCaption() {
    QString text;
    const bool sorted = sort() != UnitSort::Index;
    if (m_filters->count() > 0)
        text = orderCaption(sort(), m_filters->count());
    if (sorted && m_filters->count() > 0 && m_sortedBy == nullptr)
        text = tr("%1 units, sorting…").arg(QLocale().toString(m_filters->count()));
    else if (sorted && m_sortedBy != nullptr && m_sortedBy->update != m_update)
        text += tr(", as of epoch %1")
                    .arg(QLocale().toString(std::floor(10 * m_sortedBy->epoch) / 10, 'g', 6));
    m_filterPanel->setCaption(m_narrowCaption->isVisibleTo(this) ? QString() : text);
    m_narrowCaption->setText(text);
}

void FiltersWorkspace::resizeEvent(QResizeEvent *event) {
    const int inside = width() - 24;
    const int wanted = static_cast<int>(std::lround(kInspectorShare * inside));
    m_inspector->setFixedWidth(std::clamp(wanted, kNarrowInspector, kWideInspector));
    m_narrowCaption->setVisible(inside - m_inspector->width() < kNarrowPanel);
    showCaption();
    QWidget::resizeEvent(event);
}

bool FiltersWorkspace::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        m_pinHovered->setEnabled(event->type() == QEvent::Enter);
    return QWidget::eventFilter(watched, event);
}

void FiltersWorkspace::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && m_pinned)
        setPinned(false);
    else
        QWidget::keyPressEvent(event);
}

} // namespace rbm
