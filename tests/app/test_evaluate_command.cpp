// What `rbm evaluate` prints, how it chooses its method, and that its numbers repeat.
#include "engine/data/idx.h"
#include "engine/model/model_file.h"
#include "engine/training/checkpoint.h"
#include "tests/support/reference_backend.h"
#include "tests/support/run_rbm.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace rbm::test;
using Args = std::vector<std::string>;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t kWidth = 6;
constexpr std::size_t kHeight = 5;
constexpr std::size_t kVisible = kWidth * kHeight;

const Args kTrusted = {"--method", "trusted", "--runs", "16", "--temperatures", "300"};

/// What every method tells, before and after what the trusted one alone does.
const Args kFirstMembers = {
    "method", "log_z",        "log_z_low", "log_z_high", "effective_sample_size",
    "runs",   "temperatures", "verdict",   "reason"};
const Args kTrustedMembers = {"forward_log_z",
                              "forward_log_z_low",
                              "forward_log_z_high",
                              "forward_effective_sample_size",
                              "reverse_log_z",
                              "reverse_log_z_low",
                              "reverse_log_z_high",
                              "reverse_effective_sample_size",
                              "reverse_log_z_from_data",
                              "reverse_log_z_from_model",
                              "pilot_sweeps",
                              "equilibration_sweeps"};
const Args kLastMembers = {"pixels",
                           "test_log_likelihood",
                           "test_log_likelihood_low",
                           "test_log_likelihood_high",
                           "train_log_likelihood",
                           "train_log_likelihood_low",
                           "train_log_likelihood_high",
                           "seconds"};

Args joined(Args first, const Args &second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Args keysOf(const Json &json) {
    Args keys;
    for (const auto &item : json.items())
        keys.push_back(item.key());
    return keys;
}

void writeImages(const std::string &path, std::size_t count, std::uint64_t seed) {
    rbm::IdxArray array{{count, kHeight, kWidth}, {}};
    array.bytes = randomImages(kWidth, kHeight, count, true, seed)->pixels;
    rbm::writeIdx(path, array);
}

/// A model of 26 hidden units whose chains stay where all units are on, or all are off:
/// in others those of one seed run into each other wherever they start.
rbm::RbmParameters twoModes() {
    auto model = randomModel(kVisible, 26, 0.05, 5);
    constexpr float kWeight = 0.4F;
    for (float &weight : model.weights)
        weight += kWeight;
    std::fill(model.visibleBias.begin(), model.visibleBias.end(), -kWeight * 26 / 2);
    std::fill(model.hiddenBias.begin(), model.hiddenBias.end(), -kWeight * kVisible / 2);
    return model;
}

/// Asks the program to stop as soon as it shows progress.
class StopAtProgress : public std::stringbuf {
protected:
    int sync() override {
        if (contains(str(), "log Z: "))
            rbm::stopRequested.store(true);
        return 0;
    }
};

} // namespace

class TestEvaluateCommand : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    Args evaluate(const char *model, const Args &more) const {
        return joined({"evaluate", path(model), "--no-cuda", "--data", path("")}, more);
    }

    /// The JSON; throws where the program fails.
    Json found(const char *model, const Args &more) const {
        const Outcome outcome = runRbm(joined(evaluate(model, more), {"--json"}));
        if (outcome.code != 0 || !outcome.err.empty())
            throw std::runtime_error(outcome.err);
        return Json::parse(outcome.out);
    }

    void save(const char *name, const rbm::RbmParameters &parameters, std::size_t width,
              std::size_t height) const {
        rbm::Model model;
        model.parameters = parameters;
        model.width = width;
        model.height = height;
        rbm::saveModel(path(name), model);
    }

private slots:
    void init() { rbm::stopRequested.store(false); }

    void initTestCase() {
        QVERIFY(m_folder.isValid());
        writeImages(path("train-images-idx3-ubyte"), 60, 1);
        writeImages(path("t10k-images-idx3-ubyte"), 20, 2);
        save("small", randomModel(kVisible, 6, 0.5, 3), kWidth, kHeight);
        save("large", randomModel(kVisible, 26, 0.2, 4), kWidth, kHeight);
        save("rugged", randomModel(kVisible, 26, 4, 5), kWidth, kHeight);
        save("digits", randomModel(784, 64, 0.05, 6), 28, 28);
    }

    void theTrustedJsonHasThePromisedMembers() {
        const Json json = found("small", kTrusted);
        QVERIFY(keysOf(json) == joined(joined(kFirstMembers, kTrustedMembers), kLastMembers));
        QCOMPARE(json["method"].get<std::string>(), std::string("trusted"));
        QCOMPARE(json["runs"].get<int>(), 16); // in each direction
        QCOMPARE(json["temperatures"].get<int>(), 300);
        QCOMPARE(json["pixels"].get<std::string>(), std::string("sampled"));
        QCOMPARE(json["verdict"].get<std::string>(), std::string("trust"));
        const auto reason = json["reason"].get<std::string>();
        QVERIFY2(std::isupper(reason.front()) && reason.back() == '.', reason.c_str());
        for (const std::string prefix : {"log_z", "forward_log_z", "reverse_log_z"}) {
            const double value = json[prefix].get<double>();
            QVERIFY(json[prefix + "_low"].get<double>() < value);
            QVERIFY(json[prefix + "_high"].get<double>() > value);
        }
        for (const char *name : {"forward_effective_sample_size", "reverse_effective_sample_size"})
            QVERIFY(json[name].get<double>() >= 8 && json[name].get<double>() <= 16);
        QVERIFY(json["pilot_sweeps"].get<int>() > 0 && json["equilibration_sweeps"].get<int>() > 0);
        QVERIFY(json["seconds"].get<double>() > 0);
    }

    void theJsonOfOneDirectionHasThePromisedMembers() {
        for (const char *method : {"exact", "original"}) {
            const Json json = found("small", {"--method", method});
            QVERIFY(keysOf(json) == joined(kFirstMembers, kLastMembers));
            QCOMPARE(json["method"].get<std::string>(), std::string(method));
        }
    }

    void theLikelihoodIsTheScoreLessLogZ() {
        const Json exact = found("small", {"--exact"});
        const Json trusted = found("small", kTrusted);
        const auto score = [](const Json &json, const char *name, const char *z) {
            return json[name].get<double>() + json[z].get<double>();
        };
        for (const Json &json : {exact, trusted}) {
            const double test = score(json, "test_log_likelihood", "log_z");
            QVERIFY(std::abs(test - score(exact, "test_log_likelihood", "log_z")) < 1e-9);
            QVERIFY(std::abs(test - score(json, "test_log_likelihood_low", "log_z_high")) < 1e-9);
            QVERIFY(std::abs(test - score(json, "test_log_likelihood_high", "log_z_low")) < 1e-9);
            QVERIFY(std::abs(score(json, "train_log_likelihood", "log_z") -
                             score(exact, "train_log_likelihood", "log_z")) < 1e-9);
        }
    }

    void theIntervalHoldsTheExactLogZ() {
        const double exact = found("small", {"--exact"})["log_z"].get<double>();
        const Json json = found("small", kTrusted);
        QVERIFY(json["log_z_high"].get<double>() - json["log_z_low"].get<double>() < 1);
        for (const std::string prefix : {"log_z", "forward_log_z", "reverse_log_z"}) {
            QVERIFY(json[prefix + "_low"].get<double>() <= exact);
            QVERIFY(json[prefix + "_high"].get<double>() >= exact);
        }
    }

    void oneSeedGivesOneResultOnAnyNumberOfThreads_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("data");
        QTest::newRow("small") << "small" << m_folder.path();
        QTest::newRow("digits") << "digits"
                                << "starter";
    }

    void oneSeedGivesOneResultOnAnyNumberOfThreads() {
        QFETCH(QString, model);
        QFETCH(QString, data);
        const auto resultOn = [&](const char *threads, const char *seed) {
            const Outcome outcome =
                runRbm(joined({"evaluate", path(qPrintable(model)), "--no-cuda", "--json", "--data",
                               data.toStdString(), "--threads", threads, "--seed", seed},
                              kTrusted));
            return outcome.code == 0 ? outcome.out.substr(0, outcome.out.find("\"seconds\"")) : "";
        };
        const std::string once = resultOn("1", "5");
        QVERIFY(contains(once, "\"train_log_likelihood\""));
        QCOMPARE(resultOn("1", "5"), once);
        QCOMPARE(resultOn("3", "5"), once);
        QVERIFY(resultOn("1", "6") != once);
    }

    void aLargerBudgetMakesMoreWork() {
        const auto work = [&](const char *seconds) {
            const Json json = found("large", {"--method", "trusted", "--budget", seconds});
            return json["runs"].get<double>() * json["temperatures"].get<double>();
        };
        const double little = work("0.05");
        // 40 times the time; how fast a busy machine is changes from one measurement to the next.
        QVERIFY(work("2") > 2 * little);
    }

    void autoIsExactWhereQuickElseTrusted() {
        QCOMPARE(found("small", {})["method"].get<std::string>(), std::string("exact"));
        const Json json = found("large", {"--budget", "0.05"});
        QCOMPARE(json["method"].get<std::string>(), std::string("trusted"));
    }

    void wrongUsageEndsWith2AndASentence_data() {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("odd runs") << QStringList{"--runs", "9"};
        QTest::newRow("few runs") << QStringList{"--runs", "6"};
        QTest::newRow("no runs") << QStringList{"--runs", "0"};
        QTest::newRow("few temperatures") << QStringList{"--temperatures", "9"};
        QTest::newRow("no temperatures") << QStringList{"--temperatures", "0"};
        QTest::newRow("exact and trusted") << QStringList{"--exact", "--method", "trusted"};
        QTest::newRow("exact and original") << QStringList{"--exact", "--method", "original"};
        QTest::newRow("budget and original")
            << QStringList{"--budget", "1", "--method", "original"};
        QTest::newRow("runs and exact") << QStringList{"--runs", "16", "--exact"};
        QTest::newRow("AIS batches and trusted")
            << QStringList{"--ais-num-batch", "2", "--method", "trusted"};
        QTest::newRow("AIS batches and no method") << QStringList{"--ais-num-batch", "2"};
    }

    void wrongUsageEndsWith2AndASentence() {
        QFETCH(QStringList, more);
        Args args = evaluate("small", {});
        for (const QString &argument : more)
            args.push_back(argument.toStdString());
        const Outcome outcome = runRbm(args);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, more.first().toStdString()), outcome.err.c_str());
        QCOMPARE(outcome.out, std::string());
    }

    void aBudgetExcludesRunsAndTemperatures() {
        for (const char *name : {"--runs", "--temperatures"}) {
            const Outcome outcome = runRbm(evaluate("small", {"--budget", "1", name, "100"}));
            QCOMPARE(outcome.code, 2);
            QVERIFY2(contains(outcome.err, "--budget"), outcome.err.c_str());
            QVERIFY2(contains(outcome.err, name), outcome.err.c_str());
        }
        for (const char *seconds : {"0", "-1", "nan", "soon"})
            QCOMPARE(runRbm(evaluate("small", {"--budget", seconds})).code, 2);
    }

    void oneRunWithAllTheWeightIsNotQuoted() {
        const Args original = {"--method",        "original", "--ais-intermediate-steps", "1",
                               "--ais-num-batch", "2",        "--ais-batch-size",         "50"};
        const Json json = found("rugged", original);
        QVERIFY(json["effective_sample_size"].get<double>() < 10);
        QCOMPARE(json["verdict"].get<std::string>(), std::string("do not quote"));
        QVERIFY(json["log_z_high"].is_null());
        QVERIFY(json["test_log_likelihood_low"].is_null());
        QVERIFY(json["log_z_low"].get<double>() < json["log_z"].get<double>());
        QCOMPARE(json["pixels"].get<std::string>(), std::string("gray"));
        const Outcome outcome = runRbm(evaluate("rugged", original));
        QCOMPARE(outcome.code, 0);
        QVERIFY2(contains(outcome.out, "Test log-likelihood: at most about -"),
                 outcome.out.c_str());
        QVERIFY2(contains(outcome.out, "Train log-likelihood: at most about -"),
                 outcome.out.c_str());
        QVERIFY2(contains(outcome.out, "unbounded]"), outcome.out.c_str());
        QVERIFY2(contains(outcome.out, "\nDo not quote: Only "), outcome.out.c_str());
    }

    void theTextTellsBothDirectionsAndTheVerdict() {
        const Outcome outcome = runRbm(evaluate("small", kTrusted));
        QCOMPARE(outcome.code, 0);
        for (const char *part :
             {"Method: trusted\nlog Z: ", "\n  forward: ", "\n  reverse: ", " of 16 runs\n",
              "\n  300 temperatures each way\n", " nats per image (sampled pixels), 3-sigma ",
              "\nTrust: The two directions agree within "})
            QVERIFY2(contains(outcome.out, part), outcome.out.c_str());
        QVERIFY2(!contains(outcome.out, "at most about"), outcome.out.c_str());
    }

    void theChainsOfACheckpointAreStartsOfReverseRuns() {
        rbm::TrainingState state;
        state.config.numHidden = 26;
        state.config.batchSize = 20;
        state.parameters = twoModes();
        state.momentum = rbm::RbmParameters::zeros(kVisible, 26);
        state.chains.count = 20;
        state.chains.visible.assign(20 * kVisible, 1);
        state.chains.hidden.assign(20 * 26, 1);
        rbm::saveCheckpoint(path("checkpoint"), state, kWidth, kHeight);
        save("plain", state.parameters, kWidth, kHeight);
        const Json plain = found("plain", kTrusted);
        const Json checkpoint = found("checkpoint", kTrusted);
        QCOMPARE(checkpoint["forward_log_z"].get<double>(), plain["forward_log_z"].get<double>());
        QVERIFY(checkpoint["reverse_log_z_from_model"] != plain["reverse_log_z_from_model"]);
        QVERIFY(checkpoint["log_z"] != plain["log_z"]);
        QVERIFY(std::abs(checkpoint["log_z"].get<double>() - plain["log_z"].get<double>()) < 0.5);
    }

    void anInterruptedEstimateEndsWith130() {
        for (const char *temperatures : {"100000", "10000000"}) {
            StopAtProgress buffer;
            std::ostringstream out;
            std::ostream err(&buffer);
            const int code =
                rbm::runCommandLine(evaluate("large", {"--method", "trusted", "--runs", "8",
                                                       "--temperatures", temperatures}),
                                    out, err, true);
            rbm::stopRequested.store(false);
            QCOMPARE(code, 130);
            QVERIFY(buffer.str().ends_with("\rrbm: Interrupted.\n"));
            QCOMPARE(out.str(), std::string());
        }
    }
};

QTEST_GUILESS_MAIN(TestEvaluateCommand)
#include "test_evaluate_command.moc"
