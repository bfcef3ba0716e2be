#include "tests/support/download_set.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/folder_files.h"
#include "tests/support/gap_meter.h"
#include "tests/support/http_server.h"
#include "ui/support/mnist_download.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkProxyFactory>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <memory>

using rbm::MnistDownload;
using rbm::test::DownloadSet;
using rbm::test::FileSizeLimit;
using rbm::test::GapMeter;
using rbm::test::HttpAnswer;
using rbm::test::HttpServer;
using rbm::test::snapshot;
using rbm::test::writeFile;

namespace {

const QString kImages = "train-images-idx3-ubyte";
const QString kImagesPath = "/good/train-images-idx3-ubyte.gz";

struct Outcome {
    QString end = "nothing";
    QString sentence;
    QList<std::pair<qint64, qint64>> progress;
};

using OnProgress = std::function<void(qint64)>;

Outcome run(MnistDownload &download, const OnProgress &onProgress = {}) {
    Outcome outcome;
    QEventLoop loop;
    const auto end = [&](const QString &how) {
        outcome.end = how;
        loop.quit();
    };
    QObject::connect(&download, &MnistDownload::progressed, &loop, [&](qint64 got, qint64 total) {
        outcome.progress.append({got, total});
        if (onProgress)
            onProgress(got);
    });
    QObject::connect(&download, &MnistDownload::finished, &loop, [&] { end("finished"); });
    QObject::connect(&download, &MnistDownload::cancelled, &loop, [&] { end("cancelled"); });
    QObject::connect(&download, &MnistDownload::failed, &loop, [&](const QString &sentence) {
        outcome.sentence = sentence;
        end("failed");
    });
    QTimer::singleShot(30000, &loop, &QEventLoop::quit);
    download.start();
    loop.exec();
    return outcome;
}

} // namespace

class TestMnistDownload : public QObject {
    Q_OBJECT

private:
    const DownloadSet m_set;
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<HttpServer> m_server;

    QString folder() const { return m_root->filePath("data"); }
    QString mirror(const char *path = "/good") const { return m_server->url(path); }

    std::unique_ptr<MnistDownload> make(const QStringList &mirrors, const QString &where = {}) {
        return std::make_unique<MnistDownload>(where.isEmpty() ? folder() : where, mirrors,
                                               m_set.files());
    }

    Outcome fetch(const QStringList &mirrors) { return run(*make(mirrors)); }

    /// Whether the folder holds the four files and nothing else.
    bool hasAll() const {
        const auto content = snapshot(folder());
        bool all = content.size() == m_set.files().size();
        for (const rbm::DownloadFile &file : m_set.files())
            all = all && content.value(file.name) == m_set.plain(file.name);
        return all;
    }

    /// Fails, says `part`, and leaves neither the new folder nor a file of a
    /// folder that has something already.
    void failsWithout(const QStringList &mirrors, const QString &part) {
        QVERIFY(!QDir(folder()).exists());
        const Outcome outcome = fetch(mirrors);
        QCOMPARE(outcome.end, QString("failed"));
        QVERIFY2(outcome.sentence.startsWith("Could not download MNIST: "),
                 qPrintable(outcome.sentence));
        QVERIFY2(outcome.sentence.contains(part), qPrintable(outcome.sentence));
        QVERIFY2(outcome.sentence.contains("Nothing was changed"), qPrintable(outcome.sentence));
        QVERIFY(!QDir(folder()).exists());

        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(writeFile(folder() + "/notes.txt", "mine"));
        const auto before = snapshot(folder());
        QCOMPARE(fetch(mirrors).end, QString("failed"));
        QCOMPARE(snapshot(folder()), before);
    }

private slots:
    void initTestCase() { QNetworkProxyFactory::setUseSystemConfiguration(false); }

    void init() {
        m_root = std::make_unique<QTemporaryDir>();
        QVERIFY(m_root->isValid());
        m_server = std::make_unique<HttpServer>();
        m_set.serve(*m_server, "/good");
    }

    void theCompiledInListHasTheFourFilesWithTheirHashes() {
        const auto files = rbm::mnistFiles();
        QCOMPARE(files.size(), 4);
        for (const rbm::DownloadFile &file : files) {
            QVERIFY(file.name.endsWith("-ubyte"));
            QCOMPARE(file.sha256.size(), 64);
            QVERIFY(file.packedBytes > 0);
        }
    }

    void theMirrorsAreTheLinesOfTheListThatTheScriptReads() {
        QFile list(RBM_TEST_DATA_DIR "/../../resources/mnist.mirrors");
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QStringList mirrors = MnistDownload::defaultMirrors();
        QCOMPARE(mirrors.join('\n') + '\n', QString::fromUtf8(list.readAll()));
        QVERIFY(mirrors.size() >= 3);
        for (const QString &address : mirrors)
            QVERIFY2(QUrl(address).scheme() == "https", qPrintable(address));
        QFile script(RBM_TEST_DATA_DIR "/../../app/fetch_mnist.sh");
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QByteArray text = script.readAll();
        QVERIFY(text.contains("<\"$root/resources/mnist.mirrors\""));
        QVERIFY(!text.contains("https://"));
    }

    void allFilesAreUnpackedIntoTheFolder() {
        const Outcome outcome = fetch({mirror()});
        QVERIFY2(outcome.end == "finished", qPrintable(outcome.sentence));
        QVERIFY(hasAll());
    }

    void foldersAboveAreMadeAndRemovedAgainOnFailure() {
        const QString deep = m_root->filePath("a/b/c/");
        QCOMPARE(run(*make({mirror("/none")}, deep)).end, QString("failed"));
        QVERIFY(snapshot(m_root->path()).isEmpty());
        QCOMPARE(run(*make({mirror()}, deep)).end, QString("finished"));
        QCOMPARE(snapshot(deep).size(), 4);
    }

    void theNextMirrorGivesWhatTheFirstDoesNotHave() {
        const Outcome outcome = fetch({mirror("/none"), mirror("/good/")});
        QVERIFY2(outcome.end == "finished", qPrintable(outcome.sentence));
        QVERIFY(hasAll());
        // The one that gave a file is asked first for the next.
        QCOMPARE(m_server->requests().filter("/none/").size(), 1);
    }

    void theNextMirrorIsTriedWhereTheFirstSendsSomethingElse() {
        m_set.serve(*m_server, "/bad");
        m_server->answer("/bad/t10k-images-idx3-ubyte.gz", {"<html>"});
        const Outcome outcome = fetch({mirror("/bad"), mirror()});
        QVERIFY2(outcome.end == "finished", qPrintable(outcome.sentence));
        QVERIFY(hasAll());
    }

    void aFileThatNoServerHasIsNamed() {
        failsWithout({mirror("/none"), mirror("/neither")},
                     "the server 127.0.0.1 does not give train-labels-idx1-ubyte.gz (HTTP 404)");
    }

    void theLastServersReasonIsTold() {
        failsWithout({"http://127.0.0.1:1", mirror("/none")}, "(HTTP 404)");
    }

    void otherContentThanMnistsIsThrownAway() {
        m_server->answer(kImagesPath, {rbm::test::gzip("something else")});
        failsWithout({mirror()}, kImages + ".gz does not have the known SHA-256");
    }

    void aCutConnectionIsToldAndLeavesNothing() {
        const QByteArray whole = m_set.packed(kImages);
        m_server->answer(kImagesPath,
                         {whole.first(whole.size() / 2), 200, {}, qint64{whole.size()}, false});
        failsWithout({mirror()}, "the server 127.0.0.1 closed the connection before " + kImages +
                                     ".gz was complete.");
    }

    void aTruncatedGzipFileIsToldAndLeavesNothing() {
        const QByteArray whole = m_set.packed(kImages);
        m_server->answer(kImagesPath, {whole.first(whole.size() / 2)});
        failsWithout({mirror()}, "as " + kImages + ".gz is not a whole gzip file");
    }

    void aCutWithoutADeclaredLengthIsFoundToo() {
        const QByteArray whole = m_set.packed(kImages);
        m_server->answer(kImagesPath, {whole.first(whole.size() / 2), 200, {}, -2, false});
        failsWithout({mirror()}, kImages + ".gz is not a whole gzip file");
    }

    void redirectsAreFollowed() {
        for (const rbm::DownloadFile &file : m_set.files()) {
            const QString path = "/good/" + file.name + ".gz";
            m_server->answer("/moved/" + file.name + ".gz",
                             {{}, 302, m_server->url(path).toUtf8(), -1, false});
        }
        QCOMPARE(fetch({mirror("/moved")}).end, QString("finished"));
        QVERIFY(hasAll());
    }

    void redirectsInACircleAreRefused() {
        m_server->answer(kImagesPath, {{}, 302, kImagesPath.toUtf8(), -1, false});
        failsWithout({mirror()}, "on to other places");
    }

    void redirectsToPlainHttpElsewhereAreRefused() {
        m_server->answer(kImagesPath, {{}, 302, "http://example.invalid/train", -1, false});
        failsWithout({mirror()}, "the server 127.0.0.1 sends requests for " + kImages +
                                     ".gz on to other places, too often or unsafely");
    }

    void redirectsToLocalFilesAreRefused() {
        m_server->answer(kImagesPath, {{}, 302, "file:///etc/hostname", -1, false});
        failsWithout({mirror()}, "the server");
    }

    void aStalledServerIsGivenUp() {
        const QByteArray whole = m_set.packed(kImages);
        m_server->answer(kImagesPath, {whole.first(1000), 200, {}, qint64{whole.size()}, true});
        const auto download = make({mirror()});
        download->setStallTimeout(200);
        const Outcome outcome = run(*download);
        QCOMPARE(outcome.end, QString("failed"));
        QVERIFY2(outcome.sentence.contains("sent nothing of " + kImages + ".gz for 0.2 seconds"),
                 qPrintable(outcome.sentence));
        QVERIFY(snapshot(m_root->path()).isEmpty());
    }

    void aServerThatCannotBeReachedIsNamed() {
        failsWithout({"http://127.0.0.1:1"}, "the server 127.0.0.1 cannot be reached");
    }

    void whatIsNoAddressIsNamed() {
        failsWithout({"file:///tmp"}, "file:///tmp is no address of a server");
        for (const char *plain : {"http://example.invalid", "http://127.0.0.1.example.invalid",
                                  "http://10.0.0.1/mnist"}) {
            m_root = std::make_unique<QTemporaryDir>();
            failsWithout({plain},
                         QString(plain) + " is no address of a server that can be trusted");
        }
        m_root = std::make_unique<QTemporaryDir>();
        failsWithout({}, "no server to get it from is named");
    }

    void tooLargeAFileIsRefused() {
        const auto download = make({mirror()});
        download->setMaxBytes(10000);
        const Outcome outcome = run(*download);
        QCOMPARE(outcome.end, QString("failed"));
        QVERIFY2(outcome.sentence.contains("more than 10000 bytes"), qPrintable(outcome.sentence));
        QVERIFY(snapshot(m_root->path()).isEmpty());
    }

    void tooLargeAFileWithoutADeclaredLengthIsRefused() {
        m_server->answer(kImagesPath, {m_set.packed(kImages), 200, {}, -2, false});
        const auto download = make({mirror()});
        download->setMaxBytes(10000);
        QVERIFY(run(*download).sentence.contains("more than 10000 bytes"));
    }

    void cancellingHalfWayLeavesNothing() {
        const auto download = make({mirror()});
        const Outcome outcome = run(*download, [&](qint64 received) {
            if (received > m_set.packedTotal() / 2)
                download->cancel();
        });
        QCOMPARE(outcome.end, QString("cancelled"));
        QVERIFY(outcome.progress.last().first < m_set.packedTotal());
        QVERIFY(snapshot(m_root->path()).isEmpty());
        QVERIFY(MnistDownload::cancelledSentence().contains("Nothing was changed"));
        QCOMPARE(run(*download).end, QString("finished"));
        QVERIFY(hasAll());
    }

    void cancellingWhileAServerStallsLeavesNothing() {
        m_server->answer(kImagesPath, {"part", 200, {}, 1000, true});
        const auto download = make({mirror()});
        QTimer::singleShot(200, download.get(), &MnistDownload::cancel);
        QCOMPARE(run(*download).end, QString("cancelled"));
        QVERIFY(snapshot(m_root->path()).isEmpty());
    }

    void cancellingAtOnceLeavesNothing() {
        const auto download = make({mirror()});
        QTimer::singleShot(0, download.get(), &MnistDownload::cancel);
        QCOMPARE(run(*download).end, QString("cancelled"));
        QVERIFY(snapshot(m_root->path()).isEmpty());
    }

    void deletingARunningDownloadLeavesNothing() {
        for (int wait = 0; wait < 40; wait += 4) {
            auto download = make({mirror()});
            download->start();
            QTest::qWait(wait);
            download.reset();
            const auto left = snapshot(folder());
            QVERIFY(left.isEmpty() ? !QDir(folder()).exists() : hasAll());
            QDir(folder()).removeRecursively();
        }
    }

    void aFolderBelowAFileCannotBeMade() {
        QVERIFY(writeFile(m_root->filePath("file"), "mine"));
        const auto before = snapshot(m_root->path());
        const QString below = m_root->filePath("file/data");
        const Outcome outcome = run(*make({mirror()}, below));
        QCOMPARE(outcome.end, QString("failed"));
        QVERIFY2(outcome.sentence.contains(below), qPrintable(outcome.sentence));
        QCOMPARE(snapshot(m_root->path()), before);
        QVERIFY(m_server->requests().isEmpty());
    }

    void aFullDiskLeavesNothingHalfWritten() {
        const FileSizeLimit limit(1 << 20);
        failsWithout({mirror()}, "cannot write '" + folder() + "/t10k-images-idx3-ubyte'");
    }

    void filesThatAreThereAndRightAreNotFetchedAgain() {
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(writeFile(folder() + "/" + kImages, m_set.plain(kImages)));
        QVERIFY(writeFile(folder() + "/t10k-labels-idx1-ubyte.gz",
                          m_set.packed("t10k-labels-idx1-ubyte")));
        QCOMPARE(fetch({mirror()}).end, QString("finished"));
        QCOMPARE(m_server->requests().size(), 2);
        QVERIFY(m_server->requests().filter(kImages).isEmpty());
        QCOMPARE(snapshot(folder()).size(), 4);
        m_server->forgetRequests();
        QCOMPARE(fetch({}).end, QString("finished"));
        QVERIFY(m_server->requests().isEmpty());
    }

    void aFileThatIsThereAndWrongIsNamedAndKept() {
        QVERIFY(QDir().mkpath(folder()));
        const QString path = folder() + "/" + kImages;
        QVERIFY(writeFile(path, "another set"));
        const auto before = snapshot(folder());
        const Outcome outcome = fetch({mirror()});
        QCOMPARE(outcome.end, QString("failed"));
        QVERIFY2(outcome.sentence.contains(path), qPrintable(outcome.sentence));
        QCOMPARE(snapshot(folder()), before);
        QVERIFY(m_server->requests().isEmpty());
    }

    void wrongFilesAreReplacedWhereThatIsWanted() {
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(writeFile(folder() + "/" + kImages, "another set"));
        QVERIFY(
            writeFile(folder() + "/t10k-labels-idx1-ubyte", m_set.plain("t10k-labels-idx1-ubyte")));
        const auto download = make({mirror()});
        download->replaceWrongFiles();
        QCOMPARE(run(*download).end, QString("finished"));
        QVERIFY(hasAll());
        QCOMPARE(m_server->requests().size(), 3);
    }

    void aWrongFileIsBackWhereItsReplacementCannotAllBeWritten() {
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(writeFile(folder() + "/" + kImages, "another set"));
        const auto before = snapshot(folder());
        const auto download = make({mirror()});
        download->replaceWrongFiles();
        const FileSizeLimit limit(1 << 20);
        const Outcome outcome = run(*download);
        QVERIFY2(outcome.sentence.endsWith("Nothing was changed."), qPrintable(outcome.sentence));
        QCOMPARE(snapshot(folder()), before);
    }

    void progressGrowsUpToTheTotal() {
        m_set.serve(*m_server, "/bad");
        const QByteArray other(50000, 'x');
        m_server->answer("/bad/" + kImages + ".gz", {other});
        const Outcome outcome = fetch({mirror("/bad"), mirror()});
        QCOMPARE(outcome.end, QString("finished"));
        for (qsizetype i = 1; i < outcome.progress.size(); ++i)
            QVERIFY(outcome.progress[i].first >= outcome.progress[i - 1].first);
        QVERIFY(outcome.progress.size() > 4);
        QCOMPARE(outcome.progress.last().first, m_set.packedTotal());
        QCOMPARE(outcome.progress.last().second, m_set.packedTotal());
    }

    /// 96 MiB take 0.4 s or more to unpack, hash and write. The limit grows with
    /// the time taken, so that a busy machine is no failure.
    void theEventLoopIsNotHeldUpByALargeFile() {
        const QByteArray plain(96 << 20, '\0');
        const QByteArray packed = rbm::test::gzip(plain);
        const QByteArray hash = QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex();
        m_server->answer("/good/large.gz", {packed});
        MnistDownload download(folder(), {mirror()}, {{"large", hash, packed.size()}});
        QElapsedTimer clock;
        clock.start();
        const GapMeter meter;
        QCOMPARE(run(download).end, QString("finished"));
        QVERIFY2(meter.longest() < std::max<qint64>(150, clock.elapsed() / 4),
                 qPrintable(QString("%1 of %2 ms").arg(meter.longest()).arg(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestMnistDownload)
#include "test_mnist_download.moc"
