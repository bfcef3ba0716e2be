#pragma once

#include "engine/data/dataset.h"
#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"
#include "ui/window/exports.h"

#include <QUndoGroup>
#include <QWidget>

#include <memory>
#include <vector>

namespace rbm {

class ChainEdits;
class ChainPanel;
class GibbsControls;
class Panel;
class Session;
class SegmentedControl;
class TileView;
class TimelinePanel;

/// Real digits at the left, the chains that start from them at the right, in
/// the same order.
class GibbsWorkspace : public QWidget {
    Q_OBJECT
public:
    explicit GibbsWorkspace(Session &session, QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setData(const DatasetPair &images);
    void show(const TrainingSnapshot &snapshot);

    void pickOthers();
    void playPause();
    void run() { play(true); }
    void step();
    /// Undo and redo of drawing and clamping, which this owns; off while the workspace
    /// cannot be seen.
    QList<QAction *> makeEditActions();
    bool hasSamples() const { return m_samples != nullptr; }
    /// Both grids as they are shown, for export; only where there are samples.
    GridContent grid() const;

signals:
    void exportWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeGridPanel();
    QWidget *makeRight();
    void connectTimeline();
    void play(bool on);
    void connectControls();
    void select(int tile);
    void replaceSelected(quint32 row);
    void startChains();
    void startEdited(int chain);
    void showStarts();
    void showRealCaption();
    void showSelected();
    void nameChains();
    void showNow();
    int side() const;

    Session &m_session;
    ChainEdits *m_edits;
    QUndoGroup m_undo; ///< of the edits alone: none is active while they cannot be seen
    GibbsControls *m_controls;
    SegmentedControl *m_size;
    Panel *m_realPanel;
    Panel *m_samplePanel;
    TileView *m_real;
    TileView *m_sampleView;
    ChainPanel *m_chain;
    TimelinePanel *m_timeline;
    std::shared_ptr<const Dataset> m_data;
    QString m_dataName;
    FloatTiles m_samples;
    std::uint64_t m_seed = 1;
    qulonglong m_shownStep = 0; ///< of the chains in the sample grid
};

} // namespace rbm
