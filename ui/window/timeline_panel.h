#pragma once

#include "ui/session/snapshot.h"
#include "ui/window/panel.h"

class QPushButton;

namespace rbm {

struct Theme;
class TimelineView;

/// The steps of the selected chain, to go back to any of them.
class TimelinePanel : public Panel {
    Q_OBJECT
public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setTileShape(int width, int height);
    void show(const TrainingSnapshot &snapshot);
    /// The selected chain's held pixels, [V].
    void showHeld(const ByteTiles &held);
    /// The chains begin anew.
    void reset();
    void follow();

signals:
    void stepWanted(int step); ///< -1: always the newest
    void newestModelWanted();

private:
    QPushButton *m_newest; // made in the order in which Tab goes through them
    QPushButton *m_live;
    TimelineView *m_view;
};

} // namespace rbm
