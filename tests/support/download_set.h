#pragma once

#include "tests/support/gzip.h"
#include "tests/support/http_server.h"
#include "ui/support/mnist_files.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>
#include <QMap>
#include <QString>

namespace rbm::test {

// Header only: the library of test helpers does not link the program's Qt part.

inline QByteArray gzip(const QByteArray &plain) {
    const auto packed = gzip(std::span(reinterpret_cast<const std::uint8_t *>(plain.data()),
                                       static_cast<std::size_t>(plain.size())));
    return {reinterpret_cast<const char *>(packed.data()), static_cast<qsizetype>(packed.size())};
}

inline QByteArray bigEndian(quint32 value) {
    QByteArray bytes;
    for (const int shift : {24, 16, 8, 0})
        bytes += static_cast<char>(value >> shift & 255);
    return bytes;
}

/// An IDX file of `count` images; noise does not pack, zeros do.
inline QByteArray idxImages(quint32 count, quint32 side, bool noise) {
    QByteArray file = QByteArray("\0\0\x08\x03", 4) + bigEndian(count) + bigEndian(side);
    file += bigEndian(side);
    quint32 state = 1;
    for (quint32 i = 0; i < count * side * side; ++i) {
        state = state * 1664525 + 1013904223;
        file += noise ? static_cast<char>(state >> 24) : '\0';
    }
    return file;
}

inline QByteArray idxLabels(quint32 count) {
    QByteArray file = QByteArray("\0\0\x08\x01", 4) + bigEndian(count);
    for (quint32 i = 0; i < count; ++i)
        file += static_cast<char>(i % 10);
    return file;
}

/// Four small files with the names of MNIST's. The third unpacks to 2 MiB.
class DownloadSet {
public:
    DownloadSet() {
        add("train-labels-idx1-ubyte", idxLabels(600));
        add("train-images-idx3-ubyte", idxImages(600, 20, true));
        add("t10k-images-idx3-ubyte", idxImages(5243, 20, false));
        add("t10k-labels-idx1-ubyte", idxLabels(5243));
    }

    const QList<DownloadFile> &files() const { return m_files; }
    QByteArray plain(const QString &name) const { return m_plain[name]; }
    QByteArray packed(const QString &name) const { return m_packed[name]; }
    qint64 packedTotal() const {
        qint64 total = 0;
        for (const DownloadFile &file : m_files)
            total += file.packedBytes;
        return total;
    }

    /// Lets the server give all files below /mirror.
    void serve(HttpServer &server, const QString &mirror) const {
        for (const DownloadFile &file : m_files)
            server.answer(mirror + "/" + file.name + ".gz", {m_packed[file.name]});
    }

private:
    void add(const QString &name, const QByteArray &plain) {
        m_plain[name] = plain;
        m_packed[name] = gzip(plain);
        const QByteArray hash = QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex();
        m_files.append({name, hash, m_packed[name].size()});
    }

    QList<DownloadFile> m_files;
    QMap<QString, QByteArray> m_plain;
    QMap<QString, QByteArray> m_packed;
};

} // namespace rbm::test
