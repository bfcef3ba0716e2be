#pragma once

#include "ui/window/story_page.h"

#include <optional>

namespace rbm {

class TileView;

/// Part 1, the positive phase: the mini-batch, and what the hidden units answer to it.
class PositivePage : public StoryPage {
    Q_OBJECT
public:
    explicit PositivePage(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme) override;
    void show(const StoryScene &scene) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showImage();

    TileView *m_images;
    QLabel *m_answerTitle;
    PictureView *m_answer; ///< of the chosen image
    QLabel *m_allTitle;
    PictureView *m_all; ///< a row for each image, a column for each unit
    QLabel *m_unitText;
    std::optional<StoryScene> m_scene;
};

} // namespace rbm
