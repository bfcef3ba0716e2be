// What is not the program's fault: full disks, folders that vanish or may not be used, files that
// change, no home, no memory, another instance. Each is one sentence, and nothing is lost.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/base/memory.h"
#include "engine/training/training_memory.h"
#include "tests/support/download_set.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/folder_files.h"
#include "tests/support/http_server.h"
#include "tests/support/memory_limit.h"
#include "tests/support/ordinary_user.h"
#include "tests/support/run_rbm.h"
#include "tests/support/watched_process.h"
#include "ui/support/data_folder.h"
#include "ui/support/mnist_download.h"

#include <QNetworkProxyFactory>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace rbm::test;

namespace {

constexpr int kPatience = 120000; // milliseconds
constexpr int kImages = 60;
const QString kModel = QStringLiteral("run.safetensors");
const QString kCheckpoint = QStringLiteral("run.checkpoint.safetensors");

/// Sets an environment variable, null: unsets it, until the end of the scope.
class Environment {
public:
    Environment(const char *name, const char *value) : m_name(name), m_old(qgetenv(name)) {
        m_wasSet = qEnvironmentVariableIsSet(name);
        value == nullptr ? qunsetenv(name) : qputenv(name, value);
    }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;
    ~Environment() { m_wasSet ? qputenv(m_name, m_old) : qunsetenv(m_name); }

private:
    const char *m_name;
    QByteArray m_old;
    bool m_wasSet;
};

QString onlyFileIn(const QString &folder) {
    const QStringList names = QDir(folder).entryList(QDir::Files);
    return names.size() == 1 ? folder + u'/' + names.front() : QString();
}

} // namespace

class TestFaultsOfTheWorld : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QByteArray m_model; ///< of the run that nothing disturbs

    QString path(const QString &name) const { return m_folder.filePath(name); }
    std::string text(const QString &name) const { return path(name).toStdString(); }

    void makeData(const QString &folder) const {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(writeFile(folder + "/train-images-idx3-ubyte", idxImages(kImages, 8, true)));
        QVERIFY(writeFile(folder + "/t10k-images-idx3-ubyte", idxImages(10, 8, true)));
    }

    /// A run of a second or so, with a checkpoint after each of its epochs.
    QStringList longRun(const QString &data, const QString &output) const {
        return {"train",        "--data", data,           "--no-cuda", "--threads",          "1",
                "--k",          "2",      "--likelihood", "none",      "--num-hidden",       "5",
                "--batch-size", "20",     "--num-epoch",  "300",       "--checkpoint-every", "1",
                "--output",     output};
    }

    static void start(QProcess &rbm, const QStringList &args) {
        rbm.setStandardOutputFile(QProcess::nullDevice());
        rbm.setReadChannel(QProcess::StandardError);
        rbm.start(RBM_PROGRAM, args);
    }

    /// Waits until standard error has said so; what it said is in `said`.
    static bool hears(QProcess &rbm, const QByteArray &part, QByteArray &said) {
        while (!said.contains(part)) {
            if (!rbm.waitForReadyRead(kPatience))
                return false;
            said += rbm.readAllStandardError();
        }
        return true;
    }

    static int ends(QProcess &rbm, QByteArray &said) {
        if (rbm.state() != QProcess::NotRunning && !rbm.waitForFinished(kPatience))
            return -1;
        said += rbm.readAllStandardError();
        return rbm.exitStatus() == QProcess::NormalExit ? rbm.exitCode() : -1;
    }

    static void refuses(const std::vector<std::string> &args, const std::string &part) {
        const Outcome outcome = runRbm(args);
        QVERIFY2(outcome.code == 1, outcome.err.c_str());
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, part), outcome.err.c_str());
    }

    static std::vector<std::string> shortRun(std::vector<std::string> more) {
        std::vector<std::string> args = {
            "train", "--data",       "starter", "--no-cuda",    "--threads", "1",           "--k",
            "1",     "--num-hidden", "3",       "--likelihood", "none",      "--num-epoch", "1"};
        args.insert(args.end(), more.begin(), more.end());
        return args;
    }

private slots:
    void initTestCase() {
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        // So that an ordinary user gets as far as the folders in it.
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner |
                                                           QFile::ExeOwner | QFile::ReadOther |
                                                           QFile::ExeOther));
        makeData(path("data"));
        QVERIFY(QDir().mkpath(path("calm")));
        QVERIFY(QDir().mkpath(path("temporary")));
        QProcess rbm;
        start(rbm, longRun(path("data"), path("calm/" + kModel)));
        QByteArray said;
        QVERIFY2(ends(rbm, said) == 0, said.constData());
        m_model = contentOf(path("calm/" + kModel));
        QVERIFY(!m_model.isEmpty());
    }

    // The limit on the size of files stands for the disk: it can be had anywhere.
    void aDiskThatIsFullForATimeCostsNoTraining() {
        const QTemporaryDir folder;
        QProcess rbm;
        rbm.setChildProcessModifier([] {
            rlimit limit{};
            ::getrlimit(RLIMIT_FSIZE, &limit);
            limit.rlim_cur = 100;
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        start(rbm, longRun(path("data"), folder.filePath(kModel)));
        QByteArray said;
        QVERIFY2(hears(rbm, "The training goes on.", said), said.constData());
        QVERIFY(said.contains(kCheckpoint.toUtf8()));
        rlimit old{};
        const auto child = static_cast<pid_t>(rbm.processId());
        QCOMPARE(::prlimit(child, RLIMIT_FSIZE, nullptr, &old), 0);
        old.rlim_cur = old.rlim_max;
        QCOMPARE(::prlimit(child, RLIMIT_FSIZE, &old, nullptr), 0);
        QVERIFY2(ends(rbm, said) == 0, said.constData());
        QCOMPARE(contentOf(folder.filePath(kModel)), m_model);
    }

    void aDiskThatStaysFullLeavesWhatWasThere() {
        const QTemporaryDir folder;
        const QString output = folder.filePath(kModel);
        const auto args =
            shortRun({"--output", output.toStdString(), "--log",
                      folder.filePath("log.csv").toStdString(), "--checkpoint-every", "1"});
        QCOMPARE(runRbm(args).code, 0);
        const auto before = snapshot(folder.path());
        Outcome outcome;
        {
            const FileSizeLimit full(100);
            outcome = runRbm(args);
        }
        QCOMPARE(outcome.code, 1);
        for (const QString &name : {kModel, kCheckpoint, QStringLiteral("log.csv")})
            QVERIFY2(contains(outcome.err, name.toStdString()), outcome.err.c_str());
        QCOMPARE(snapshot(folder.path()), before);
    }

    void theModelOfAFolderThatVanishesIsKeptElsewhere() {
        const QString folder = path("vanishing");
        QVERIFY(QDir().mkpath(folder));
        QProcess rbm;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("TMPDIR", path("temporary"));
        rbm.setProcessEnvironment(environment);
        start(rbm, longRun(path("data"), folder + '/' + kModel));
        QByteArray said;
        QVERIFY2(hears(rbm, "Saved the checkpoint", said), said.constData());
        QVERIFY(QDir(folder).removeRecursively() || QDir(folder).removeRecursively());
        QCOMPARE(ends(rbm, said), 1);
        const QByteArray last = said.trimmed().split('\n').last();
        QVERIFY2(last.startsWith("rbm: Cannot write"), said.constData());
        QVERIFY2(last.contains("It is kept as '" + path("temporary").toUtf8()), said.constData());
        QStringList kept;
        for (const QString &name : QDir(path("temporary")).entryList({"rbm-saved-*"}))
            kept += onlyFileIn(path("temporary/" + name));
        QCOMPARE(kept.size(), 2); // the checkpoint, too
        const QString model = kept.filter("checkpoint").isEmpty() ? QString()
                              : kept[0].contains("checkpoint")    ? kept[1]
                                                                  : kept[0];
        QCOMPARE(contentOf(model), m_model);
    }

    void imagesThatChangeWhileTheyAreInUseChangeNoTraining() {
        const QString data = path("changing");
        makeData(data);
        const QTemporaryDir folder;
        QProcess rbm;
        start(rbm, longRun(data, folder.filePath(kModel)));
        QByteArray said;
        QVERIFY2(hears(rbm, "Saved the checkpoint", said), said.constData());
        QVERIFY(QFile::resize(data + "/train-images-idx3-ubyte", 10));
        QVERIFY(writeFile(data + "/t10k-images-idx3-ubyte", "something else"));
        QVERIFY(QDir(data).removeRecursively());
        QVERIFY2(ends(rbm, said) == 0, said.constData());
        QCOMPARE(contentOf(folder.filePath(kModel)), m_model);
    }

    void aFolderThatMayNotBeWrittenIsRefusedBeforeTheWork() {
        const QString folder = path("read-only");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner |
                                                  QFile::ReadOther | QFile::ExeOther));
        const OrdinaryUser user;
        for (const char *option : {"--output", "--log", "--samples"})
            refuses(shortRun({option, (folder + "/file").toStdString()}), "Permission denied");
        refuses(
            {"fetch", "--data", (folder + "/data").toStdString(), "--mirror", "http://127.0.0.1:1"},
            "Permission denied");
    }

    void aDataFolderThatMayNotBeReadIsNotTakenForAnEmptyOne() {
        const QString folder = path("unreadable");
        makeData(folder);
        QVERIFY(QFile::setPermissions(folder, {}));
        {
            const OrdinaryUser user;
            refuses({"train", "--data", folder.toStdString()}, "Permission denied");
        }
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner |
                                                  QFile::ExeOwner | QFile::ReadOther |
                                                  QFile::ExeOther));
        QVERIFY(QFile::setPermissions(folder + "/train-images-idx3-ubyte", {}));
        const OrdinaryUser user;
        refuses({"train", "--data", folder.toStdString()}, "Permission denied");
    }

    void withoutAHomeTheDataFolderIsThatOfTheAccount() {
        const Environment data(rbm::kDataVariable, nullptr);
        const Environment xdg("XDG_DATA_HOME", "relative/is/no/folder");
        for (const char *home : {static_cast<const char *>(nullptr), ""}) {
            const Environment none("HOME", home);
            QVERIFY(rbm::dataFolder("").is_absolute());
            const Outcome outcome = runRbm({"info"});
            QCOMPARE(outcome.code, 0);
            QVERIFY2(contains(outcome.out, "Data folder: /"), outcome.out.c_str());
        }
        const Environment home("HOME", "/home/of/somebody");
        QCOMPARE(rbm::dataFolder("").string(),
                 std::string("/home/of/somebody/.local/share/rbm-explorer"));
    }

    void aFolderThatNobodyNamedIsTheProgramsOwn() {
        const Environment home("HOME", "/home/of/somebody");
        const Environment xdg("XDG_DATA_HOME", nullptr);
        for (const char *nothing : {static_cast<const char *>(nullptr), ""}) {
            const Environment data(rbm::kDataVariable, nothing);
            QVERIFY(rbm::isOwnDataFolder(""));
            QCOMPARE(rbm::dataFolder("").string(),
                     std::string("/home/of/somebody/.local/share/rbm-explorer"));
            QVERIFY(!rbm::isOwnDataFolder("/elsewhere"));
            QCOMPARE(rbm::dataFolder("/elsewhere").string(), std::string("/elsewhere"));
        }
        const Environment data(rbm::kDataVariable, "/named");
        QVERIFY(!rbm::isOwnDataFolder(""));
        QCOMPARE(rbm::dataFolder("").string(), std::string("/named"));
    }

    void twoTrainingsWithTheSameOutputLeaveAWholeFile() {
        const QTemporaryDir folder;
        const QStringList args = longRun(path("data"), folder.filePath(kModel));
        QProcess one;
        QProcess two;
        start(one, args);
        start(two, args + QStringList{"--seed", "2"});
        QByteArray said;
        QVERIFY2(ends(one, said) == 0, said.constData());
        QVERIFY2(ends(two, said) == 0, said.constData());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({kCheckpoint, kModel}));
        const auto sample =
            runRbm({"sample", folder.filePath(kModel).toStdString(), "--start", "noise", "--steps",
                    "1", "--no-cuda", "--states", text("states")});
        QVERIFY2(sample.code == 0, sample.err.c_str());
    }

    void twoDownloadsIntoOneFolderBothEndWithAllFiles() {
        const DownloadSet set;
        HttpServer server;
        set.serve(server, "/good");
        const QString folder = path("fetched");
        rbm::MnistDownload one(folder, {server.url("/good")}, set.files());
        rbm::MnistDownload two(folder, {server.url("/good")}, set.files());
        QSignalSpy first(&one, &rbm::MnistDownload::finished);
        QSignalSpy second(&two, &rbm::MnistDownload::finished);
        one.start();
        two.start();
        QTRY_VERIFY_WITH_TIMEOUT(first.size() == 1 && second.size() == 1, kPatience);
        QCOMPARE(snapshot(folder).size(), set.files().size());
        for (const rbm::DownloadFile &file : set.files())
            QCOMPARE(contentOf(folder + '/' + file.name), set.plain(file.name));
    }

    void aTrainingTooLargeForTheMemoryIsRefusedWithBothFigures() {
        refuses({"train", "--data", "starter", "--no-cuda", "--num-hidden", "16384", "--num-chains",
                 "100000", "--algorithm", "pt", "--num-replicas", "100"},
                "This training needs about 730.0 GB of memory, but ");
        const auto cpu = rbm::makeBackend(rbm::BackendChoice::Cpu, {});
        cpu->setParameters(rbm::RbmParameters::zeros(4, 3));
        QVERIFY_THROWS_EXCEPTION(rbm::Error, cpu->makeChains(std::size_t{1} << 45));
    }

    // Else a training that would fit could be refused.
    void theMemoryOfATrainingIsNotOverestimated() {
        rbm::TrainingConfig config;
        config.numHidden = 2000;
        config.numChains = 4000;
        config.batchSize = 1250;
        const Ending ending = runWatched(
            RBM_PROGRAM, {"train", "--data", "starter", "--no-cuda", "--threads", "1", "--k", "1",
                          "--likelihood", "none", "--num-epoch", "1", "--num-hidden", "2000",
                          "--num-chains", "4000", "--batch-size", "1250"});
        QVERIFY2(ending.code == 0, ending.err.constData());
        const auto estimate = static_cast<long>(rbm::trainingMemory(784, config, true) / 1024);
        QVERIFY2(estimate <= ending.peakKiB,
                 qPrintable(QString("%1 KiB, not %2").arg(ending.peakKiB).arg(estimate)));
    }

    void aLimitOnTheMemoryCountsAsTheMemoryThereIs() {
        constexpr rlim_t kRoom = rlim_t{64} << 20;
        const MemoryLimit limit(kRoom);
        const std::uint64_t free = rbm::availableMemory();
        QVERIFY2(free <= kRoom && free > 0, qPrintable(QString::number(free)));
    }
};

QTEST_GUILESS_MAIN(TestFaultsOfTheWorld)
#include "test_faults_of_the_world.moc"
