// What a download does with the folder that it goes to, and with what is there already.
#include "tests/support/file_size_limit.h"
#include "tests/support/mnist_downloads.h"

#include <QNetworkProxyFactory>

using namespace rbm::test;

class TestDownloadFolder : public QObject, protected MnistDownloads {
    Q_OBJECT

private slots:
    void initTestCase() { QNetworkProxyFactory::setUseSystemConfiguration(false); }
    void init() { begin(); }

    void foldersAboveAreMadeAndRemovedAgainOnFailure() {
        const QString deep = m_root->filePath("a/b/c/");
        QCOMPARE(run(*make({mirror("/none")}, deep)).end, QString("failed"));
        QVERIFY(snapshot(m_root->path()).isEmpty());
        QCOMPARE(run(*make({mirror()}, deep)).end, QString("finished"));
        QCOMPARE(snapshot(deep).size(), 4);
    }

    void aFolderBelowAFileCannotBeMade() {
        QVERIFY(writeFile(m_root->filePath("file"), "mine"));
        const auto before = snapshot(m_root->path());
        const QString below = m_root->filePath("file/data");
        const DownloadOutcome outcome = run(*make({mirror()}, below));
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
        const DownloadOutcome outcome = fetch({mirror()});
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
        const DownloadOutcome outcome = run(*download);
        QVERIFY2(outcome.sentence.endsWith("Nothing was changed."), qPrintable(outcome.sentence));
        QCOMPARE(snapshot(folder()), before);
    }
};

QTEST_GUILESS_MAIN(TestDownloadFolder)
#include "test_download_folder.moc"
