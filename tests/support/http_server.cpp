#include "tests/support/http_server.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QtGlobal>

namespace rbm::test {

namespace {

QByteArray head(const HttpAnswer &answer) {
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + " Answer\r\n";
    if (!answer.location.isEmpty())
        text += "Location: " + answer.location + "\r\n";
    if (answer.declaredLength >= -1) {
        const qint64 length =
            answer.declaredLength < 0 ? qint64{answer.body.size()} : answer.declaredLength;
        text += "Content-Length: " + QByteArray::number(length) + "\r\n";
    }
    return text + "Content-Type: application/octet-stream\r\nConnection: close\r\n\r\n";
}

} // namespace

HttpServer::HttpServer() {
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The test's server cannot listen.");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
}

QString HttpServer::url(const QString &path) const {
    return QString("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path);
}

void HttpServer::accept() {
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, &m_server,
                         [this, socket] { serve(*socket); });
    }
}

void HttpServer::serve(QTcpSocket &socket) {
    // A GET has no body, so the blank line is its end.
    if (!socket.peek(1 << 16).contains("\r\n\r\n"))
        return;
    const QList<QByteArray> words = socket.readAll().split(' ');
    const QString path = QString::fromLatin1(words.value(1));
    m_requests.append(path);
    const HttpAnswer answer = m_answers.value(path, HttpAnswer{"no such file", 404, {}, -1, false});
    socket.write(head(answer));
    socket.write(answer.body);
    if (answer.stall)
        socket.flush();
    else
        socket.disconnectFromHost();
}

} // namespace rbm::test
