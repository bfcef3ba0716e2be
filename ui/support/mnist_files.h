#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace rbm {

/// A file that a server has as `name`.gz.
struct DownloadFile {
    QString name;
    QByteArray sha256;      ///< of the unpacked content, in lower-case hexadecimal
    qint64 packedBytes = 0; ///< about how much there is to download, 0: unknown
};

/// The four files of MNIST, from resources/mnist.sha256.
QList<DownloadFile> mnistFiles();

/// Addresses of folders that have them, from resources/mnist.mirrors, the first to be asked first.
QStringList mnistMirrors();

/// The unpacked content of a downloaded file.
struct CheckedFile {
    QString name;
    std::vector<std::uint8_t> content;
};

// What follows takes up to a second for MNIST, so call it away from the event
// loop. All of it throws Error; its sentence stands after "Could not download
// MNIST: " and so begins in lower case.

/// Makes the folder, and those above it, where it is not there. Returns those
/// made, outermost first; where it throws there is none.
std::vector<std::filesystem::path> makeFolders(const std::filesystem::path &folder);

/// Removes folders that makeFolders made, as far as they are empty.
void removeFolders(const std::vector<std::filesystem::path> &folders);

/// What becomes of a file that is there and is not what it should be.
enum class WrongFile { Keep, Replace };

/// Those of `files` that the folder has neither plain nor with .gz. One that is there and is not
/// what it should be is missing, too, where it is to be replaced; else throws.
QList<DownloadFile> missingFiles(const std::filesystem::path &folder,
                                 const QList<DownloadFile> &files,
                                 WrongFile wrong = WrongFile::Keep);

/// Unpacks what `server` sent for `file` and checks its hash.
CheckedFile checkDownload(const QByteArray &body, const DownloadFile &file, const QString &server);

/// Writes all files, or none: where one fails or `stop` becomes true those
/// before it are removed, and those that they replaced are back. Returns whether they are there.
bool saveAll(const std::filesystem::path &folder, const std::vector<CheckedFile> &files,
             const std::atomic<bool> &stop);

} // namespace rbm
