// The choice between card and processor, on the stand-in for a card.
#include "tests/support/window_fixture.h"
#include "ui/widgets/segmented_control.h"
#include "ui/window/notice_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QtTest>

using namespace rbm;
using namespace rbm::test;

namespace {

QPushButton *segment(Fixture &fixture, int index) {
    return fixture.get<SegmentedControl>("backendSelector")
        ->findChildren<QPushButton *>()
        .at(index);
}

QString backendOf(Fixture &fixture) { return fixture.window().session().backendName(); }

} // namespace

class TestWindowBackend : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        qputenv("RBM_CUDA_MODULE", RBM_EMULATED_MODULE);
        qputenv("RBM_EMULATED_FAULT", "cudaGraphLaunch:150:lost");
        qputenv("RBM_CUDA_SWEEPS", "products"); // a trial's launches would count, too
    }

    // First the run moves to the processor and back, as the buttons say; then the card falls
    // out. One window, as the module keeps its state.
    void theRunMovesBetweenCardAndProcessorAndOutlivesTheCard() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QCOMPARE(backendOf(fixture), QStringLiteral("CUDA"));
        QVERIFY(segment(fixture, 0)->isChecked() && segment(fixture, 0)->isEnabled());
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 5, kLong);
        QTest::mouseClick(segment(fixture, 1), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(backendOf(fixture), QStringLiteral("CPU"), kLong);
        const auto onCpu = fixture.now().update;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > onCpu + 5, kLong);
        QCOMPARE(fixture.now().state, RunState::Training);
        QTest::mouseClick(segment(fixture, 0), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(backendOf(fixture), QStringLiteral("CUDA"), kLong);

        // The stand-in is slow under sanitizers.
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Failed, 4 * kLong);
        QTRY_COMPARE_WITH_TIMEOUT(backendOf(fixture), QStringLiteral("CPU"), kLong);
        QVERIFY(segment(fixture, 1)->isChecked());
        auto *notices = fixture.get<NoticeBar>("noticeBar");
        QVERIFY2(notices->text().startsWith("The GPU stopped at update "),
                 qPrintable(notices->text()));
        QVERIFY(fixture.now().filters != nullptr);
        const auto safe = fixture.now().update;
        QCOMPARE(fixture.now().unsaved, safe > 0); // the same run, and in no file
        QVERIFY(notices->text().endsWith(
            QStringLiteral("up to update %1.").arg(QLocale().toString(qulonglong{safe}))));
        // Who looks at the details keeps the ways on.
        fixture.clickNotice(QStringLiteral("Details"));
        QVERIFY2(notices->text().contains(u"cudaGraphLaunch failed"), qPrintable(notices->text()));
        QVERIFY(fixture.noticeButton(QStringLiteral("Details")) == nullptr);
        QVERIFY(fixture.noticeButton(QStringLiteral("Save")) != nullptr);
        auto *goOn = fixture.noticeButton(QStringLiteral("Continue on CPU"));
        QVERIFY(goOn != nullptr);
        QTest::mouseClick(goOn, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > safe + 20, kLong);
        QCOMPARE(fixture.now().state, RunState::Training);
        QVERIFY(!notices->isVisible());
        QVERIFY(!segment(fixture, 0)->isEnabled()); // it is gone, and says why
        QVERIFY2(segment(fixture, 0)->toolTip().startsWith("CUDA cannot be used: "),
                 qPrintable(segment(fixture, 0)->toolTip()));
        QCOMPARE(backendOf(fixture), QStringLiteral("CPU"));
        fixture.click("mainButton");
    }
};

QTEST_MAIN(TestWindowBackend)
#include "test_window_backend.moc"
