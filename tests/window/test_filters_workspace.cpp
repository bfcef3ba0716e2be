#include "engine/inspection/unit_order.h"
#include "tests/support/window_fixture.h"
#include "ui/session/inspection.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/unit_inspector.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QToolTip>

#include <algorithm>

using namespace rbm;
using namespace rbm::test;

namespace {

/// A window at the Filters tab whose inspection is done, of a model that has
/// learnt for some updates.
class FiltersFixture : public Fixture {
public:
    TileView *tiles() { return get<TileView>("largeFilterView"); }
    UnitInspector *inspector() { return get<UnitInspector>("unitInspector"); }
    QString title() { return part<QLabel>("panelTitle")->text(); }
    QString caption() { return part<QLabel>("panelCaption")->text(); }

    template <typename T>
    T *part(const char *name) {
        return inspector()->findChild<T *>(QLatin1String(name));
    }

    /// The number that a label of the inspector shows, without the markup.
    QString fact(const char *name) {
        return part<QLabel>(name)->text().remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    }

    const Inspection &inspection() { return *now().inspection; }

    bool isInspected() {
        return isReady() && now().inspection != nullptr && now().inspection->norms.size() == 16 &&
               !now().inspecting;
    }

    void sortBy(UnitSort sort) {
        auto buttons = get<SegmentedControl>("filterSort")->findChildren<QPushButton *>();
        QTest::mouseClick(buttons[static_cast<int>(sort)], Qt::LeftButton);
    }

    void clickTile(int place) {
        QTest::mouseClick(tiles(), Qt::LeftButton, {}, tiles()->tileRect(place).center());
    }

    void hoverTile(int place) { QTest::mouseMove(tiles(), tiles()->tileRect(place).center()); }

    /// The first row of pixels of the tile at this place.
    std::vector<QRgb> pixels(int place) {
        const int columns = tiles()->columns();
        std::vector<QRgb> result;
        for (int x = 0; x < 28; ++x)
            result.push_back(
                tiles()->atlas().pixel(place % columns * 28 + x, place / columns * 28 + 14));
        return result;
    }
};

#define OPEN_FILTERS(fixture)                                                                      \
    FiltersFixture fixture;                                                                        \
    fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(1);                                     \
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isInspected(), kLong);                                        \
    QTRY_COMPARE(fixture.tiles()->count(), 16)

} // namespace

class TestFiltersWorkspace : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void emptyItSaysWhatToDo() {
        OPEN_FILTERS(fixture);
        auto *hint = fixture.part<QLabel>("unitHint");
        QVERIFY(hint->isVisible());
        QCOMPARE(hint->text(), QStringLiteral("Click a filter to see what it detects."));
        QVERIFY(!fixture.part<QWidget>("unitHistogram")->isVisible());
    }

    void sortButtonsReorderTheTilesAndKeepTheUnit() {
        OPEN_FILTERS(fixture);
        std::vector<std::vector<QRgb>> byIndex;
        for (int unit = 0; unit < 16; ++unit)
            byIndex.push_back(fixture.pixels(unit));
        fixture.clickTile(5);
        for (const UnitSort sort :
             {UnitSort::Strength, UnitSort::Activity, UnitSort::Similarity, UnitSort::Index}) {
            fixture.sortBy(sort);
            const auto &order = fixture.inspection().order(sort);
            for (int place = 0; place < 16; ++place)
                QCOMPARE(fixture.pixels(place), byIndex[order[static_cast<std::size_t>(place)]]);
            const auto place = std::ranges::find(order, 5U) - order.begin();
            QCOMPARE(fixture.tiles()->selected(), static_cast<int>(place));
            QCOMPARE(fixture.title(), QStringLiteral("Unit 5"));
            QVERIFY2(
                fixture.caption().startsWith(QStringLiteral("number %1 of 16 by ").arg(place + 1)),
                qPrintable(fixture.caption()));
        }
    }

    void theCaptionTellsTheOrderAndItsAge() {
        OPEN_FILTERS(fixture);
        fixture.window().resize(1440, 900);
        auto *panel = fixture.tiles()->parentWidget();
        auto *caption = panel->findChild<QLabel *>(QStringLiteral("panelCaption"));
        fixture.sortBy(UnitSort::Strength);
        QCOMPARE(caption->text(), QStringLiteral("16 units, strongest first"));
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.inspection().update == 1, kLong);
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(caption->text().contains(u"strongest first, as of epoch 0"),
                                 kLong);
        auto *age = fixture.part<QLabel>("unitAge");
        fixture.clickTile(3);
        QTRY_VERIFY(age->text().contains(u"as of update 1"));
        QVERIFY(!fixture.part<QLabel>("unitBias")->isEnabled()); // dimmed
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(age->text(), QStringLiteral("On all 2,000 training images"),
                                  kLong);
        QVERIFY(fixture.part<QLabel>("unitBias")->isEnabled());
    }

    void theMouseShowsAUnitUntilAClickPinsOne() {
        OPEN_FILTERS(fixture);
        fixture.hoverTile(3);
        QCOMPARE(fixture.title(), QStringLiteral("Unit 3"));
        QVERIFY(!fixture.part<QPushButton>("pinUnit")->isChecked());
        fixture.hoverTile(9);
        QCOMPARE(fixture.title(), QStringLiteral("Unit 9"));
        fixture.clickTile(9);
        QVERIFY(fixture.part<QPushButton>("pinUnit")->isChecked());
        fixture.hoverTile(2);
        QCOMPARE(fixture.title(), QStringLiteral("Unit 9"));
        fixture.clickTile(4);
        QCOMPARE(fixture.title(), QStringLiteral("Unit 4"));
        fixture.click("pinUnit"); // lets go
        fixture.hoverTile(8);
        QCOMPARE(fixture.title(), QStringLiteral("Unit 8"));
    }

    void arrowsMoveEnterPinsAndEscapeLetsGo() {
        OPEN_FILTERS(fixture);
        fixture.tiles()->setFocus();
        QTest::keyClick(fixture.tiles(), Qt::Key_Home);
        QTest::keyClick(fixture.tiles(), Qt::Key_Right);
        QCOMPARE(fixture.title(), QStringLiteral("Unit 1"));
        QTest::keyClick(fixture.tiles(), Qt::Key_Return);
        QVERIFY(fixture.part<QPushButton>("pinUnit")->isChecked());
        QTest::keyClick(fixture.tiles(), Qt::Key_Escape);
        QVERIFY(!fixture.part<QPushButton>("pinUnit")->isChecked());
        QCOMPARE(fixture.title(), QStringLiteral("Unit 1"));
    }

    void enterPinsTheHoveredUnitWhereverTheFocusIs() {
        OPEN_FILTERS(fixture);
        fixture.get<QWidget>("mainButton")->setFocus();
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QCoreApplication::sendEvent(fixture.tiles(), &enter);
        fixture.hoverTile(12);
        QTest::keyClick(&fixture.window(), Qt::Key_Return);
        QVERIFY(fixture.part<QPushButton>("pinUnit")->isChecked());
        QCOMPARE(fixture.title(), QStringLiteral("Unit 12"));
        QCOMPARE(fixture.now().state, RunState::Idle);
    }

    void nextAndPreviousFollowTheOrder() {
        OPEN_FILTERS(fixture);
        fixture.sortBy(UnitSort::Activity);
        const auto order = fixture.inspection().order(UnitSort::Activity);
        fixture.clickTile(0);
        QVERIFY(!fixture.part<QAbstractButton>("previousUnit")->isEnabled());
        fixture.click("nextUnit");
        fixture.click("nextUnit");
        QCOMPARE(fixture.title(), QStringLiteral("Unit %1").arg(order[2]));
        QCOMPARE(fixture.caption(), QStringLiteral("number 3 of 16 by activity"));
        fixture.click("previousUnit");
        QCOMPARE(fixture.title(), QStringLiteral("Unit %1").arg(order[1]));
        fixture.clickTile(15);
        QVERIFY(!fixture.part<QAbstractButton>("nextUnit")->isEnabled());
    }

    void theNumbersAreThoseOfTheInspection() {
        OPEN_FILTERS(fixture);
        for (int update = 0; update < 2; ++update)
            QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.inspection().update == 2, kLong);
        fixture.clickTile(7);
        const Inspection &found = fixture.inspection();
        const UnitStatistics &statistics = found.statistics;
        const QString bias = QLocale().toString(static_cast<double>(found.biases[7]), 'f', 2);
        QTRY_COMPARE(fixture.fact("unitBias"), QString(bias).replace(u'-', u'−'));
        QCOMPARE(fixture.fact("unitNorm"),
                 QLocale().toString(static_cast<double>(found.norms[7]), 'f', 1));
        QVERIFY(fixture.fact("unitActivity").endsWith(u" % of digits"));
        const double percent = fixture.fact("unitActivity").section(u' ', 0, 0).toDouble();
        QVERIFY(std::abs(percent - 100 * static_cast<double>(statistics.meanActivation[7])) <= 0.5);

        const auto means = statistics.classMeansOf(7);
        const auto strongest = std::ranges::max_element(means) - means.begin();
        QCOMPARE(fixture.fact("unitStrongest"), QStringLiteral("digit %1").arg(strongest));
        const auto &bars = fixture.part<BarChart>("unitClassMeans")->bars();
        QCOMPARE(bars.size(), std::size_t{10});
        for (std::size_t label = 0; label < 10; ++label)
            QCOMPARE(bars[label], static_cast<double>(means[label]));
        const auto &bins = fixture.part<BarChart>("unitHistogram")->bars();
        QCOMPARE(bins.size(), UnitStatistics::kBins);
        for (std::size_t bin = 0; bin < bins.size(); ++bin)
            QCOMPARE(bins[bin], statistics.histogramOf(7)[bin] / 20.0); // of 2,000, in percent
    }

    void aClickOnADigitTellsItsClassAndActivation() {
        OPEN_FILTERS(fixture);
        fixture.clickTile(7);
        auto *digits = fixture.part<TileView>("topDigits");
        QCOMPARE(digits->count(), 24);
        const auto images = fixture.inspection().statistics.topImagesOf(7);
        const Dataset &train = *fixture.window().session().data().train;
        QTest::mouseClick(digits, Qt::LeftButton, {}, digits->tileRect(10).center());
        QCOMPARE(QToolTip::text(), QStringLiteral("Digit %1, activation %2")
                                       .arg(train.labels[images[10].row])
                                       .arg(static_cast<double>(images[10].activation), 0, 'f', 3));
    }

    void aUnitSwitchedOffIsToldEverywhereAndTheChipSwitchesItOn() {
        OPEN_FILTERS(fixture);
        auto *bar = fixture.get<QWidget>("unitsOffBar");
        QVERIFY(!bar->isVisible());
        const auto whole = fixture.pixels(6);
        fixture.clickTile(6);
        auto *toggle = fixture.part<QAbstractButton>("unitSwitch");
        const QPoint place = toggle->mapTo(&fixture.window(), QPoint());
        fixture.click("unitSwitch");
        fixture.clickTile(11);
        fixture.click("unitSwitch");
        QTRY_COMPARE(fixture.now().unitsOff, (std::vector<std::uint32_t>{6, 11}));
        QTRY_VERIFY(bar->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(toggle->mapTo(&fixture.window(), QPoint()), place); // stays under the mouse
        QCOMPARE(fixture.get<QPushButton>("unitOff6")->text().trimmed(),
                 QStringLiteral("Unit 6 is off"));
        QCOMPARE(fixture.pixels(6), whole); // the model still has it
        fixture.click("seeSamples");
        QCOMPARE(fixture.get<QTabBar>("workspaceTabs")->currentIndex(), 2);
        QVERIFY(bar->isVisible());
        fixture.click("unitOff6");
        QTRY_COMPARE(fixture.now().unitsOff, (std::vector<std::uint32_t>{11}));
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(1);
        QVERIFY(!toggle->isChecked());
        fixture.click("unitSwitch");
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(toggle->isChecked());
    }

    void switchingAUnitOffChangesTheChainsAndSwitchingItOnRestoresThem() {
        OPEN_FILTERS(fixture);
        auto *tabs = fixture.get<QTabBar>("workspaceTabs");
        const auto samplesAfterOneStep = [&]() -> QImage {
            tabs->setCurrentIndex(2);
            fixture.click("chainRestart"); // from the same start with the same draws
            QTest::qWait(100);
            fixture.window().session().stepChains();
            QTest::qWait(300);
            const QImage samples = fixture.get<TileView>("sampleGrid")->atlas();
            tabs->setCurrentIndex(1);
            return samples;
        };
        const QImage before = samplesAfterOneStep();
        QCOMPARE(fixture.now().chains.step, std::uint64_t{1});
        for (int unit = 0; unit < 16; ++unit) { // an untrained model: one alone is hardly seen
            fixture.clickTile(unit);
            fixture.click("unitSwitch");
        }
        QTRY_COMPARE(fixture.now().unitsOff.size(), std::size_t{16});
        QVERIFY(samplesAfterOneStep() != before);
        fixture.click("allUnitsOn");
        QTRY_VERIFY(fixture.now().unitsOff.empty());
        QCOMPARE(samplesAfterOneStep(), before);
    }

    void theOrderIsRemembered() {
        const QTemporaryDir folder;
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-tests"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        WindowOptions options;
        options.dataFolder = folder.path();
        {
            MainWindow window(options);
            window.show();
            auto *sort = window.findChild<SegmentedControl *>(QStringLiteral("filterSort"));
            QTest::mouseClick(sort->findChildren<QPushButton *>()[2], Qt::LeftButton);
            QVERIFY(window.close());
        }
        const MainWindow window(options);
        QCOMPARE(window.findChild<SegmentedControl *>(QStringLiteral("filterSort"))->current(), 2);
    }

    void imagesWithoutLabelsHaveNoBarsByClass() {
        auto data = std::make_shared<Dataset>();
        data->width = data->height = 28;
        data->pixels.assign(3 * data->imageSize(), 0);
        auto found = std::make_shared<Inspection>();
        found->biases = found->norms = {1, 2};
        UnitStatistics &statistics = found->statistics;
        statistics.units = 2;
        statistics.images = statistics.top = 3;
        statistics.meanActivation = {0.5F, 0.25F};
        statistics.histogram.assign(2 * UnitStatistics::kBins, 0);
        statistics.topImages.assign(6, {2, 0.5F});
        UnitInspector inspector;
        inspector.resize(480, 760);
        inspector.setData(data);
        inspector.showUnit({.unit = 1, .place = 1, .count = 2});
        inspector.setInspection(found, false);
        inspector.show();
        QVERIFY(inspector.findChild<BarChart *>(QStringLiteral("unitHistogram"))->isVisible());
        QVERIFY(!inspector.findChild<BarChart *>(QStringLiteral("unitClassMeans"))->isVisible());
        QVERIFY(!inspector.findChild<QLabel *>(QStringLiteral("unitStrongest"))->isVisible());
        auto *digits = inspector.findChild<TileView *>(QStringLiteral("topDigits"));
        QCOMPARE(digits->count(), 3);
        QTest::mouseClick(digits, Qt::LeftButton, {}, digits->tileRect(0).center());
        QCOMPARE(QToolTip::text(), QStringLiteral("Activation 0.500"));
    }

    void nothingWidensTheSmallestWindow() {
        OPEN_FILTERS(fixture);
        fixture.window().resize(1100, 700);
        for (int unit = 0; unit < 16; ++unit) {
            fixture.clickTile(unit);
            fixture.click("unitSwitch");
        }
        QTRY_COMPARE(fixture.now().unitsOff.size(), std::size_t{16});
        QTRY_VERIFY(fixture.get<QWidget>("unitsOffBar")->isVisible());
        QCoreApplication::processEvents();
        const QSize least = fixture.window().minimumSizeHint();
        QVERIFY2(least.width() <= 1100 && least.height() <= 700,
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
        QCOMPARE(fixture.window().size(), QSize(1100, 700));
    }

    void everyControlHasANameAndADescription() {
        OPEN_FILTERS(fixture);
        fixture.clickTile(1);
        for (const char *name : {"filterSort", "pinUnit", "unitSwitch", "largeFilterView",
                                 "unitHistogram", "unitClassMeans"}) {
            auto *widget = fixture.get<QWidget>(name);
            auto *button = qobject_cast<QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     name);
            QVERIFY2(!widget->accessibleDescription().isEmpty(), name);
        }
        QVERIFY(fixture.tiles()->accessibleDescription().startsWith(u"Unit 1, bias "));
    }
};

QTEST_MAIN(TestFiltersWorkspace)
#include "test_filters_workspace.moc"
