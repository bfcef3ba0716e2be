#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>

#include <algorithm>

using namespace rbm;
using namespace rbm::test;

namespace {

const QString kNotMeasured = QString(QChar(0x2013));

QList<QLabel *> valuesOf(const QWidget &window) {
    QList<QLabel *> values;
    for (auto *label : window.findChildren<QLabel *>()) {
        if (label->objectName().startsWith(u"monitorValue_"))
            values.append(label);
    }
    return values;
}

bool haveValues(const QWidget &window) {
    const auto values = valuesOf(window);
    return std::none_of(values.begin(), values.end(),
                        [](const QLabel *label) { return label->text() == kNotMeasured; });
}

} // namespace

class TestWindowMonitors : public QObject {
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

    void openingTheSectionShowsValuesAndFoldingItEndsTheirMeasuring() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QCOMPARE(valuesOf(fixture.window()).size(), 8);
        auto *error = fixture.get<QLabel>("monitorValue_reconstructionError");
        QVERIFY(!error->isVisible());
        QVERIFY(!fixture.now().monitors);

        fixture.click("monitorsToggle");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().monitors, kLong);
        QVERIFY(error->isVisible());
        QVERIFY(haveValues(fixture.window()));
        QCOMPARE(error->text(),
                 QLocale().toString(fixture.now().monitors->reconstructionError, 'f', 4));
        QVERIFY(fixture.get<QLabel>("monitorValue_hiddenActivity")->text().endsWith(u" %"));

        fixture.click("monitorsToggle");
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.now().monitors, kLong);
        QVERIFY(!error->isVisible());
    }

    void valuesFollowTheTraining() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.click("monitorsToggle");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().monitors, kLong);
        auto *error = fixture.get<QLabel>("monitorValue_reconstructionError");
        const QString before = error->text();
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(error->text() != before, kLong);
    }

    void nothingIsMeasuredWhileAnotherWorkspaceIsShown() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.click("monitorsToggle");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().monitors, kLong);
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.now().monitors, kLong);
    }

    void eachRowSaysWhatItMeans() {
        Fixture fixture;
        for (const QLabel *value : valuesOf(fixture.window())) {
            const QString text = value->accessibleDescription();
            QVERIFY2(text.endsWith(u'.'), qPrintable(value->accessibleName()));
        }
    }

    void inTheSmallestWindowTheSectionIsScrolledIntoView() {
        Fixture fixture;
        fixture.window().resize(1100, 700);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *last = fixture.get<QLabel>("monitorValue_gradientNorm");
        fixture.click("monitorsToggle");
        QTRY_VERIFY(!last->visibleRegion().isEmpty());
        QVERIFY(fixture.window().minimumSizeHint().width() <= 1100);
        QVERIFY(fixture.window().minimumSizeHint().height() <= 700);
        const QWidget *section = fixture.get<QWidget>("monitorsSection");
        QVERIFY(section->minimumSizeHint().width() <= section->width());
    }

    void theNextWindowRemembersWhetherItWasOpen() { remembersWhetherItWasOpen("monitorsToggle"); }
};

QTEST_MAIN(TestWindowMonitors)
#include "test_window_monitors.moc"
