#pragma once

#include "ui/support/lesson_run.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <optional>

class QShortcut;
class QWidget;

namespace rbm {

class Callout;
class LessonHost;

/// Gives a lesson in a window: shows its steps in a callout, does what they offer, and goes
/// on as they tell. Esc ends it.
class LessonGuide : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it; the window owns it.
    LessonGuide(QWidget *window, LessonHost &host);

    /// Ends another one.
    void start(const Lesson &lesson);
    void end();
    bool isActive() const { return m_run.has_value(); }
    /// The facts may have changed: to be called with every snapshot.
    void look();
    /// A model was opened: what waits for it is done.
    void modelOpened();
    void applyTheme(const Theme &theme);

signals:
    void ended(const QString &id);

private:
    void connectCallout();
    void showStep();
    void showText();
    void showWaiting();
    void goOn();
    void moveKeyboard();
    void doStep();
    void doRest();
    bool act(const LessonAction &action);

    QWidget *m_window;
    LessonHost &m_host;
    Callout *m_callout;
    QShortcut *m_escape;
    QShortcut *m_keyboard;           ///< to the callout and back
    QPointer<QWidget> m_focusBefore; ///< where the keyboard was
    std::optional<LessonRun> m_run;
    std::deque<LessonAction> m_rest; ///< of the step, still to be done
};

/// Sets a slider, a field or a choice of the window as a person would, so that all that hangs
/// on it follows. False where there is no such thing.
bool setControl(QWidget &window, const QString &name, double value);
/// Clicks a button, or triggers an action; false where there is none or it is off.
bool clickControl(QWidget &window, const QString &name);

} // namespace rbm
