#include "engine/base/error.h"
#include "tests/support/window_fixture.h"
#include "ui/support/explanations.h"
#include "ui/support/language.h"
#include "ui/support/lesson.h"
#include "ui/theme/theme.h"
#include "ui/widgets/callout.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/explain_guide.h"
#include "ui/window/explain_panel.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>

using namespace rbm;
using namespace rbm::test;

namespace {

bool isInteractive(const QWidget *widget) {
    if (qobject_cast<const QScrollBar *>(widget) != nullptr)
        return false;
    // Qt's own, such as the arrow of a tool bar that has no room.
    if (widget->objectName().startsWith(u"qt_"))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider *>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox *>(widget) != nullptr ||
           qobject_cast<const QComboBox *>(widget) != nullptr ||
           qobject_cast<const QTabBar *>(widget) != nullptr ||
           qobject_cast<const QListView *>(widget) != nullptr ||
           qobject_cast<const TileView *>(widget) != nullptr || widget->inherits("QCustomPlot") ||
           widget->inherits("rbm::BarChart") || widget->inherits("rbm::TimelineView") ||
           widget->inherits("rbm::DrawCanvas") || widget->inherits("rbm::LadderView") ||
           widget->inherits("rbm::ClassStrips") || widget->inherits("rbm::BalanceBars");
}

/// The list of a combo box is a part of it.
bool isInside(const QWidget *widget, const char *className) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (widget->inherits(className))
            return true;
    }
    return false;
}

QString who(const QWidget *widget) {
    QString text = QString::fromLatin1(widget->metaObject()->className());
    for (; widget != nullptr; widget = widget->parentWidget())
        text += QStringLiteral(" < ") + widget->objectName();
    return text;
}

QString readTrouble(const QByteArray &json) {
    try {
        readExplanations(json);
    } catch (const Error &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestExplainPanel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test-explain"));
        QSettings().clear();
    }
    void cleanup() {
        QSettings().clear();
        speak(LanguageChoice::English);
    }

    void everyControlIsExplainedAndNamed() {
        Fixture fixture;
        int seen = 0;
        for (const auto *widget : fixture.window().findChildren<QWidget *>()) {
            if (!isInteractive(widget) || isInside(widget, "QComboBoxPrivateContainer"))
                continue;
            ++seen;
            const Explanation *found = ExplainGuide::explain(widget);
            QVERIFY2(found != nullptr, qPrintable(who(widget)));
            QVERIFY2(found != explanationOf(QStringLiteral("mainWindow")), qPrintable(who(widget)));
            if (isInside(widget->parentWidget(), "rbm::BarChart"))
                continue; // a part of it, without a focus of its own
            QAccessibleInterface *face =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget)); // NOLINT
            QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(),
                     qPrintable(who(widget)));
        }
        QVERIFY(seen > 90);
    }

    void explanationsAreTwoSentencesAndLeadToLessons() {
        for (const auto &[name, explanation] : explanations()) {
            QVERIFY2(explanation.text.size() <= 160, qPrintable(name));
            QVERIFY2(explanation.title.size() <= 32, qPrintable(name));
            QVERIFY2(explanation.text.endsWith(u'.') || explanation.text.endsWith(u'?'),
                     qPrintable(name));
            QVERIFY2(explanation.lesson.isEmpty() || lessonOf(explanation.lesson) != nullptr,
                     qPrintable(name));
        }
    }

    void everyTextFitsIntoThePanel_data() {
        QTest::addColumn<LanguageChoice>("language");
        QTest::newRow("English") << LanguageChoice::English;
        QTest::newRow("German") << LanguageChoice::German;
    }
    void everyTextFitsIntoThePanel() {
        QFETCH(LanguageChoice, language);
        speak(language);
        Fixture fixture;
        auto *panel = fixture.get<ExplainPanel>("explainPanel");
        auto *text = fixture.get<QLabel>("explainText");
        for (int chosen = 0; chosen < 2; ++chosen) // away and back: now it stays
            fixture.get<QAction>("actionExplain")->trigger();
        for (const QSize &size : {QSize(1440, 900), QSize(1100, 700)}) {
            fixture.window().resize(size);
            for (const int tab : {0, 1}) {
                fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(tab);
                QTest::qWait(20);
                for (const auto &[name, explanation] : explanations()) {
                    panel->setExplanation(explanation);
                    QTest::qWait(0);
                    QVERIFY2(text->heightForWidth(text->width()) <= text->height(),
                             qPrintable(QStringLiteral("%1 at %2 in tab %3: %4 of %5")
                                            .arg(name)
                                            .arg(size.width())
                                            .arg(tab)
                                            .arg(text->heightForWidth(text->width()))
                                            .arg(text->height())));
                }
            }
        }
    }

    void hoverAndFocusFillThePanel() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *title = fixture.get<QLabel>("explainTitle");
        auto *slider = fixture.get<QWidget>("learningRateSlider");
        QTest::mouseMove(slider);
        QTRY_COMPARE(title->text(), QStringLiteral("Learning rate"));
        QVERIFY(fixture.get<QPushButton>("explainLesson")->isEnabled());
        fixture.get<QWidget>("hiddenUnits")->setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(title->text(), QStringLiteral("Hidden units"));
        QVERIFY(!fixture.get<QPushButton>("explainLesson")->isEnabled());
    }

    void aMouseThatOnlyPassesChangesNothing() {
        Fixture fixture;
        auto *title = fixture.get<QLabel>("explainTitle");
        QTest::mouseMove(fixture.get<QWidget>("learningRateSlider"));
        QTRY_COMPARE(title->text(), QStringLiteral("Learning rate"));
        QTest::mouseMove(fixture.get<QWidget>("hiddenUnits"));
        QTest::mouseMove(fixture.get<QWidget>("explainPanel"));
        QTest::qWait(400);
        QCOMPARE(title->text(), QStringLiteral("Learning rate"));
    }

    void theLessonLinkStartsTheLesson() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QWidget>("learningRateEdit")->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(fixture.get<QPushButton>("explainLesson")->isEnabled());
        fixture.click("explainLesson");
        QVERIFY(fixture.get<Callout>("lessonCallout")->isVisible());
        QCOMPARE(fixture.get<QLabel>("calloutTitle")->text(),
                 lessonOf(QStringLiteral("learning-rate"))->steps[0].title);
    }

    void descriptionsAreSharedWithAssistiveTechnology() {
        Fixture fixture;
        QCOMPARE(fixture.get<QWidget>("hiddenUnits")->accessibleDescription(),
                 explanationOf(QStringLiteral("hiddenUnits"))->text);
        QCOMPARE(fixture.get<QWidget>("clampSelector")->accessibleDescription(),
                 explanationOf(QStringLiteral("clampSelector"))->text);
    }

    void controlIHidesThePanelAndTheNextStartFindsItSo() {
        const QTemporaryDir folder;
        WindowOptions options;
        options.dataFolder = folder.path();
        for (const bool wasShown : {true, false, true}) {
            MainWindow window(options);
            window.resize(1440, 900);
            window.show();
            window.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&window));
            auto *panel = window.findChild<ExplainPanel *>();
            QCOMPARE(panel->isVisible(), wasShown);
            QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
            QCOMPARE(panel->isVisible(), !wasShown);
            QVERIFY(window.close());
        }
    }

    // In a small window the strip would take the height that the workspaces need.
    void untilAPersonChoosesItIsShownWhereThereIsRoom() {
        Fixture fixture;
        auto *tabs = fixture.get<QTabBar>("workspaceTabs");
        const auto *panel = fixture.get<ExplainPanel>("explainPanel");
        const auto shownIn = [&](int tab) {
            tabs->setCurrentIndex(tab);
            return panel->isVisible();
        };
        fixture.window().resize(1440, 900);
        QVERIFY(shownIn(0) && shownIn(2));
        fixture.window().resize(1100, 700);
        QVERIFY(shownIn(0) && !shownIn(2));
        fixture.get<QAction>("actionExplain")->trigger();
        QVERIFY(shownIn(2) && shownIn(0));
        fixture.window().resize(1440, 900);
        fixture.get<QAction>("actionExplain")->trigger();
        QVERIFY(!shownIn(0) && !shownIn(2));
    }

    void aDamagedFileIsTold() {
        QVERIFY(readTrouble(R"({"a": {"title": "A", "text": "B."}})").isEmpty());
        QVERIFY(readTrouble("nothing").contains(u"is no JSON object"));
        QVERIFY(readTrouble(R"({"a": {"title": "A"}})").contains(u"'a'"));
        QVERIFY(readTrouble(R"({"a": 1})").contains(u"'a'"));
        QVERIFY(readTrouble(R"({"a": {"title": "A", "text": "B.", "x": 1}})").contains(u"'x'"));
    }

    void theSmallestWindowHasRoomForAll() {
        Fixture fixture;
        fixture.window().resize(1100, 700);
        fixture.get<QAction>("actionExplain")->trigger();
        fixture.get<QAction>("actionExplain")->trigger(); // a person wants it
        for (const int tab : {0, 1, 2}) {
            fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(tab);
            // A page that is shown for the first time is laid out a moment later.
            QTRY_VERIFY2(fixture.window().minimumSizeHint().width() <= 1100 &&
                             fixture.window().minimumSizeHint().height() <= 700,
                         qPrintable(QStringLiteral("%1: %2 x %3")
                                        .arg(tab)
                                        .arg(fixture.window().minimumSizeHint().width())
                                        .arg(fixture.window().minimumSizeHint().height())));
            QCOMPARE(fixture.window().size(), QSize(1100, 700)); // and was not widened by it
        }
    }
};

QTEST_MAIN(TestExplainPanel)
#include "test_explain_panel.moc"
