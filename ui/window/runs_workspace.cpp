#include "ui/window/runs_workspace.h"

#include "ui/runs/run_differences.h"
#include "ui/runs/runs_plot.h"
#include "ui/session/snapshot.h"
#include "ui/support/starter_digits.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/window/panel.h"
#include "ui/window/train_workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rbm {

namespace {

constexpr int kRowHeight = 30;
constexpr int kNameWidth = 210;
constexpr int kUpdateInterval = 100; ///< ms
constexpr int kPlotHeight = 136;     ///< at least
constexpr int kTableHeight = 110;    ///< at least
constexpr std::size_t kMostDrawn = 16;

} // namespace

RunsWorkspace::RunsWorkspace(RunLibrary &library, QWidget *parent)
    : QWidget(parent), m_library(library), m_runs(library.table()) {
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(makePlotPanel(), 13);
    top->addWidget(makeDifferencePanel(), 7);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(top, 11);
    layout->addWidget(makeTablePanel(), 8);
    m_update.setSingleShot(true);
    m_update.setInterval(kUpdateInterval);
    connect(&m_update, &QTimer::timeout, this, &RunsWorkspace::updateNow);
    connectTable();
    showRows();
    updateNow();
    whenLanguageChanges(this, [this] {
        m_runs.languageChanged();
        m_fittedTo = 0; // other words need other columns
        updateNow();
    });
}

QWidget *RunsWorkspace::makePlotPanel() {
    m_plotPanel = new Panel(tr("Test log-likelihood"), this);
    m_plotPanel->setCaption(tr("nats per image; a symbol where it may be quoted"),
                            tr("nats per image"));
    m_pixels = new SegmentedControl(m_plotPanel);
    m_pixels->setObjectName(QStringLiteral("runsPixelSwitch"));
    m_pixels->setAccessibleName(tr("Pixels that are scored"));
    m_pixels->addSegment(tr("Gray"), tr("Pixels between 0 and 1, as the original scores them"));
    m_pixels->addSegment(tr("Sampled"),
                         tr("Pixels drawn as 0 or 1 once, as the literature scores them"));
    connect(m_pixels, &SegmentedControl::currentChanged, this, &RunsWorkspace::setPixelChoice);
    m_plotPanel->addToHeader(m_pixels);
    auto *button = makeExportButton(tr("Export the checked curves (Ctrl+E)"), m_plotPanel);
    button->setObjectName(QStringLiteral("exportRuns"));
    connect(button, &QToolButton::clicked, this, &RunsWorkspace::exportWanted);
    m_plotPanel->addToHeader(button);
    m_plot = new RunsPlot(m_plotPanel);
    m_plot->setMinimumHeight(kPlotHeight);
    m_plotPanel->body()->addWidget(m_plot, 1);
    return m_plotPanel;
}

QWidget *RunsWorkspace::makeDifferencePanel() {
    m_differencePanel = new Panel(tr("Differences"), this);
    m_differencePanel->setCaption(tr("settings of the checked runs"));
    m_differences = new RunDifferences(m_differencePanel);
    m_differencePanel->body()->addWidget(m_differences, 1);
    return m_differencePanel;
}

QWidget *RunsWorkspace::makeTablePanel() {
    m_tablePanel = new Panel(tr("Runs"), this);
    makeTable();
    makeActions();
    m_empty = makeLabel(m_library.isOn() ? tr("Finished runs appear here.")
                                         : tr("This window keeps no runs."),
                        "empty", m_tablePanel);
    m_empty->setObjectName(QStringLiteral("runsEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    auto *rows = new QWidget(m_tablePanel);
    m_rows = new QStackedLayout(rows);
    m_rows->addWidget(m_empty);
    m_rows->addWidget(m_table);
    m_tablePanel->body()->addWidget(rows, 1);
    return m_tablePanel;
}

void RunsWorkspace::makeTable() {
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(&m_runs);
    m_sorted->setSortRole(RunTable::kSortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table = new QTableView(m_tablePanel);
    if (auto *corner = m_table->findChild<QAbstractButton *>()) // a screen reader finds it, too
        corner->setAccessibleName(tr("Select all"));
    m_table->setObjectName(QStringLiteral("runsTable"));
    m_table->setAccessibleName(tr("Kept runs"));
    m_table->setAccessibleDescription(
        tr("Space shows or hides a curve, F2 renames, Delete deletes, Ctrl+Return continues, S "
           "sorts by this column."));
    m_table->setModel(m_sorted);
    m_table->setMinimumHeight(kTableHeight);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunTable::Began, Qt::DescendingOrder);
    m_table->setIconSize({38, 16});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->resizeSection(RunTable::Name, kNameWidth);
    header->setResizeContentsPrecision(0); // of the rows that can be seen
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RunsWorkspace::makeActions() {
    const auto make = [this](const QString &text, const QKeySequence &keys) {
        auto *action = new QAction(text, m_table);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // not while a name is edited
        m_table->addAction(action);
        return action;
    };
    m_continue = make(tr("Continue"), Qt::CTRL | Qt::Key_Return);
    m_openFilters = make(tr("Show filters"), {});
    m_openSamples = make(tr("Show samples"), {});
    m_delete = make(tr("Delete"), Qt::Key_Delete);
    QAction *sort = make(tr("Sort by this column"), Qt::Key_S);
    addButton(m_continue, "continueRun");
    addButton(m_openFilters, "openRunInFilters");
    addButton(m_openSamples, "openRunInGibbs");
    setTabOrder(addButton(m_delete, "deleteRun"), m_table); // which stands below the buttons
    connect(m_continue, &QAction::triggered, this,
            [this] { emit continueWanted(selected().value(0)); });
    connect(m_openFilters, &QAction::triggered, this,
            [this] { emit filtersWanted(selected().value(0)); });
    connect(m_openSamples, &QAction::triggered, this,
            [this] { emit samplesWanted(selected().value(0)); });
    connect(m_delete, &QAction::triggered, this, [this] {
        QStringList runs = selected();
        runs.removeAll(m_runs.current());
        emit deleteWanted(runs);
    });
    connect(sort, &QAction::triggered, this, &RunsWorkspace::sortByCursor);
}

/// A button that does what the action does, and is off when it is.
QPushButton *RunsWorkspace::addButton(QAction *action, const char *name) {
    auto *button = new QPushButton(action->text(), m_tablePanel);
    button->setObjectName(QLatin1String(name));
    button->setProperty("quiet", true);
    m_tablePanel->addToHeader(button);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [action, button] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setAccessibleDescription(action->toolTip());
    });
    return button;
}

void RunsWorkspace::connectTable() {
    const auto soon = [this] {
        if (isVisible() && !m_update.isActive())
            m_update.start();
    };
    connect(&m_runs, &QAbstractItemModel::dataChanged, this, soon);
    const auto rowsChanged = [this, soon] {
        showRows();
        soon();
    };
    connect(&m_runs, &QAbstractItemModel::rowsInserted, this, rowsChanged);
    connect(&m_runs, &QAbstractItemModel::rowsRemoved, this, rowsChanged);
    connect(&m_runs, &QAbstractItemModel::modelReset, this, rowsChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, soon);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsWorkspace::showActions);
}

QStringList RunsWorkspace::selected() const {
    QStringList ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        const auto row = static_cast<std::size_t>(m_sorted->mapToSource(index).row());
        ids += m_runs.runs()[row].id;
    }
    return ids;
}

const RunRecord *RunsWorkspace::onlySelected() const {
    const QStringList ids = selected();
    if (ids.size() != 1)
        return nullptr;
    return &m_runs.runs()[static_cast<std::size_t>(m_runs.rowOf(ids.front()))];
}

/// All selected runs, to what the one under the cursor is not.
void RunsWorkspace::toggleShown() {
    const QModelIndex cursor = m_table->currentIndex().siblingAtColumn(RunTable::Name);
    if (!cursor.isValid())
        return;
    const bool on = cursor.data(Qt::CheckStateRole).toInt() != Qt::Checked;
    const auto state = static_cast<int>(on ? Qt::Checked : Qt::Unchecked);
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.contains(cursor))
        rows = {cursor};
    for (const QModelIndex &row : rows)
        m_sorted->setData(row, state, Qt::CheckStateRole);
}

void RunsWorkspace::sortByCursor() {
    const QModelIndex cursor = m_table->currentIndex();
    if (!cursor.isValid())
        return;
    const bool same = m_sorted->sortColumn() == cursor.column();
    const bool descending = same && m_sorted->sortOrder() == Qt::AscendingOrder;
    m_table->sortByColumn(cursor.column(), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

bool RunsWorkspace::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            toggleShown();
            return true;
        }
        if (key->key() == Qt::Key_F2) { // from any column
            m_table->setCurrentIndex(m_table->currentIndex().siblingAtColumn(RunTable::Name));
            m_table->edit(m_table->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RunsWorkspace::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    updateNow(); // nothing was done while nobody looked
}

/// The newest of the checked runs, and those that are selected: many more lines can neither be
/// told apart nor drawn in time.
std::vector<RunRecord> RunsWorkspace::drawnRuns() const {
    std::vector<RunRecord> drawn = m_runs.shownRuns();
    if (drawn.size() <= kMostDrawn)
        return drawn;
    const QStringList chosen = selected();
    std::size_t surplus = drawn.size() - kMostDrawn;
    std::erase_if(drawn, [&](const RunRecord &run) {
        if (surplus == 0 || chosen.contains(run.id))
            return false;
        --surplus;
        return true;
    });
    return drawn;
}

void RunsWorkspace::updateNow() {
    const std::vector<RunRecord> drawn = drawnRuns();
    m_plot->setEmptyText(drawn.empty() ? tr("The curves of checked runs appear here.")
                                       : tr("A curve starts after the first check."));
    m_plot->setLines(linesOf(drawn, m_theme), m_runs.pixels());
    m_differences->show(drawn);
    fitColumns();
    showCaption(drawn.size());
    showActions();
}

/// Where there are new runs or checks; never with each epoch, as that takes some milliseconds.
void RunsWorkspace::fitColumns() {
    std::size_t contents = m_runs.runs().size();
    for (const RunRecord &run : m_runs.runs())
        contents += run.points.size();
    if (contents == m_fittedTo)
        return;
    m_fittedTo = contents;
    for (int column = RunTable::Name + 1; column < RunTable::Images; ++column)
        m_table->resizeColumnToContents(column);
}

void RunsWorkspace::showCaption(std::size_t drawn) {
    const auto &runs = m_runs.runs();
    const auto checked = static_cast<std::size_t>(
        std::count_if(runs.begin(), runs.end(), [](const RunRecord &run) { return run.shown; }));
    QString text;
    if (checked > drawn)
        text = tr("%1 kept, %2 checked, the newest %3 of them in the plot")
                   .arg(runs.size())
                   .arg(checked)
                   .arg(drawn);
    else if (!runs.empty())
        text = tr("%1 kept, %2 in the plot").arg(runs.size()).arg(drawn);
    m_tablePanel->setCaption(text);
}

void RunsWorkspace::showRows() { m_rows->setCurrentIndex(m_runs.runs().empty() ? 0 : 1); }

QString RunsWorkspace::whyNotOpen(const RunRecord *run) const {
    if (run == nullptr)
        return tr("Select one run first.");
    if (run->id == m_runs.current())
        return {};
    if (!run->hasModel)
        return tr("This run has no model: the program ended before it was written.");
    if (!m_library.fitsData(*run))
        return tr("This run was trained on %1; open these images first (File menu).")
            .arg(shownImagesName(run->dataName));
    return {};
}

QString RunsWorkspace::whyNotContinue(const RunRecord *run) const {
    if (run != nullptr && run->id == m_runs.current() && m_training)
        return tr("This run trains already.");
    return whyNotOpen(run);
}

QString RunsWorkspace::whyNotDelete(const QStringList &runs) const {
    if (runs.isEmpty())
        return tr("Select a run first.");
    if (runs == QStringList{m_runs.current()})
        return tr("This is the current run; restart (Ctrl+R) or continue another one first.");
    return {};
}

void RunsWorkspace::showActions() {
    const auto offer = [](QAction *action, const QString &trouble, const QString &toolTip) {
        action->setEnabled(trouble.isEmpty());
        action->setToolTip(trouble.isEmpty() ? toolTip : trouble);
    };
    const RunRecord *run = onlySelected();
    offer(m_continue, whyNotContinue(run),
          tr("Trains this run on, exactly from where it was left (Ctrl+Return)"));
    offer(m_openFilters, whyNotOpen(run), tr("Makes this run the current one; shows its filters"));
    offer(m_openSamples, whyNotOpen(run),
          tr("Makes this run the current one; shows it in the Gibbs explorer"));
    offer(m_delete, whyNotDelete(selected()), tr("Deletes the selected runs (Delete)"));
}

void RunsWorkspace::show(const TrainingSnapshot &snapshot) {
    const bool training = snapshot.state == RunState::Training;
    if (training == m_training)
        return;
    m_training = training;
    showActions();
}

int RunsWorkspace::pixelChoice() const { return m_pixels->current(); }

void RunsWorkspace::setPixelChoice(int choice) {
    m_pixels->setCurrent(choice == 1 ? 1 : 0);
    m_runs.setPixels(choice == 1 ? PixelKind::Sampled : PixelKind::Gray);
    m_update.start();
}

void RunsWorkspace::applyTheme(const Theme &theme) {
    m_theme = theme;
    m_runs.setTheme(theme);
    m_plot->setTheme(theme);
    setExportIcons(this, theme);
    updateNow();
}

} // namespace rbm
