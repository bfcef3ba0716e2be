#include "app/progress_bar.h"

#include <QtTest>

#include <algorithm>
#include <sstream>

using namespace rbm;

class TestProgressBar : public QObject {
    Q_OBJECT

private slots:
    void writesNothingWhereThereIsNoTerminal() {
        std::ostringstream stream;
        {
            ProgressBar bar(stream, false, "updates");
            bar.show("Epoch 0", 1, 10);
            bar.clear();
        }
        QCOMPARE(stream.str(), std::string());
    }

    void showsPercentRateAndTimeLeft() {
        std::ostringstream stream;
        double now = 100;
        ProgressBar bar(stream, true, "updates", [&] { return now; });
        bar.show("Epoch 1", 50, 250);
        QCOMPARE(stream.str(), std::string("\rEpoch 1: 20 %"));
        now += 10;
        stream.str({});
        bar.show("Epoch 1", 100, 250); // 50 in 10 s, 150 to go
        QCOMPARE(stream.str(), std::string("\rEpoch 1: 40 %, 5.0 updates/s, 0:30 left"));
    }

    void isRewrittenAtMostTenTimesASecond() {
        std::ostringstream stream;
        double now = 0;
        ProgressBar bar(stream, true, "steps", [&] { return now; });
        for (std::uint64_t step = 0; step < 1000; ++step) {
            now = static_cast<double>(step) / 1000;
            bar.show("Sampling", step, 1000);
        }
        const auto text = stream.str();
        const auto lines = std::count(text.begin(), text.end(), '\r');
        QVERIFY(lines >= 5 && lines <= 11);
    }

    void isClearedWholeBeforeAnotherLine() {
        std::ostringstream stream;
        {
            ProgressBar bar(stream, true, "steps");
            bar.show("Long", 0, 10);
            stream.str({});
            bar.clear();
            QCOMPARE(stream.str(), std::string("\r         \r"));
            bar.clear();
            QCOMPARE(stream.str(), std::string("\r         \r"));
            stream.str({});
        }
        QCOMPARE(stream.str(), std::string());
    }

    void theRateLeavesOutWhatElseTookTime() {
        std::ostringstream stream;
        double now = 0;
        ProgressBar bar(stream, true, "updates", [&] { return now; });
        bar.show("Epoch 0", 0, 200);
        now = 100; // 100 updates, then something else until second 100
        bar.restartRate();
        bar.show("Epoch 1", 100, 200);
        stream.str({});
        now = 101;
        bar.show("Epoch 1", 110, 200);
        QVERIFY(stream.str().find("55 %, 10.0 updates/s, 1:23 left") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestProgressBar)
#include "test_progress_bar.moc"
