// What the workspace of runs draws, in the window and for export. runs_workspace.cpp has the rest.
#include "ui/runs/runs_picture.h"
#include "ui/window/runs_workspace.h"

#include <algorithm>

namespace rbm {

std::vector<RunsPlot::Line> RunsWorkspace::linesOf(const std::vector<RunRecord> &drawn,
                                                   const Theme &theme) const {
    const QStringList chosen = selected();
    std::vector<RunsPlot::Line> lines;
    for (const RunRecord &run : drawn) {
        const bool isChosen = chosen.contains(run.id);
        lines.push_back({run.name, run.points,
                         m_runs.styleOf(m_runs.rowOf(run.id), isChosen, theme), isChosen});
    }
    // What a person looks at lies on top.
    std::stable_partition(lines.begin(), lines.end(),
                          [](const RunsPlot::Line &line) { return !line.selected; });
    return lines;
}

bool RunsWorkspace::hasCurves() const {
    const auto &runs = m_runs.runs();
    return std::any_of(runs.begin(), runs.end(),
                       [](const RunRecord &run) { return run.shown && !run.points.empty(); });
}

QPicture RunsWorkspace::toPicture(QSize size) const {
    return runsPicture(linesOf(drawnRuns(), theme(ThemeKind::Light)), m_runs.pixels(), size);
}

QString RunsWorkspace::toCsv() const { return curveTable(m_runs.shownRuns()); }

} // namespace rbm
