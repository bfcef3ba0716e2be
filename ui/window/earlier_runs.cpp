#include "ui/window/earlier_runs.h"

#include "ui/runs/run_library.h"
#include "ui/widgets/likelihood_plot.h"

namespace rbm {

namespace {
constexpr int kSoon = 100; ///< ms
} // namespace

EarlierRuns::EarlierRuns(RunLibrary &library, LikelihoodPlot &plot, QObject *parent)
    : QObject(parent), m_library(library), m_plot(plot) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_plot.setEarlierRuns(curves()); });
    const auto soon = [this] {
        if (!m_soon.isActive())
            refresh();
    };
    const RunTable &table = library.table();
    connect(&table, &QAbstractItemModel::dataChanged, this, soon);
    connect(&table, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&table, &QAbstractItemModel::rowsRemoved, this, soon);
    connect(&table, &QAbstractItemModel::modelReset, this, soon);
}

void EarlierRuns::setShown(bool shown) {
    m_shown = shown;
    m_plot.setEarlierRuns(curves());
}

std::vector<EarlierCurve> EarlierRuns::curves() const {
    std::vector<EarlierCurve> curves;
    if (!m_shown)
        return curves;
    const RunTable &table = m_library.table();
    for (auto run = table.runs().rbegin(); run != table.runs().rend(); ++run) {
        const bool other = run->id != table.current() && m_library.fitsData(*run);
        if (other && run->shown && !run->points.empty() && curves.size() < kMost)
            curves.push_back({run->name, run->points});
    }
    return curves;
}

} // namespace rbm
