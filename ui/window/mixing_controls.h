#pragma once

#include "ui/session/mixing_view.h"
#include "ui/theme/theme.h"
#include "ui/window/panel.h"

class QProgressBar;
class QPushButton;
class QSpinBox;

namespace rbm {

class TileView;

/// Runs the comparison of plain Gibbs sampling with parallel tempering, and chooses of which chain
/// the details are told.
class MixingControls : public Panel {
    Q_OBJECT
public:
    explicit MixingControls(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setTileShape(int width, int height);
    /// The chosen chain, its start and how many there are; chain -1: none.
    void showChain(int chain, int count, ByteTiles start);
    /// Null: nothing was begun from the present starts.
    void showView(const MixingView *view);
    int replicas() const;

signals:
    void playWanted(bool on);
    void restartWanted();
    void replicasChanged();
    void chainChosen(int chain); ///< from 0

private:
    void showCount();
    void addSettings();
    void addRun();
    void showTexts(const MixingView *view);

    QSpinBox *m_replicas; // made in the order in which Tab goes through them
    QSpinBox *m_chain;
    int m_count = 0; ///< of the chains
    TileView *m_start;
    QPushButton *m_play;
    QPushButton *m_restart;
    QProgressBar *m_progress;
    QLabel *m_steps;
    QLabel *m_rate;
    QLabel *m_accuracy;
    QLabel *m_model;
    Theme m_theme{};
    bool m_running = false;
};

} // namespace rbm
