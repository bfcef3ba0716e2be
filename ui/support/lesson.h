#pragma once

#include "engine/training/training_config.h"
#include "ui/support/lesson_condition.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rbm {

/// Something that the window can do for a person, written as in "set chainSpeed 2":
///   start NAME         trains a fresh model with the lesson's settings of this name
///   train, pause
///   set OBJECT NUMBER  a slider's, field's or choice's value
///   click OBJECT       a button or an action of a menu
///   open WORKSPACE     "train", "filters", "gibbs" or "mixing"
///   run                lets the watched chains walk
///   model              opens the model that is part of the program
struct LessonAction {
    enum class Verb { Start, Train, Pause, Set, Click, Open, Run, Model };
    Verb verb = Verb::Train;
    QString object; ///< the name after the verb
    double value = 0;
};

/// Settings of a run that a lesson starts.
struct LessonSettings {
    TrainingConfig config;
    /// The run's length in updates, so that it is as long on 2,000 images as on 60,000.
    std::size_t updates = 0;

    /// With as many epochs as make this many updates on so many images.
    TrainingConfig configFor(std::size_t images) const;
};

/// One callout.
struct LessonStep {
    QString title;
    QString text;
    QString pointsAt;  ///< object name of a widget; empty: nothing
    QString keepsFree; ///< object name of one that must be seen, too; empty: none
    QString workspace; ///< that is opened with the step; empty: as it is
    QString question;
    QString answer; ///< shown on demand
    QString offer;  ///< what the button says that does `actions`
    std::vector<LessonAction> actions;
    std::optional<LessonCondition> goOn; ///< the next step comes by itself
};

/// A guided experiment, a file of resources/lessons. Its texts are in English: see shown().
struct Lesson {
    QString id; ///< the file's name
    QString title;
    QString summary; ///< one sentence
    std::map<QString, LessonSettings> settings;
    std::vector<LessonStep> steps;

    /// One of its texts, in the language that is spoken.
    QString shown(const QString &text) const;
};

/// All lessons in the order in which they are offered. Throws Error where one is damaged.
const std::vector<Lesson> &lessons();
/// The tour of the first five minutes, which is no lesson.
const Lesson &tour();
/// The lesson, or the tour, of this id; null where there is none.
const Lesson *lessonOf(const QString &id);

/// Reads the content of such a file. Throws Error, in one sentence that names the lesson and
/// the step, where it is not one.
Lesson readLesson(const QString &id, const QByteArray &json);

/// Throws Error where the text is no action.
LessonAction readAction(const QString &text);

} // namespace rbm
