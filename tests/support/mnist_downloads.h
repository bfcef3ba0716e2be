#pragma once

#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"
#include "tests/support/http_server.h"
#include "ui/support/mnist_download.h"

#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace rbm::test {

// Header only: the library of test helpers does not link the program's Qt part.

inline const QString kImages = "train-images-idx3-ubyte";
inline const QString kImagesPath = "/good/train-images-idx3-ubyte.gz";

struct DownloadOutcome {
    QString end = "nothing";
    QString sentence;
    QList<std::pair<qint64, qint64>> progress;
};

using OnProgress = std::function<void(qint64)>;

inline DownloadOutcome run(MnistDownload &download, const OnProgress &onProgress = {}) {
    DownloadOutcome outcome;
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

/// Downloads of a small set from a server here into a folder that is new for each test.
class MnistDownloads {
protected:
    const DownloadSet m_set;
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<HttpServer> m_server;

    QString folder() const { return m_root->filePath("data"); }
    QString mirror(const char *path = "/good") const { return m_server->url(path); }

    std::unique_ptr<MnistDownload> make(const QStringList &mirrors, const QString &where = {}) {
        return std::make_unique<MnistDownload>(where.isEmpty() ? folder() : where, mirrors,
                                               m_set.files());
    }

    DownloadOutcome fetch(const QStringList &mirrors) { return run(*make(mirrors)); }

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
        const DownloadOutcome outcome = fetch(mirrors);
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

    /// Before each test.
    void begin() {
        m_root = std::make_unique<QTemporaryDir>();
        QVERIFY(m_root->isValid());
        m_server = std::make_unique<HttpServer>();
        m_set.serve(*m_server, "/good");
    }
};

} // namespace rbm::test
