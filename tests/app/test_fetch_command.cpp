#include "app/fetch_command.h"
#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"
#include "tests/support/http_server.h"
#include "tests/support/run_rbm.h"

#include <QNetworkProxyFactory>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>
#include <sstream>
#include <string>

using namespace rbm::test;

class TestFetchCommand : public QObject {
    Q_OBJECT

private:
    const DownloadSet m_set;
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<HttpServer> m_server;

    std::string folder() const { return m_root->filePath("data").toStdString(); }
    std::string mirror(const char *path) const { return m_server->url(path).toStdString(); }

private slots:
    void initTestCase() { QNetworkProxyFactory::setUseSystemConfiguration(false); }

    void init() {
        rbm::stopRequested.store(false);
        m_root = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HttpServer>();
        m_set.serve(*m_server, "/good");
    }

    void cleanup() { rbm::stopRequested.store(false); }

    void filesAreFetchedAndTheirFolderIsTold() {
        std::ostringstream out;
        std::ostringstream err;
        rbm::Console console{out, err};
        rbm::fetchFiles(folder(), {m_server->url("/none"), m_server->url("/good")}, m_set.files(),
                        console);
        QCOMPARE(out.str(), "MNIST is in " + folder() + ".\n");
        QCOMPARE(err.str(), std::string()); // no progress where there is no terminal
        QCOMPARE(snapshot(m_root->filePath("data")).size(), 4);
    }

    void everyMirrorNamedIsTriedInsteadOfTheKnownOnes() {
        const Outcome outcome = runRbm(
            {"fetch", "--data", folder(), "--mirror", mirror("/one"), "--mirror", mirror("/two")});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "HTTP 404"), outcome.err.c_str());
        QCOMPARE(outcome.out, std::string());
        QCOMPARE(m_server->requests().filter("/one/").size(), 1);
        QCOMPARE(m_server->requests().filter("/two/").size(), 1);
        QVERIFY(snapshot(m_root->path()).isEmpty());
    }

    void filesOfAnotherSetAreRefusedByTheirHash() {
        const Outcome outcome = runRbm({"fetch", "--data", folder(), "--mirror", mirror("/good")});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(contains(outcome.err, "does not have the known SHA-256"), outcome.err.c_str());
        QVERIFY(snapshot(m_root->path()).isEmpty());
    }

    void beingAskedToStopEndsWith130AndLeavesNothing() {
        m_server->answer("/good/t10k-images-idx3-ubyte.gz", {"part", 200, {}, 1000, true});
        QTimer::singleShot(100, this, [] { rbm::stopRequested.store(true); });
        const Outcome outcome = runRbm({"fetch", "--data", folder(), "--mirror", mirror("/good")});
        QCOMPARE(outcome.code, 130);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "cancelled"), outcome.err.c_str());
        QVERIFY(snapshot(m_root->path()).isEmpty());
    }

    void theStarterDigitsCannotBeFetched() {
        QCOMPARE(runRbm({"fetch", "--data", "starter"}).code, 2);
        QCOMPARE(runRbm({"fetch", "--mirror"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestFetchCommand)
#include "test_fetch_command.moc"
