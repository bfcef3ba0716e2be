#include "engine/model/model_file.h"
#include "engine/training/checkpoint.h"
#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"
#include "tests/support/http_server.h"
#include "tests/support/run_rbm.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>
#include <functional>
#include <sys/resource.h>
#include <unistd.h>

using rbm::test::snapshot;
using rbm::test::writeFile;

namespace {

constexpr int kPatience = 120000; // milliseconds; sanitizers are slow

struct Outcome {
    int code = -1; ///< -1: ended by a signal, or not at all
    QString out;
    QString err;
};

bool isOneSentence(const QString &text) { return rbm::test::isOneSentence(text.toStdString()); }

/// In the child only: files can grow to 1 MiB, as on a full disk.
void limitFileSize() {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1 << 20, 1 << 20};
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

class TestRbmProgram : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(name); }

    void prepare(QProcess &rbm, const QStringList &args) const {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            environment.remove(name);
        environment.remove("RBM_DATA_DIR");
        environment.insert("XDG_DATA_HOME", path("share"));
        rbm.setProcessEnvironment(environment);
        rbm.setWorkingDirectory(m_folder.path());
        rbm.setProgram(RBM_PROGRAM);
        rbm.setArguments(args);
    }

    static Outcome finish(QProcess &rbm) {
        const bool ended = rbm.state() == QProcess::NotRunning || rbm.waitForFinished(kPatience);
        if (!ended)
            rbm.kill();
        const bool good = ended && rbm.exitStatus() == QProcess::NormalExit;
        return {good ? rbm.exitCode() : -1, QString::fromUtf8(rbm.readAllStandardOutput()),
                QString::fromUtf8(rbm.readAllStandardError())};
    }

    Outcome run(const QStringList &args, const std::function<void()> &inChild = {}) const {
        QProcess rbm;
        prepare(rbm, args);
        if (inChild)
            rbm.setChildProcessModifier(inChild);
        rbm.start();
        return finish(rbm);
    }

    static QStringList quickTraining(const QString &output, const QString &hidden = "8",
                                     const QString &epochs = "1") {
        return {
            "train",        "--data", "starter",         "--no-cuda", "--threads",        "1",
            "--k",          "2",      "--ais-num-batch", "2",         "--ais-batch-size", "10",
            "--num-hidden", hidden,   "--num-epoch",     epochs,      "--output",         output};
    }

    /// On the stand-in for a card, which fails as `fault` says: see emulation.h.
    Outcome runOnCard(QStringList args, const QString &fault) const {
        args.removeAll("--no-cuda");
        QProcess rbm;
        prepare(rbm, args);
        auto environment = rbm.processEnvironment();
        environment.insert("RBM_CUDA_MODULE", RBM_EMULATED_MODULE);
        environment.insert("RBM_EMULATED_FAULT", fault);
        environment.insert("RBM_CUDA_SWEEPS", "blocks"); // a trial would count as calls, too
        rbm.setProcessEnvironment(environment);
        rbm.start();
        return finish(rbm);
    }

private slots:
    // The starter set makes 25 updates an epoch: the card falls out in the second.
    void whatALostCardLeavesIsSavedAndGoesOnOnTheCpu() {
        QStringList training = quickTraining("card.safetensors", "8", "3");
        training << "--likelihood"
                 << "none";
        const Outcome lost = runOnCard(training, "cudaGraphLaunch:40:lost");
        QCOMPARE(lost.code, 1);
        QVERIFY2(isOneSentence(lost.err), qPrintable(lost.err));
        QVERIFY2(lost.err.contains("failed on Emulated GPU 0"), qPrintable(lost.err));
        QVERIFY(!QFileInfo::exists(path("card.safetensors")));
        const auto state = rbm::loadCheckpoint(path("card.checkpoint.safetensors").toStdString());
        QVERIFY(state.update > 0);
        QVERIFY2(lost.err.contains(QString("go on from update %1 on the CPU with --resume "
                                           "card.checkpoint.safetensors --no-cuda")
                                       .arg(state.update)),
                 qPrintable(lost.err));
        const QStringList rest = {"train",        "--data",
                                  "starter",      "--no-cuda",
                                  "--likelihood", "none",
                                  "--resume",     "card.checkpoint.safetensors",
                                  "--output",     "card.safetensors"};
        const Outcome resumed = run(rest);
        QVERIFY2(resumed.code == 0, qPrintable(resumed.err));
        QVERIFY(QFileInfo::exists(path("card.safetensors")));
    }

    void theCardIsToldByInfo() {
        const Outcome outcome = runOnCard({"info"}, ":0:");
        QVERIFY2(outcome.out.contains("Backend CUDA: Emulated GPU 0, 1024 MiB of memory\n"),
                 qPrintable(outcome.out));
    }

    void mixingTellsOfPlainAndTemperedChainsInJson() {
        QStringList training = quickTraining("mixed.safetensors");
        training << "--likelihood"
                 << "none"
                 << "--algorithm"
                 << "pt"
                 << "--num-replicas"
                 << "3";
        QCOMPARE(run(training).code, 0);
        const Outcome outcome =
            run({"mixing", "mixed.safetensors", "--data", "starter", "--no-cuda", "--count", "5",
                 "--steps", "20", "--num-replicas", "3", "--json"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QJsonObject told = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
        QVERIFY(told["classifier_test_accuracy"].toDouble() > 0.2); // 8 hidden units, one epoch
        QCOMPARE(told["betas"].toArray().size(), 3);
        for (const char *arm : {"plain", "tempered"}) {
            double sum = told[arm].toObject()["unsure_share"].toDouble();
            for (const auto &share : told[arm].toObject()["class_shares"].toArray())
                sum += share.toDouble();
            QVERIFY(std::abs(sum - 1) < 1e-9);
        }
    }

    void theVersionIsToldWithCode0() {
        const Outcome outcome = run({"--version"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(QRegularExpression("^rbm \\d+\\.\\d+\\.\\d+\n$").match(outcome.out).hasMatch(),
                 qPrintable(outcome.out));
    }

    void wrongUsageEndsWith2_data() {
        QTest::addColumn<QStringList>("args");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("unknown command") << QStringList{"dance"};
        QTest::newRow("unknown option") << QStringList{"train", "--speed", "9"};
        QTest::newRow("no number") << QStringList{"train", "--num-hidden", "many"};
    }

    void wrongUsageEndsWith2() {
        QFETCH(QStringList, args);
        const Outcome outcome = run(args);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.isEmpty());
        QCOMPARE(outcome.out, QString());
    }

    void aBrokenModelFileEndsWith1AndOneSentence() {
        QVERIFY(writeFile(path("broken.safetensors"), "this is no model"));
        const Outcome outcome = run({"evaluate", "broken.safetensors", "--data", "starter"});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains("broken.safetensors"), qPrintable(outcome.err));
        QCOMPARE(outcome.out, QString());
    }

    void noDataEndsWith1AndSaysHowToGetIt() {
        const Outcome outcome = run({"train"});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains("rbm fetch"), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains("--data starter"), qPrintable(outcome.err));
    }

    void trainingOnTheStarterDigitsWritesTheModel() {
        const Outcome outcome = run(quickTraining("model.safetensors"));
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const QRegularExpression line("^Epoch 0 completed with test log-likelihood -?\\d+\\.\\d+ "
                                      "and train log-likelihood -?\\d+\\.\\d+$",
                                      QRegularExpression::MultilineOption);
        QVERIFY2(line.match(outcome.out).hasMatch(), qPrintable(outcome.out));
        const rbm::Model model = rbm::loadModel(path("model.safetensors").toStdString());
        QCOMPARE(model.parameters.hidden, std::size_t{8});
        QCOMPARE(model.parameters.visible, std::size_t{784});
        QCOMPARE(model.epoch, std::uint64_t{1});
    }

    void anInterruptedTrainingEndsWith130AndSavesItsCheckpoint() {
        QProcess rbm;
        prepare(rbm, quickTraining("stopped.safetensors", "8", "1000000"));
        rbm.start();
        QByteArray out;
        QElapsedTimer clock;
        clock.start();
        while (!out.contains("Epoch 0 completed") && clock.elapsed() < kPatience &&
               rbm.state() != QProcess::NotRunning) {
            rbm.waitForReadyRead(100);
            out += rbm.readAllStandardOutput();
        }
        QVERIFY2(out.contains("Epoch 0 completed"), out.constData());
        QCOMPARE(::kill(static_cast<pid_t>(rbm.processId()), SIGINT), 0);
        const Outcome outcome = finish(rbm);
        QCOMPARE(outcome.code, 130);
        QVERIFY2(outcome.err.contains("Saved the checkpoint"), qPrintable(outcome.err));
        QVERIFY2(outcome.err.endsWith("rbm: Interrupted.\n"), qPrintable(outcome.err));
        QVERIFY(!QFileInfo::exists(path("stopped.safetensors")));
        const auto state =
            rbm::loadCheckpoint(path("stopped.checkpoint.safetensors").toStdString());
        QCOMPARE(state.config.numHidden, std::size_t{8});
    }

    void anOutputThatCannotBeWrittenEndsWith1BeforeTraining() {
        const Outcome outcome = run(quickTraining("nowhere/model.safetensors"));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains("nowhere/model.safetensors"), qPrintable(outcome.err));
        QVERIFY(!outcome.out.contains("Epoch"));
    }

    void aFullDiskEndsWith1AndKeepsTheOldModel() {
        QVERIFY(QDir().mkpath(path("full")));
        QCOMPARE(run(quickTraining("full/model.safetensors")).code, 0);
        const auto before = snapshot(path("full"));
        QCOMPARE(before.size(), 1);
        // 784 x 500 weights are 1.5 MiB.
        const Outcome outcome = run(quickTraining("full/model.safetensors", "500"), limitFileSize);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("Cannot write"), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains("full/model.safetensors"), qPrintable(outcome.err));
        QCOMPARE(snapshot(path("full")), before);
    }

    void aFullStandardOutputEndsWith1() {
        QProcess rbm;
        prepare(rbm, {"info", "--data", "starter"});
        rbm.setStandardOutputFile("/dev/full");
        rbm.start();
        const Outcome outcome = finish(rbm);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), qPrintable(outcome.err));
    }

    void anInterruptedFetchEndsWith130AndLeavesNothing() {
        rbm::test::HttpServer server;
        for (const rbm::DownloadFile &file : rbm::mnistFiles())
            server.answer("/" + file.name + ".gz", {"part", 200, {}, 1000, true});
        QProcess rbm;
        prepare(rbm, {"fetch", "--data", path("fetched"), "--mirror", server.url()});
        rbm.start();
        QTRY_VERIFY_WITH_TIMEOUT(!server.requests().isEmpty(), kPatience);
        QCOMPARE(::kill(static_cast<pid_t>(rbm.processId()), SIGINT), 0);
        const Outcome outcome = finish(rbm);
        QCOMPARE(outcome.code, 130);
        QVERIFY2(isOneSentence(outcome.err), qPrintable(outcome.err));
        QVERIFY(!QFileInfo::exists(path("fetched")));
    }
};

QTEST_GUILESS_MAIN(TestRbmProgram)
#include "test_rbm_program.moc"
