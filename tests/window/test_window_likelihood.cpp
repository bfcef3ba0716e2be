// The likelihood in the window: plot, switch, budget and honesty meter.
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"
#include "ui/widgets/likelihood_plot.h"
#include "ui/widgets/segmented_control.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>

#include <vector>

using namespace rbm;
using namespace rbm::test;

namespace {

/// A window that keeps the reports it got.
class Measured : public Fixture {
public:
    Measured() {
        QObject::connect(&window().session(), &Session::reportsTaken, &window(),
                         [this](const std::vector<LikelihoodReport> &news) {
                             reports.insert(reports.end(), news.begin(), news.end());
                         });
    }

    LikelihoodPlot *plot() { return window().findChild<LikelihoodPlot *>(); }

    /// Of the newest point.
    QString cursorText() {
        QTest::keyClick(plot(), Qt::Key_Right);
        return plot()->cursorText();
    }

    void measure() { get<QAction>("actionMeasure")->trigger(); }

    void choosePixels(int segment) {
        const auto buttons = get<SegmentedControl>("pixelSwitch")->findChildren<QPushButton *>();
        QTest::mouseClick(buttons.at(segment), Qt::LeftButton);
    }

    std::vector<LikelihoodReport> reports;
};

WindowOptions keepingSettings(const QTemporaryDir &folder) {
    WindowOptions options;
    options.dataFolder = folder.path();
    options.keepSettings = true;
    return options;
}

} // namespace

class TestWindowLikelihood : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void theLikelihoodAppearsWithItsVerdict() {
        Measured fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QVERIFY(fixture.get<QLabel>("honestyEmpty")->isVisible());
        QTest::keyClick(&fixture.window(), Qt::Key_F5);
        auto *verdict = fixture.get<QLabel>("honestyVerdict");
        QTRY_VERIFY_WITH_TIMEOUT(verdict->isVisible(), 2 * kLong);
        QCOMPARE(verdict->text(), QStringLiteral("Exact")); // 16 hidden units
        QCOMPARE(fixture.get<QLabel>("honestyVerdictOriginal")->text().isEmpty(), false);
        QVERIFY(fixture.get<QLabel>("honestyReason")->text().contains(u"enumerated"));
        QCOMPARE(fixture.plot()->points().front().epoch, 1.0);
        QTRY_VERIFY_WITH_TIMEOUT(
            fixture.get<QLabel>("likelihoodPace")->text().startsWith(u"A check takes "), kLong);
    }

    void measuringNowWorksBeforeAndWithoutTraining() {
        Measured fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        fixture.measure();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->points().size(), std::size_t{1}, kLong);
        QCOMPARE(fixture.plot()->points().front().epoch, 1.0 / 25); // 2,000 images by 80
        QCOMPARE(fixture.now().state, RunState::Paused);
        QCOMPARE(fixture.now().update, std::uint64_t{1});
    }

    void theSwitchShowsTheOtherPixelsInPlotAndMeter() {
        Measured fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.measure();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.reports.size(), std::size_t{1}, kLong);
        const LikelihoodReport &report = fixture.reports.front();
        const QString gray = natsText(report.gray.test.value);
        const QString sampled = natsText(report.sampled.test.value);
        QVERIFY(fixture.cursorText().contains(QStringLiteral("Test  ") + gray));
        auto *interval = fixture.get<QLabel>("honestyInterval");
        QCOMPARE(interval->text(), natsText(report.gray.test.value, 2));
        const QString caption = fixture.get<QLabel>("pixelCaption")->text();

        fixture.choosePixels(1);
        QVERIFY(fixture.cursorText().contains(QStringLiteral("Test  ") + sampled));
        QCOMPARE(interval->text(), natsText(report.sampled.test.value, 2));
        QVERIFY(fixture.get<QLabel>("pixelCaption")->text() != caption);
        fixture.choosePixels(0);
        QVERIFY(fixture.cursorText().contains(QStringLiteral("Test  ") + gray));
    }

    void theBudgetBoxChangesThePlanOfTheNextCheck() {
        Measured fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QSpinBox>("hiddenUnits")->setValue(40); // too many to enumerate
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().config.numHidden, std::size_t{40}, kLong);
        auto *budget = fixture.get<QDoubleSpinBox>("likelihoodBudget");
        QCOMPARE(budget->value(), 2.0);
        for (const double seconds : {0.2, 2.0}) {
            budget->setFocus();
            budget->selectAll();
            QTest::keyClicks(budget, budget->locale().toString(seconds, 'f', 1));
            QTest::keyClick(budget, Qt::Key_Return);
            const std::size_t before = fixture.reports.size();
            fixture.measure();
            QTRY_COMPARE_WITH_TIMEOUT(fixture.reports.size(), before + 1, kLong);
            QCOMPARE(fixture.reports.back().budget, seconds);
            QTRY_VERIFY_WITH_TIMEOUT(!fixture.now().measuring, kLong);
        }
        const auto sweeps = [](const LikelihoodReport &report) {
            return report.trusted.plan.totalSweeps();
        };
        QVERIFY(sweeps(fixture.reports.back()) > sweeps(fixture.reports.front()));
        QCOMPARE(
            fixture.get<QLabel>("honestySetting")->text(),
            QStringLiteral("2.0 s, both ways").replace(QLatin1Char('.'), QLocale().decimalPoint()));
    }

    void whyOpensAnExplanationInsideTheWindow() {
        Measured fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().resize(1100, 700);
        fixture.measure();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.reports.size(), std::size_t{1}, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.get<QWidget>("honestyWhy")->isVisible(), kLong);
        fixture.click("honestyWhy");
        auto *explanation = fixture.get<QWidget>("honestyExplanation");
        QVERIFY(explanation->isVisible());
        QVERIFY(fixture.window().rect().contains(explanation->geometry()));
        fixture.click("honestyWhy");
        QVERIFY(!explanation->isVisible());
        fixture.click("honestyWhy");
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(1);
        QVERIFY(!explanation->isVisible()); // it explains what can be seen
    }

    void theMeterFitsTheSmallestWindow() {
        Measured fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().resize(1100, 700);
        fixture.measure();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.reports.size(), std::size_t{1}, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.get<QLabel>("honestyVerdict")->isVisible(), kLong);
        QCoreApplication::processEvents();
        const QSize least = fixture.window().minimumSizeHint();
        QVERIFY2(least.width() <= 1100, qPrintable(QString::number(least.width())));
        QVERIFY2(least.height() <= 700, qPrintable(QString::number(least.height())));
    }

    void aRestartEmptiesPlotAndMeter() {
        Measured fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().unsaved, kLong);
        fixture.measure();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.plot()->points().size(), std::size_t{1}, kLong);
        answerDoNotSave();
        fixture.get<QAction>("actionRestart")->trigger();
        QVERIFY(fixture.plot()->points().empty());
        QVERIFY(fixture.get<QLabel>("honestyEmpty")->isVisible());
    }

    void budgetAndPixelsAreRememberedForTheNextTime() {
        const QTemporaryDir folder;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
        {
            MainWindow window(keepingSettings(folder));
            window.findChild<QDoubleSpinBox *>(QStringLiteral("likelihoodBudget"))->setValue(7.5);
            const auto *pixels =
                window.findChild<SegmentedControl *>(QStringLiteral("pixelSwitch"));
            QTest::mouseClick(pixels->findChildren<QPushButton *>().at(1), Qt::LeftButton);
            QVERIFY(window.close());
        }
        const MainWindow window(keepingSettings(folder));
        const auto *budget = window.findChild<QDoubleSpinBox *>(QStringLiteral("likelihoodBudget"));
        QCOMPARE(budget->value(), 7.5);
        const auto *pixels = window.findChild<SegmentedControl *>(QStringLiteral("pixelSwitch"));
        QCOMPARE(pixels->current(), 1);
        QCOMPARE(window.findChild<LikelihoodPlot *>()->pixels(), PixelKind::Sampled);
    }
};

QTEST_MAIN(TestWindowLikelihood)
#include "test_window_likelihood.moc"
