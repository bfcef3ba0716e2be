#include "tests/support/http_server.h"
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/exporter.h"
#include "ui/window/message_bar.h"
#include "ui/window/notice_bar.h"

#include <QAction>
#include <QDir>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>

#include <algorithm>
#include <memory>

using namespace rbm;
using namespace rbm::test;

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void opensWithTheStarterDigitsAndOffersTheDownload() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QCOMPARE(fixture.window().session().data().train->count(), std::size_t{2000});
        QVERIFY(fixture.get<QWidget>("noticeBar")->isVisible());
        QVERIFY(
            fixture.get<QLabel>("noticeText")->text().contains(u"MNIST is not on this computer"));
    }

    void aDownloadThatFailsIsToldAndLeavesNothing() {
        const HttpServer server; // knows no file
        Fixture fixture(QStringList{server.url()});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const auto buttons = fixture.get<QWidget>("noticeBar")->findChildren<QPushButton *>();
        const auto get = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *b) {
            return b->text() == QStringLiteral("Get MNIST");
        });
        QVERIFY(get != buttons.end());
        QTest::mouseClick(*get, Qt::LeftButton);
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().startsWith(u"Could not download MNIST"), kLong);
        QCOMPARE(fixture.get<QWidget>("noticeBar")->property("kind").toString(),
                 QStringLiteral("warning"));
        QVERIFY(!server.requests().isEmpty());
        QVERIFY(QDir(fixture.folder()).isEmpty());
        QCOMPARE(fixture.now().state, RunState::Idle);
    }

    void aClickTrainsAndAnotherPauses() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *button = fixture.get<QPushButton>("mainButton");
        QCOMPARE(button->text(), QStringLiteral("Train"));
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 5, kLong);
        QCOMPARE(button->text(), QStringLiteral("Pause"));
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        const auto update = fixture.now().update;
        QTest::qWait(200);
        QCOMPARE(fixture.now().update, update);
        QCOMPARE(button->text(), QStringLiteral("Resume"));
    }

    void oneStepMakesOneUpdate() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        QCOMPARE(fixture.now().state, RunState::Paused);
    }

    void aSliderActsWhileItTrainsAndTypedValuesAreExact() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 0, kLong);
        auto *slider = fixture.get<QSlider>("learningRateSlider");
        slider->setFocus();
        const double before = fixture.now().controls.learningRate;
        for (int press = 0; press < 20; ++press)
            QTest::keyClick(slider, Qt::Key_Right);
        const double wanted = fixture.get<QDoubleSpinBox>("learningRateEdit")->value();
        QVERIFY(wanted > before);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().controls.learningRate, wanted, kLong);

        auto *edit = fixture.get<QDoubleSpinBox>("momentumEdit");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, edit->locale().toString(0.57, 'f', 2));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().controls.momentum, 0.57, kLong);
    }

    void modelSettingsAreLockedWhileItTrains() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QVERIFY(fixture.get<QSpinBox>("hiddenUnits")->isEnabled());
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Training, kLong);
        for (const char *name : {"hiddenUnits", "gibbsSteps", "batchSize", "randomSeed"})
            QTRY_VERIFY(!fixture.get<QSpinBox>(name)->isEnabled());
        QVERIFY(fixture.get<QSlider>("learningRateSlider")->isEnabled());
    }

    void aLockedSettingSaysWhyAndHowToUnlockIt() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const char *names[] = {"hiddenUnits", "gibbsSteps", "batchSize", "randomSeed",
                               "pixelChoice"};
        QStringList open;
        for (const char *name : names)
            open.append(fixture.get<QWidget>(name)->toolTip());
        QVERIFY(!fixture.get<QLabel>("padlock")->isVisible());
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        QVERIFY(fixture.get<QLabel>("padlock")->isVisible());
        QVERIFY(!fixture.get<QLabel>("padlock")->pixmap().isNull());
        for (const char *name : names) {
            const QString toolTip = fixture.get<QWidget>(name)->toolTip();
            QVERIFY2(toolTip.contains(u"restart (Ctrl+R) to change it"), qPrintable(toolTip));
        }
        answerDoNotSave();
        QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Idle, kLong);
        QVERIFY(!fixture.get<QLabel>("padlock")->isVisible());
        for (const char *name : names)
            QCOMPARE(fixture.get<QWidget>(name)->toolTip(), open.takeFirst());
    }

    void aPauseThatHasToWaitForALongUpdateIsShown() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *steps = fixture.get<QSpinBox>("gibbsSteps");
        steps->setValue(1000);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().config.k, std::size_t{1000}, kLong);
        QElapsedTimer clock;
        clock.start();
        fixture.window().session().step();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        // However fast this machine is, an update is to take about two seconds.
        const int needed = std::clamp(static_cast<int>(2000000 / (clock.elapsed() + 1)), 1, 100000);
        steps->setValue(needed); // begins anew
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().config.k, static_cast<std::size_t>(needed), kLong);

        auto *button = fixture.get<QPushButton>("mainButton");
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Pause"), kLong);
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Pausing…"), kLong);
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Resume"), kLong);
    }

    void aRunEndsAndCanGoOnForTenMoreEpochs() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QSpinBox>("epochs")->setValue(1);
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Finished, kLong);
        QCOMPARE(fixture.now().update, std::uint64_t{25}); // 2,000 images by 80
        QCOMPARE(fixture.get<QPushButton>("mainButton")->text(), QStringLiteral("Train 10 more"));
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 25, kLong);
        QCOMPARE(fixture.get<QSpinBox>("epochs")->value(), 11);
    }

    void restartAsksBeforeTrainingIsLost() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().unsaved, kLong);
        answerDoNotSave();
        fixture.get<QAction>("actionRestart")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{0}, kLong);
    }

    void watchedChainsRunFromRealDigitsAndCanBeExported() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *tabs = fixture.get<QTabBar>("workspaceTabs");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        auto *real = fixture.get<TileView>("realGrid");
        QTRY_COMPARE_WITH_TIMEOUT(real->count(), 100, kLong);
        const QImage start = real->atlas();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().chains.count, 100, kLong);
        fixture.click("chainPlayPause");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().chains.step, std::uint64_t{3000}, 4 * kLong);
        QTRY_VERIFY(!fixture.now().chains.running);
        QCOMPARE(real->atlas(), start);
        QVERIFY(fixture.get<TileView>("sampleGrid")->atlas() != start);

        const QString path = fixture.folder() + QStringLiteral("/samples.png");
        ExportChoice choice;
        choice.kind = ExportKind::Samples;
        fixture.window().exporter().save(choice, path);
        // 10 tiles of 28 pixels and 9 lines a side, and the gutter between two halves.
        QTRY_COMPARE_WITH_TIMEOUT(QImage(path).size(), QSize(2 * 289 + 12, 289), kLong);
    }

    void classesAndSingleDigitsCanBeChosen() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(2);
        auto *real = fixture.get<TileView>("realGrid");
        QTRY_COMPARE_WITH_TIMEOUT(real->count(), 100, kLong);
        const QImage all = real->atlas();
        fixture.click("digitFilter0");
        QVERIFY(real->atlas() != all);
        const QImage without = real->atlas();
        QTest::keyClick(real, Qt::Key_R);
        QVERIFY(real->atlas() != without);
    }

    void closingWhileItTrainsEndsTheWorker() {
        auto fixture = std::make_unique<Fixture>();
        QTRY_VERIFY_WITH_TIMEOUT(fixture->isReady(), kLong);
        fixture->click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture->now().unsaved, kLong);
        answerDoNotSave();
        QVERIFY(fixture->window().close());
        fixture.reset(); // would hang here
    }

    void aClickOnANoticeLeavesTheFocusWhereItIs() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        auto *rate = fixture.get<QWidget>("learningRateEdit");
        rate->setFocus();
        QTRY_VERIFY(rate->hasFocus());
        fixture.clickNotice(QStringLiteral("Dismiss"));
        QVERIFY(!fixture.get<QWidget>("noticeBar")->isVisible());
        QVERIFY(rate->hasFocus());
    }

    void aLongNoticeLeavesRoomForAllOfThePlotAtTheSmallestSize() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().resize(1100, 700);
        auto *bar = fixture.window().findChild<NoticeBar *>(QStringLiteral("noticeBar"));
        const QString text = QStringLiteral("A sentence of a file with a long name. ").repeated(9);
        bar->showNotice(NoticeBar::Kind::Warning, text, {{QStringLiteral("Retry"), [] {}}});
        QTRY_VERIFY(bar->height() > 60); // three lines
        auto *plot = fixture.get<QWidget>("logLikelihoodPlot");
        QTest::qWait(50);
        QWidget *panel = plot;
        while (!panel->property("panel").toBool())
            panel = panel->parentWidget();
        const QRect inside(plot->mapTo(panel, QPoint()), plot->size());
        QVERIFY2(panel->rect().contains(inside), qPrintable(QString::number(inside.bottom())));
    }

    void aPassingMessageStandsWhereTheSentenceDoes() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *bar = qobject_cast<MessageBar *>(fixture.window().statusBar());
        QVERIFY(bar != nullptr);
        auto *sentence = fixture.get<QLabel>("statusText");
        const auto firstInk = [&](int from) {
            const QImage image = bar->grab().toImage();
            const QRgb paper = image.pixel(image.width() / 2, image.height() - 3);
            for (int x = from; x < image.width(); ++x) {
                for (int y = 4; y < image.height() - 2; ++y) {
                    if (image.pixel(x, y) != paper)
                        return x;
                }
            }
            return -1;
        };
        const QString text = QStringLiteral("Hear, hear. ");
        sentence->setText(text);
        const int wanted = firstInk(sentence->x());
        QVERIFY(wanted > 0);
        bar->showMessage(text);
        QCOMPARE(firstInk(0), wanted);
        // A long one ends before what stands at the right.
        bar->showMessage(text.repeated(60));
        QVERIFY(bar->messageRect().right() < bar->width() - 50);
        bar->clearMessage();
        sentence->setText(text);
        QCOMPARE(firstInk(sentence->x()), wanted);
    }

    void nothingIsCutOffAtTheSmallestSize() {
        Fixture fixture;
        fixture.window().resize(1100, 700);
        auto *tabs = fixture.get<QTabBar>("workspaceTabs");
        for (int tab = tabs->count() - 1; tab >= 0; --tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            QVERIFY2(fixture.window().minimumSizeHint().width() <= 1100,
                     qPrintable(QString::number(fixture.window().minimumSizeHint().width())));
            QVERIFY(fixture.window().minimumSizeHint().height() <= 700);
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
