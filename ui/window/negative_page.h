#pragma once

#include "ui/window/story_page.h"

#include <optional>

class QSlider;

namespace rbm {

class ChainPictures;
class TileView;

/// Part 2, the negative phase: some of the chains, one layer's draw after the other.
class NegativePage : public StoryPage {
    Q_OBJECT
public:
    explicit NegativePage(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme) override;
    void show(const StoryScene &scene) override;
    bool advance() override;
    void rewind() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showDraw();
    void showWhatIsDrawn(int at);
    void showStrip();
    void describe();
    int sweeps() const; ///< that were kept

    ChainPictures *m_chains;
    QSlider *m_slider; ///< 0: the start; then v and h of each sweep in turn
    QLabel *m_place;
    QLabel *m_stripTitle;
    TileView *m_strip; ///< visible states of the chosen chain after each sweep
    std::optional<StoryScene> m_scene;
};

} // namespace rbm
