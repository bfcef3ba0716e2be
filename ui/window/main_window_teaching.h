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
    /// From the last time; where nobody chose yet, by the window's height.
    void restore();
    void save() const;
    void startLesson(const QString &id);
    /// The workspace of this tab is shown: the panel finds its place beside it.
    void enter(int workspace);

    LessonFacts facts() const override;
    void openWorkspace(const QString &name) override;
    bool start(const LessonSettings &settings) override;
    void train() override;
    void pause() override;
    void runChains() override;
    bool openModel() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectWindow();
    void addToToolBar();
    void showInToolBar();
    /// The panel, as long as nobody chose whether it is shown.
    void showWhereThereIsRoom();
    void offerTour();
    void openHelp();
    bool isOwnRun() const;

    MainWindow &m_window;
    ExplainPanel *m_panel;
    ExplainGuide *m_explain;
    LessonGuide *m_guide;
    QMenu *m_menu = nullptr;
    QAction *m_lessons; ///< in the tool bar, where there is room; likewise m_helpButton
    QAction *m_helpButton;
    QAction *m_help;
    bool m_byRoom = true;                    ///< nobody chose whether the panel is shown
    double m_budget = 0;                     ///< of likelihood checks, before the lesson
    std::optional<TrainingConfig> m_started; ///< by the lesson; nobody will miss it
};

} // namespace rbm
