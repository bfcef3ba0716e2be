#include "ui/support/lesson.h"

#include "engine/base/error.h"
#include "engine/base/shown_text.h"
#include "ui/support/language.h"
#include "ui/support/presets.h"
#include "ui/support/resource_bytes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <utility>

namespace rbm {

namespace {

constexpr const char *kIds[] = {"gibbs-steps", "learning-rate", "temperatures", "mixing"};
constexpr const char *kTourId = "tour";
constexpr double kMostUpdates = 1e9;

[[noreturn]] void fail(const Sentence &what) { throw Error(what); }

struct VerbForm {
    const char *name;
    LessonAction::Verb verb;
    int words; ///< the verb included
};

constexpr VerbForm kVerbs[] = {
    {"start", LessonAction::Verb::Start, 2}, {"train", LessonAction::Verb::Train, 1},
    {"pause", LessonAction::Verb::Pause, 1}, {"set", LessonAction::Verb::Set, 3},
    {"click", LessonAction::Verb::Click, 2}, {"open", LessonAction::Verb::Open, 2},
    {"run", LessonAction::Verb::Run, 1},     {"model", LessonAction::Verb::Model, 1}};

bool isWorkspace(const QString &name) {
    return name == u"train" || name == u"filters" || name == u"gibbs" || name == u"mixing";
}

/// A member that nobody knows would be passed over in silence.
void requireKnown(const QJsonObject &object, const QStringList &known) {
    for (const QString &member : object.keys()) {
        if (!known.contains(member))
            fail(Sentence("has the member '%1', which nobody knows", shown(member.toStdString())));
    }
}

QString textOf(const QJsonObject &object, const char *member) {
    QString text = object[QLatin1String(member)].toString();
    if (text.isEmpty())
        fail(Sentence("has no %1", std::string(member)));
    return text;
}

LessonSettings readSettingsOf(const QString &name, const QJsonObject &object) {
    LessonSettings result;
    QJsonObject settings = object;
    const auto owner = Sentence("its run '%1'", shown(name.toStdString()));
    const double updates = settings.take(u"updates").toDouble();
    if (!(updates >= 1 && updates <= kMostUpdates)) // beyond, an integer would not hold it
        fail(Sentence("%1 has no number of updates from 1 to 1000000000", owner));
    result.updates = static_cast<std::size_t>(updates);
    result.config = readSettings(settings, owner);
    return result;
}

LessonStep readStep(const QJsonObject &object, const Lesson &lesson) {
    requireKnown(object,
                 {QStringLiteral("title"), QStringLiteral("text"), QStringLiteral("points-at"),
                  QStringLiteral("keeps-free"), QStringLiteral("workspace"),
                  QStringLiteral("question"), QStringLiteral("answer"), QStringLiteral("offer"),
                  QStringLiteral("do"), QStringLiteral("go-on")});
    LessonStep step;
    step.title = textOf(object, "title");
    step.text = textOf(object, "text");
    step.pointsAt = object[u"points-at"].toString();
    step.keepsFree = object[u"keeps-free"].toString();
    step.workspace = object[u"workspace"].toString();
    step.question = object[u"question"].toString();
    step.answer = object[u"answer"].toString();
    step.offer = object[u"offer"].toString();
    for (const QJsonValue action : object[u"do"].toArray())
        step.actions.push_back(readAction(action.toString()));
    if (object.contains(u"go-on"))
        step.goOn = readCondition(object[u"go-on"].toString());
    if (!step.workspace.isEmpty() && !isWorkspace(step.workspace))
        fail(Sentence("opens the workspace '%1', which there is not",
                      shown(step.workspace.toStdString())));
    if (step.question.isEmpty() != step.answer.isEmpty())
        fail(Sentence("has a question without an answer, or the reverse"));
    if (step.offer.isEmpty() != step.actions.empty())
        fail(Sentence("offers something without doing it, or the reverse"));
    for (const LessonAction &action : step.actions) {
        if (action.verb == LessonAction::Verb::Start && !lesson.settings.contains(action.object))
            fail(Sentence("starts the settings '%1', which it has not",
                          shown(action.object.toStdString())));
    }
    return step;
}

void readSteps(const QJsonArray &steps, Lesson &lesson) {
    if (steps.isEmpty())
        fail(Sentence("has no steps"));
    for (const QJsonValue step : steps) {
        try {
            lesson.steps.push_back(readStep(step.toObject(), lesson));
        } catch (const Error &error) {
            fail(Sentence("in step %1: %2", lesson.steps.size() + 1, error.sentence()));
        }
    }
}

Lesson readAll(const QString &id, const QByteArray &json) {
    QJsonParseError trouble{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &trouble);
    if (!document.isObject())
        fail(Sentence("is no JSON object (%1)", trouble.errorString().toStdString()));
    const QJsonObject object = document.object();
    requireKnown(object, {QStringLiteral("title"), QStringLiteral("summary"),
                          QStringLiteral("settings"), QStringLiteral("steps")});
    Lesson lesson;
    lesson.id = id;
    lesson.title = textOf(object, "title");
    lesson.summary = textOf(object, "summary");
    const QJsonObject settings = object[u"settings"].toObject();
    for (auto one = settings.begin(); one != settings.end(); ++one)
        lesson.settings[one.key()] = readSettingsOf(one.key(), one.value().toObject());
    readSteps(object[u"steps"].toArray(), lesson);
    return lesson;
}

Lesson readResource(const char *id) {
    const auto name = QLatin1String(id);
    return readLesson(name, resourceBytes(QStringLiteral("lessons/%1.json").arg(name)));
}

} // namespace

TrainingConfig LessonSettings::configFor(std::size_t images) const {
    TrainingConfig result = config;
    const std::size_t perEpoch = std::max<std::size_t>(1, images / config.batchSize);
    result.numEpoch = std::max<std::size_t>(1, (updates + perEpoch - 1) / perEpoch);
    return result;
}

LessonAction readAction(const QString &text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto *form =
        std::find_if(std::begin(kVerbs), std::end(kVerbs), [&](const VerbForm &candidate) {
            return !words.isEmpty() && words[0] == QLatin1String(candidate.name);
        });
    const std::string named = shown(text.toStdString());
    if (form == std::end(kVerbs))
        fail(Sentence("the action '%1' has a verb that nobody knows", named));
    if (words.size() != form->words)
        fail(Sentence("the action '%1' has too many words, or too few", named));
    LessonAction action{form->verb, words.value(1), 0};
    if (action.verb == LessonAction::Verb::Open && !isWorkspace(action.object))
        fail(Sentence("the action '%1' opens a workspace that there is not", named));
    bool isNumber = true;
    if (action.verb == LessonAction::Verb::Set)
        action.value = words[2].toDouble(&isNumber);
    if (!isNumber)
        fail(Sentence("the action '%1' does not end with a number", named));
    return action;
}

Lesson readLesson(const QString &id, const QByteArray &json) {
    try {
        return readAll(id, json);
    } catch (const Error &error) {
        throw Error(Sentence("The lesson '%1' cannot be used: %2.", id.toStdString(),
                             error.sentence().withoutStop()));
    }
}

QString Lesson::shown(const QString &text) const {
    return resourceText(QStringLiteral("lessons/%1.json").arg(id), text);
}

const std::vector<Lesson> &lessons() {
    static const std::vector<Lesson> kAll = [] {
        std::vector<Lesson> all;
        std::transform(std::begin(kIds), std::end(kIds), std::back_inserter(all), readResource);
        return all;
    }();
    return kAll;
}

const Lesson &tour() {
    static const Lesson kTour = readResource(kTourId);
    return kTour;
}

const Lesson *lessonOf(const QString &id) {
    if (id == QLatin1String(kTourId))
        return &tour();
    const auto &all = lessons();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Lesson &lesson) { return lesson.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace rbm
