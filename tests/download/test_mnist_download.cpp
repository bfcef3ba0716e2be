// What a download makes of what servers send, and of being cancelled; test_download_folder.cpp has
// what it does with the disk.
#include "tests/support/gap_meter.h"
#include "tests/support/mnist_downloads.h"

#include <QElapsedTimer>
#include <QNetworkProxyFactory>
#include <QUrl>

#include <algorithm>

using namespace rbm::test;
using rbm::MnistDownload;

class TestMnistDownload : public QObject, protected MnistDownloads {
    Q_OBJECT

private slots:
    void initTestCase() { QNetworkProxyFactory::setUseSystemConfiguration(false); }

    void init() { begin(); }

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
        const DownloadOutcome outcome = fetch({mirror()});
        QVERIFY2(outcome.end == "finished", qPrintable(outcome.sentence));
        QVERIFY(hasAll());
    }

    void theNextMirrorGivesWhatTheFirstDoesNotHave() {
        const DownloadOutcome outcome = fetch({mirror("/none"), mirror("/good/")});
        QVERIFY2(outcome.end == "finished", qPrintable(outcome.sentence));
        QVERIFY(hasAll());
        // The one that gave a file is asked first for the next.
        QCOMPARE(m_server->requests().filter("/none/").size(), 1);
    }

    void theNextMirrorIsTriedWhereTheFirstSendsSomethingElse() {
        m_set.serve(*m_server, "/bad");
        m_server->answer("/bad/t10k-images-idx3-ubyte.gz", {"<html>"});
        const DownloadOutcome outcome = fetch({mirror("/bad"), mirror()});
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
        const DownloadOutcome outcome = run(*download);
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
        const DownloadOutcome outcome = run(*download);
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
        const DownloadOutcome outcome = run(*download, [&](qint64 received) {
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

    void progressGrowsUpToTheTotal() {
        m_set.serve(*m_server, "/bad");
        const QByteArray other(50000, 'x');
        m_server->answer("/bad/" + kImages + ".gz", {other});
        const DownloadOutcome outcome = fetch({mirror("/bad"), mirror()});
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
