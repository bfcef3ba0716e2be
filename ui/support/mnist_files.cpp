#include "ui/support/mnist_files.h"

#include "engine/base/atomic_file.h"
#include "engine/base/error.h"
#include "engine/base/read_file.h"
#include "engine/data/idx.h"
#include "ui/support/resource_bytes.h"

#include <QCryptographicHash>

#include <cerrno>
#include <span>
#include <system_error>
#include <unistd.h>

namespace rbm {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{1} << 30;

/// Of the downloads as the servers have them; only for the progress.
qint64 usualBytes(const QString &name) {
    if (name == "train-images-idx3-ubyte")
        return 9912422;
    if (name == "t10k-images-idx3-ubyte")
        return 1648877;
    return name == "train-labels-idx1-ubyte" ? 28881 : 4542;
}

bool hasHash(std::span<const std::uint8_t> content, const QByteArray &sha256) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())));
    return hash.result().toHex() == sha256;
}

fs::path fileInFolder(const fs::path &folder, const DownloadFile &file) {
    for (const char *ending : {"", ".gz"}) {
        fs::path path = folder / (file.name.toStdString() + ending);
        std::error_code ignored;
        if (fs::is_regular_file(path, ignored))
            return path;
    }
    return {};
}

bool isRight(const std::vector<std::uint8_t> &content, const DownloadFile &file) {
    try {
        return hasHash(unpackIfGzip(content, file.name.toStdString()), file.sha256);
    } catch (const Error &) {
        return false; // a damaged gzip file
    }
}

std::vector<std::uint8_t> contentOf(const fs::path &path) {
    try {
        return readWholeFile(path, kMaxFileBytes);
    } catch (const Error &error) {
        throw Error(error.sentence().afterColon());
    }
}

void requireRight(const fs::path &path, const DownloadFile &file) {
    if (!isRight(contentOf(path), file))
        throw Error(Sentence("the file %1 is already there, but it is not MNIST's file of that "
                             "name. Nothing was changed; move it away or choose another folder.",
                             path.string()));
}

[[noreturn]] void failToMake(const fs::path &folder, const std::string &reason) {
    throw Error(Sentence(
        "files cannot be put into the folder %1 (%2). Nothing was changed; choose another folder.",
        folder.string(), reason));
}

/// What was written so far. Unless it is kept, it is removed again and what it replaced is back.
class Written {
public:
    Written() = default;
    Written(const Written &) = delete;
    Written &operator=(const Written &) = delete;
    ~Written() {
        std::error_code ignored;
        for (const Place &place : m_places) {
            if (m_kept && !place.aside.empty())
                fs::remove(place.aside, ignored);
            else if (!m_kept && !place.aside.empty())
                fs::rename(place.aside, place.path, ignored);
            else if (!m_kept)
                fs::remove(place.path, ignored);
        }
    }

    void write(const fs::path &path, std::span<const std::uint8_t> content) {
        Place place{path, {}};
        std::error_code error;
        if (fs::exists(path, error)) {
            place.aside = path.string() + ".wrong";
            fs::rename(path, place.aside, error);
            if (error)
                throw Error(Sentence("cannot replace %1: %2.", path.string(), error.message()));
        }
        m_places.push_back(place);
        writeFileAtomically(path, std::as_bytes(content));
    }
    void keep() { m_kept = true; }

private:
    struct Place {
        fs::path path;
        fs::path aside; ///< of the file that stood there; empty: none
    };
    std::vector<Place> m_places;
    bool m_kept = false;
};

} // namespace

QList<DownloadFile> mnistFiles() {
    QList<DownloadFile> files;
    for (const QByteArray &line : resourceBytes("mnist.sha256").split('\n')) {
        const QList<QByteArray> parts = line.simplified().split(' ');
        if (parts.size() != 2)
            continue;
        const QString name = QString::fromLatin1(parts[1]);
        files.append({name, parts[0], usualBytes(name)});
    }
    return files;
}

QStringList mnistMirrors() {
    return QString::fromLatin1(resourceBytes("mnist.mirrors")).split('\n', Qt::SkipEmptyParts);
}

std::vector<fs::path> makeFolders(const fs::path &folder) {
    std::vector<fs::path> made;
    std::error_code error;
    std::error_code ignored;
    for (fs::path path = fs::absolute(folder).lexically_normal();
         !fs::is_directory(path, ignored) && path.has_relative_path(); path = path.parent_path())
        made.insert(made.begin(), path);
    for (auto path = made.begin(); path != made.end(); ++path) {
        error.clear();
        // A path with "/" at its end names a folder that its parent has made already.
        if (fs::create_directory(*path, error) || fs::is_directory(*path, ignored))
            continue;
        removeFolders({made.begin(), path});
        failToMake(folder, error.message());
    }
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        failToMake(folder, std::generic_category().message(errno));
    return made;
}

void removeFolders(const std::vector<fs::path> &folders) {
    std::error_code ignored;
    // Not remove_all: what somebody else has put there meanwhile stays.
    for (auto path = folders.rbegin(); path != folders.rend(); ++path)
        fs::remove(*path, ignored);
}

QList<DownloadFile> missingFiles(const fs::path &folder, const QList<DownloadFile> &files,
                                 WrongFile wrong) {
    QList<DownloadFile> missing;
    for (const DownloadFile &file : files) {
        const fs::path path = fileInFolder(folder, file);
        if (path.empty() || (wrong == WrongFile::Replace && !isRight(contentOf(path), file)))
            missing.append(file);
        else if (wrong == WrongFile::Keep)
            requireRight(path, file);
    }
    return missing;
}

CheckedFile checkDownload(const QByteArray &body, const DownloadFile &file, const QString &server) {
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(body.constData());
    CheckedFile checked{file.name, {}};
    try {
        checked.content = unpackIfGzip({bytes, static_cast<std::size_t>(body.size())},
                                       file.name.toStdString() + ".gz");
    } catch (const Error &) {
        throw Error(Sentence("what the server %1 sent as %2.gz is not a whole gzip file. Nothing "
                             "was changed; try again later.",
                             server.toStdString(), file.name.toStdString()));
    }
    if (!hasHash(checked.content, file.sha256))
        throw Error(Sentence("what the server %1 sent as %2.gz does not have the known SHA-256, so "
                             "it was thrown away. Nothing was changed; try again later.",
                             server.toStdString(), file.name.toStdString()));
    return checked;
}

bool saveAll(const fs::path &folder, const std::vector<CheckedFile> &files,
             const std::atomic<bool> &stop) {
    Written written;
    try {
        for (const CheckedFile &file : files) {
            if (stop.load())
                return false;
            written.write(folder / file.name.toStdString(), file.content);
        }
    } catch (const Error &error) {
        throw Error(Sentence("%1 Nothing was changed.", error.sentence().afterColon()));
    }
    written.keep();
    return true;
}

} // namespace rbm
