// What the window exports. main_window.cpp has the rest.
#include "ui/window/exporter.h"
#include "ui/window/filters_workspace.h"
#include "ui/window/gibbs_workspace.h"
#include "ui/window/main_window.h"
#include "ui/window/runs_workspace.h"
#include "ui/window/train_workspace.h"

#include <QAction>
#include <QStackedWidget>

namespace rbm {

void MainWindow::connectExports() {
    m_exporter =
        new Exporter(m_session, *m_notices, m_lastFolder, {m_train, m_gibbs, m_runs}, m_stack);
    const auto offer = [this](ExportKind kind) {
        return [this, kind] { m_exporter->offer(kind); };
    };
    connect(m_train, &TrainWorkspace::exportPlotWanted, this, offer(ExportKind::Plot));
    connect(m_train, &TrainWorkspace::exportFiltersWanted, this, offer(ExportKind::Filters));
    connect(m_filters, &FiltersWorkspace::exportFiltersWanted, this, offer(ExportKind::Filters));
    connect(m_gibbs, &GibbsWorkspace::exportWanted, this, offer(ExportKind::Samples));
    connect(m_runs, &RunsWorkspace::exportWanted, this, offer(ExportKind::Runs));
    connect(m_export, &QAction::triggered, this, [this] { m_exporter->offer(kindOfWorkspace()); });
}

void MainWindow::offerExport() { m_export->setEnabled(m_exporter->has(kindOfWorkspace())); }

ExportKind MainWindow::kindOfWorkspace() const {
    switch (m_stack->currentIndex()) {
    case kFilters:
        return ExportKind::Filters;
    case kGibbs:
        return ExportKind::Samples;
    case kRuns:
        return ExportKind::Runs;
    default:
        return ExportKind::Plot;
    }
}

} // namespace rbm
