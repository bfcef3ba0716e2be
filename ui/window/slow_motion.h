#pragma once

#include "ui/session/snapshot.h"
#include "ui/window/panel.h"
#include "ui/window/story_page.h"

#include <QTimer>

#include <optional>
#include <vector>

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace rbm {

class SegmentedControl;

/// One update of the run in its four parts, with the numbers that it was made of: positive
/// phase, negative phase, gradient, step. It tells updates that were made; the next is made
/// where nextUpdateWanted() leads to.
class SlowMotion : public Panel {
    Q_OBJECT
public:
    explicit SlowMotion(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void show(const TrainingSnapshot &snapshot);
    /// So that the keys work once it is open.
    void takeFocus();
    /// Whose filter is told; -1: the one that changed most.
    void setUnit(int unit);

signals:
    void nextUpdateWanted();
    void closeWanted();

private:
    void addPages();
    void addButtons();
    void addKeys();
    QPushButton *addButton(const char *name, const QString &text, const QString &toolTip);
    void showStory();
    void showTruth();
    void showControls();
    void setPart(int part);
    void goBy(int parts);
    void setPlaying(bool playing);
    void playOn();
    StoryPage *page(int part) const { return m_pages[static_cast<std::size_t>(part)]; }
    bool hasStory() const { return m_scene.has_value(); }

    SegmentedControl *m_parts;
    QStackedWidget *m_stack; ///< the pages, then what stands where nothing was told
    std::vector<StoryPage *> m_pages;
    QLabel *m_empty;
    QLabel *m_truth;
    QToolButton *m_close;
    QPushButton *m_back;
    QPushButton *m_play;
    QPushButton *m_next;
    QPushButton *m_update;
    QTimer m_timer;
    Theme m_theme{};
    std::optional<StoryScene> m_scene;
    int m_unit = -1;
    RunState m_state = RunState::NoData;
    std::uint64_t m_runUpdate = 0;
};

} // namespace rbm
