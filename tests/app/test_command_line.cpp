#include "engine/data/idx.h"
#include "engine/model/model_file.h"
#include "tests/support/folder_files.h"
#include "tests/support/run_rbm.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sstream>
#include <string>
#include <vector>

using namespace rbm::test;

namespace {

constexpr std::size_t kSide = 4;
constexpr std::size_t kHidden = 3;

/// Images of vertical bars, with gray pixels among them.
rbm::IdxArray bars(std::size_t count, std::size_t side) {
    rbm::IdxArray array{{count, side, side}, {}};
    for (std::size_t i = 0; i < count * side * side; ++i) {
        const std::size_t image = i / (side * side);
        const bool on = i % side == image % side;
        array.bytes.push_back(static_cast<std::uint8_t>(on ? 255 - image : image % 40));
    }
    return array;
}

void writeData(const QString &folder, std::size_t side) {
    const std::string path = folder.toStdString();
    rbm::writeIdx(path + "/train-images-idx3-ubyte", bars(30, side));
    rbm::writeIdx(path + "/t10k-images-idx3-ubyte", bars(10, side));
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    Outcome train(const std::string &output, const char *epochs,
                  const std::vector<std::string> &more) {
        std::vector<std::string> args = {"train",
                                         "--data",
                                         m_folder.path().toStdString(),
                                         "--no-cuda",
                                         "--threads",
                                         "1",
                                         "--k",
                                         "2",
                                         "--ais-batch-size",
                                         "10",
                                         "--ais-num-batch",
                                         "2",
                                         "--num-epoch",
                                         epochs,
                                         "--output",
                                         output};
        args.insert(args.end(), more.begin(), more.end());
        return runRbm(args);
    }

    Outcome trainNew(const std::string &output, const char *epochs,
                     const std::vector<std::string> &more = {}) {
        std::vector<std::string> all = {"--num-hidden", std::to_string(kHidden), "--batch-size",
                                        "8"};
        all.insert(all.end(), more.begin(), more.end());
        return train(output, epochs, all);
    }

private slots:
    void init() { rbm::stopRequested.store(false); }

    void initTestCase() {
        QVERIFY(m_folder.isValid());
        writeData(m_folder.path(), kSide);
        const Outcome outcome = trainNew(path("model.safetensors"), "1");
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
    }

    void trainingPrintsALinePerEpochAndSavesTheModel() {
        const Outcome outcome = trainNew(path("two.safetensors"), "2", {"--log", path("log.csv")});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QVERIFY(contains(outcome.out, "Epoch 0 completed with test log-likelihood -"));
        QVERIFY(contains(outcome.out, "Epoch 1 completed with test log-likelihood -"));
        QVERIFY(contains(outcome.err, "effective sample size"));
        const rbm::Model model = rbm::loadModel(path("two.safetensors"));
        QCOMPARE(model.parameters.hidden, kHidden);
        QCOMPARE(model.width, kSide);
        QFile log(m_folder.filePath("log.csv"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QCOMPARE(log.readAll().count('\n'), 3);
    }

    void progressIsShownOnATerminalAloneAndTakenAway() {
        for (const bool terminal : {true, false}) {
            std::ostringstream out;
            std::ostringstream err;
            const int code =
                rbm::runCommandLine({"sample", path("model.safetensors"), "--no-cuda", "--start",
                                     "noise", "--steps", "5", "--states", path("states.idx")},
                                    out, err, terminal);
            QCOMPARE(code, 0);
            QCOMPARE(contains(err.str(), "Sampling: 0 %"), terminal);
            QCOMPARE(contains(err.str(), "\r             \rSampled"), terminal);
        }
    }

    void aResumedRunEqualsTheUninterruptedOneBitForBit() {
        QCOMPARE(trainNew(path("whole.safetensors"), "3").code, 0);
        QCOMPARE(trainNew(path("part.safetensors"), "1", {"--checkpoint-every", "1"}).code, 0);
        const Outcome resumed = train(path("resumed.safetensors"), "3",
                                      {"--resume", path("part.checkpoint.safetensors")});
        QVERIFY2(resumed.code == 0, resumed.err.c_str());
        QVERIFY(!contains(resumed.out, "Epoch 0 completed"));
        QVERIFY(rbm::loadModel(path("resumed.safetensors")).parameters ==
                rbm::loadModel(path("whole.safetensors")).parameters);
    }

    // The average is measured and saved as the model; the checkpoint at the end has the run itself.
    void aRunWithAnAverageIsResumedBitForBitToo() {
        const std::vector<std::string> average = {"--average", "0.25", "--checkpoint-every", "1"};
        QCOMPARE(trainNew(path("whole.safetensors"), "8", average).code, 0);
        QCOMPARE(trainNew(path("part.safetensors"), "4", average).code, 0);
        const Outcome resumed = train(path("resumed.safetensors"), "8",
                                      {"--resume", path("part.checkpoint.safetensors")});
        QVERIFY2(resumed.code == 0, resumed.err.c_str());
        QVERIFY(rbm::loadModel(path("resumed.safetensors")).parameters ==
                rbm::loadModel(path("whole.safetensors")).parameters);
    }

    void anInterruptedRunSavesACheckpointAndReturns130() {
        rbm::stopRequested.store(true);
        std::ostringstream out;
        std::ostringstream err;
        const int code =
            rbm::runCommandLine({"train", "--data", m_folder.path().toStdString(), "--no-cuda",
                                 "--num-hidden", "3", "--output", path("stopped.safetensors")},
                                out, err);
        rbm::stopRequested.store(false);
        QCOMPARE(code, 130);
        QVERIFY(QFile::exists(m_folder.filePath("stopped.checkpoint.safetensors")));
        QVERIFY(!QFile::exists(m_folder.filePath("stopped.safetensors")));
    }

    void aSmallModelIsEvaluatedExactly() {
        const Outcome outcome = runRbm({"evaluate", path("model.safetensors"), "--json",
                                        "--no-cuda", "--data", m_folder.path().toStdString()});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const QJsonObject json =
            QJsonDocument::fromJson(QByteArray::fromStdString(outcome.out)).object();
        QCOMPARE(json["method"].toString(), QString("exact"));
        QCOMPARE(json["pixels"].toString(), QString("sampled"));
        QVERIFY(json["test_log_likelihood"].toDouble() < 0);
        QVERIFY(json["log_z"].toDouble() > 0);
    }

    void samplesAndFiltersAreSavedAsPictures() {
        const Outcome sample =
            runRbm({"sample", path("model.safetensors"), "--no-cuda", "--data",
                    m_folder.path().toStdString(), "--count", "6", "--columns", "3", "--steps", "5",
                    "--output", path("grid.png"), "--states", path("states.idx")});
        QVERIFY2(sample.code == 0, sample.err.c_str());
        QCOMPARE(QImage(m_folder.filePath("grid.png")).height(), 2 * int(kSide));
        const std::vector<std::size_t> shape = {6, kSide, kSide};
        QVERIFY(rbm::readIdx(path("states.idx")).shape == shape);
        const Outcome filters =
            runRbm({"filters", path("model.safetensors"), "--output", path("filters.png")});
        QVERIFY2(filters.code == 0, filters.err.c_str());
        QVERIFY(!QImage(m_folder.filePath("filters.png")).isNull());
    }

    void aBrokenModelFileEndsWith1AndASentence() {
        QVERIFY(writeFile(m_folder.filePath("broken.safetensors"), "this is no model"));
        const Outcome outcome = runRbm(
            {"evaluate", path("broken.safetensors"), "--data", m_folder.path().toStdString()});
        QCOMPARE(outcome.code, 1);
        QVERIFY(contains(outcome.err, "broken.safetensors"));
        QCOMPARE(outcome.out, std::string());
    }

    void imagesOfAnotherSizeEndWith1AndASentence() {
        QTemporaryDir other;
        writeData(other.path(), kSide + 1);
        const Outcome outcome = runRbm({"evaluate", path("model.safetensors"), "--no-cuda",
                                        "--data", other.path().toStdString()});
        QCOMPARE(outcome.code, 1);
        QVERIFY(contains(outcome.err, "5 x 5 pixels"));
    }

    void aFolderWithoutDataEndsWith1AndSaysWhatToDo() {
        QTemporaryDir empty;
        const Outcome outcome = runRbm({"train", "--data", empty.path().toStdString()});
        QCOMPARE(outcome.code, 1);
        QVERIFY(contains(outcome.err, "--data"));
    }

    void wrongUsageEndsWith2_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("unknown command") << QStringList{"dance"};
        QTest::newRow("unknown option") << QStringList{"train", "--speed", "9"};
        QTest::newRow("no columns")
            << QStringList{"filters", "m", "--output", "f.png", "--columns", "0"};
        QTest::newRow("negative batch") << QStringList{"train", "--batch-size", "-1"};
        QTest::newRow("no model") << QStringList{"evaluate"};
        QTest::newRow("both devices") << QStringList{"train", "--cuda", "--no-cuda"};
        QTest::newRow("checkpoints beside nothing")
            << QStringList{"train", "--checkpoint-every", "1"};
    }

    void wrongUsageEndsWith2() {
        QFETCH(QStringList, arguments);
        std::vector<std::string> args;
        for (const QString &argument : arguments)
            args.push_back(argument.toStdString());
        const Outcome outcome = runRbm(args);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.empty());
    }

    void helpNamesTheDefaultsAndEndsWith0() {
        const Outcome outcome = runRbm({"train", "--help"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(contains(outcome.out, "--num-hidden"));
        QVERIFY(contains(outcome.out, "500"));
        QCOMPARE(runRbm({"--version"}).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
