#pragma once

#include "ui/window/story_page.h"

#include <optional>

namespace rbm {

/// Part 3: the gradient of one hidden unit's weights, model less data.
class GradientPage : public StoryPage {
    Q_OBJECT
public:
    explicit GradientPage(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme) override;
    void show(const StoryScene &scene) override;

private:
    void showFormula();

    TermPicture *m_model;
    TermPicture *m_data;
    TermPicture *m_difference;
    QLabel *m_numbers;
    std::optional<StoryScene> m_scene;
};

} // namespace rbm
