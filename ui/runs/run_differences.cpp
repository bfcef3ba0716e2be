#include "ui/runs/run_differences.h"

#include "ui/runs/run_settings.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableWidget>

namespace rbm {

namespace {

constexpr int kRowHeight = 28;
constexpr int kLeastColumn = 72;
constexpr int kMostColumn = 180;
constexpr int kHeadingRoom = 12;

QTableWidgetItem *makeItem(const QString &text, const QFont &font) {
    auto *item = new QTableWidgetItem(text);
    item->setFont(font);
    item->setToolTip(text);
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

QStringList textsOf(const std::vector<RunRecord> &runs,
                    const std::vector<SettingDifference> &differences) {
    QStringList texts;
    for (const RunRecord &run : runs)
        texts += run.name;
    for (const SettingDifference &difference : differences) {
        texts += difference.name;
        texts += QStringList(difference.values.begin(), difference.values.end());
    }
    return texts;
}

} // namespace

RunDifferences::RunDifferences(QWidget *parent)
    : QWidget(parent), m_layout(new QStackedLayout(this)), m_text(new QLabel(this)),
      m_table(new QTableWidget(this)) {
    m_text->setProperty("role", "empty");
    m_text->setObjectName(QStringLiteral("runDifferencesText"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("runDifferences"));
    m_table->setAccessibleName(tr("Settings that differ between the checked runs"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    if (auto *corner = m_table->findChild<QAbstractButton *>()) // a screen reader finds it, too
        corner->setAccessibleName(tr("Select all"));
    m_table->setShowGrid(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setMinimumSectionSize(kLeastColumn);
    m_table->horizontalHeader()->setMaximumSectionSize(kMostColumn);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_layout->addWidget(m_text);
    m_layout->addWidget(m_table);
    show({});
}

void RunDifferences::show(const std::vector<RunRecord> &runs) {
    const auto differences = differencesOf(runs);
    m_layout->setCurrentWidget(differences.empty() ? static_cast<QWidget *>(m_text) : m_table);
    m_text->setText(runs.size() < 2
                        ? tr("Check two runs or more, and what their settings differ in "
                             "appears here.")
                        : tr("The checked runs have the same settings."));
    if (const QStringList shown = textsOf(runs, differences); shown != m_shown)
        m_shown = shown;
    else
        return; // it is asked for with every epoch, and filling a table takes long
    m_table->setRowCount(static_cast<int>(differences.size()));
    m_table->setColumnCount(static_cast<int>(runs.size()) + 1);
    m_table->setHorizontalHeaderItem(0, makeItem(tr("Setting"), textFont(12)));
    for (std::size_t run = 0; run < runs.size(); ++run)
        m_table->setHorizontalHeaderItem(static_cast<int>(run) + 1,
                                         makeItem(runs[run].name, textFont(12)));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const SettingDifference &difference = differences[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0, makeItem(difference.name, textFont(13)));
        for (std::size_t run = 0; run < runs.size(); ++run)
            m_table->setItem(row, static_cast<int>(run) + 1,
                             makeItem(difference.values[run], numberFont(12)));
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_table->columnCount(); ++column) // a heading needs some more
        m_table->setColumnWidth(column, m_table->columnWidth(column) + kHeadingRoom);
}

} // namespace rbm
