#include "app/command_line.h"
#include "engine/cpu/targets.h"
#include "engine/training/checkpoint.h"
#include "tests/support/run_rbm.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sstream>
#include <string>
#include <vector>

using namespace rbm::test;

namespace {

constexpr int kPatience = 120000; // milliseconds; sanitizers are slow

/// The shortest benchmark: a tiny model on the compiled-in digits.
std::vector<std::string> tiny(const std::vector<std::string> &more = {}) {
    std::vector<std::string> args = {"benchmark", "--data",
                                     "starter",   "--no-cuda",
                                     "--threads", "1",
                                     "--k",       "1",
                                     "--quick",   "--updates",
                                     "2",         "--repetitions",
                                     "1",         "--ais-num-batch",
                                     "1",         "--warm-up",
                                     "1",         "--ais-batch-size",
                                     "5"};
    args.insert(args.end(), more.begin(), more.end());
    return args;
}

/// And small, where the state is not from a file.
std::vector<std::string> tinyModel(std::vector<std::string> more = {}) {
    more.insert(more.end(), {"--num-hidden", "4"});
    return tiny(more);
}

QJsonObject json(const Outcome &outcome) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(outcome.out)).object();
}

} // namespace

class TestBenchmarkCommand : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// The checkpoints in the cache folder.
    QStringList kept() const {
        return QDir(m_folder.filePath("rbm-explorer")).entryList({"*.safetensors"}, QDir::Files);
    }

private slots:
    /// A cache of its own for each test.
    void init() {
        rbm::stopRequested.store(false);
        m_folder = QTemporaryDir();
        QVERIFY(m_folder.isValid());
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8());
    }

    void theTableNamesTheBackendAndItsSpeed() {
        const Outcome outcome = runRbm(tinyModel());
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QVERIFY2(contains(outcome.out, "784 visible and 4 hidden units, k = 1"),
                 outcome.out.c_str());
        QVERIFY2(contains(outcome.out, "seconds per epoch"), outcome.out.c_str());
        QVERIFY2(contains(outcome.out, "\nCPU: "), outcome.out.c_str());
        QVERIFY2(contains(outcome.out, "visible flipped"), outcome.out.c_str());
        QVERIFY(!contains(outcome.out, "nanoseconds"));
    }

    void theJsonHasAResultPerEpoch() {
        const Outcome outcome = runRbm(tinyModel({"--json", "--epochs", "1,0"}));
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const QJsonArray results = json(outcome)["results"].toArray();
        QCOMPARE(results.size(), 2);
        for (int epoch = 0; epoch < 2; ++epoch) {
            const QJsonObject result = results[epoch].toObject();
            QCOMPARE(result["backend"].toString(), QString("CPU"));
            QVERIFY(!result["device"].toString().isEmpty());
            QCOMPARE(result["threads"].toInt(), 1);
            QCOMPARE(result["epoch"].toInt(), epoch);
            QCOMPARE(result["updates_per_epoch"].toInt(), 25);
            for (const char *name : {"seconds_per_epoch", "updates_per_second",
                                     "chain_steps_per_second", "ais_seconds"})
                QVERIFY2(result[name].toDouble() > 0, name);
            const double hidden = result["activity"].toObject()["hidden_on"].toDouble();
            QVERIFY(hidden > 0 && hidden < 4);
            QCOMPARE(rbm::loadCheckpoint(result["state"].toString().toStdString()).update,
                     static_cast<std::uint64_t>(25 * epoch));
        }
    }

    void whatIsNotMeasuredIsNull() {
        const Outcome outcome = runRbm(tinyModel({"--json", "--updates-only"}));
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const QJsonObject result = json(outcome)["results"].toArray()[0].toObject();
        QVERIFY(result["seconds_per_epoch"].toDouble() > 0);
        for (const char *name : {"chain_steps_per_second", "ais_seconds"})
            QVERIFY2(result[name].isNull(), name);
    }

    void everySimdTargetCanBeMeasured() {
        const auto targets = rbm::cpu::supportedTargets();
        for (const auto target : targets) {
            rbm::cpu::limitTarget(target);
            const std::string name = rbm::cpu::activeTarget();
            rbm::cpu::limitTarget(0);
            const Outcome outcome = runRbm(tinyModel({"--updates-only", "--simd", name}));
            QVERIFY2(outcome.code == 0, outcome.err.c_str());
            QVERIFY2(contains(outcome.out, ", " + name + ","), outcome.out.c_str());
            rbm::cpu::limitTarget(0);
        }
        const Outcome wrong = runRbm(tinyModel({"--simd", "MMX"}));
        QCOMPARE(wrong.code, 1);
        QVERIFY2(isOneSentence(wrong.err) && contains(wrong.err, "'MMX'"), wrong.err.c_str());
    }

    void theSweepComesWhenAskedFor() {
        const Outcome outcome = runRbm(tinyModel({"--json", "--sweep", "--updates-only"}));
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const QJsonArray sweep = json(outcome)["sweep"].toArray();
        QCOMPARE(sweep.size(), 4);
        QVERIFY(sweep[0].toObject()["update_nanoseconds"].toDouble() > 0);
        QVERIFY(sweep[0].toObject()["gibbs_nanoseconds"].toDouble() > 0);
        QVERIFY(contains(runRbm(tinyModel({"--sweep"})).out, "nanoseconds per weight"));
    }

    void preparingTellsTheFilesAndTrainsOnce() {
        const std::vector<std::string> args = tinyModel({"--prepare", "--epochs", "1"});
        const Outcome first = runRbm(args);
        QVERIFY2(first.code == 0, first.err.c_str());
        QVERIFY2(contains(first.err, "Training start states up to epoch 1"), first.err.c_str());
        QCOMPARE(kept().size(), 1);
        const std::string line =
            "1\t" + m_folder.filePath("rbm-explorer/" + kept()[0]).toStdString() + "\n";
        QCOMPARE(first.out, line);
        const Outcome second = runRbm(args);
        QCOMPARE(second.out, line);
        QCOMPARE(second.err, std::string());
    }

    void aStateCanBeMeasuredWithAnotherK() {
        QCOMPARE(runRbm(tinyModel({"--prepare", "--epochs", "1"})).code, 0);
        const std::string file = m_folder.filePath("rbm-explorer/" + kept()[0]).toStdString();
        const Outcome outcome = runRbm(tiny({"--state", file, "--json", "--updates-only"}));
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const QJsonObject found = json(outcome);
        QCOMPARE(found["training_config"].toObject()["num-hidden"].toInt(), 4);
        QCOMPARE(found["training_config"].toObject()["k"].toInt(), 1);
        QCOMPARE(found["results"].toArray()[0].toObject()["epoch"].toInt(), 1);
        QCOMPARE(kept().size(), 1);
    }

    void wrongUsageEndsWith2_data() {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("no updates") << "--updates"
                                    << "0";
        QTest::newRow("no repetitions") << "--repetitions"
                                        << "0";
        QTest::newRow("epochs are numbers") << "--epochs"
                                            << "all";
        QTest::newRow("momentum out of range") << "--momentum"
                                               << "1";
    }

    void wrongUsageEndsWith2() {
        QFETCH(QString, option);
        QFETCH(QString, value);
        const Outcome outcome = runRbm({"benchmark", option.toStdString(), value.toStdString()});
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.empty());
    }

    void aStateHasItsOwnSize() {
        const Outcome outcome = runRbm(tinyModel({"--state", "any.safetensors"}));
        QCOMPARE(outcome.code, 2);
    }

    void anInterruptedTrainingEndsWith130AndGoesOn() {
        QProcess rbm;
        rbm.setProgram(RBM_PROGRAM);
        QStringList args;
        for (const std::string &arg : tinyModel({"--prepare", "--epochs", "1000000"}))
            args << QString::fromStdString(arg);
        rbm.setArguments(args);
        rbm.start();
        QElapsedTimer clock;
        clock.start();
        while (kept().isEmpty() && clock.elapsed() < kPatience)
            rbm.waitForFinished(10);
        QCOMPARE(kept().size(), 1);
        QCOMPARE(::kill(static_cast<pid_t>(rbm.processId()), SIGINT), 0);
        QVERIFY(rbm.waitForFinished(kPatience));
        QCOMPARE(rbm.exitCode(), 130);
        QVERIFY(rbm.readAllStandardError().endsWith("rbm: Interrupted.\n"));
        QCOMPARE(rbm.readAllStandardOutput(), QByteArray());
        const auto state =
            rbm::loadCheckpoint(m_folder.filePath("rbm-explorer/" + kept()[0]).toStdString());
        const std::uint64_t next = state.update / 25 + 1;
        QCOMPARE(runRbm(tinyModel({"--prepare", "--epochs", std::to_string(next)})).code, 0);
        QCOMPARE(kept().size(), 1);
        QVERIFY(kept()[0].endsWith(QString("-epoch%1.safetensors").arg(next)));
    }
};

QTEST_GUILESS_MAIN(TestBenchmarkCommand)
#include "test_benchmark_command.moc"
