// When an estimate of log Z may be quoted.
#include "engine/likelihood/verdict.h"

#include <QtTest>

#include <limits>

using namespace rbm;

namespace {

/// With so many of 100 runs carrying the weight.
LogPartition estimateOf(double logZ, double effective, double halfWidth = 0.2) {
    LogPartition z;
    z.method = "forward";
    z.logZ = logZ;
    z.low = logZ - halfWidth;
    z.high = logZ + halfWidth;
    z.runs = 100;
    z.effectiveSampleSize = effective;
    return z;
}

Verdict verdictOf(double forwardSize, double reverseSize, double gap, bool disagree = false) {
    ReverseHalves halves;
    halves.disagree = disagree;
    return judge(estimateOf(50, forwardSize), estimateOf(50 + gap, reverseSize), halves).verdict;
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private slots:
    void halfOfTheRunsAndOneNatAreTrusted() {
        QVERIFY(verdictOf(50, 50, 1) == Verdict::Trust);
        QVERIFY(verdictOf(50, 50, -1) == Verdict::Trust);
        QVERIFY(verdictOf(49, 90, 0) == Verdict::Caution);
        QVERIFY(verdictOf(90, 49, 0) == Verdict::Caution);
        QVERIFY(verdictOf(90, 90, 1.1) == Verdict::Caution);
    }

    void aTenthOfTheRunsAndThreeNatsCallForCaution() {
        QVERIFY(verdictOf(10, 90, 0) == Verdict::Caution);
        QVERIFY(verdictOf(90, 90, -3) == Verdict::Caution);
        QVERIFY(verdictOf(9, 90, 0) == Verdict::DoNotQuote);
        QVERIFY(verdictOf(90, 9, 0) == Verdict::DoNotQuote);
        QVERIFY(verdictOf(90, 90, 3.1) == Verdict::DoNotQuote);
    }

    void aDisagreementOfTheHalvesLowersTheVerdictByOneStep() {
        QVERIFY(verdictOf(90, 90, 0, true) == Verdict::Caution);
        QVERIFY(verdictOf(30, 90, 0, true) == Verdict::DoNotQuote);
        QVERIFY(verdictOf(5, 90, 0, true) == Verdict::DoNotQuote);
    }

    void halvesDisagreeBeyondOneNatAndTheirIntervals() {
        QVERIFY(compareHalves(estimateOf(50, 50), estimateOf(51.5, 50)).disagree);
        QVERIFY(!compareHalves(estimateOf(50, 50), estimateOf(50.9, 50)).disagree);
        QVERIFY(!compareHalves(estimateOf(50, 50, 1), estimateOf(51.5, 50, 1)).disagree);
        const ReverseHalves halves = compareHalves(estimateOf(53, 50), estimateOf(50, 50));
        QVERIFY(halves.disagree);
        QCOMPARE(halves.fromData, 53.0);
        QCOMPARE(halves.fromModel, 50.0);
    }

    void oneDirectionAloneIsNeverTrusted() {
        QVERIFY(judge(estimateOf(50, 100)).verdict == Verdict::Caution);
        QVERIFY(judge(estimateOf(50, 10)).verdict == Verdict::Caution);
        QVERIFY(judge(estimateOf(50, 9)).verdict == Verdict::DoNotQuote);
    }

    void enumerationIsExact() {
        LogPartition z;
        z.method = "exact";
        QVERIFY(judge(z).verdict == Verdict::Exact);
    }

    void everyVerdictHasAReasonInOneSentence() {
        ReverseHalves apart{53, 50, true};
        for (const Assessment &a : {judge(estimateOf(50, 90), estimateOf(50.2, 80), {}),
                                    judge(estimateOf(50, 20), estimateOf(50.2, 80), {}),
                                    judge(estimateOf(50, 90), estimateOf(52, 80), {}),
                                    judge(estimateOf(50, 90), estimateOf(50, 80), apart),
                                    judge(estimateOf(50, 2)), judge(estimateOf(50, 60))}) {
            const QString reason = QString::fromStdString(a.reason);
            QVERIFY(reason.front().isUpper());
            QVERIFY(reason.endsWith(u'.'));
            QVERIFY(!reason.contains(QStringLiteral(". ")));
        }
        QVERIFY(judge(estimateOf(50, 20), estimateOf(50.2, 80), {}).reason.find("20.0 of 100") !=
                std::string::npos);
        QVERIFY(judge(estimateOf(50, 90), estimateOf(52, 80), {}).reason.find("2.00 nats") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "test_verdict.moc"
