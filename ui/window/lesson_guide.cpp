#include "ui/window/lesson_guide.h"

#include "ui/widgets/callout.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/window/lesson_host.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

namespace rbm {

namespace {

/// The areas that scroll around a widget show it.
void bringIntoView(QWidget *widget) {
    if (widget == nullptr)
        return;
    for (QWidget *parent = widget->parentWidget(); parent != nullptr;
         parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

QWidget *findTarget(const QWidget &window, const QString &name) {
    return name.isEmpty() ? nullptr : window.findChild<QWidget *>(name);
}

} // namespace

bool setControl(QWidget &window, const QString &name, double value) {
    auto *control = window.findChild<QWidget *>(name);
    const int whole = static_cast<int>(std::lround(value));
    if (auto *number = qobject_cast<QSpinBox *>(control)) {
        number->setValue(whole);
    } else if (auto *field = qobject_cast<QDoubleSpinBox *>(control)) {
        field->setValue(value);
    } else if (auto *slider = qobject_cast<QSlider *>(control)) {
        slider->setValue(whole);
    } else if (auto *choice = qobject_cast<QComboBox *>(control)) {
        choice->setCurrentIndex(whole);
    } else if (auto *segments = qobject_cast<SegmentedControl *>(control)) {
        const auto buttons = segments->findChildren<QPushButton *>();
        if (whole < 0 || whole >= buttons.size())
            return false;
        buttons[whole]->click();
    } else {
        return false;
    }
    return true;
}

bool clickControl(QWidget &window, const QString &name) {
    if (auto *button = window.findChild<QAbstractButton *>(name)) {
        button->click();
        return button->isEnabled();
    }
    auto *action = window.findChild<QAction *>(name);
    if (action == nullptr || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

LessonGuide::LessonGuide(QWidget *window, LessonHost &host)
    : QObject(window), m_window(window), m_host(host), m_callout(new Callout(window)),
      m_escape(new QShortcut(Qt::Key_Escape, window)),
      m_keyboard(new QShortcut(Qt::Key_F6, window)) {
    m_escape->setEnabled(false);
    m_keyboard->setEnabled(false);
    connect(m_keyboard, &QShortcut::activated, this, &LessonGuide::moveKeyboard);
    connect(m_escape, &QShortcut::activated, this, &LessonGuide::end);
    connectCallout();
    whenLanguageChanges(m_callout, [this] {
        if (m_run)
            showText();
    });
}

void LessonGuide::connectCallout() {
    connect(m_callout, &Callout::endWanted, this, &LessonGuide::end);
    connect(m_callout, &Callout::nextWanted, this, &LessonGuide::goOn);
    connect(m_callout, &Callout::doWanted, this, &LessonGuide::doStep);
    connect(m_callout, &Callout::backWanted, this, [this] {
        m_run->back();
        showStep();
    });
}

void LessonGuide::applyTheme(const Theme &theme) { m_callout->applyTheme(theme); }

void LessonGuide::start(const Lesson &lesson) {
    end();
    m_run.emplace(lesson);
    m_escape->setEnabled(true);
    m_keyboard->setEnabled(true);
    showStep();
}

void LessonGuide::end() {
    if (!m_run)
        return;
    const QString id = m_run->lesson().id;
    m_run.reset();
    m_escape->setEnabled(false);
    m_keyboard->setEnabled(false);
    if (m_callout->hasKeyboard() && m_focusBefore != nullptr)
        m_focusBefore->setFocus();
    m_callout->hide();
    emit ended(id);
}

void LessonGuide::moveKeyboard() {
    if (!m_callout->hasKeyboard()) {
        m_focusBefore = m_window->focusWidget();
        m_callout->takeKeyboard();
    } else if (m_focusBefore != nullptr) {
        m_focusBefore->setFocus(Qt::TabFocusReason);
    }
}

void LessonGuide::goOn() {
    if (m_run->isLast()) {
        end();
        return;
    }
    m_run->next();
    showStep();
}

void LessonGuide::showText() {
    const Lesson &lesson = m_run->lesson();
    const LessonStep &step = m_run->step();
    CalloutText text;
    text.place = tr("%1 · %2 of %3")
                     .arg(lesson.shown(lesson.title))
                     .arg(m_run->at() + 1)
                     .arg(m_run->count());
    text.title = lesson.shown(step.title);
    text.text = lesson.shown(step.text);
    text.question = lesson.shown(step.question);
    text.answer = lesson.shown(step.answer);
    text.offer = lesson.shown(step.offer);
    text.hasBack = !m_run->isFirst();
    text.isLast = m_run->isLast();
    m_callout->setText(text);
}

void LessonGuide::showStep() {
    const LessonStep &step = m_run->step();
    m_rest.clear();
    if (!step.workspace.isEmpty())
        m_host.openWorkspace(step.workspace);
    showText();
    QWidget *target = findTarget(*m_window, step.pointsAt);
    bringIntoView(target);
    m_callout->pointAt(target, findTarget(*m_window, step.keepsFree));
    look();
}

void LessonGuide::look() {
    if (!m_run)
        return;
    if (m_run->take(m_host.facts()))
        showStep();
    else
        showWaiting();
}

void LessonGuide::showWaiting() {
    const auto &condition = m_run->step().goOn;
    m_callout->setWaiting(m_run->isWaiting() && condition
                              ? tr("Goes on by itself %1.").arg(condition->toText())
                              : QString());
}

void LessonGuide::doStep() {
    m_rest.assign(m_run->step().actions.begin(), m_run->step().actions.end());
    doRest();
    look();
}

void LessonGuide::doRest() {
    while (!m_rest.empty()) {
        const LessonAction action = m_rest.front();
        m_rest.pop_front();
        if (!act(action)) {
            m_rest.clear(); // what follows would make no sense without it
            return;
        }
        if (action.verb == LessonAction::Verb::Model)
            break; // the rest is about the model: modelOpened()
    }
    m_callout->setDone();
}

void LessonGuide::modelOpened() {
    if (m_run && !m_rest.empty())
        doRest();
}

bool LessonGuide::act(const LessonAction &action) {
    switch (action.verb) {
    case LessonAction::Verb::Start:
        return m_host.start(m_run->lesson().settings.at(action.object));
    case LessonAction::Verb::Train:
        m_host.train();
        return true;
    case LessonAction::Verb::Pause:
        m_host.pause();
        return true;
    case LessonAction::Verb::Set:
        return setControl(*m_window, action.object, action.value);
    case LessonAction::Verb::Click:
        return clickControl(*m_window, action.object);
    case LessonAction::Verb::Open:
        m_host.openWorkspace(action.object);
        return true;
    case LessonAction::Verb::Run:
        m_host.runChains();
        return true;
    case LessonAction::Verb::Model:
        return m_host.openModel();
    }
    return false;
}

} // namespace rbm
