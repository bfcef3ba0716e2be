#pragma once

#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"
#include "ui/widgets/likelihood_point.h"
#include "ui/window/changed_filters.h"

#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace rbm {

class ColourScale;
class HonestyMeter;
class LikelihoodPlot;
class Panel;
class SegmentedControl;
class SlowMotion;
class TilePulse;
class TileView;

/// The first workspace: the likelihood's curve and whether to believe it, what
/// the persistent chains look like, and all filters.
class TrainWorkspace : public QWidget {
    Q_OBJECT
public:
    explicit TrainWorkspace(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void show(const TrainingSnapshot &snapshot);
    void addReports(const std::vector<LikelihoodReport> &reports);
    /// The curve of a kept run, and its newest check in the meter.
    void showKept(const std::vector<LikelihoodPoint> &points);
    void clearCurve();
    void markControls(double epoch, const QString &text);
    /// In place of the curve, the meter and the chains.
    void showSlowMotion(bool wanted);
    bool isSlowMotion() const;
    SlowMotion *slowMotion() const { return m_slowMotion; }
    LikelihoodPlot *plot() const { return m_plot; }
    /// 0: gray, 1: sampled to 0 and 1.
    int pixelChoice() const;
    void setPixelChoice(int choice);

signals:
    void exportPlotWanted();
    void exportFiltersWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makePlotPanel();
    QWidget *makeMeterPanel();
    QWidget *makeFantasyPanel();
    QWidget *makeFilterPanel();
    void addPixelSwitch();
    void showPixels();
    void showCaptions();
    void showNewest();
    void showReport(const LikelihoodReport &report);

    QHBoxLayout *m_columns;
    QWidget *m_figures;
    SlowMotion *m_slowMotion;
    Panel *m_plotPanel;
    Panel *m_fantasyPanel;
    Panel *m_filterPanel;
    LikelihoodPlot *m_plot;
    SegmentedControl *m_pixels;
    QLabel *m_pixelCaption;
    HonestyMeter *m_meter;
    std::optional<LikelihoodReport> m_newest; ///< report
    std::optional<LikelihoodPoint> m_kept;    ///< where there is no report yet
    TileView *m_fantasies;
    TileView *m_filters;
    TilePulse *m_pulse; ///< around the filters that just changed
    ChangedFilters m_changed;
    ColourScale *m_scale;
    FloatTiles m_shownFilters;
    FloatTiles m_shownFantasies;
    int m_hidden = 0; ///< units; 0: none was shown yet
    int m_chains = 0;
    bool m_startsAtData = false; ///< each of the chains
};

/// A flat button with the export icon.
QToolButton *makeExportButton(const QString &what, QWidget *parent);
void setExportIcons(QWidget *root, const Theme &theme);

} // namespace rbm
