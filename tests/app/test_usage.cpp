// What the command line says to words it does not know, to files that two options share, and to
// what is no file.
#include "app/usage_help.h"
#include "engine/model/model_file.h"
#include "engine/training/checkpoint.h"
#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"
#include "tests/support/run_rbm.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace rbm::test;

namespace {

std::vector<std::string> argumentsOf(const QString &line) {
    std::vector<std::string> args;
    for (const QString &word : line.split(QLatin1Char(' ')))
        args.push_back(word == QStringLiteral("''") ? std::string() : word.toStdString());
    return args;
}

} // namespace

class TestUsage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    /// In the folder of the test's files, where a "model" and "controls.csv" are.
    static Outcome run(const QString &line) { return runRbm(argumentsOf(line)); }

    static QString training(const QString &more) {
        return QStringLiteral("train --data data --no-cuda --threads 1 --num-hidden 2 --k 1 "
                              "--batch-size 20 --likelihood none ") +
               more;
    }

private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid() && QDir::setCurrent(m_folder.path()));
        for (const char *data : {"data", "others"}) {
            const QString folder = QLatin1String(data);
            const quint32 images = folder == QStringLiteral("data") ? 60 : 40;
            QVERIFY(QDir().mkpath(folder));
            QVERIFY(writeFile(folder + "/train-images-idx3-ubyte", idxImages(images, 8, true)));
            QVERIFY(writeFile(folder + "/t10k-images-idx3-ubyte", idxImages(10, 8, true)));
        }
        const Outcome outcome =
            run(training("--num-epoch 2 --checkpoint-every 1 --output model.safetensors"));
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QVERIFY(QFile::copy("model.safetensors", "model"));
        QVERIFY(writeFile("controls.csv", "update,learning_rate,momentum\n0,0.1,0.3\n"));
        QVERIFY(writeFile("file", "no folder"));
    }

    void slipsAreUnderstood() {
        const std::vector<std::string> words = {"train", "evaluate", "--num-hidden", "--k"};
        QCOMPARE(rbm::nearestWord("trian", words), std::string("train"));
        QCOMPARE(rbm::nearestWord("--num-hiden", words), std::string("--num-hidden"));
        QCOMPARE(rbm::nearestWord("evalaute", words), std::string("evaluate"));
        QCOMPARE(rbm::nearestWord("dance", words), std::string());
        QCOMPARE(rbm::nearestWord("", words), std::string());
        QCOMPARE(rbm::nearestWord(std::string(100000, 'x'), words), std::string());
    }

    void wrongUsageIsToldInOneSentenceBeforeAnythingIsDone_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, const QString &line, const char *part) {
            QTest::newRow(name) << line << QString(part);
        };
        row("a command", "trian --k 1", "There is no command 'trian'. Did you mean train? The ");
        row("another command", "dance", "There is no command 'dance'. The commands are train, ");
        row("an option", training("--num-hiden 5"),
            "rbm: train knows no option --num-hiden. Did you mean --num-hidden?");
        row("its value with it", training("--num-hiden=5"),
            "train knows no option --num-hiden. Did");
        row("an unknown option", training("--dance 9"), "rbm: train knows no option --dance. rbm");
        row("a word too many", training("much"), "rbm: train has no use for 'much'; rbm train");
        row("the model itself", "filters model --output model",
            "--output would overwrite the file of MODEL, model; name another.");
        row("the model in other words", "sample model --output ../%1/./model", "of MODEL, model;");
        row("the controls", training("--controls controls.csv --log controls.csv"),
            "--log would overwrite the file of --controls");
        row("two outputs", training("--output q --log q"),
            "--log would overwrite the file of --out");
        row("states in the picture", "sample model --output x.png --states x.png",
            "--states would");
        row("another kind of picture", "filters model --output x.JPG", "let it end in .png");
        row("the last pictures", training("--samples x.gif"), "--samples writes a PNG, but x.gif");
    }

    void wrongUsageIsToldInOneSentenceBeforeAnythingIsDone() {
        QFETCH(QString, line);
        QFETCH(QString, part);
        const auto before = snapshot(m_folder.path());
        const Outcome outcome =
            run(line.contains("%1") ? line.arg(QDir(m_folder.path()).dirName()) : line);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, part.toStdString()), outcome.err.c_str());
        QCOMPARE(snapshot(m_folder.path()), before);
    }

    void noFileAndNoNumberAreWrongUsage() {
        for (const char *line : {"--output ''", "--log ''", "--seed -1", "--seed 1.5",
                                 "--seed 99999999999999999999999"}) {
            const Outcome outcome = run(training(QLatin1String(line)));
            QVERIFY2(outcome.code == 2, line);
            QVERIFY2(!outcome.err.empty(), line);
        }
        QCOMPARE(run(training("--num-epoch 1 --seed 18446744073709551615")).code, 0);
    }

    // As in the original.
    void ofAnOptionThatIsGivenTwiceTheLastCounts() {
        const Outcome outcome = run(training("--num-epoch 7 --num-epoch 1 --k 3 --k 2"));
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QVERIFY2(contains(outcome.out, "\nk: 2\n"), outcome.out.c_str());
        QVERIFY(contains(outcome.out, "num-epoch: 1\n"));
    }

    void aFileIsNotTakenForAFolder() {
        const Outcome outcome = run("filters model --output file/x.png");
        QCOMPARE(outcome.code, 1);
        QVERIFY2(contains(outcome.err, "file is no folder"), outcome.err.c_str());
    }

    void otherImagesMakeNoneOfARun() {
        const Outcome outcome = run("train --data others --no-cuda --num-epoch 5 --likelihood none "
                                    "--resume model.checkpoint.safetensors");
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "was trained on other images (data) than these (others)"),
                 outcome.err.c_str());
    }

    void aRunThatIsDoneSaysSo() {
        const Outcome outcome = run("train --data data --no-cuda --num-epoch 1 --likelihood none "
                                    "--resume model.checkpoint.safetensors --output again");
        QCOMPARE(outcome.code, 0);
        QVERIFY2(contains(outcome.err, "2 epochs are done already, and --num-epoch asks for 1; "),
                 outcome.err.c_str());
        QVERIFY(rbm::loadModel("again").parameters == rbm::loadModel("model").parameters);
    }

    // As "rbm sample model --states >(gzip > states.gz)" gives it.
    void aPipeIsWrittenInto() {
        const std::string pipe = path("pipe").toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QByteArray got;
        std::thread reader([&] { got = contentOf(QString::fromStdString(pipe)); });
        const Outcome outcome = runRbm({"sample", "model", "--no-cuda", "--start", "noise",
                                        "--count", "3", "--steps", "2", "--states", pipe});
        reader.join();
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        QCOMPARE(got.size(), 16 + 3 * 64); // IDX's header and three images
        struct stat status {};
        QCOMPARE(::stat(pipe.c_str(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
    }

    void aFullDeviceIsTold() {
        const Outcome outcome = run("filters model --output /dev/full");
        QCOMPARE(outcome.code, 1);
        QVERIFY2(contains(outcome.err, "disk full"), outcome.err.c_str());
        struct stat status {};
        QCOMPARE(::stat("/dev/full", &status), 0);
        QVERIFY(S_ISCHR(status.st_mode));
    }
};

QTEST_GUILESS_MAIN(TestUsage)
#include "test_usage.moc"
