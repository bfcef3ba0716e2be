// What the window exports: sizes, scales, formats, and the chains' evolution.
#include "tests/support/explorer_fixture.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/folder_files.h"
#include "tests/support/likelihood_points.h"
#include "ui/theme/theme.h"
#include "ui/widgets/likelihood_plot.h"
#include "ui/window/export_panel.h"
#include "ui/window/exporter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QSet>
#include <QTabBar>
#include <QTimer>

using namespace rbm;
using namespace rbm::test;

namespace {

ExportChoice choiceOf(ExportKind kind, int scale = 1, ExportFormat format = ExportFormat::Png) {
    ExportChoice choice;
    choice.kind = kind;
    choice.scale = scale;
    choice.format = format;
    return choice;
}

/// Whether every pixel of `large` is that of `small` at the same place.
bool isEnlarged(const QImage &large, const QImage &small, int scale) {
    if (large.size() != small.size() * scale)
        return false;
    for (int y = 0; y < large.height(); ++y) {
        for (int x = 0; x < large.width(); ++x) {
            if (large.pixel(x, y) != small.pixel(x / scale, y / scale))
                return false;
        }
    }
    return true;
}

/// Some steps of the chains, then they stand still.
void runSome(Explorer &explorer, std::uint64_t steps) {
    QTRY_VERIFY_WITH_TIMEOUT(explorer.chains().count == 100, kLong);
    for (std::uint64_t step = 1; step <= steps; ++step) {
        explorer.click("chainStep");
        QVERIFY(explorer.shows(step));
    }
}

} // namespace

class TestWindowExports : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
        QApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    }

    void scaledGridsAreTheSamePixelsLarger() {
        Explorer explorer;
        explorer.choose("gridSize", 3);
        QTRY_COMPARE_WITH_TIMEOUT(explorer.chains().count, 225, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(explorer.chains().samples != nullptr &&
                                     explorer.chains().samples->size() == std::size_t{225} * 784,
                                 kLong);
        const QString one = explorer.folder() + QStringLiteral("/one.png");
        const QString three = explorer.folder() + QStringLiteral("/three.png");
        explorer.window().exporter().save(choiceOf(ExportKind::Samples), one);
        explorer.window().exporter().save(choiceOf(ExportKind::Samples, 3), three);
        QTRY_COMPARE_WITH_TIMEOUT(QImage(one).size(), QSize(880, 434), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(isEnlarged(QImage(three), QImage(one), 3), kLong);
    }

    void filtersCanBeGreyAndLarge() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString path = fixture.folder() + QStringLiteral("/filters.png");
        ExportChoice choice = choiceOf(ExportKind::Filters, 2);
        choice.greyscale = true;
        fixture.window().exporter().save(choice, path);
        // 16 tiles in one row with lines around each, and the scale beneath.
        QTRY_COMPARE_WITH_TIMEOUT(QImage(path).size(), QSize(2 * (16 * 29 + 1), 2 * (30 + 32)),
                                  kLong);
        const QImage picture(path);
        for (int y = 2; y < 58; ++y) {
            for (int x = 2; x < 58; ++x)
                QVERIFY(qIsGray(picture.pixel(x, y)));
        }
    }

    void aPictureTellsWhatItShows() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        const QString path = fixture.folder() + QStringLiteral("/filters.png");
        fixture.window().exporter().save(choiceOf(ExportKind::Filters), path);
        QTRY_VERIFY_WITH_TIMEOUT(!QImage(path).isNull(), kLong);
        const QImage picture(path);
        QCOMPARE(picture.text(QStringLiteral("Update")), QStringLiteral("1"));
        QCOMPARE(picture.text(QStringLiteral("Epoch")), QStringLiteral("0.040"));
        QCOMPARE(picture.text(QStringLiteral("Seed")), QStringLiteral("1"));
        QCOMPARE(picture.text(QStringLiteral("Version")), QStringLiteral("1.2.3"));
        QCOMPARE(picture.text(QStringLiteral("Run")), fixture.now().run);
        QVERIFY(picture.text(QStringLiteral("Settings")).contains(u"\"num-hidden\":16"));
        QVERIFY(!picture.textKeys().contains(QStringLiteral("Moves")));
    }

    void aPictureTellsWhenTheSlidersWereMoved() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        std::uint64_t update = 0;
        for (const double rate : {0.1, 20.0, 1.0}) {
            fixture.get<QDoubleSpinBox>("learningRateEdit")->setValue(rate);
            QTest::keyClick(&fixture.window(), Qt::Key_F10);
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, update + 1, kLong);
            ++update;
        }
        const QString path = fixture.folder() + QStringLiteral("/filters.png");
        fixture.window().exporter().save(choiceOf(ExportKind::Filters), path);
        QTRY_VERIFY_WITH_TIMEOUT(!QImage(path).isNull(), kLong);
        QCOMPARE(QImage(path).text(QStringLiteral("Moves")),
                 QStringLiteral("learning rate 0.1 → 20 (update 1) → 1 (update 2)"));
    }

    void plotsAreWrittenInEachFormatWithATableBeside() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *plot = fixture.window().findChild<LikelihoodPlot *>();
        plot->addPoint(pointAt(1, -150));
        plot->addPoint(pointAt(2, -140));
        const auto path = [&](const char *name) {
            return fixture.folder() + QLatin1Char('/') + QLatin1String(name);
        };
        Exporter &exporter = fixture.window().exporter();
        exporter.save(choiceOf(ExportKind::Plot), path("one.png"));
        exporter.save(choiceOf(ExportKind::Plot, 2), path("two.png"));
        exporter.save(choiceOf(ExportKind::Plot, 1, ExportFormat::Svg), path("lines.svg"));
        exporter.save(choiceOf(ExportKind::Plot, 1, ExportFormat::Pdf), path("page.pdf"));
        exporter.save(choiceOf(ExportKind::Plot, 1, ExportFormat::Csv), path("table.csv"));
        for (const char *table : {"one.csv", "two.csv", "lines.csv", "page.csv", "table.csv"})
            QTRY_COMPARE_WITH_TIMEOUT(contentOf(path(table)), plot->toCsv().toUtf8(), kLong);
        QCOMPARE(QImage(path("one.png")).size(), QSize(1600, 1000));
        QCOMPARE(QImage(path("two.png")).size(), QSize(3200, 2000));
        QCOMPARE(QImage(path("one.png")).pixelColor(2, 2), QColor(Qt::white));
        const QByteArray lines = contentOf(path("lines.svg"));
        QVERIFY(lines.contains("<svg"));
        QVERIFY(lines.contains("Verdict: Trust"));
        QVERIFY(contentOf(path("page.pdf")).startsWith("%PDF"));
    }

    void thePaneOffersWhatThereIsAndTheKeyboardSuffices() {
        Explorer explorer;
        runSome(explorer, 2);
        explorer.get<QAction>("actionExport")->trigger();
        auto *pane = explorer.get<ExportPanel>("exportPanel");
        QVERIFY(pane->isVisible());
        auto *what = explorer.get<QComboBox>("exportWhat");
        QCOMPARE(pane->choice().kind, ExportKind::Samples);
        QVERIFY(explorer.get<QWidget>("exportScale")->isVisible());
        QVERIFY(!explorer.get<QWidget>("exportEvery")->isVisible());
        QVERIFY(explorer.text("exportText").startsWith(u"590\u00a0×\u00a0289"));
        QTest::keyClick(what, Qt::Key_Down);
        QCOMPARE(pane->choice().kind, ExportKind::Evolution);
        QVERIFY(explorer.get<QWidget>("exportEvery")->isVisible());
        QVERIFY(
            explorer.text("exportText").startsWith(u"A folder of 2 pictures, from step 0 to 2"));
        explorer.window().session().stepChains();
        QTRY_VERIFY_WITH_TIMEOUT(explorer.text("exportText").contains(u"from step 0 to 3"), kLong);
        explorer.window().session().setChainSpeed(20);
        explorer.window().session().playChains(true);
        QTRY_VERIFY_WITH_TIMEOUT(explorer.text("exportText").contains(u"to the newest"), kLong);
        QTest::keyClick(pane, Qt::Key_Escape);
        QVERIFY(!pane->isVisible());
    }

    void filtersCanBeExportedWhereNoneAreShown() {
        Explorer explorer;
        QTRY_VERIFY_WITH_TIMEOUT(explorer.now().filters == nullptr, kLong);
        auto *action = explorer.get<QAction>("actionExport");
        QTRY_VERIFY_WITH_TIMEOUT(action->isEnabled(), kLong);
        QVERIFY(explorer.chains().count == 100); // it is there with the samples, not after them
        action->trigger();
        auto *what = explorer.get<QComboBox>("exportWhat");
        const auto filters = [&] { return what->findData(static_cast<int>(ExportKind::Filters)); };
        QTRY_VERIFY_WITH_TIMEOUT(filters() >= 0, kLong);
        QCOMPARE(explorer.get<ExportPanel>("exportPanel")->choice().kind, ExportKind::Samples);
        what->setCurrentIndex(filters());
        const QString path = explorer.folder() + QStringLiteral("/filters.png");
        answerWith(path);
        explorer.click("exportSave");
        QTRY_VERIFY_WITH_TIMEOUT(!QImage(path).isNull(), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(explorer.now().filters == nullptr, kLong); // and no longer
    }

    void returnSavesFromEveryFieldAlsoWhereItPinsAFilter() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(1);
        auto *tiles = fixture.get<QWidget>("largeFilterView");
        QEnterEvent hovered({5, 5}, {5, 5}, {5, 5});
        QApplication::sendEvent(tiles, &hovered);
        auto *pane = fixture.get<QWidget>("exportPanel");
        QSet<QString> asked;
        for (int tabs = 0; tabs < 9; ++tabs) {
            fixture.window().activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
            QTest::keyClick(&fixture.window(), Qt::Key_E, Qt::ControlModifier);
            QTRY_VERIFY(QApplication::focusWidget() != nullptr);
            for (int tab = 0; tab < tabs; ++tab)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY2(pane->isAncestorOf(QApplication::focusWidget()), QByteArray::number(tabs));
            auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
            const QString name = button != nullptr ? button->text() : QString();
            bool opened = false;
            QTimer::singleShot(0, [&] {
                if (auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget())) {
                    opened = true;
                    dialog->reject();
                }
            });
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QTRY_VERIFY(!pane->isVisible());
            QCOMPARE(opened, name != u"Cancel");
            asked.insert(name);
            if (asked.contains(QStringLiteral("Save as…")))
                break;
        }
        QVERIFY(asked.contains(QStringLiteral("Save as…")));
        QVERIFY(asked.contains(QStringLiteral("Cancel")));
    }

    void everyStepOfTheEvolutionIsThatOfTheChains() {
        Explorer explorer;
        runSome(explorer, 1);
        // A unit that goes off midway: later steps are without it, earlier ones with it.
        explorer.window().session().switchUnit(3, false);
        QTRY_COMPARE_WITH_TIMEOUT(explorer.now().unitsOff.size(), std::size_t{1}, kLong);
        for (std::uint64_t step = 2; step <= 7; ++step) {
            explorer.click("chainStep");
            QVERIFY(explorer.shows(step));
        }
        const QString folder = explorer.folder() + QStringLiteral("/series");
        ExportChoice choice = choiceOf(ExportKind::Evolution, 2);
        choice.every = 3;
        explorer.window().exporter().save(choice, folder);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(folder), kLong);
        const QStringList names = {QStringLiteral("step-0000.png"), QStringLiteral("step-0003.png"),
                                   QStringLiteral("step-0006.png"),
                                   QStringLiteral("step-0007.png")};
        QCOMPARE(QDir(folder).entryList(QDir::Files, QDir::Name), names);
        for (const int step : {0, 3, 6, 7}) {
            explorer.window().session().showChainStep(step);
            QVERIFY(explorer.shows(static_cast<std::uint64_t>(step)));
            const QString shown = explorer.folder() + QStringLiteral("/shown%1.png").arg(step);
            explorer.window().exporter().save(choiceOf(ExportKind::Samples, 2), shown);
            QTRY_VERIFY_WITH_TIMEOUT(!QImage(shown).isNull(), kLong);
            const QImage picture(QDir(folder).filePath(QStringLiteral("step-000%1.png").arg(step)));
            QCOMPARE(picture, QImage(shown));
            QCOMPARE(picture.text(QStringLiteral("Chain step")), QString::number(step));
        }
    }

    void aCancelledSeriesLeavesNothing() {
        Explorer explorer;
        explorer.runToTheEnd();
        ExportChoice choice = choiceOf(ExportKind::Evolution, 4);
        choice.every = 1;
        const auto before = snapshot(explorer.folder()).keys();
        explorer.window().exporter().save(choice, explorer.folder() + QStringLiteral("/series"));
        QTRY_VERIFY_WITH_TIMEOUT(explorer.window().exporter().isWriting(), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(snapshot(explorer.folder()).size() > before.size(), kLong);
        auto *cancel = explorer.noticeButton(QStringLiteral("Cancel"));
        QVERIFY(cancel != nullptr);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!explorer.window().exporter().isWriting(), kLong);
        QCOMPARE(snapshot(explorer.folder()).keys(), before);
    }

    void aFullDiskLeavesNothingOfASeries() {
        Explorer explorer;
        runSome(explorer, 3);
        const auto before = snapshot(explorer.folder()).keys();
        ExportChoice choice = choiceOf(ExportKind::Evolution);
        choice.every = 1;
        {
            const FileSizeLimit limit(4096);
            explorer.window().exporter().save(choice,
                                              explorer.folder() + QStringLiteral("/series"));
            QTRY_VERIFY_WITH_TIMEOUT(explorer.text("noticeText").startsWith(u"Cannot write"),
                                     kLong);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!explorer.window().exporter().isWriting(), kLong);
        QCOMPARE(snapshot(explorer.folder()).keys(), before);
    }

    void aSeriesReplacesNoFolderThatHoldsSomething() {
        Explorer explorer;
        runSome(explorer, 1);
        const QString folder = explorer.folder() + QStringLiteral("/mine");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(writeFile(folder + QStringLiteral("/kept"), "x"));
        explorer.window().exporter().save(choiceOf(ExportKind::Evolution), folder);
        QTRY_VERIFY_WITH_TIMEOUT(explorer.text("noticeText").contains(u"there already"), kLong);
        QCOMPARE(snapshot(folder).size(), 1);
    }

    void anExportThatCannotBeWrittenIsToldInOneSentence() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().exporter().save(choiceOf(ExportKind::Filters),
                                         fixture.folder() + QStringLiteral("/nowhere/filters.png"));
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"nowhere/filters.png"), kLong);
        QVERIFY(text->text().startsWith(u"Cannot write"));
        QVERIFY(QDir(fixture.folder()).mkdir(QStringLiteral("nowhere")));
        fixture.clickNotice(QStringLiteral("Retry"));
        QTRY_VERIFY_WITH_TIMEOUT(text->text().startsWith(u"Saved"), kLong);
        QVERIFY(!QImage(fixture.folder() + QStringLiteral("/nowhere/filters.png")).isNull());
    }

    // The file dialog asks about the picture alone.
    void aTableThatIsThereIsReplacedAfterAQuestion() {
        for (const bool replaces : {false, true}) {
            Fixture fixture;
            QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
            const QString path = fixture.folder() + QStringLiteral("/mine.png");
            const QString table = fixture.folder() + QStringLiteral("/mine.csv");
            QVERIFY(writeFile(table, "my own table"));
            bool asked = false;
            QTimer questions;
            QObject::connect(&questions, &QTimer::timeout, [&] {
                auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                if (question == nullptr)
                    return; // not yet
                questions.stop();
                asked = question->text().contains(table);
                for (QAbstractButton *button : question->buttons()) {
                    if ((button->text() == QStringLiteral("Replace")) == replaces)
                        button->click();
                }
            });
            questions.start(20);
            answerWith(path);
            QTest::keyClick(&fixture.window(), Qt::Key_E, Qt::ControlModifier);
            fixture.click("exportSave");
            QVERIFY(asked);
            if (replaces)
                QTRY_COMPARE_WITH_TIMEOUT(
                    fixture.get<QLabel>("noticeText")->text(),
                    QStringLiteral("Saved %1, and its table mine.csv.").arg(path), kLong);
            QCOMPARE(QFileInfo::exists(path), replaces);
            QCOMPARE(contentOf(table) == "my own table", !replaces);
        }
    }

    void aFullDiskLeavesThePictureOfBeforeAndAnotherFolderHelps() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString path = fixture.folder() + QStringLiteral("/filters.png");
        QVERIFY(writeFile(path, "what was there"));
        auto *text = fixture.get<QLabel>("noticeText");
        {
            const FileSizeLimit limit(512);
            fixture.window().exporter().save(choiceOf(ExportKind::Filters), path);
            QTRY_VERIFY2_WITH_TIMEOUT(text->text().endsWith(u"The previous file is intact."),
                                      qPrintable(text->text()), kLong);
        }
        QCOMPARE(contentOf(path), QByteArray("what was there"));
        const QString other = fixture.folder() + QStringLiteral("/other.png");
        fixture.clickNotice(QStringLiteral("Choose folder"), other);
        QTRY_VERIFY_WITH_TIMEOUT(text->text().startsWith(u"Saved"), kLong);
        QVERIFY(!QImage(other).isNull());
        QCOMPARE(contentOf(path), QByteArray("what was there"));
    }
};

QTEST_MAIN(TestWindowExports)
#include "test_window_exports.moc"
