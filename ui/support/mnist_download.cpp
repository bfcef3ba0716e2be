#include "ui/support/mnist_download.h"

#include "engine/base/error.h"
#include "ui/support/error_text.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <algorithm>
#include <exception>
#include <utility>

namespace rbm {

namespace {

constexpr int kMaxRedirects = 5;

std::filesystem::path toPath(const QString &folder) {
    return QFile::encodeName(folder).toStdString();
}

/// Nobody in between can listen or change anything: HTTPS, or this computer itself.
bool isSafe(const QUrl &url) {
    if (!url.isValid() || url.host().isEmpty())
        return false;
    const bool isHere = url.host() == "localhost" || QHostAddress(url.host()).isLoopback();
    return url.scheme() == "https" || (url.scheme() == "http" && isHere);
}

qint64 declaredBytes(const QNetworkReply &reply) {
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() ? length.toLongLong() : -1;
}

int httpStatus(const QNetworkReply &reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QNetworkRequest makeRequest(const QUrl &url) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setMaximumRedirectsAllowed(kMaxRedirects);
    // The files are packed already, and Qt would unpack what a server packs again.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::UserAgentHeader, "rbm-explorer");
    return request;
}

QString cutProblem(const QString &server, const QString &file) {
    return MnistDownload::tr("the server %1 closed the connection before %2 was complete. Nothing "
                             "was changed; try again.")
        .arg(server, file);
}

QString redirectProblem(const QString &server, const QString &file) {
    return MnistDownload::tr("the server %1 sends requests for %2 on to other places, too often "
                             "or unsafely. Nothing was changed; try again later.")
        .arg(server, file);
}

/// Empty where there is no error.
QString errorProblem(const QNetworkReply &reply, const QString &server, const QString &file) {
    const int status = httpStatus(reply);
    switch (reply.error()) {
    case QNetworkReply::NoError:
        return {};
    case QNetworkReply::RemoteHostClosedError:
        return cutProblem(server, file);
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return redirectProblem(server, file);
    default:
        break;
    }
    if (status >= 400)
        return MnistDownload::tr("the server %1 does not give %2 (HTTP %3). Nothing was changed; "
                                 "try again later.")
            .arg(server, file)
            .arg(status);
    return MnistDownload::tr("the server %1 cannot be reached (%2). Nothing was changed; check the "
                             "network and try again.")
        .arg(server, reply.errorString());
}

} // namespace

MnistDownload::MnistDownload(QString folder, QStringList mirrors, QObject *parent)
    : MnistDownload(std::move(folder), std::move(mirrors), mnistFiles(), parent) {}

MnistDownload::MnistDownload(QString folder, QStringList mirrors, QList<DownloadFile> files,
                             QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_mirrors(std::move(mirrors)),
      m_files(std::move(files)) {
    m_thread.setMaxThreadCount(1);
    m_stallTimer.setSingleShot(true);
    connect(&m_stallTimer, &QTimer::timeout, this, [this] {
        m_stalled = true;
        m_reply->abort();
    });
}

MnistDownload::~MnistDownload() {
    if (!m_running)
        return;
    m_stop->store(true);
    if (m_reply != nullptr)
        m_reply->disconnect(this);
    m_thread.waitForDone();
    // Harmless where the files were just saved: then the folder is not empty.
    removeFolders(*m_made);
}

QString MnistDownload::cancelledSentence() {
    return tr("The download of MNIST was cancelled. Nothing was changed.");
}

void MnistDownload::setStallTimeout(int milliseconds) { m_stallTimeout = milliseconds; }

void MnistDownload::setMaxBytes(qint64 bytes) { m_maxBytes = bytes; }

void MnistDownload::start() {
    if (m_running)
        return;
    m_running = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_checked = std::make_shared<std::vector<CheckedFile>>();
    m_made = std::make_shared<std::vector<std::filesystem::path>>();
    m_firstMirror = 0;
    m_attempt = 0;
    m_received = 0;
    m_total = -1;
    inspect();
}

void MnistDownload::cancel() {
    if (!m_running)
        return;
    m_stop->store(true);
    if (m_reply != nullptr)
        m_reply->abort();
}

void MnistDownload::runAside(Step work, Step then, std::function<void(const QString &)> onError) {
    m_thread.start(
        [this, work = std::move(work), then = std::move(then), onError = std::move(onError)] {
            Step next = then;
            try {
                work();
            } catch (const std::exception &error) {
                next = [onError, reason = errorText(error)] { onError(reason); };
            }
            // The destructor waits for this thread and drops what is queued.
            QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
        });
}

void MnistDownload::inspect() {
    auto missing = std::make_shared<QList<DownloadFile>>();
    runAside(
        [folder = toPath(m_folder), files = m_files, wrong = m_wrong, made = m_made, missing] {
            *missing = missingFiles(folder, files, wrong);
            if (!missing->isEmpty())
                *made = makeFolders(folder);
        },
        [this, missing] {
            m_missing = *missing;
            if (m_missing.isEmpty())
                return endFinished();
            report();
            getNextFile();
        },
        [this](const QString &reason) { endFailed(reason); });
}

QString MnistDownload::currentMirror() const {
    return m_mirrors[(m_firstMirror + m_attempt) % m_mirrors.size()];
}

QString MnistDownload::currentServer() const {
    const QString host = QUrl(currentMirror()).host();
    return host.isEmpty() ? currentMirror() : host;
}

void MnistDownload::getNextFile() {
    if (m_stop->load())
        return endCancelled();
    if (m_checked->size() == static_cast<std::size_t>(m_missing.size()))
        return save();
    if (m_mirrors.isEmpty())
        return endFailed(tr("no server to get it from is named. Nothing was changed; name one."));
    m_attempt = 0;
    request();
}

void MnistDownload::request() {
    QString mirror = currentMirror();
    while (mirror.endsWith('/'))
        mirror.chop(1);
    const DownloadFile &file = m_missing[static_cast<qsizetype>(m_checked->size())];
    const QUrl url(mirror + '/' + file.name + ".gz");
    if (!isSafe(url))
        return tryNextMirror(tr("%1 is no address of a server that can be trusted, which begins "
                                "with https:// (http:// only on this computer itself). Nothing "
                                "was changed; name another.")
                                 .arg(currentMirror()));
    m_body.clear();
    m_stalled = false;
    m_tooLarge = false;
    m_badRedirect = false;
    m_redirects = 0;
    m_reply = m_network.get(makeRequest(url));
    connect(m_reply, &QNetworkReply::readyRead, this, &MnistDownload::onBytes);
    connect(m_reply, &QNetworkReply::redirected, this, [this](const QUrl &to) {
        m_badRedirect = !isSafe(to) || ++m_redirects > kMaxRedirects;
        if (m_badRedirect)
            m_reply->abort();
        else
            emit m_reply->redirectAllowed();
    });
    connect(m_reply, &QNetworkReply::finished, this, &MnistDownload::onReplyFinished);
    m_stallTimer.start(m_stallTimeout);
}

void MnistDownload::onBytes() {
    m_stallTimer.start(m_stallTimeout);
    // The page that comes with an error is not the file.
    if (httpStatus(*m_reply) >= 400)
        return;
    if (std::max(declaredBytes(*m_reply), m_body.size() + m_reply->bytesAvailable()) > m_maxBytes) {
        m_tooLarge = true;
        m_reply->abort();
        return;
    }
    m_body += m_reply->readAll();
    report();
}

void MnistDownload::onReplyFinished() {
    if (m_reply->error() == QNetworkReply::NoError)
        onBytes(); // what came with the end; an abort changes nothing any more
    m_stallTimer.stop();
    const QString problem = replyProblem();
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    if (m_stop->load())
        return endCancelled();
    if (!problem.isEmpty())
        return tryNextMirror(problem);
    checkBody(std::exchange(m_body, {}));
}

void MnistDownload::checkBody(const QByteArray &body) {
    const auto index = static_cast<qsizetype>(m_checked->size());
    m_missing[index].packedBytes = body.size();
    auto checked = std::make_shared<CheckedFile>();
    runAside([checked, body, file = m_missing[index],
              server = currentServer()] { *checked = checkDownload(body, file, server); },
             [this, checked] {
                 m_checked->push_back(std::move(*checked));
                 m_firstMirror = (m_firstMirror + m_attempt) % m_mirrors.size();
                 report();
                 getNextFile();
             },
             [this](const QString &reason) { tryNextMirror(reason); });
}

void MnistDownload::tryNextMirror(const QString &reason) {
    if (m_stop->load())
        return endCancelled();
    m_body.clear();
    if (++m_attempt < m_mirrors.size())
        request();
    else
        endFailed(reason);
}

void MnistDownload::save() {
    auto saved = std::make_shared<bool>(false);
    runAside(
        [saved, folder = toPath(m_folder), files = m_checked,
         stop = m_stop] { // Freed here too, which takes its time.
            const std::vector<CheckedFile> content = std::move(*files);
            *saved = saveAll(folder, content, *stop);
        },
        [this, saved] { *saved ? endFinished() : endCancelled(); },
        [this](const QString &reason) { endFailed(reason); });
}

void MnistDownload::report() {
    const auto done = static_cast<qsizetype>(m_checked->size());
    qint64 received = m_body.size();
    qint64 total = 0;
    for (qsizetype i = 0; i < m_missing.size(); ++i) {
        qint64 size = m_missing[i].packedBytes;
        if (i < done)
            received += size;
        else if (i == done && m_reply != nullptr && declaredBytes(*m_reply) >= 0)
            size = declaredBytes(*m_reply);
        total += size;
    }
    // The next server begins a file anew; a bar that runs back would confuse.
    total = std::max(total, received);
    received = std::min(std::max(received, m_received), total);
    if (received == m_received && total == m_total)
        return;
    m_received = received;
    m_total = total;
    emit progressed(received, total);
}

void MnistDownload::cleanUp() {
    m_body.clear();
    m_missing.clear();
    m_checked.reset();
    m_made.reset();
    m_running = false;
}

void MnistDownload::endFinished() {
    cleanUp();
    emit finished();
}

void MnistDownload::endFailed(const QString &reason) {
    if (m_stop->load())
        return endCancelled();
    removeFolders(*m_made);
    cleanUp();
    emit failed(tr("Could not download MNIST: %1").arg(reason));
}

void MnistDownload::endCancelled() {
    removeFolders(*m_made);
    cleanUp();
    emit cancelled();
}

QString MnistDownload::replyProblem() const {
    const QString file = m_missing[static_cast<qsizetype>(m_checked->size())].name + ".gz";
    const QString server = m_reply->url().host();
    if (m_stalled)
        return tr("the server %1 sent nothing of %2 for %3 seconds. Nothing was changed; check the "
                  "network and try again.")
            .arg(server, file)
            .arg(m_stallTimeout / 1000.0);
    // Where it follows no further, Qt takes the redirection itself for an answer without errors.
    constexpr int kGiven = 200;
    const bool isRedirect =
        m_reply->error() == QNetworkReply::NoError && httpStatus(*m_reply) != kGiven;
    if (!m_stalled && (m_badRedirect || isRedirect))
        return redirectProblem(QUrl(currentMirror()).host(), file);
    if (m_tooLarge)
        return tr("the server %1 sends more than %2 bytes as %3, which is too much. Nothing was "
                  "changed; try again later.")
            .arg(server)
            .arg(m_maxBytes)
            .arg(file);
    const qint64 declared = declaredBytes(*m_reply);
    if (m_reply->error() == QNetworkReply::NoError && declared >= 0 && m_body.size() != declared)
        return cutProblem(server, file);
    return errorProblem(*m_reply, server, file);
}

} // namespace rbm
