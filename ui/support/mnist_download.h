#pragma once

#include "ui/support/mnist_files.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

class QNetworkReply;

namespace rbm {

/// Gets the files of MNIST that a folder lacks from the first server that
/// gives them, and checks them by their known hashes. All of them are put into
/// the folder at the end, or none. Needs an event loop, which it never holds
/// up: unpacking, hashing and writing happen on another thread.
class MnistDownload : public QObject {
    Q_OBJECT

public:
    /// `mirrors`: addresses (https, or http on this computer itself) of folders with the .gz
    /// files, tried in this order, and redirected to such addresses only, five times at most. The
    /// folder is made where it is not there.
    explicit MnistDownload(QString folder, QStringList mirrors = defaultMirrors(),
                           QObject *parent = nullptr);
    MnistDownload(QString folder, QStringList mirrors, QList<DownloadFile> files,
                  QObject *parent = nullptr);
    /// Stops without a signal; a folder that was made is removed again.
    ~MnistDownload() override;

    static QStringList defaultMirrors() { return mnistMirrors(); }
    /// What to tell the user after cancelled().
    static QString cancelledSentence();

    /// Files that are there and are not MNIST's are got anew, too; unless told they are not, and
    /// the download fails.
    void replaceWrongFiles() { m_wrong = WrongFile::Replace; }
    /// How long a server may send nothing; 30 seconds unless told.
    void setStallTimeout(int milliseconds);
    /// Larger downloads are refused; 64 MiB unless told.
    void setMaxBytes(qint64 bytes);

    bool isRunning() const { return m_running; }

    /// Does nothing while running. May be called again after an end.
    void start();
    /// cancelled() follows, perhaps from within this call, or finished() where
    /// the files are in the folder already. Does nothing while not running.
    void cancel();

signals:
    /// Over all files to get; `received` only grows, and is `total` at the end.
    void progressed(qint64 received, qint64 total);
    // Every start() ends with one of these. Delete the object with
    // deleteLater() where that happens in answer to one.
    void finished();
    void failed(const QString &sentence);
    void cancelled();

private:
    using Step = std::function<void()>;

    /// Runs `work` on the other thread and `then` back here; an Error of `work`
    /// goes to `onError` instead.
    void runAside(Step work, Step then, std::function<void(const QString &)> onError);
    void inspect();
    void getNextFile();
    void request();
    void onBytes();
    void onReplyFinished();
    void checkBody(const QByteArray &body);
    void tryNextMirror(const QString &reason);
    void save();
    void report();
    void endFinished();
    void endFailed(const QString &reason);
    void endCancelled();
    void cleanUp();
    QString currentMirror() const;
    QString currentServer() const;
    QString replyProblem() const;

    const QString m_folder;
    const QStringList m_mirrors;
    const QList<DownloadFile> m_files;
    int m_stallTimeout = 30000;
    qint64 m_maxBytes = qint64{64} << 20;
    WrongFile m_wrong = WrongFile::Keep;

    bool m_running = false;
    bool m_stalled = false;
    bool m_tooLarge = false;
    bool m_badRedirect = false; ///< to where it must not go, or once too often
    int m_redirects = 0;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< shared with the other thread
    std::shared_ptr<std::vector<std::filesystem::path>>
        m_made;                                          ///< folders, to be removed on failure
    QList<DownloadFile> m_missing;                       ///< to get
    std::shared_ptr<std::vector<CheckedFile>> m_checked; ///< got so far
    qsizetype m_firstMirror = 0;                         ///< the one that gave the file before
    qsizetype m_attempt = 0;                             ///< mirrors tried for this file
    QByteArray m_body;
    qint64 m_received = 0; ///< as last told
    qint64 m_total = -1;

    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    QTimer m_stallTimer;
    QThreadPool m_thread; ///< of one thread; the last member, so it ends first
};

} // namespace rbm
