#include "engine/base/error.h"
#include "tests/support/window_fixture.h"
#include "ui/support/language.h"
#include "ui/support/lesson_run.h"
#include "ui/theme/theme.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/likelihood_plot.h"
#include "ui/window/lesson_guide.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>
#include <string>

using namespace rbm;
using namespace rbm::test;

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

/// A window at rest with a callout of a lesson.
class Classroom : public Fixture {
public:
    Classroom() {
        window().resize(1100, 700);
        if (!QTest::qWaitFor([this] { return isReady(); }, kLong))
            qFatal("the window is not ready");
    }

    Callout *callout() { return get<Callout>("lessonCallout"); }
    QString title() { return get<QLabel>("calloutTitle")->text(); }
    void begin(const char *id) { window().startLesson(QLatin1String(id)); }
};

} // namespace

class TestLessons : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test-lessons"));
        QSettings().clear();
    }
    void cleanup() {
        QSettings().clear();
        speak(LanguageChoice::English);
    }

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

    void theBubbleKeepsOffItsTargetWhereThereIsRoom() {
        const QRect area(0, 0, 1000, 700);
        const QSize size(300, 200);
        for (const QRect &target : {QRect(10, 10, 100, 30), QRect(800, 10, 150, 30),
                                    QRect(10, 650, 900, 40), QRect(300, 300, 60, 60)}) {
            const QRect bubble = placeBeside(size, target, area);
            QVERIFY(area.contains(bubble));
            QVERIFY(!bubble.intersects(target));
        }
        QVERIFY(area.contains(placeBeside(size, area, area)));
    }

    void lessonsPointAtWhatTheWindowHas() {
        Classroom room;
        std::vector<const Lesson *> all = {&tour()};
        for (const Lesson &lesson : lessons())
            all.push_back(&lesson);
        for (const Lesson *lesson : all) {
            for (const LessonStep &step : lesson->steps) {
                QVERIFY2(room.window().findChild<QWidget *>(step.pointsAt) != nullptr,
                         qPrintable(step.pointsAt));
                for (const LessonAction &action : step.actions) {
                    const bool named = action.verb == LessonAction::Verb::Set ||
                                       action.verb == LessonAction::Verb::Click;
                    QVERIFY2(!named || room.window().findChild<QObject *>(action.object) != nullptr,
                             qPrintable(action.object));
                }
            }
        }
    }

    void theMenuStartsALessonAndEscapeEndsIt() {
        Classroom room;
        QVERIFY(!room.callout()->isVisible());
        room.get<QAction>("lesson_temperatures")->trigger();
        QVERIFY(room.callout()->isVisible());
        QCOMPARE(room.title(), lessonOf(QStringLiteral("temperatures"))->steps[0].title);
        QVERIFY(room.callout()->target() == room.get<QWidget>("honestyMeter"));
        QTest::keyClick(&room.window(), Qt::Key_Escape);
        QVERIFY(!room.callout()->isVisible());
    }

    void escapeClosesTheExplanationBeforeItEndsTheLesson() {
        Classroom room;
        room.begin("temperatures");
        room.get<QAction>("actionMeasure")->trigger();
        auto *why = room.get<QPushButton>("honestyWhy");
        QTRY_VERIFY_WITH_TIMEOUT(why->isVisible(), kLong);
        QTest::mouseClick(why, Qt::LeftButton);
        auto *explanation = room.get<QWidget>("honestyExplanation");
        QVERIFY(explanation->isVisible());
        QTest::keyClick(room.get<QWidget>("honestyExplanationClose"), Qt::Key_Escape);
        QVERIFY(!explanation->isVisible());
        QVERIFY(room.callout()->isVisible());
    }

    void nextAndBackLeadThroughTheSteps() {
        Classroom room;
        room.begin("temperatures");
        const auto &steps = lessonOf(QStringLiteral("temperatures"))->steps;
        QVERIFY(!room.get<QPushButton>("calloutBack")->isVisible());
        for (std::size_t at = 1; at < steps.size(); ++at) {
            room.click("calloutNext");
            QCOMPARE(room.title(), steps[at].title);
        }
        room.click("calloutBack");
        QCOMPARE(room.title(), steps[steps.size() - 2].title);
        room.click("calloutNext");
        QCOMPARE(room.get<QPushButton>("calloutNext")->text(), QStringLiteral("Done"));
        room.click("calloutNext");
        QVERIFY(!room.callout()->isVisible());
    }

    void theLessonOnMixingLeadsToTheLadderAndBackToTheGrids() {
        Classroom room;
        room.begin("mixing");
        auto *ladder = room.get<QWidget>("mixingLadder");
        const auto &steps = lessonOf(QStringLiteral("mixing"))->steps;
        for (std::size_t at = 1; at < steps.size(); ++at) {
            room.click("calloutNext");
            QCOMPARE(ladder->isVisible(), steps[at].workspace == u"mixing");
        }
        QVERIFY(ladder->isVisible());
        room.click("calloutBack");
        room.click("calloutDo"); // runs the comparison
        QTRY_VERIFY_WITH_TIMEOUT(room.now().mixingStep > 0, kLong);
        room.click("calloutBack");
        QVERIFY(room.get<QWidget>("sampleGrid")->isVisible());
    }

    void everyStepFitsIntoTheBubble_data() {
        QTest::addColumn<LanguageChoice>("language");
        QTest::newRow("English") << LanguageChoice::English;
        QTest::newRow("German") << LanguageChoice::German;
    }
    void everyStepFitsIntoTheBubble() {
        QFETCH(LanguageChoice, language);
        speak(language);
        QWidget window;
        window.setStyleSheet(styleSheet(theme(ThemeKind::Light)));
        window.resize(1100, 700);
        Callout callout(&window);
        window.show();
        std::vector<Lesson> all = lessons();
        all.push_back(tour());
        for (const Lesson &lesson : all) {
            for (const LessonStep &step : lesson.steps) {
                CalloutText text;
                text.title = lesson.shown(step.title);
                text.text = lesson.shown(step.text);
                text.question = lesson.shown(step.question);
                text.answer = lesson.shown(step.answer);
                text.offer = lesson.shown(step.offer);
                text.hasBack = true;
                callout.setText(text);
                callout.pointAt(nullptr);
                QCoreApplication::processEvents();
                for (const auto *button : callout.findChildren<QPushButton *>())
                    QVERIFY2(button->isHidden() || button->width() >= button->sizeHint().width(),
                             qPrintable(button->text()));
                QVERIFY2(callout.height() < 400, qPrintable(step.title));
            }
        }
    }

    void theAnswerIsShownOnDemandOnly() {
        Classroom room;
        room.begin("temperatures");
        room.click("calloutNext");
        room.click("calloutNext");
        QVERIFY(room.get<QLabel>("calloutQuestion")->isVisible());
        QVERIFY(!room.get<QLabel>("calloutAnswer")->isVisible());
        room.click("calloutReveal");
        QVERIFY(room.get<QLabel>("calloutAnswer")->isVisible());
        QVERIFY(!room.get<QPushButton>("calloutReveal")->isVisible());
        QVERIFY(room.window().rect().contains(room.callout()->geometry()));
    }

    void f6BringsTheKeyboardToTheBubbleAndBack() {
        Classroom room;
        room.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&room.window()));
        auto *slider = room.get<QWidget>("learningRateSlider");
        slider->setFocus();
        room.begin("learning-rate");
        QVERIFY(slider->hasFocus());
        auto *next = room.get<QPushButton>("calloutNext");
        QTest::keyClick(&room.window(), Qt::Key_F6);
        QVERIFY(next->hasFocus());
        QTest::keyClick(&room.window(), Qt::Key_F6);
        QVERIFY(slider->hasFocus());
        QTest::keyClick(&room.window(), Qt::Key_F6);
        QTest::keyClick(next, Qt::Key_Space);
        QCOMPARE(room.title(), lessonOf(QStringLiteral("learning-rate"))->steps[1].title);
        QTest::keyClick(&room.window(), Qt::Key_Escape);
        QVERIFY(slider->hasFocus());
    }

    void theFocusNeverMovesToTheButtonThatLeadsBack() {
        QWidget window;
        window.resize(600, 400);
        Callout callout(&window);
        CalloutText text;
        text.title = text.text = QStringLiteral("A");
        text.offer = QStringLiteral("Do it");
        text.hasBack = true;
        callout.setText(text);
        callout.pointAt(nullptr);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        callout.takeKeyboard();
        QVERIFY(callout.findChild<QPushButton *>(QStringLiteral("calloutDo"))->hasFocus());
        text.offer.clear();
        callout.setText(text); // the step led on by itself
        QVERIFY(callout.findChild<QPushButton *>(QStringLiteral("calloutNext"))->hasFocus());
    }

    void theTargetTakesClicksWhileTheBubblePointsAtIt() {
        Classroom room;
        room.begin("tour");
        QTest::qWait(120); // until the frame has followed
        auto *button = room.get<QPushButton>("mainButton");
        const QPoint at = button->mapTo(&room.window(), button->rect().center());
        QVERIFY(room.window().childAt(at) == button);
        QTest::mouseClick(room.window().windowHandle(), Qt::LeftButton, Qt::NoModifier, at);
        QTRY_VERIFY_WITH_TIMEOUT(room.now().update > 0, kLong);
    }

    void theBubbleFollowsItsTarget() {
        Classroom room;
        room.begin("temperatures");
        const QRect before = room.callout()->geometry();
        room.window().resize(1400, 900);
        QTRY_VERIFY(room.callout()->geometry() != before);
        QVERIFY(room.window().rect().contains(room.callout()->geometry()));
    }

    void aLessonTrainsByItselfAndGoesOn() {
        QVERIFY(tour().steps[0].goOn.has_value());
        Lesson shorter = tour(); // its 1,200 updates take minutes under a sanitizer
        shorter.steps[0].goOn->limit = 60;
        Classroom room;
        room.window().findChild<LessonGuide *>()->start(shorter);
        room.click("calloutDo");
        QTRY_VERIFY_WITH_TIMEOUT(room.now().state == RunState::Training, kLong);
        QCOMPARE(room.now().config.k, std::size_t{5});
        QCOMPARE(room.title(), tour().steps[0].title);
        QTRY_COMPARE_WITH_TIMEOUT(room.title(), tour().steps[1].title, kLong);
        QCOMPARE(room.get<QTabBar>("workspaceTabs")->currentIndex(), 1);
        QVERIFY(room.now().update >= 60);
    }

    void theRateIsSetAsAPersonWould() {
        Classroom room;
        QVERIFY(setControl(room.window(), QStringLiteral("learningRateEdit"), 20));
        room.window().session().step();
        QTRY_COMPARE_WITH_TIMEOUT(room.now().controls.learningRate, 20.0, kLong);
        QVERIFY(setControl(room.window(), QStringLiteral("gridSize"), 1));
        QTRY_COMPARE_WITH_TIMEOUT(room.now().chains.count, 25, kLong);
        QVERIFY(!setControl(room.window(), QStringLiteral("gridSize"), 9));
        QVERIFY(!setControl(room.window(), QStringLiteral("statusText"), 1));
        QVERIFY(!clickControl(room.window(), QStringLiteral("nothing")));
    }

    void theBundledModelOpensAndRuns() {
        Classroom room;
        room.get<QAction>("actionBundledModel")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(room.now().config.numHidden, std::size_t{500}, kLong);
        QVERIFY(!room.now().unsaved);
        QVERIFY(room.get<QLabel>("noticeText")->text().contains(u"bundled model"));
        room.get<QTabBar>("workspaceTabs")->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(room.now().chains.count == 100, kLong);
        room.click("chainPlayPause");
        QTRY_VERIFY_WITH_TIMEOUT(room.now().chains.live >= 5, kLong);
    }

    void aKeptCurveStaysWhenTheNextRunBegins() {
        Classroom room;
        auto *plot = room.window().findChild<LikelihoodPlot *>();
        room.get<QAction>("actionKeepCurve")->trigger();
        QVERIFY(plot->keptCurves().empty()); // there is none yet
        room.get<QAction>("actionMeasure")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!plot->points().empty(), kLong);
        room.get<QAction>("actionKeepCurve")->trigger();
        plot->clear();
        QCOMPARE(plot->keptCurves().size(), std::size_t{1});
        QCOMPARE(plot->keptCurves()[0].name, QStringLiteral("earlier run, k = 1, rate 0.1"));
        room.get<QAction>("actionForgetCurves")->trigger();
        QVERIFY(plot->keptCurves().empty());
    }
};

QTEST_MAIN(TestLessons)
#include "test_lessons.moc"
