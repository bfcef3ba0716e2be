#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QTcpServer>

class QTcpSocket;

namespace rbm::test {

/// What a server says to a GET.
struct HttpAnswer {
    QByteArray body;
    int status = 200;
    QByteArray location = {};   ///< for a redirect
    qint64 declaredLength = -1; ///< Content-Length, -1: of the body, -2: none
    bool stall = false;         ///< neither goes on nor closes after the body
};

/// A small HTTP server on 127.0.0.1, in this thread's event loop.
class HttpServer {
public:
    HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// "http://127.0.0.1:PORT" and the path, which begins with "/".
    QString url(const QString &path = {}) const;

    /// Paths without an answer get a 404.
    void answer(const QString &path, const HttpAnswer &answer) { m_answers[path] = answer; }

    /// The paths asked for, in order.
    const QStringList &requests() const { return m_requests; }
    void forgetRequests() { m_requests.clear(); }

private:
    void accept();
    void serve(QTcpSocket &socket);

    QTcpServer m_server;
    QHash<QString, HttpAnswer> m_answers;
    QStringList m_requests;
};

} // namespace rbm::test
