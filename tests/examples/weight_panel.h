#pragma once

#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"
#include "ui/window/panel.h"

namespace rbm {
class BarChart;
}

namespace rbm::examples {

/// How the weights are distributed, as a histogram that follows the training. The example of
/// docs/developers/adding-a-panel.md.
class WeightPanel : public Panel {
    Q_OBJECT
public:
    static constexpr int kBars = 21; ///< an odd number, so that 0 is in the middle of one

    explicit WeightPanel(QWidget *parent = nullptr);

    /// The weights of a snapshot that has filters; any other leaves what is shown.
    void showSnapshot(const TrainingSnapshot &snapshot);
    void applyTheme(const Theme &theme);

private:
    BarChart *m_chart;
    FloatTiles m_shown; ///< these; snapshots share tiles that did not change
};

} // namespace rbm::examples
