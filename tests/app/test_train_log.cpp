// What `rbm train` writes into its log, and how it ends where the weights diverge.
#include "engine/training/checkpoint.h"
#include "engine/training/divergence.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/folder_files.h"
#include "tests/support/run_rbm.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

using namespace rbm::test;

namespace {

constexpr const char *kOldHeader =
    "epoch,update,seconds,test_log_likelihood,train_log_likelihood,log_z,effective_sample_size\n";
constexpr const char *kHeader =
    "epoch,update,seconds,test_log_likelihood,train_log_likelihood,log_z,effective_sample_size,"
    "reconstruction_error,free_energy_gap,hidden_activity,pixel_flips,hidden_flips,weight_norm,"
    "largest_weight,gradient_norm,trusted_test_gray,trusted_train_gray,trusted_test_sampled,"
    "trusted_train_sampled,trusted_log_z,trusted_log_z_low,trusted_log_z_high,forward_log_z,"
    "reverse_log_z,trusted_effective_sample_size,trusted_runs,trusted_temperatures,verdict";

/// What a line has for the columns that nothing was measured for: the monitors, and those
/// of the trusted likelihood.
const QByteArray kNoMonitors(8, ',');
const QByteArray kNotTrusted(13, ',');

/// Gradients are bounded, so it takes the largest steps that the options allow.
const std::vector<std::string> kDiverging = {"--learning-rate", "1000", "--batch-size", "1",
                                             "--momentum",      "0.99", "--likelihood", "none",
                                             "--num-hidden",    "3",    "--num-epoch",  "1"};

} // namespace

class TestTrainLog : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(name); }
    std::string text(const char *name) const { return path(name).toStdString(); }

    static Outcome train(const std::vector<std::string> &more) {
        std::vector<std::string> args = {"train",     "--data", "starter", "--no-cuda",
                                         "--threads", "1",      "--k",     "1"};
        args.insert(args.end(), more.begin(), more.end());
        return runRbm(args);
    }

    /// One epoch with a checkpoint at "run.checkpoint.safetensors".
    void trainAnEpoch() const {
        const Outcome outcome =
            train({"--num-hidden", "3", "--num-epoch", "1", "--likelihood", "none", "--output",
                   text("run.safetensors"), "--checkpoint-every", "1"});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
    }

    /// Goes on for a second epoch with a log that is there already.
    Outcome goOn(const QByteArray &earlier) const {
        writeFile(path("log.csv"), earlier);
        return train({"--resume", text("run.checkpoint.safetensors"), "--num-epoch", "2",
                      "--likelihood", "none", "--log", text("log.csv")});
    }

    QList<QByteArray> logLines() const {
        QFile file(path("log.csv"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> lines = file.readAll().split('\n');
        lines.removeLast(); // after the last line break
        return lines;
    }

private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        trainAnEpoch();
    }

    void theLogHasTheMonitorsOfEachEpoch() {
        const Outcome outcome = train({"--num-hidden", "3", "--num-epoch", "2", "--ais-batch-size",
                                       "10", "--ais-num-batch", "2", "--log", text("log.csv")});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const auto lines = logLines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.first(), QByteArray(kHeader));
        for (int epoch = 0; epoch < 2; ++epoch) {
            QVERIFY2(lines[epoch + 1].endsWith(kNotTrusted), lines[epoch + 1].constData());
            const auto fields = lines[epoch + 1].chopped(kNotTrusted.size()).split(',');
            QCOMPARE(fields.size(), 15);
            QCOMPARE(fields[0].toInt(), epoch);
            for (const QByteArray &field : fields) {
                bool isNumber = false;
                field.toDouble(&isNumber);
                QVERIFY2(isNumber, lines[epoch + 1].constData());
            }
        }
    }

    void aRunWithALogEqualsOneWithoutBitForBit() {
        const Outcome outcome =
            train({"--num-hidden", "3", "--num-epoch", "1", "--likelihood", "none", "--output",
                   text("logged.safetensors"), "--log", text("log.csv")});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QVERIFY(rbm::loadModel(text("logged.safetensors")).parameters ==
                rbm::loadModel(text("run.safetensors")).parameters);
    }

    void goingOnKeepsTheLinesOfALogWithoutMonitors() {
        const Outcome outcome =
            goOn(QByteArray(kOldHeader) + "0,25,0.5,-200,-201,150,30\n1,50,0.5,-190,-191,150,30\n");
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const auto lines = logLines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QByteArray(kHeader));
        QCOMPARE(lines[1], "0,25,0.5,-200,-201,150,30" + kNoMonitors + kNotTrusted);
        QVERIFY2(lines[2].startsWith("1,50,"), lines[2].constData());
        QCOMPARE(lines[2].count(','), 27);
    }

    void goingOnFindsColumnsInAnotherOrder() {
        const Outcome outcome = goOn("hidden_activity,epoch,update,seconds\n0.25,0,25,0.5\n");
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QCOMPARE(logLines().value(1), "0,25,0.5,,,,,,,0.25,,,,," + kNotTrusted);
    }

    void goingOnRefusesALogThatItCannotRead() {
        QFile::remove(path("log.csv"));
        ::sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string name = text("log.csv"); // nobody, root neither, can read a socket
        QVERIFY(name.size() < sizeof(address.sun_path));
        std::copy(name.begin(), name.end(), address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(socket, reinterpret_cast<const ::sockaddr *>(&address), sizeof(address)),
                 0);
        const Outcome outcome = train({"--resume", text("run.checkpoint.safetensors"),
                                       "--num-epoch", "2", "--likelihood", "none", "--log", name});
        ::close(socket);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "Cannot read the log"), outcome.err.c_str());
        QVERIFY(QFile::remove(path("log.csv")));
    }

    void goingOnRefusesALogThatItCannotKeep_data() {
        QTest::addColumn<QByteArray>("earlier");
        QTest::newRow("an unknown column") << QByteArray("epoch,update,accuracy\n0,25,0.5\n");
        QTest::newRow("a line that is too short") << QByteArray(kOldHeader) + "0,25\n";
        QTest::newRow("no header") << QByteArray("0,25,0.5,-200,-201,150,30\n");
    }

    void goingOnRefusesALogThatItCannotKeep() {
        QFETCH(QByteArray, earlier);
        const Outcome outcome = goOn(earlier);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "has other columns"), outcome.err.c_str());
        QFile file(path("log.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), earlier);
    }

    void weightsThatDivergeEndTheRunWith1AndTheLastGoodState() {
        std::vector<std::string> args = kDiverging;
        args.insert(args.end(), {"--output", text("wild.safetensors")});
        const Outcome outcome = train(args);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "The weights grew beyond 10000 by update 2000;"),
                 outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "lower --learning-rate"), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, text("wild.checkpoint.safetensors")), outcome.err.c_str());
        QVERIFY(!QFile::exists(path("wild.safetensors")));
        const auto state = rbm::loadCheckpoint(text("wild.checkpoint.safetensors"));
        QCOMPARE(state.update, std::uint64_t{0});
        QVERIFY(rbm::divergenceOf(state.parameters) == rbm::Divergence::None);
    }

    void weightsThatOutgrowTheFastSumsAreToldOnce() {
        const Outcome outcome = train({"--num-hidden", "8", "--learning-rate", "1000",
                                       "--num-epoch", "3", "--likelihood", "none"});
        QCOMPARE(outcome.code, 0);
        const std::string told = "outgrown the 16-bit sums";
        const auto first = outcome.err.find(told);
        QVERIFY2(first != std::string::npos, outcome.err.c_str());
        QVERIFY2(outcome.err.find(told, first + 1) == std::string::npos, outcome.err.c_str());
    }

    void aFullDiskDoesNotHideThatTheWeightsDiverged() {
        std::vector<std::string> args = kDiverging;
        args.insert(args.end(), {"--output", text("full.safetensors")});
        const FileSizeLimit full(100);
        const Outcome outcome = train(args);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(contains(outcome.err,
                          "The weights grew beyond 10000 by update 2000; the last good "
                          "state is not where it should be: "),
                 outcome.err.c_str());
        QVERIFY2(contains(outcome.err, text("full.checkpoint.safetensors")), outcome.err.c_str());
        QVERIFY(!QFile::exists(path("full.checkpoint.safetensors")));
    }

    void weightsThatDivergeAfterGoodEpochsLeaveTheLastOfThem() {
        const Outcome outcome =
            train({"--resume", text("run.checkpoint.safetensors"), "--num-epoch", "200",
                   "--learning-rate", "1000", "--momentum", "0.999999", "--likelihood", "none",
                   "--output", text("on.safetensors")});
        QCOMPARE(outcome.code, 1);
        const auto state = rbm::loadCheckpoint(text("on.checkpoint.safetensors"));
        QVERIFY(state.update >= 25);
        QCOMPARE(state.update % 25, std::uint64_t{0});
        QVERIFY2(contains(outcome.err, "by update " + std::to_string(state.update + 25) + ";"),
                 outcome.err.c_str());
    }

    void withoutAnOutputDivergenceIsToldAllTheSame() {
        const Outcome outcome = train(kDiverging);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "train again with a lower --learning-rate"),
                 outcome.err.c_str());
    }
};

QTEST_GUILESS_MAIN(TestTrainLog)
#include "test_train_log.moc"
