#pragma once

#include "ui/window/story_page.h"

#include <optional>

namespace rbm {

/// Part 4: momentum and step, and the filter on either side of them.
class StepPage : public StoryPage {
    Q_OBJECT
public:
    explicit StepPage(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme) override;
    void show(const StoryScene &scene) override;

private:
    void showFormula();
    void showNumbers();

    TermPicture *m_kept;     ///< momentum times the last
    TermPicture *m_push;     ///< less the step times the gradient
    TermPicture *m_momentum; ///< their sum
    TermPicture *m_old;
    TermPicture *m_change;
    TermPicture *m_new;
    QLabel *m_numbers;
    std::optional<StoryScene> m_scene;
};

} // namespace rbm
