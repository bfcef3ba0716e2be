#pragma once

#include "ui/window/lesson_host.h"
#include "ui/window/main_window.h"

#include <QObject>

#include <optional>

class QAction;
class QMenu;

namespace rbm {

class ExplainGuide;
class ExplainPanel;
class LessonGuide;

/// What explains the window and gives lessons in it. A part of the window in a file of its
/// own, so that the window need not know how it is explained.
class MainWindow::Teaching : public QObject, public LessonHost {
    Q_OBJECT
public:
    explicit Teaching(MainWindow &window);

    QMenu *makeLessonsMenu();
    void addTo(QMenu *file, QMenu *view, QMenu *help);
    void applyTheme(const Theme &theme);
    /// From the last time; where there was none, by the window's height.
    void restore();
    void save() const;
    void startLesson(const QString &id);

    LessonFacts facts() const override;
    void openWorkspace(const QString &name) override;
    bool start(const LessonSettings &settings) override;
    void train() override;
    void pause() override;
    bool openModel() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectWindow();
    void addToToolBar();
    void offerTour();
    void openHelp();
    bool isOwnRun() const;

    MainWindow &m_window;
    ExplainPanel *m_panel;
    ExplainGuide *m_explain;
    LessonGuide *m_guide;
    QMenu *m_menu = nullptr;
    QAction *m_lessons;
    QAction *m_help;
    std::optional<TrainingConfig> m_started; ///< by the lesson; nobody will miss it
};

} // namespace rbm
