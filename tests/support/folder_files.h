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

/// Every file of a folder with its content, hidden ones too; sub-folders with "".
inline QMap<QString, QByteArray> snapshot(const QString &folder) {
    QMap<QString, QByteArray> result;
    const auto names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                              QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        QFile file(folder + "/" + name);
        result[name] = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return result;
}

} // namespace rbm::test
