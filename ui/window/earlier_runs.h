#pragma once

#include "ui/widgets/earlier_curve.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace rbm {

class LikelihoodPlot;
class RunLibrary;

/// Draws the newest of the kept runs behind the curve of the present one: those that are checked
/// in Runs and were trained on the present images.
class EarlierRuns : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 3;

    EarlierRuns(RunLibrary &library, LikelihoodPlot &plot, QObject *parent);

    void setShown(bool shown);
    bool isShown() const { return m_shown; }
    /// Soon, as many changes may come at once.
    void refresh() { m_soon.start(); }

private:
    std::vector<EarlierCurve> curves() const;

    RunLibrary &m_library;
    LikelihoodPlot &m_plot;
    QTimer m_soon;
    bool m_shown = true;
};

} // namespace rbm
