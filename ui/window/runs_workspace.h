#pragma once

#include "ui/runs/run_library.h"
#include "ui/runs/runs_plot.h"
#include "ui/theme/theme.h"

#include <QPicture>
#include <QStringList>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace rbm {

class Panel;
class RunDifferences;
class SegmentedControl;

/// The fourth workspace: the kept runs as a table, the curves of the checked ones in one plot,
/// and what their settings differ in. Keys in the table: Space checks, F2 renames, Delete
/// deletes, Ctrl+Return continues, S sorts by the column of the cursor.
class RunsWorkspace : public QWidget {
    Q_OBJECT
public:
    explicit RunsWorkspace(RunLibrary &library, QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    /// What can be done depends on whether the current run trains.
    void show(const TrainingSnapshot &snapshot);
    /// The images changed: runs on others cannot go on.
    void dataChanged() { showActions(); }

    /// Whether there is anything to export; the curves of the plot as a picture in the light
    /// theme, and those of all checked runs as one table.
    bool hasCurves() const;
    QPicture toPicture(QSize size) const;
    QString toCsv() const;

    /// 0: gray, 1: sampled to 0 and 1.
    int pixelChoice() const;
    void setPixelChoice(int choice);

signals:
    void continueWanted(const QString &run);
    void filtersWanted(const QString &run);
    void samplesWanted(const QString &run);
    void deleteWanted(const QStringList &runs);
    void exportWanted();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makePlotPanel();
    QWidget *makeDifferencePanel();
    QWidget *makeTablePanel();
    void makeTable();
    void makeActions();
    QPushButton *addButton(QAction *action, const char *name);
    void connectTable();
    QStringList selected() const;
    const RunRecord *onlySelected() const;
    void toggleShown();
    void sortByCursor();
    void updateNow();
    std::vector<RunRecord> drawnRuns() const;
    std::vector<RunsPlot::Line> linesOf(const std::vector<RunRecord> &drawn,
                                        const Theme &theme) const;
    void fitColumns();
    void showRows();
    void showCaption(std::size_t drawn);
    void showActions();
    QString whyNotOpen(const RunRecord *run) const;
    QString whyNotContinue(const RunRecord *run) const;
    QString whyNotDelete(const QStringList &runs) const;

    RunLibrary &m_library;
    RunTable &m_runs;
    Theme m_theme = theme(ThemeKind::Light);
    Panel *m_plotPanel;
    Panel *m_differencePanel;
    Panel *m_tablePanel;
    SegmentedControl *m_pixels;
    RunsPlot *m_plot;
    RunDifferences *m_differences;
    QStackedLayout *m_rows;
    QLabel *m_empty;
    QTableView *m_table;
    QSortFilterProxyModel *m_sorted;
    QAction *m_continue;
    QAction *m_openFilters;
    QAction *m_openSamples;
    QAction *m_delete;
    QTimer m_update; ///< of plot and differences: at most ten times a second
    bool m_training = false;
    std::size_t m_fittedTo = 0; ///< how many runs and checks the columns are as wide as
};

} // namespace rbm
