#include "tests/support/window_fixture.h"
#include "ui/session/told_update.h"
#include "ui/theme/theme.h"
#include "ui/widgets/motion.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tile_pulse.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/slow_motion.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSlider>

#include <algorithm>

using namespace rbm;
using namespace rbm::test;

namespace {

/// A ready window with slow motion open; where `told`, of the first update.
struct SlowFixture : Fixture {
    explicit SlowFixture(bool told = true) {
        ready = QTest::qWaitFor([this] { return isReady(); }, kLong);
        QTest::keyClick(&window(), Qt::Key_F9);
        if (told) {
            click("slowMotionUpdate");
            ready = ready && QTest::qWaitFor([this] { return story() != nullptr; }, kLong);
        }
    }

    const ToldUpdate *story() { return now().told.get(); }
    int part() { return get<SegmentedControl>("slowMotionParts")->current(); }
    void key(Qt::Key key) { QTest::keyClick(get<QWidget>("slowMotionUpdate"), key); }
    QString caption() { // of the panel
        for (const auto *label : get<QWidget>("slowMotion")->findChildren<QLabel *>()) {
            if (label->text().startsWith(u"update "))
                return label->text();
        }
        return {};
    }

    bool ready = false;
};

std::vector<float> column(const RbmParameters &p, std::size_t unit) {
    std::vector<float> result;
    for (std::size_t i = 0; i < p.visible; ++i)
        result.push_back(p.weights[i * p.hidden + unit]);
    return result;
}

} // namespace

class TestSlowMotion : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void aKeyOpensItWithoutAnUpdateAndAnotherLeadsBack() {
        SlowFixture fixture(false);
        QVERIFY(fixture.ready);
        QVERIFY(fixture.get<QWidget>("slowMotion")->isVisible());
        QVERIFY(fixture.get<QLabel>("slowMotionEmpty")->isVisible());
        QVERIFY(!fixture.get<QWidget>("logLikelihoodPlot")->isVisible());
        QVERIFY(fixture.get<QAction>("actionSlowMotion")->isChecked());
        QCOMPARE(fixture.window().focusWidget(), fixture.get<QWidget>("slowMotionUpdate"));
        QCOMPARE(fixture.now().update, std::uint64_t{0});
        QTest::keyClick(&fixture.window(), Qt::Key_F9);
        QVERIFY(!fixture.get<QWidget>("slowMotion")->isVisible());
        QVERIFY(fixture.get<QWidget>("logLikelihoodPlot")->isVisible());
        QTest::keyClick(&fixture.window(), Qt::Key_F9);
        fixture.click("slowMotionClose");
        QVERIFY(!fixture.get<QWidget>("slowMotion")->isVisible());
        QVERIFY(!fixture.get<QAction>("actionSlowMotion")->isChecked());
    }

    void fromAnotherWorkspaceTheKeyBringsItToSight() {
        SlowFixture fixture(false);
        QTest::keyClick(&fixture.window(), Qt::Key_4, Qt::ControlModifier);
        QVERIFY(!fixture.get<QWidget>("slowMotion")->isVisible());
        QTest::keyClick(&fixture.window(), Qt::Key_F9);
        QVERIFY(fixture.get<QWidget>("slowMotion")->isVisible());
    }

    void theNextUpdateIsTheRunsOwnAndTold() {
        SlowFixture fixture;
        QVERIFY(fixture.ready);
        QCOMPARE(fixture.now().update, std::uint64_t{1});
        QCOMPARE(fixture.now().state, RunState::Paused);
        QVERIFY(fixture.story()->agrees);
        QVERIFY(fixture.get<QLabel>("slowMotionTruth")->text().contains(u"bit for bit"));
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{2}, kLong);
        QTRY_COMPARE(fixture.story()->story.after.update, std::uint64_t{2});
        QVERIFY(fixture.story()->agrees);
        QVERIFY(fixture.caption().startsWith(u"update 2"));
    }

    void whoeverLooksChangesNothing() {
        SlowFixture looked;
        QTest::keyClick(&looked.window(), Qt::Key_F10);
        Fixture other;
        QTRY_VERIFY_WITH_TIMEOUT(other.isReady(), kLong);
        for (const std::uint64_t update : {1U, 2U}) {
            QTest::keyClick(&other.window(), Qt::Key_F10);
            QTRY_COMPARE_WITH_TIMEOUT(other.now().update, update, kLong);
        }
        QTRY_COMPARE_WITH_TIMEOUT(looked.now().update, std::uint64_t{2}, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(*looked.now().filters, *other.now().filters, kLong);
    }

    void thePartsAreSteppedByButtonsAndKeys() {
        SlowFixture fixture;
        QVERIFY(!fixture.get<QPushButton>("slowMotionBack")->isEnabled());
        fixture.click("slowMotionNext");
        QCOMPARE(fixture.part(), 1);
        fixture.key(Qt::Key_N);
        fixture.key(Qt::Key_N);
        QCOMPARE(fixture.part(), 3);
        QVERIFY(!fixture.get<QPushButton>("slowMotionNext")->isEnabled());
        QVERIFY(fixture.get<QWidget>("slowMotionNew")->isVisible());
        fixture.key(Qt::Key_B);
        QCOMPARE(fixture.part(), 2);
        QVERIFY(fixture.get<QWidget>("slowMotionGradient")->isVisible());
        fixture.click("slowMotionBack");
        QCOMPARE(fixture.part(), 1);
    }

    void theShownFilterIsThatOfTheRun() {
        SlowFixture fixture;
        const UpdateStory &story = fixture.story()->story;
        QTest::mouseClick(fixture.get<TileView>("filterView"), Qt::LeftButton, {},
                          fixture.get<TileView>("filterView")->tileRect(5).center());
        QVERIFY(fixture.caption().endsWith(u"unit 5"));
        QCOMPARE(fixture.get<PictureView>("slowMotionOld")->values(),
                 column(story.before.parameters, 5));
        QCOMPARE(fixture.get<PictureView>("slowMotionNew")->values(),
                 column(story.after.parameters, 5));
        QCOMPARE(fixture.get<PictureView>("slowMotionMomentum")->values(),
                 column(story.after.momentum, 5));
        // Tiles may be a tenth of a second old.
        const std::vector<float> shown = fixture.get<PictureView>("slowMotionNew")->values();
        QTRY_VERIFY(
            std::equal(shown.begin(), shown.end(), fixture.now().filters->begin() + 5 * 784));
    }

    void withoutAChoiceTheFilterThatChangedMostIsShown() {
        SlowFixture fixture;
        const std::vector<double> changes = filterChanges(fixture.story()->story);
        const auto most = std::max_element(changes.begin(), changes.end()) - changes.begin();
        QCOMPARE(fixture.caption(),
                 QStringLiteral("update 1, unit %1, which changed most").arg(most));
    }

    void theChainsAreScrubbedDrawByDraw() {
        SlowFixture fixture;
        const UpdateStory &story = fixture.story()->story;
        fixture.click("slowMotionNext");
        auto *slider = fixture.get<QSlider>("slowMotionSlider");
        auto *place = fixture.get<QLabel>("slowMotionPlace");
        QCOMPARE(slider->maximum(), 2); // k = 1
        QCOMPARE(place->text(), QStringLiteral("start"));
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(place->text(), QStringLiteral("step 1 of 1: v"));
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(place->text(), QStringLiteral("step 1 of 1: h"));
        // What is shown at the end is where the run's chains ended, bit for bit.
        const ChainStates &ends = story.after.chains;
        for (int chain = 0; chain < 8; ++chain) {
            const auto shown = [&](const char *name) {
                return fixture.get<PictureView>(qPrintable(QString(name).arg(chain)))->values();
            };
            const auto v = shown("slowMotionVisible%1");
            const auto h = shown("slowMotionHidden%1");
            QVERIFY(std::equal(v.begin(), v.end(), ends.visible.begin() + chain * 784));
            QVERIFY(std::equal(h.begin(), h.end(), ends.hidden.begin() + chain * 16));
        }
        QTest::mouseClick(fixture.get<QWidget>("slowMotionStrip"), Qt::LeftButton, {},
                          fixture.get<TileView>("slowMotionStrip")->tileRect(0).center());
        QCOMPARE(place->text(), QStringLiteral("start"));
    }

    void aClickOnAChainShowsItsSteps() {
        SlowFixture fixture;
        fixture.click("slowMotionNext");
        const QImage first = fixture.get<TileView>("slowMotionStrip")->atlas();
        fixture.click("slowMotionVisible3");
        QVERIFY(fixture.get<TileView>("slowMotionStrip")->atlas() != first);
    }

    void aKeyThatStepsThePartsMakesNoUpdate() {
        SlowFixture fixture;
        fixture.get<QWidget>("slowMotionNext")->setFocus();
        for (int press = 0; press < 4; ++press)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::qWait(100);
        QCOMPARE(fixture.now().update, std::uint64_t{1});
    }

    void otherTrainersAreToldAsTheyAre() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        TrainingConfig config = fixture.now().config;
        config.algorithm = Algorithm::Cd;
        config.centred = true;
        config.nesterov = true;
        config.weightDecay = 0.01;
        config.schedule = Schedule::Linear;
        fixture.window().session().restart(config);
        QTest::keyClick(&fixture.window(), Qt::Key_F9);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().told != nullptr, kLong);
        QTRY_VERIFY(fixture.get<QLabel>("slowMotionTruth")->text().contains(u"bit for bit"));
        const UpdateStory &story = fixture.now().told->story;
        QVERIFY(story.rule.startAtData && story.rule.nesterov && !story.visibleOffsets.empty());
        // The chains of CD start at the gray images.
        const auto start = fixture.get<PictureView>("slowMotionVisible2")->values();
        QCOMPARE(start.size(), std::size_t{784});
        for (std::size_t i = 0; i < start.size(); ++i)
            QCOMPARE(start[i], static_cast<float>(story.batch.pixels[2 * 784 + i]) / 255);
        QStringList formulas;
        for (const auto *label : fixture.get<QWidget>("slowMotion")
                                     ->findChildren<QLabel *>(QStringLiteral("slowMotionFormula")))
            formulas += label->text();
        const QString all = formulas.join(u' ');
        QVERIFY(all.contains(QStringLiteral("<i>μ<sub>i</sub></i>"))); // centred
        QVERIFY(all.contains(QStringLiteral("0.01 <i>W</i>")));        // weight decay
        for (const auto *label : fixture.get<QWidget>("slowMotion")->findChildren<QLabel *>())
            formulas += label->text();
        QVERIFY(formulas.join(u' ').contains(u"Nesterov"));
        QVERIFY(formulas.join(u' ').contains(u"The schedule"));
    }

    void itPlaysToTheEnd() {
        SlowFixture fixture;
        fixture.click("slowMotionPlay");
        QCOMPARE(fixture.get<QPushButton>("slowMotionPlay")->text(), QStringLiteral("Pause"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.part(), 3, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.get<QPushButton>("slowMotionPlay")->text(),
                                  QStringLiteral("Play"), kLong);
        QCOMPARE(fixture.get<QSlider>("slowMotionSlider")->value(), 2);
    }

    void whileItTrainsTheNextUpdatePauses() {
        SlowFixture fixture;
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 3, kLong);
        QTRY_VERIFY(fixture.get<QLabel>("slowMotionTruth")->text().contains(u"has gone on"));
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        QTRY_COMPARE(fixture.story()->story.after.update, fixture.now().update);
        QVERIFY(fixture.story()->agrees);
    }

    void anotherRunTellsNothingYet() {
        SlowFixture fixture;
        fixture.get<QSpinBox>("hiddenUnits"); // locked now: a restart frees it
        QTimer::singleShot(0, [] { answerDoNotSave(); });
        QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.story() == nullptr, kLong);
        QTRY_VERIFY(fixture.get<QLabel>("slowMotionEmpty")->isVisible());
    }

    void oneEpochTrainsToItsEndAndPauses() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const std::uint64_t perEpoch = fixture.now().updatesPerEpoch;
        QTest::keyClick(&fixture.window(), Qt::Key_F10, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        QCOMPARE(fixture.now().update, perEpoch);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, perEpoch + 1, kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, 2 * perEpoch, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        QTest::qWait(100);
        QCOMPARE(fixture.now().update, 2 * perEpoch);
    }

    void whatChangedPulsesUnlessMotionIsReduced() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *pulse = fixture.get<TileView>("filterView")->findChild<TilePulse *>();
        QVERIFY(pulse != nullptr);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(pulse->tiles().size(), std::size_t{1}, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(pulse->tiles().empty(), kLong); // it fades
        fixture.get<QAction>("actionReduceMotion")->trigger();
        QVERIFY(isMotionReduced());
        const auto shown = fixture.now().filters;
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().filters != shown, kLong);
        QVERIFY(pulse->tiles().empty());
        fixture.get<QAction>("actionReduceMotion")->trigger();
        QVERIFY(!isMotionReduced());
    }

    void lessMotionIsRemembered() {
        const QTemporaryDir folder;
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-tests"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        WindowOptions options;
        options.dataFolder = folder.path();
        for (const bool before : {false, true}) {
            const MainWindow window(options);
            auto *reduce = window.findChild<QAction *>(QStringLiteral("actionReduceMotion"));
            QCOMPARE(reduce->isChecked(), before);
            QCOMPARE(isMotionReduced(), before);
            reduce->setChecked(true);
        }
        setMotionReduced(false);
    }

    void itFitsTheSmallestWindowAndNamesItsControls() {
        SlowFixture fixture;
        fixture.window().resize(1100, 700);
        QTRY_COMPARE(fixture.window().size(), QSize(1100, 700));
        QVERIFY(fixture.window().minimumSizeHint().width() <= 1100);
        QVERIFY(fixture.window().minimumSizeHint().height() <= 700);
        const auto *panel = fixture.get<QWidget>("slowMotion");
        for (const auto *control : panel->findChildren<QWidget *>()) {
            if (control->focusPolicy() == Qt::NoFocus || qobject_cast<const QLabel *>(control))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(control);
            QVERIFY2(!control->accessibleName().isEmpty() ||
                         (button != nullptr && !button->text().isEmpty()),
                     qPrintable(control->objectName()));
        }
    }
};

QTEST_MAIN(TestSlowMotion)
#include "test_slow_motion.moc"
