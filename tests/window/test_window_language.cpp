#include "tests/support/run_rbm.h"
#include "tests/support/window_fixture.h"
#include "tests/support/window_texts.h"
#include "ui/support/asked_texts.h"
#include "ui/support/language.h"
#include "ui/support/starter_digits.h"
#include "ui/theme/theme.h"
#include "ui/window/language_menu.h"
#include "ui/window/panel.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QToolBar>
#include <QTranslator>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr int kWorkspaces = 4;
constexpr int kSnapshots = 300; ///< ms, in which some come

/// Every word becomes 40 percent longer; marks of all kinds stay as they are.
QString longer(const QString &text) {
    static const QRegularExpression kWord(QStringLiteral("<[^>]*>|&\\w+;|%L?[0-9n]+|(\\p{L}{2,})"));
    QString result;
    qsizetype last = 0;
    for (auto words = kWord.globalMatch(text); words.hasNext();) {
        const auto word = words.next();
        const qsizetype end = word.capturedEnd();
        result += text.mid(last, end - last);
        if (const qsizetype letters = word.capturedLength(1); letters > 0)
            result += QString((2 * letters + 4) / 5, QLatin1Char('n'));
        last = end;
    }
    return result + text.mid(last);
}

/// A language as long as any.
class LongLanguage : public QTranslator {
public:
    QString translate(const char *context, const char *source, const char *comment,
                      int) const override {
        if (*context == 'Q') // dialogs of Qt's own
            return {};
        Q_UNUSED(comment)
        return longer(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
};

void choose(Fixture &fixture, const char *language) {
    fixture.get<QAction>(("actionLanguage-" + QByteArray(language)).constData())->trigger();
    QCoreApplication::processEvents(); // each widget hears of it
}

/// Shows each workspace, and what of it is folded.
void walkThrough(Fixture &fixture) {
    for (int at = kWorkspaces - 1; at >= 0; --at) {
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(at);
        QCoreApplication::processEvents();
    }
    for (const char *section : {"trainerToggle", "monitorsToggle"}) {
        if (!fixture.get<QPushButton>(section)->isChecked())
            fixture.get<QPushButton>(section)->click();
    }
}

/// Two updates, a likelihood that was measured, and an update in slow motion.
void work(Fixture &fixture) {
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
    fixture.get<QDoubleSpinBox>("likelihoodBudget")->setValue(0.2);
    fixture.get<QAction>("actionStep")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
    fixture.get<QAction>("actionMeasure")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.get<QLabel>("honestyReason")->text().isEmpty(), kLong);
    fixture.get<QAction>("actionSlowMotion")->trigger();
    fixture.get<QAction>("actionStep")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{2}, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.get<QLabel>("slowMotionTruth")->text().isEmpty(), kLong);
}

bool isThere(Fixture &fixture, const char *value) {
    return fixture.get<QLabel>(value)->text() != QChar(0x2013);
}

/// The window at rest, once what snapshots bring has come.
QMap<QString, QString> restingTexts(Fixture &fixture) {
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(fixture, "selectedNearestLabel"), kLong);
        QTest::qWait(kSnapshots);
        walkThrough(fixture);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(fixture, "monitorValue_weightNorm"), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.now().inspecting, kLong);
        QTest::qWait(kSnapshots);
    }();
    QMap<QString, QString> texts = textsOf(fixture.window());
    // What a classifier tells that may still learn.
    texts.removeIf([](const auto &text) { return text.key().contains(u"/selectedDigits"); });
    return texts;
}

QStringList differences(const QMap<QString, QString> &a, const QMap<QString, QString> &b) {
    QStringList lines;
    QStringList places = a.keys() + b.keys();
    places.removeDuplicates();
    for (const QString &place : places) {
        if (a.value(place) != b.value(place))
            lines += QStringLiteral("%1: “%2”, “%3”").arg(place, a.value(place), b.value(place));
    }
    return lines;
}

} // namespace

class TestWindowLanguage : public QObject {
    Q_OBJECT

private slots:
    void init() { speak(LanguageChoice::English); }
    void cleanupTestCase() { speak(LanguageChoice::English); }

    void imagesThatAreCompiledInHaveTheirNameInEachLanguage() {
        QCOMPARE(shownImagesName(kStarterName), QStringLiteral("starter digits"));
        if (!canSpeak(LanguageChoice::German))
            QSKIP("built without Qt's Linguist tools");
        speak(LanguageChoice::German);
        QCOMPARE(shownImagesName(kStarterName), QStringLiteral("Startziffern"));
        QCOMPARE(shownImagesName(QStringLiteral("MNIST")), QStringLiteral("MNIST"));
    }

    void theWindowReadsTheSameWheneverItsLanguageWasChosen() {
        if (!canSpeak(LanguageChoice::German))
            QSKIP("built without Qt's Linguist tools");
        Fixture changed;
        const auto english = restingTexts(changed);
        choose(changed, "de");
        const auto german = restingTexts(changed);
        {
            Fixture fresh; // in German from the start
            const QStringList other = differences(german, restingTexts(fresh));
            QVERIFY2(other.isEmpty(), qPrintable(other.join(QLatin1Char('\n'))));
        }
        choose(changed, "en");
        const QStringList other = differences(english, restingTexts(changed));
        QVERIFY2(other.isEmpty(), qPrintable(other.join(QLatin1Char('\n'))));
    }

    void everyTextThatIsAskedForIsInTheGermanOnes() {
        QTranslator german;
        if (!german.load(QStringLiteral(":/translations/rbm_de.qm")))
            QSKIP("built without Qt's Linguist tools");
        speak(LanguageChoice::German);
        Fixture fixture;
        work(fixture);
        walkThrough(fixture);
        QStringList missing;
        for (const AskedText &text : AskedTexts::ofProgram().all()) {
            const bool isQts = text.context.startsWith('Q') && text.context != "QuoteVerdict" &&
                               text.context != "QObject";
            if (!isQts && german
                              .translate(text.context.constData(), text.source.constData(),
                                         text.comment.constData())
                              .isEmpty())
                missing += QString::fromUtf8(text.context + ": " + text.source);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    void germanWritesItsNumbersWithACommaInAPausedWindow() {
        if (!canSpeak(LanguageChoice::German))
            QSKIP("built without Qt's Linguist tools");
        Fixture fixture;
        work(fixture);
        auto *rate = fixture.get<QDoubleSpinBox>("learningRateEdit");
        QCOMPARE(rate->text(), QStringLiteral("0.1000"));
        const QString reason = fixture.get<QLabel>("honestyReason")->text();
        choose(fixture, "de");
        QCOMPARE(rate->text(), QStringLiteral("0,1000"));
        QVERIFY(fixture.get<QLabel>("honestyReason")->text() != reason);
        QTRY_VERIFY(fixture.get<QLabel>("statusText")->text().startsWith(u"Pausiert: Epoche 0"));
        QCOMPARE(fixture.get<QLabel>("monitorValue_weightNorm")->text().count(u'.'), 0);
        rate->selectAll();
        QTest::keyClicks(rate, QStringLiteral("0.,5\r")); // the point is not taken
        QCOMPARE(rate->value(), 0.5);
        rate->setValue(0.1);
        choose(fixture, "en");
        QCOMPARE(rate->text(), QStringLiteral("0.1000"));
        QCOMPARE(fixture.get<QLabel>("honestyReason")->text(), reason);
    }

    // Down to the reason, which the engine finds.
    void aGermanWindowSaysInGermanWhyAModelDoesNotOpenAndTheCommandLineInEnglish() {
        if (!canSpeak(LanguageChoice::German))
            QSKIP("built without Qt's Linguist tools");
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString path = fixture.folder() + QStringLiteral("/broken.safetensors");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no model") == 8);
        file.close();
        const auto refused = [&] {
            auto *text = fixture.get<QLabel>("noticeText");
            text->clear();
            answerWith(path);
            fixture.get<QAction>("actionOpenModel")->trigger();
            [&] { QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(path), kLong); }();
            return text->text();
        };
        choose(fixture, "de");
        QCOMPARE(
            refused(),
            QStringLiteral("„%1“ ist keine brauchbare Modelldatei: Ihr Kopf ist zu lang. Bitte "
                           "eine andere Datei nehmen oder eine ältere Kopie davon. Das jetzige "
                           "Modell ist unverändert.")
                .arg(path));
        const std::string english =
            QStringLiteral("'%1' is no usable model file: its header is too long. Use another "
                           "file, or an older copy of it.")
                .arg(path)
                .toStdString();
        const Outcome outcome =
            runRbm({"filters", path.toStdString(), "--output", path.toStdString() + ".png"});
        QCOMPARE(outcome.err, "rbm: " + english + "\n");
        choose(fixture, "en");
        QCOMPARE(refused(), QString::fromStdString(english) +
                                QStringLiteral(" The current model is unchanged."));
    }

    void aChoiceIsRememberedAndTheSystemsListOfLanguagesDecidesOtherwise() {
        const QTemporaryDir folder;
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-tests"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        QCOMPARE(rememberedLanguage(), LanguageChoice::System);
        QMenu view;
        LanguageMenu menu(&view, true);
        menu.choose(LanguageChoice::English);
        QCOMPARE(rememberedLanguage(), LanguageChoice::English);
        menu.choose(LanguageChoice::System);
        QCOMPARE(rememberedLanguage(), LanguageChoice::System);
        QCOMPARE(languageOf(QLocale(QStringLiteral("de_AT"))), LanguageChoice::German);
        QCOMPARE(languageOf(QLocale(QStringLiteral("en_GB"))), LanguageChoice::English);
        QCOMPARE(languageOf(QLocale(QStringLiteral("fr_FR"))), LanguageChoice::English);
    }

    void noTextIsCutOffInTheSmallestWindow_data() {
        QTest::addColumn<bool>("german");
        QTest::newRow("a language 40 percent longer than English") << false;
        QTest::newRow("German") << true;
    }
    void noTextIsCutOffInTheSmallestWindow() {
        QFETCH(bool, german);
        LongLanguage translator;
        if (german)
            speak(LanguageChoice::German);
        else
            QCoreApplication::installTranslator(&translator);
        Fixture fixture;
        fixture.window().resize(1100, 700);
        work(fixture);
        QStringList lines;
        auto *tabs = fixture.get<QTabBar>("workspaceTabs");
        auto *slowMotion = fixture.get<QAction>("actionSlowMotion");
        for (const bool slow : {true, false}) {
            tabs->setCurrentIndex(0);
            if (slowMotion->isChecked() != slow)
                slowMotion->trigger();
            for (int at = kWorkspaces - 1; at >= 0; --at) {
                tabs->setCurrentIndex(at);
                QTest::qWait(60);
                lines += cutOff(fixture.window());
            }
            walkThrough(fixture);
        }
        lines.removeDuplicates();
        for (const QString &line : lines)
            qWarning().noquote() << line;
        QVERIFY(lines.isEmpty());
        const QSize least = fixture.window().minimumSizeHint();
        QVERIFY2(least.width() <= 1100 && least.height() <= 700,
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
    }

    void allToolsAndTitlesAreWholeInTheSmallestWindow_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void allToolsAndTitlesAreWholeInTheSmallestWindow() {
        QFETCH(QString, language);
        speak(languageChoiceOf(language));
        Fixture fixture;
        fixture.window().resize(1100, 700);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *bar = fixture.get<QToolBar>("transportBar");
        const auto allToolsAreSeen = [&] {
            const auto actions = bar->actions();
            return actions.size() > 10 &&
                   std::all_of(actions.begin(), actions.end(), [bar](QAction *action) {
                       const QWidget *tool = bar->widgetForAction(action);
                       return tool->isVisible() && bar->rect().contains(tool->geometry());
                   });
        };
        QTRY_VERIFY(allToolsAreSeen());
        for (const char *tool : {"actionLessons", "actionHelpButton", "actionTheme"})
            QVERIFY2(bar->actions().contains(fixture.get<QAction>(tool)), tool);
        for (int at = 0; at < kWorkspaces; ++at) {
            fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(at);
            QTest::qWait(60);
            QVERIFY(allToolsAreSeen());
            for (const auto *label : fixture.window().findChildren<ElidedLabel *>()) {
                if (label->isVisible() && label->objectName() == u"panelTitle")
                    QCOMPARE(label->shownText(), label->text());
            }
        }
        // What is written on the button is longest at the end of a run.
        fixture.get<QSpinBox>("epochs")->setValue(1);
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Finished, kLong);
        QTRY_VERIFY(allToolsAreSeen());
        // In a wide window nothing is shortened.
        fixture.window().resize(1440, 900);
        QTRY_VERIFY(allToolsAreSeen());
        QVERIFY(!bar->property("compact").toBool());
    }

    void aCaptionThatHasNoRoomIsShortAndWhole() {
        Panel panel(QStringLiteral("A title"));
        panel.setCaption(QStringLiteral("nats per image"), QStringLiteral("nats"));
        auto *caption = panel.findChild<ElidedLabel *>(QStringLiteral("panelCaption"));
        panel.show();
        panel.resize(400, 60);
        QTRY_COMPARE(caption->shownText(), QStringLiteral("nats per image"));
        for (int width = 400; width > 60; --width) {
            panel.resize(width, 60);
            QVERIFY2(
                QStringList({QStringLiteral("nats per image"), QStringLiteral("nats"), QString()})
                    .contains(caption->shownText()),
                qPrintable(caption->shownText()));
        }
        QCOMPARE(caption->shownText(), QString());
    }
};

int main(int argc, char **argv) {
    QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts();
    QApplication::setFont(textFont());
    TestWindowLanguage test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_window_language.moc"
