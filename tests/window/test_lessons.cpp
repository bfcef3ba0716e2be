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

using namespace rbm;
using namespace rbm::test;

namespace {

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

    void theBubbleRatherCoversItsTargetThanWhatIsToBeFree() {
        const QRect area(0, 0, 1000, 700);
        const QRect target(0, 100, 600, 540);
        const QRect free(610, 100, 390, 540);
        const QRect bubble = placeBeside({300, 200}, target, area, free);
        QVERIFY(area.contains(bubble) && !bubble.intersects(free));
        QCOMPARE(bubble.bottom(), area.bottom()); // as little of the target as can be
    }

    void theTourLeavesTheInspectorInSightThatItSpeaksOf() {
        Classroom room;
        room.begin("tour");
        room.click("calloutNext");
        auto *inspector = room.get<QWidget>("unitInspector");
        for (const QSize &size : {QSize(1440, 900), QSize(1100, 700)}) {
            room.window().resize(size);
            const auto covered = [&] {
                return QRect(inspector->mapTo(&room.window(), QPoint()), inspector->size())
                    .intersects(room.callout()->geometry());
            };
            QTRY_VERIFY(!covered());
        }
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
                QVERIFY2(step.keepsFree.isEmpty() ||
                             room.window().findChild<QWidget *>(step.keepsFree) != nullptr,
                         qPrintable(step.keepsFree));
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

    void enterPressesTheFocusedButtonAsSpaceDoes() {
        Classroom room;
        room.begin("temperatures");
        const auto &steps = lessonOf(QStringLiteral("temperatures"))->steps;
        auto *next = room.get<QPushButton>("calloutNext");
        next->setFocus();
        QTest::keyClick(next, Qt::Key_Return);
        QCOMPARE(room.title(), steps[1].title);
        QTest::keyClick(next, Qt::Key_Space);
        QCOMPARE(room.title(), steps[2].title);
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
