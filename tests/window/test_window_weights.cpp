// What the window says of weights that grow too large.
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>

#include <cmath>
#include <cstdint>

using namespace rbm;
using namespace rbm::test;

class TestWindowWeights : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void weightsThatDivergedAreLeftByAnEpochAndALowerRate() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        Session &session = fixture.window().session();
        for (const std::uint64_t end : {25, 50}) {
            session.trainEpoch();
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, end, kLong);
            QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        }
        session.setControls({1e7, 0});
        session.play();
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"grew beyond 10,000 at update"), kLong);
        QVERIFY2(text->text().contains(u"went back to the end of epoch 2."),
                 qPrintable(text->text()));
        const QString stopped = text->text();
        TrainingSnapshot late = fixture.now(); // taken before, and come after
        late.state = RunState::Training;
        late.slowChains = true;
        late.run += u'2';
        emit session.snapshotTaken(late);
        QCOMPARE(text->text(), stopped);
        auto *rate = fixture.get<QDoubleSpinBox>("learningRateEdit");
        const double before = rate->value();
        fixture.clickNotice(QStringLiteral("Lower rate"));
        QVERIFY(std::abs(rate->value() - before / 2) < 0.001);
        QVERIFY2(text->text().contains(QString::number(rate->value())), qPrintable(text->text()));
        fixture.clickNotice(QStringLiteral("Go back one epoch"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{25}, kLong);
        QCOMPARE(fixture.now().state, RunState::Paused);
        QVERIFY(fixture.now().unsaved);
        QVERIFY(fixture.noticeButton(QStringLiteral("Lower rate")) != nullptr);
        QTest::keyClick(&fixture.window(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 50, kLong);
        QVERIFY(!fixture.get<QWidget>("noticeBar")->isVisible());
    }

    void anotherRunForgetsThatTheLastOneDiverged() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        Session &session = fixture.window().session();
        session.trainEpoch();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{25}, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        session.setControls({1e7, 0});
        session.play();
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"went back to the end of epoch 1"), kLong);
        // The next snapshot may be of before, the one after it is not.
        int seen = 0;
        connect(&session, &Session::snapshotTaken, this, [&seen] { ++seen; });
        for (const int wanted : {1, 2}) {
            session.lookNow();
            QTRY_VERIFY_WITH_TIMEOUT(seen >= wanted, kLong);
        }
        QCOMPARE(fixture.now().state, RunState::Paused);
        QCOMPARE(fixture.now().update, std::uint64_t{25});
        QVERIFY(fixture.now().unsaved); // it is the same run, and in no file
        auto *restart = fixture.get<QAction>("actionRestart");
        QTRY_VERIFY(restart->isEnabled());
        answerDoNotSave();
        restart->trigger();
        QVERIFY(!fixture.get<QWidget>("noticeBar")->isVisible());
    }

    void weightsThatMakeTheChainsSlowAreToldWithALowerRate() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        Session &session = fixture.window().session();
        session.setControls({1000, 0});
        session.play();
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"several times as slow"), kLong);
        auto *rate = fixture.get<QDoubleSpinBox>("learningRateEdit");
        const double before = rate->value();
        fixture.clickNotice(QStringLiteral("Lower rate"));
        QVERIFY(rate->value() < before);
    }
};

QTEST_MAIN(TestWindowWeights)
#include "test_window_weights.moc"
