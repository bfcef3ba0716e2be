#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QString>

namespace rbm::test {

inline bool writeFile(const QString &path, const QByteArray &content) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Empty where it cannot be read.
inline QByteArray contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every file of a folder with its content, hidden ones too; sub-folders with "".
inline QMap<QString, QByteArray> snapshot(const QString &folder) {
    QMap<QString, QByteArray> result;
    const auto names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                              QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        result[name] = contentOf(folder + "/" + name);
    }
    return result;
}

} // namespace rbm::test
