#include "engine/base/error.h"
#include "engine/training/control_history.h"

#include <QTest>

#include <string>

using namespace rbm;

namespace {

/// What is wrong with such a table; empty: nothing is.
std::string troubleWith(const std::string &lines,
                        const std::string &heading = "update,learning_rate,momentum") {
    try {
        ControlHistory::fromCsv(heading + "\n" + lines);
    } catch (const Error &error) {
        return error.what();
    }
    return {};
}

} // namespace

class TestControlHistory : public QObject {
    Q_OBJECT

private slots:
    void onlyChangesAreKept() {
        ControlHistory history;
        history.record(0, {0.1, 0.3}, 5);
        history.record(1, {0.1, 0.3}, 5);
        history.record(2, {0.05, 0.3}, 5);
        history.record(3, {0.05, 0.3}, 6);
        QCOMPARE(history.changes().size(), std::size_t{3});
        QCOMPARE(history.at(1)->update, std::uint64_t{0});
        QCOMPARE(history.at(2)->controls.learningRate, 0.05);
        QCOMPARE(history.at(1000)->numEpoch, std::size_t{6});
    }

    void aTableGivesTheHistoryBackBitForBit() {
        ControlHistory history;
        history.record(0, {0.1, 1.0 / 3}, 5);
        history.record(7, {0.1 * 1.1 * 1.1, 1e-300}, 5);
        history.record(123456789012, {1000, 0}, 1000000);
        QVERIFY(ControlHistory::fromCsv(history.toCsv()) == history);
        QVERIFY(history.toCsv().starts_with("update,learning_rate,momentum,num_epoch\n0,0.1,"));
    }

    void tablesOfThreeColumnsAndOtherLineEndsAreRead() {
        const ControlHistory history =
            ControlHistory::fromCsv("update,learning_rate,momentum\r\n5,0.2,0.5\r\n9,0.1,0\r\n");
        QCOMPARE(history.changes().size(), std::size_t{2});
        QCOMPARE(history.at(5)->controls.momentum, 0.5);
        QCOMPARE(history.at(5)->numEpoch, std::size_t{0});
        QVERIFY(history.at(4) == nullptr); // before the first line the options count
    }

    void aBadTableIsRefusedWithItsLine_data() {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("trouble");
        QTest::newRow("word") << "0,0.1,0.3\n1,fast,0.3"
                              << "line 3: the learning rate is no number";
        QTest::newRow("empty") << "0,0.1,"
                               << "line 2: the momentum is no number";
        QTest::newRow("negative update") << "-1,0.1,0.3"
                                         << "line 2: the update is no number";
        QTest::newRow("few") << "0,0.1"
                             << "line 2: it has not three values";
        QTest::newRow("many") << "0,0.1,0.3,4"
                              << "line 2: it has not three values";
        QTest::newRow("order") << "5,0.1,0.3\n5,0.2,0.3"
                               << "line 3: its update does not come after";
        QTest::newRow("rate") << "0,-1,0.3"
                              << "line 2: the learning rate is not from 0 to 1000";
        QTest::newRow("nan") << "0,nan,0.3"
                             << "line 2: the learning rate is not from 0 to 1000";
        QTest::newRow("momentum") << "0,0.1,1"
                                  << "line 2: the momentum is not at least 0";
        QTest::newRow("gap") << "\n0,0.1,0.3"
                             << "line 2: it has not three values";
    }

    void aBadTableIsRefusedWithItsLine() {
        QFETCH(QString, lines);
        QFETCH(QString, trouble);
        const std::string told = troubleWith(lines.toStdString());
        QVERIFY2(told.starts_with(trouble.toStdString()), told.c_str());
    }

    void aTableWithoutEpochsIsReadAgainAsItIsWritten() {
        const auto history = ControlHistory::fromCsv("update,learning_rate,momentum\n0,0.1,0.3\n");
        QVERIFY(ControlHistory::fromCsv(history.toCsv()) == history);
    }

    void aFileWithoutTheHeadingIsRefused() {
        QVERIFY(troubleWith("0,0.1,0.3", "0,0.1,0.3").starts_with("line 1: "));
        QVERIFY(troubleWith("", "").starts_with("line 1: "));
    }

    void epochsCountOnlyWhereTheRunDependsOnThem() {
        TrainingConfig config;
        config.numEpoch = 20;
        ControlHistory history;
        history.record(0, {config.learningRate, config.momentum}, 10);
        QVERIFY(!history.differsFrom(config));
        config.schedule = Schedule::Linear;
        QVERIFY(history.differsFrom(config));
        config.schedule = Schedule::Constant;
        history.record(5, {config.learningRate / 2, config.momentum}, 20);
        QVERIFY(history.differsFrom(config));
    }

    void anUnknownHistoryStaysEmpty() {
        ControlHistory history = ControlHistory::unknown();
        history.record(0, {0.1, 0.3}, 5);
        QVERIFY(history.changes().empty());
        QVERIFY(!history.isKnown());
    }
};

QTEST_GUILESS_MAIN(TestControlHistory)
#include "test_control_history.moc"
