#include "ui/support/lesson_condition.h"

#include "engine/base/error.h"
#include "engine/base/shown_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace rbm {

namespace {

struct LessonConditionTexts {
    Q_DECLARE_TR_FUNCTIONS(LessonCondition)
};

struct NumberFact {
    const char *name;
    double LessonFacts::*fact;
    const char *atLeast; ///< what a person reads, %1 is the limit
    const char *atMost;  ///< null: nobody waits for less of it
};

constexpr NumberFact kNumbers[] = {
    {"update", &LessonFacts::update, QT_TRANSLATE_NOOP("LessonCondition", "at update %1"), nullptr},
    {"learning-rate", &LessonFacts::learningRate,
     QT_TRANSLATE_NOOP("LessonCondition", "once the rate is %1 or more"),
     QT_TRANSLATE_NOOP("LessonCondition", "once the rate is %1 or less")},
    {"checks", &LessonFacts::checks,
     QT_TRANSLATE_NOOP("LessonCondition", "with point %1 of the curve"), nullptr},
    {"more-checks", &LessonFacts::moreChecks,
     QT_TRANSLATE_NOOP("LessonCondition", "with %1 more points of the curve"), nullptr},
    {"chain-step", &LessonFacts::chainStep,
     QT_TRANSLATE_NOOP("LessonCondition", "at step %1 of the chains"), nullptr},
    {"mixing-step", &LessonFacts::mixingStep,
     QT_TRANSLATE_NOOP("LessonCondition", "at step %1 of the comparison"), nullptr},
    {"held", &LessonFacts::held,
     QT_TRANSLATE_NOOP("LessonCondition", "once %1 or more pixels are held"), nullptr}};

struct WordFact {
    const char *name;
    QString LessonFacts::*fact;
    const char *value;
    const char *text;
};

constexpr WordFact kWords[] = {
    {"workspace", &LessonFacts::workspace, "train",
     QT_TRANSLATE_NOOP("LessonCondition", "once the tab Train is open")},
    {"workspace", &LessonFacts::workspace, "filters",
     QT_TRANSLATE_NOOP("LessonCondition", "once the tab Filters is open")},
    {"workspace", &LessonFacts::workspace, "gibbs",
     QT_TRANSLATE_NOOP("LessonCondition", "once the tab Gibbs explorer is open")},
    {"workspace", &LessonFacts::workspace, "mixing",
     QT_TRANSLATE_NOOP("LessonCondition", "once the view Mixing is open")},
    {"state", &LessonFacts::state, "idle",
     QT_TRANSLATE_NOOP("LessonCondition", "once the model is a fresh one")},
    {"state", &LessonFacts::state, "training",
     QT_TRANSLATE_NOOP("LessonCondition", "once it trains")},
    {"state", &LessonFacts::state, "paused",
     QT_TRANSLATE_NOOP("LessonCondition", "once the training pauses")},
    {"state", &LessonFacts::state, "finished",
     QT_TRANSLATE_NOOP("LessonCondition", "once the run has ended and was measured")}};

[[noreturn]] void fail(const QString &text, const Sentence &why) {
    throw Error(Sentence("The condition '%1' %2.", shown(text.toStdString()), why));
}

LessonCondition readNumber(const QString &text, const QStringList &words, const NumberFact &fact) {
    if (words[1] != u">=" && (words[1] != u"<=" || fact.atMost == nullptr))
        fail(text,
             Sentence("compares a number by something else than >=, or <= where that can come"));
    LessonCondition result;
    result.number = fact.fact;
    result.atLeast = words[1] == u">=";
    bool isNumber = false;
    result.limit = words[2].toDouble(&isNumber);
    if (!isNumber)
        fail(text, Sentence("does not end with a number"));
    return result;
}

LessonCondition readWord(const QString &text, const QStringList &words) {
    if (words[1] != u"=")
        fail(text, Sentence("compares a word by something else than ="));
    const auto *fact = std::find_if(std::begin(kWords), std::end(kWords), [&](const WordFact &f) {
        return words[0] == QLatin1String(f.name) && words[2] == QLatin1String(f.value);
    });
    if (fact == std::end(kWords))
        fail(text, Sentence("waits for a value that can never be"));
    LessonCondition result;
    result.word = fact->fact;
    result.value = words[2];
    return result;
}

} // namespace

bool LessonCondition::holds(const LessonFacts &facts) const {
    if (word != nullptr)
        return facts.*word == value;
    return atLeast ? facts.*number >= limit : facts.*number <= limit;
}

QString LessonCondition::toText() const {
    if (word != nullptr) {
        const auto *fact =
            std::find_if(std::begin(kWords), std::end(kWords), [&](const WordFact &f) {
                return f.fact == word && value == QLatin1String(f.value);
            });
        return LessonConditionTexts::tr(fact->text);
    }
    const auto *fact = std::find_if(std::begin(kNumbers), std::end(kNumbers),
                                    [&](const NumberFact &f) { return f.fact == number; });
    return LessonConditionTexts::tr(atLeast ? fact->atLeast : fact->atMost)
        .arg(QLocale().toString(limit, 'g', 6));
}

LessonCondition readCondition(const QString &text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() != 3)
        fail(text, Sentence("is not of the form 'fact relation value'"));
    const auto *number =
        std::find_if(std::begin(kNumbers), std::end(kNumbers),
                     [&](const NumberFact &fact) { return words[0] == QLatin1String(fact.name); });
    if (number != std::end(kNumbers))
        return readNumber(text, words, *number);
    const bool isWord =
        std::any_of(std::begin(kWords), std::end(kWords),
                    [&](const WordFact &fact) { return words[0] == QLatin1String(fact.name); });
    if (!isWord)
        fail(text, Sentence("is about a fact that nobody knows"));
    return readWord(text, words);
}

} // namespace rbm
