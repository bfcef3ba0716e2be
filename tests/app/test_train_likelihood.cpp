// What `rbm train --likelihood` prints and writes into the log.
#include "app/epoch_likelihood.h"
#include "engine/data/idx.h"
#include "engine/model/model_file.h"
#include "engine/training/checkpoint.h"
#include "tests/support/folder_files.h"
#include "tests/support/reference_backend.h"
#include "tests/support/run_rbm.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <limits>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace rbm::test;
using Args = std::vector<std::string>;
using Json = nlohmann::ordered_json;

namespace {

const QByteArray kFirst = "epoch,update,seconds";
const QByteArray kOriginal = "test_log_likelihood,train_log_likelihood,log_z,effective_sample_size";
const QByteArray kMonitors = "reconstruction_error,free_energy_gap,hidden_activity,pixel_flips,"
                             "hidden_flips,weight_norm,largest_weight,gradient_norm";
const QByteArray kTrusted =
    "trusted_test_gray,trusted_train_gray,trusted_test_sampled,trusted_train_sampled,"
    "trusted_log_z,trusted_log_z_low,trusted_log_z_high,forward_log_z,reverse_log_z,"
    "trusted_effective_sample_size,trusted_runs,trusted_temperatures,verdict";

const Args kQuick = {"--ais-batch-size", "10", "--ais-num-batch", "2",
                     "--runs",           "8",  "--temperatures",  "100"};

using Line = QMap<QByteArray, QByteArray>;

void writeImages(const std::string &path, std::size_t count, std::uint64_t seed) {
    rbm::IdxArray array{{count, 5, 4}, {}};
    array.bytes = randomImages(4, 5, count, true, seed)->pixels;
    rbm::writeIdx(path, array);
}

Args joined(Args first, const Args &second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// "12.3457" as the epoch's line has it.
std::string rounded(const QByteArray &number) {
    return QByteArray::number(number.toDouble(), 'f', 4).toStdString();
}

/// Asks the program to stop as soon as it shows progress.
class StopAtProgress : public std::stringbuf {
protected:
    int sync() override {
        if (contains(str(), "Epoch 0: "))
            rbm::stopRequested.store(true);
        return 0;
    }
};

} // namespace

class TestTrainLikelihood : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    /// `epochs` of 3 updates.
    Args training(const char *kind, const char *epochs) const {
        return joined({"train", "--data", path(""), "--no-cuda", "--threads", "1", "--k", "2",
                       "--num-epoch", epochs, "--likelihood", kind, "--log", path("log.csv")},
                      kQuick);
    }

    Outcome train(const char *kind, const char *epochs, const Args &more = {}) const {
        return runRbm(joined(joined(training(kind, epochs),
                                    {"--num-hidden", "5", "--batch-size", "20", "--seed", "7"}),
                             more));
    }

    QList<QByteArray> logText() const {
        QFile file(m_folder.filePath("log.csv"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> lines = file.readAll().split('\n');
        lines.removeLast(); // after the last line break
        return lines;
    }

    /// The fields by column, of each line; none where a line has not all of them.
    QList<Line> logLines() const {
        const QList<QByteArray> text = logText();
        const auto names = text.value(0).split(',');
        QList<Line> lines;
        for (const QByteArray &line : text.mid(1)) {
            const auto fields = line.split(',');
            if (fields.size() != names.size())
                return {};
            lines.emplace_back();
            for (qsizetype n = 0; n < names.size(); ++n)
                lines.back()[names[n]] = fields[n];
        }
        return lines;
    }

    static void verifyFields(const Line &line, const QByteArray &names, bool filled) {
        for (const QByteArray &name : names.split(',')) {
            bool isNumber = name == "verdict" && !line[name].isEmpty();
            if (!isNumber)
                line[name].toDouble(&isNumber);
            QVERIFY2(isNumber == filled, (name + ": " + line[name]).constData());
        }
    }

    /// What `rbm evaluate` finds for the checkpoint of the last epoch.
    Json evaluated(const Args &more, const char *seed = "7") const {
        const Outcome outcome =
            runRbm(joined({"evaluate", path("run.checkpoint.safetensors"), "--data", path(""),
                           "--no-cuda", "--seed", seed, "--json"},
                          more));
        if (outcome.code != 0)
            throw std::runtime_error(outcome.err);
        return Json::parse(outcome.out);
    }

private slots:
    void init() {
        rbm::stopRequested.store(false);
        QFile::remove(m_folder.filePath("log.csv"));
    }

    void initTestCase() {
        QVERIFY(m_folder.isValid());
        writeImages(path("train-images-idx3-ubyte"), 60, 1);
        writeImages(path("t10k-images-idx3-ubyte"), 20, 2);
    }

    void theLogAndTheLinesTellWhatWasMeasured_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("original");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("original") << QByteArray("original") << true << false;
        QTest::newRow("trusted") << QByteArray("trusted") << false << true;
        QTest::newRow("both") << QByteArray("both") << true << true;
        QTest::newRow("none") << QByteArray("none") << false << false;
    }

    void theLogAndTheLinesTellWhatWasMeasured() {
        QFETCH(QByteArray, kind);
        QFETCH(bool, original);
        QFETCH(bool, trusted);
        const Outcome outcome = train(kind.constData(), "2");
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QCOMPARE(logText().value(0), kFirst + ',' + kOriginal + ',' + kMonitors + ',' + kTrusted);
        const QList<Line> lines = logLines();
        QCOMPARE(lines.size(), 2);
        for (const Line &line : lines) {
            verifyFields(line, kFirst, true);
            verifyFields(line, kMonitors, true);
            verifyFields(line, kOriginal, original);
            verifyFields(line, kTrusted, trusted);
            const std::string epoch = "Epoch " + line["epoch"].toStdString() + " completed";
            const std::string with =
                " with test log-likelihood " +
                rounded(line[original ? "test_log_likelihood" : "trusted_test_sampled"]) +
                " and train log-likelihood " +
                rounded(line[original ? "train_log_likelihood" : "trusted_train_sampled"]);
            const std::string expected = epoch + (original || trusted ? with : "") + '\n';
            QVERIFY2(contains(outcome.out, expected), (outcome.out + expected).c_str());
        }
        QVERIFY(contains(outcome.out, "likelihood: " + kind.toStdString() + '\n'));
        QCOMPARE(contains(outcome.err, "AIS effective sample size "), original);
        QCOMPARE(contains(outcome.err, "Trusted: test log-likelihood "), trusted);
        QCOMPARE(contains(outcome.err, "(8 runs of 100 temperatures each way)\n"), trusted);
        if (!original && !trusted)
            QCOMPARE(outcome.err, std::string());
    }

    /// The first epoch's seed is the run's.
    void theNumbersAreThoseOfEvaluate() {
        const Outcome outcome =
            train("both", "1", {"--checkpoint-every", "1", "--output", path("run.safetensors")});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const Line line = logLines().value(0);
        const auto compare = [&](const char *column, const Json &json, const char *member) {
            QCOMPARE(line[column].toDouble(), json[member].get<double>());
        };
        const Json original =
            evaluated({"--method", "original", "--ais-batch-size", "10", "--ais-num-batch", "2"});
        compare("test_log_likelihood", original, "test_log_likelihood");
        compare("train_log_likelihood", original, "train_log_likelihood");
        compare("log_z", original, "log_z");
        compare("effective_sample_size", original, "effective_sample_size");
        const Args trusted = {"--method", "trusted", "--runs", "8", "--temperatures", "100"};
        const Json sampled = evaluated(trusted);
        const Json gray = evaluated(joined(trusted, {"--pixels", "gray"}));
        compare("trusted_test_gray", gray, "test_log_likelihood");
        compare("trusted_train_gray", gray, "train_log_likelihood");
        compare("trusted_test_sampled", sampled, "test_log_likelihood");
        compare("trusted_train_sampled", sampled, "train_log_likelihood");
        compare("trusted_log_z", sampled, "log_z");
        compare("trusted_log_z_low", sampled, "log_z_low");
        compare("trusted_log_z_high", sampled, "log_z_high");
        compare("forward_log_z", sampled, "forward_log_z");
        compare("reverse_log_z", sampled, "reverse_log_z");
        compare("trusted_effective_sample_size", sampled, "effective_sample_size");
        QCOMPARE(line["trusted_runs"], QByteArray("8"));
        QCOMPARE(line["trusted_temperatures"], QByteArray("100"));
        QCOMPARE(line["verdict"].toStdString(), sampled["verdict"].get<std::string>());
    }

    void laterEpochsHaveSeedsOfTheirOwn() {
        const Outcome outcome =
            train("both", "2", {"--checkpoint-every", "2", "--output", path("run.safetensors")});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const Line line = logLines().value(1);
        const Json original = evaluated(
            {"--method", "original", "--ais-batch-size", "10", "--ais-num-batch", "2"}, "8");
        QCOMPARE(line["log_z"].toDouble(), original["log_z"].get<double>());
        const Json trusted =
            evaluated({"--method", "trusted", "--runs", "8", "--temperatures", "100"}, "8");
        QCOMPARE(line["trusted_log_z"].toDouble(), trusted["log_z"].get<double>());
        // The sampled test images are the same in all epochs.
        const Json images = evaluated({"--exact"}, "7");
        const double score =
            images["test_log_likelihood"].get<double>() + images["log_z"].get<double>();
        QCOMPARE(line["trusted_test_sampled"].toDouble() + line["trusted_log_z"].toDouble(), score);
    }

    void whatIsMeasuredDoesNotChangeTheTraining() {
        QCOMPARE(train("none", "3", {"--output", path("none.safetensors")}).code, 0);
        QCOMPARE(train("both", "3", {"--output", path("both.safetensors")}).code, 0);
        QVERIFY(rbm::loadModel(path("none.safetensors")).parameters ==
                rbm::loadModel(path("both.safetensors")).parameters);
    }

    void goingOnKeepsTheTrustedNumbersOfEarlierEpochs() {
        const Outcome whole = train("trusted", "2");
        QVERIFY2(whole.code == 0, whole.err.c_str());
        const QList<Line> uninterrupted = logLines();
        QCOMPARE(
            train("trusted", "1", {"--checkpoint-every", "1", "--output", path("part.safetensors")})
                .code,
            0);
        const QList<QByteArray> before = logText();
        QCOMPARE(before.size(), 2);
        const Outcome outcome = runRbm(
            joined(training("trusted", "2"), {"--resume", path("part.checkpoint.safetensors")}));
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QCOMPARE(logText().mid(0, 2), before);
        const QList<Line> lines = logLines();
        QCOMPARE(lines.size(), 2);
        for (const QByteArray &name : (kTrusted + ',' + kMonitors).split(','))
            QCOMPARE(lines[1][name], uninterrupted[1][name]);
    }

    void anEndWithoutABoundLeavesItsColumnEmpty() {
        rbm::EpochReport report;
        rbm::EpochReport::Trusted &trusted = report.trusted.emplace();
        trusted.sampled = {-90.5, -91.5};
        trusted.estimate.combined.logZ = 100;
        trusted.estimate.combined.low = 99;
        trusted.estimate.combined.high = std::numeric_limits<double>::infinity();
        rbm::TrainLog(path("log.csv"), 0).add(report);
        const Line line = logLines().value(0);
        QCOMPARE(line["trusted_log_z"], QByteArray("100"));
        QCOMPARE(line["trusted_log_z_low"], QByteArray("99"));
        QVERIFY(line.contains("trusted_log_z_high"));
        QCOMPARE(line["trusted_log_z_high"], QByteArray());
        QCOMPARE(line["verdict"], QByteArray("do not quote"));
        QVERIFY2(contains(rbm::describeLikelihood(report), "at most about 1.00 on gray"),
                 rbm::describeLikelihood(report).c_str());
        QVERIFY(!contains(rbm::describeLikelihood(report), "+-"));
    }

    void wrongUsageEndsWith2_data() {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("odd runs") << QStringList{"--runs", "9"};
        QTest::newRow("few temperatures") << QStringList{"--temperatures", "9"};
        QTest::newRow("runs and budget") << QStringList{"--runs", "8", "--budget", "1"};
        QTest::newRow("unknown likelihood") << QStringList{"--likelihood", "exact"};
    }

    void wrongUsageEndsWith2() {
        QFETCH(QStringList, more);
        Args args = {"train", "--data", path(""), "--no-cuda"};
        for (const QString &argument : more)
            args.push_back(argument.toStdString());
        QCOMPARE(runRbm(args).code, 2);
    }

    void anInterruptedEstimateSavesTheCheckpointAndReturns130() {
        StopAtProgress buffer;
        std::ostringstream out;
        std::ostream err(&buffer);
        // One update is the whole epoch, so that the first progress is just before the estimate.
        const int code = rbm::runCommandLine({"train",          "--data",
                                              path(""),         "--no-cuda",
                                              "--num-hidden",   "5",
                                              "--batch-size",   "60",
                                              "--num-epoch",    "3",
                                              "--likelihood",   "trusted",
                                              "--runs",         "8",
                                              "--temperatures", "1000000",
                                              "--log",          path("log.csv"),
                                              "--output",       path("stopped.safetensors")},
                                             out, err, true);
        rbm::stopRequested.store(false);
        QCOMPARE(code, 130);
        QVERIFY2(!contains(out.str(), "completed"), out.str().c_str());
        QVERIFY(contains(buffer.str(), "Saved the checkpoint "));
        QVERIFY(buffer.str().ends_with("rbm: Interrupted.\n"));
        QCOMPARE(rbm::loadCheckpoint(path("stopped.checkpoint.safetensors")).update,
                 std::uint64_t{1});
        QVERIFY(!QFile::exists(m_folder.filePath("stopped.safetensors")));
    }
};

QTEST_GUILESS_MAIN(TestTrainLikelihood)
#include "test_train_likelihood.moc"
