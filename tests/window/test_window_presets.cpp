#include "tests/support/window_fixture.h"
#include "ui/support/presets.h"
#include "ui/support/train_command_text.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr const char *kTrainerFields[] = {"algorithm",    "numChains",     "schedule", "average",
                                          "weightDecay",  "centred",       "dataBias", "nesterov",
                                          "sparsityCost", "sparsityTarget"};

/// Chooses the entry of this name as a person does: opens the list and clicks.
void choose(QComboBox *combo, const QString &name) {
    const int row = combo->findText(name);
    QVERIFY(row >= 0);
    combo->showPopup();
    const auto *list = combo->view();
    const QModelIndex index = combo->model()->index(row, 0);
    QTRY_VERIFY(list->isVisible());
    QTest::qWait(QApplication::doubleClickInterval()); // else it is the click that opened it
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    QTRY_VERIFY(!list->isVisible());
}

TrainingConfig withSeedOne(TrainingConfig config) {
    config.seed = 1;
    return config;
}

/// Answers the question about unsaved training with this button, once it is asked.
void answer(QMessageBox::ButtonRole role) {
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, role] {
        const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (box == nullptr)
            return;
        timer->deleteLater();
        for (auto *button : box->buttons()) {
            if (box->buttonRole(button) == role)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    });
    timer->start(20);
}

} // namespace

class TestWindowPresets : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_settings;

private slots:
    void initTestCase() {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QApplication::setOrganizationName(QStringLiteral("rbm-explorer-test"));
        loadFonts();
        QApplication::setFont(textFont());
    }

    void aWindowBeginsWithTheClassicPreset() {
        WindowOptions options;
        options.keepSettings = false;
        MainWindow window(options);
        auto *combo = window.findChild<QComboBox *>(QStringLiteral("presetCombo"));
        QCOMPARE(combo->currentText(), QStringLiteral("Classic PCD-30"));
        QCOMPARE(combo->count(), static_cast<int>(presets().size()) + 1);
    }

    void aPresetSetsTheFieldsAndTheRunHasItsSettings() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *combo = fixture.get<QComboBox>("presetCombo");
        QCOMPARE(combo->currentText(), QStringLiteral("Custom"));
        choose(combo, QStringLiteral("Small and exact"));
        const TrainingConfig wanted = presetOf("small-exact")->config;
        QCOMPARE(combo->currentText(), QStringLiteral("Small and exact"));
        QCOMPARE(fixture.get<QSpinBox>("hiddenUnits")->value(), 16);
        QCOMPARE(fixture.get<QDoubleSpinBox>("learningRateEdit")->value(), wanted.learningRate);
        QVERIFY(fixture.get<QCheckBox>("centred")->isChecked());
        QCOMPARE(fixture.get<QComboBox>("schedule")->currentText(), QStringLiteral("linear"));
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 0, kLong);
        QVERIFY(fixture.now().config == withSeedOne(wanted));
        QCOMPARE(fixture.now().controls.learningRate, wanted.learningRate);
    }

    void everyPresetCanBeShown() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        for (const Preset &preset : presets()) {
            choose(fixture.get<QComboBox>("presetCombo"), preset.name);
            QCOMPARE(fixture.get<QComboBox>("presetCombo")->currentText(), preset.name);
            QTRY_VERIFY_WITH_TIMEOUT(fixture.now().config == withSeedOne(preset.config), kLong);
        }
    }

    void aChangedSettingMakesItCustomAndTheSeedDoesNot() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *combo = fixture.get<QComboBox>("presetCombo");
        const QString name = QStringLiteral("Small and exact");
        const QString custom = QStringLiteral("Custom");
        choose(combo, name);
        fixture.get<QSpinBox>("randomSeed")->setValue(7);
        QCOMPARE(combo->currentText(), name);
        fixture.click("trainerToggle");
        fixture.click("nesterov");
        QCOMPARE(combo->currentText(), custom);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().config.nesterov, kLong);
        fixture.click("nesterov");
        QCOMPARE(combo->currentText(), name);
        for (const char *box : {"gibbsSteps", "epochs"}) {
            auto *number = fixture.get<QSpinBox>(box);
            number->stepUp();
            QCOMPARE(combo->currentText(), custom);
            number->stepDown();
            QCOMPARE(combo->currentText(), name);
        }
        QTest::keyClick(&fixture.window(), Qt::Key_BracketLeft);
        QCOMPARE(combo->currentText(), custom);
    }

    void aPresetAsksBeforeTrainingIsLost() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *combo = fixture.get<QComboBox>("presetCombo");
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().unsaved, kLong);
        const TrainingConfig before = fixture.now().config;
        answer(QMessageBox::RejectRole);
        choose(combo, QStringLiteral("Small and exact"));
        QCOMPARE(combo->currentText(), QStringLiteral("Custom"));
        QTest::qWait(200);
        QVERIFY(fixture.now().unsaved);
        QVERIFY(fixture.now().config == before);
        answer(QMessageBox::DestructiveRole);
        choose(combo, QStringLiteral("Small and exact"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Idle, kLong);
        QVERIFY(fixture.now().config.centred);
        QCOMPARE(combo->currentText(), QStringLiteral("Small and exact"));
    }

    void whileItTrainsPresetsAndTrainerAreLocked() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QStringList open;
        for (const char *name : kTrainerFields) {
            QVERIFY2(fixture.get<QWidget>(name)->isEnabled(), name);
            open.append(fixture.get<QWidget>(name)->toolTip());
            QVERIFY2(!open.last().isEmpty(), name);
        }
        fixture.click("mainButton");
        auto *combo = fixture.get<QComboBox>("presetCombo");
        QTRY_VERIFY_WITH_TIMEOUT(!combo->isEnabled(), kLong);
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(combo->isEnabled(), kLong);
        for (const char *name : kTrainerFields) {
            const QWidget *field = fixture.get<QWidget>(name);
            QVERIFY2(!field->isEnabled(), name);
            QVERIFY2(field->toolTip().contains(u"restart (Ctrl+R) to change it"), name);
        }
        answerDoNotSave();
        QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
        for (const char *name : kTrainerFields) {
            QTRY_VERIFY2_WITH_TIMEOUT(fixture.get<QWidget>(name)->isEnabled(), name, kLong);
            QCOMPARE(fixture.get<QWidget>(name)->toolTip(), open.takeFirst());
        }
    }

    void contrastiveDivergenceHasNoNumberOfChains() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *chains = fixture.get<QSpinBox>("numChains");
        QCOMPARE(chains->text(), QStringLiteral("as batch"));
        chains->setValue(12);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().config.numChains, std::size_t{12}, kLong);
        choose(fixture.get<QComboBox>("algorithm"), QStringLiteral("CD"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().config.algorithm, Algorithm::Cd, kLong);
        QCOMPARE(fixture.now().config.numChains, std::size_t{0});
        QVERIFY(!chains->isEnabled());
    }

    void theCopiedCommandIsOnTheClipboard() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        choose(fixture.get<QComboBox>("presetCombo"), QStringLiteral("Fast"));
        fixture.get<QSpinBox>("randomSeed")->setValue(7);
        fixture.get<QAction>("actionCopyCommand")->trigger();
        TrainingConfig config = presetOf("fast")->config;
        config.seed = 7;
        QCOMPARE(QApplication::clipboard()->text(),
                 trainCommandText(config) + QStringLiteral(" --data starter"));
    }

    void theOpenSectionWidensNothingAndLongLabelsFit() {
        Fixture fixture;
        fixture.window().resize(1100, 700);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.click("trainerToggle");
        auto *last = fixture.get<QCheckBox>("nesterov");
        QTRY_VERIFY(!last->visibleRegion().isEmpty());
        const QWidget *section = fixture.get<QWidget>("trainerSection");
        QVERIFY2(section->minimumSizeHint().width() <= section->width(),
                 qPrintable(QString::number(section->minimumSizeHint().width())));
        const QWidget *panel = section->parentWidget();
        QVERIFY(panel->width() <= panel->parentWidget()->width()); // beside the scroll bar
        QVERIFY(fixture.window().minimumSizeHint().width() <= 1100);
        QVERIFY(fixture.window().minimumSizeHint().height() <= 700);
    }

    void theNextWindowRemembersWhetherTheTrainerWasOpen() {
        remembersWhetherItWasOpen("trainerToggle");
    }
};

QTEST_MAIN(TestWindowPresets)
#include "test_window_presets.moc"
