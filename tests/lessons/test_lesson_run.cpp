#include "engine/base/error.h"
#include "ui/support/lesson_run.h"

#include <QTest>

#include <algorithm>

using namespace rbm;

namespace {

/// The sentence that the reading of a broken file ends with; empty where it does not fail.
template <typename Read>
QString troubleOf(Read read) {
    try {
        read();
    } catch (const Error &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// A lesson with one step of these members.
QByteArray lessonWith(const char *members) {
    return QByteArray(R"({"title": "T", "summary": "S.", "steps": [{"title": "A", "text": "B.")") +
           members + "}]}";
}

LessonFacts factsAt(double update) {
    LessonFacts facts;
    facts.update = update;
    return facts;
}

} // namespace

class TestLessonRun : public QObject {
    Q_OBJECT
private slots:
    void fourLessonsAndATourAreToBeHad() {
        QCOMPARE(lessons().size(), std::size_t{4});
        QCOMPARE(tour().steps.size(), std::size_t{5});
        for (const Lesson &lesson : lessons()) {
            QVERIFY2(lessonOf(lesson.id) == &lesson, qPrintable(lesson.id));
            QVERIFY2(lesson.steps.size() >= 4, qPrintable(lesson.id));
            const bool asks =
                std::any_of(lesson.steps.begin(), lesson.steps.end(),
                            [](const LessonStep &s) { return !s.question.isEmpty(); });
            QVERIFY2(asks, qPrintable(lesson.id));
        }
        QVERIFY(lessonOf(QStringLiteral("no-such")) == nullptr);
    }

    void aBrokenFileIsToldInOneSentence_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, const QByteArray &json, const char *part) {
            QTest::newRow(name) << json << QString::fromLatin1(part);
        };
        row("no JSON", "{", "is no JSON object");
        row("a list", "[]", "is no JSON object");
        row("no title", R"({"summary": "S."})", "has no title");
        row("no steps", R"({"title": "T", "summary": "S."})", "has no steps");
        row("an unknown member", R"({"title": "T", "summary": "S.", "stepps": []})", "'stepps'");
        row("an unknown member of a step", lessonWith(R"(, "point": "x")"), "in step 1");
        row("a question alone", lessonWith(R"(, "question": "Why?")"), "without an answer");
        row("an offer alone", lessonWith(R"(, "offer": "Do it")"), "without doing it");
        row("an unknown verb", lessonWith(R"(, "offer": "O", "do": ["jump high"])"), "'jump high'");
        row("a verb alone", lessonWith(R"(, "offer": "O", "do": ["set epochs"])"), "too few");
        row("no number", lessonWith(R"(, "offer": "O", "do": ["set epochs many"])"),
            "does not end with a number");
        row("no such settings", lessonWith(R"(, "offer": "O", "do": ["start one"])"), "'one'");
        row("no such workspace", lessonWith(R"(, "workspace": "cellar")"), "'cellar'");
        row("a wrong condition", lessonWith(R"(, "go-on": "epoch > 2")"), "'epoch > 2'");
        row("settings without length",
            R"({"title": "T", "summary": "S.", "settings": {"one": {"k": 1}}, "steps": []})",
            "no number of updates");
        row("an unknown setting",
            R"({"title": "T", "summary": "S.", "settings": {"one": {"updates": 9, "kk": 1}}})",
            "'kk'");
    }
    void aBrokenFileIsToldInOneSentence() {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, part);
        const QString trouble = troubleOf([&] { readLesson(QStringLiteral("mine"), json); });
        QVERIFY2(trouble.startsWith(u"The lesson 'mine' cannot be used: "), qPrintable(trouble));
        QVERIFY2(trouble.contains(part), qPrintable(trouble));
        QVERIFY2(trouble.endsWith(u'.') && trouble.count(u'\n') == 0, qPrintable(trouble));
    }

    void conditionsAreReadAndHold() {
        const LessonCondition many = readCondition(QStringLiteral("update >= 500"));
        QVERIFY(!many.holds(factsAt(499)));
        QVERIFY(many.holds(factsAt(500)));
        QCOMPARE(many.toText(), QStringLiteral("at update 500"));
        LessonFacts facts;
        facts.learningRate = 1;
        facts.workspace = QStringLiteral("gibbs");
        QVERIFY(readCondition(QStringLiteral("learning-rate <= 1.5")).holds(facts));
        QVERIFY(readCondition(QStringLiteral("workspace = gibbs")).holds(facts));
        QVERIFY(!readCondition(QStringLiteral("workspace = train")).holds(facts));
        facts.mixingStep = 3000;
        QVERIFY(readCondition(QStringLiteral("mixing-step >= 3000")).holds(facts));
        QVERIFY(!readCondition(QStringLiteral("workspace = mixing")).holds(facts));
        for (const char *wrong :
             {"", "update", "update = 5", "update >= soon", "luck >= 1", "update <= 3",
              "workspace >= gibbs", "workspace = cellar", "state = asleep"}) {
            const QString trouble = troubleOf([&] { readCondition(QLatin1String(wrong)); });
            QVERIFY2(trouble.startsWith(u"The condition '"), wrong);
        }
    }

    void aStepGoesOnByItselfOnlyOnceItsConditionComes() {
        const Lesson lesson = readLesson(QStringLiteral("mine"),
                                         R"({"title": "T", "summary": "S.", "steps": [
                {"title": "A", "text": "B.", "go-on": "update >= 500"},
                {"title": "C", "text": "D."}]})");
        LessonRun run(lesson);
        QVERIFY(!run.take(factsAt(900))); // of an earlier run: that is no event
        QVERIFY(!run.isWaiting());
        QVERIFY(!run.take(factsAt(0))); // another run began
        QVERIFY(run.isWaiting());
        QVERIFY(run.take(factsAt(500)));
        QCOMPARE(run.at(), std::size_t{1});
        QVERIFY(run.isLast());
        run.next();
        QCOMPARE(run.at(), std::size_t{1});
        run.back();
        run.back();
        QCOMPARE(run.at(), std::size_t{0});
    }

    void moreChecksAreThoseSinceTheStepBegan() {
        const Lesson lesson = readLesson(QStringLiteral("mine"),
                                         R"({"title": "T", "summary": "S.", "steps": [
                {"title": "A", "text": "B.", "go-on": "more-checks >= 2"},
                {"title": "C", "text": "D."}]})");
        LessonRun run(lesson);
        LessonFacts facts;
        for (const double checks : {7, 8}) {
            facts.checks = checks;
            QVERIFY(!run.take(facts));
            QVERIFY(run.isWaiting());
        }
        facts.checks = 0; // another run began
        QVERIFY(!run.take(facts));
        facts.checks = 2;
        QVERIFY(run.take(facts));
        QCOMPARE(run.at(), std::size_t{1});
    }

    void aRunIsAsLongOnFewImagesAsOnMany() {
        LessonSettings settings;
        settings.updates = 3000;
        settings.config.batchSize = 80;
        QCOMPARE(settings.configFor(60000).numEpoch, std::size_t{4});
        QCOMPARE(settings.configFor(2000).numEpoch, std::size_t{120});
        QCOMPARE(settings.configFor(10).numEpoch, std::size_t{3000});
    }
};

QTEST_GUILESS_MAIN(TestLessonRun)
#include "test_lesson_run.moc"
