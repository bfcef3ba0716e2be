#include "ui/runs/run_files.h"

#include "engine/base/atomic_file.h"
#include "engine/base/error.h"
#include "engine/base/read_file.h"
#include "ui/runs/run_json.h"
#include "ui/support/error_text.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <exception>
#include <span>

namespace rbm {

namespace {

constexpr const char *kRunFile = "run.json";
constexpr const char *kLabelFile = "label.json";
constexpr const char *kModelFile = "model.safetensors";
constexpr const char *kLockFile = "lock";
constexpr const char *kDeleted = ".deleted";
constexpr std::size_t kMaxBytes = std::size_t{64} << 20; ///< of a JSON file: 100,000 checks
constexpr int kDaysKept = 7;

std::string readText(const QString &path) {
    const auto bytes = readWholeFile(path.toStdString(), kMaxBytes);
    return {bytes.begin(), bytes.end()};
}

void writeText(const QString &path, const std::string &text) {
    QDir().mkpath(QFileInfo(path).path()); // writing tells where that failed
    writeFileAtomically(path.toStdString(), std::as_bytes(std::span(text)));
}

/// The name and the mark; a run without them, or with damaged ones, is a run all the same.
void readLabel(const QDir &folder, RunRecord &run) {
    run.name = run.began.toLocalTime().toString(u"yyyy-MM-dd HH:mm");
    try {
        readLabelJson(readText(folder.filePath(QLatin1String(kLabelFile))), run);
    } catch (const std::exception &) {
    }
}

RunRecord readRun(const QDir &folder) {
    RunRecord run;
    run.id = folder.dirName();
    const QString path = folder.filePath(QLatin1String(kRunFile));
    if (!QFileInfo::exists(path))
        throw Error(Sentence("“%1” has no %2", run.id.toStdString(), std::string(kRunFile)));
    try {
        readRunJson(readText(path), run);
    } catch (const std::exception &error) {
        throw Error(Sentence("the %2 of “%1” cannot be read: %3", run.id.toStdString(),
                             std::string(kRunFile), sentenceOf(error)));
    }
    run.hasModel = QFileInfo::exists(folder.filePath(QLatin1String(kModelFile)));
    readLabel(folder, run);
    return run;
}

QDir deletedFolder(const QString &folder) { return QDir(folder + u'/' + QLatin1String(kDeleted)); }

void move(const QString &from, const QString &to) {
    if (!QDir().rename(from, to))
        throw Error(Sentence("Cannot move “%1” to “%2”; check the permissions of these folders.",
                             from.toStdString(), to.toStdString()));
}

} // namespace

RunFolder readRuns(const QString &folder) {
    RunFolder result;
    const QDir all(folder);
    // Hidden entries are not ours, but for the deleted runs.
    for (const QString &name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        try {
            result.runs.push_back(readRun(QDir(all.filePath(name))));
        } catch (const std::exception &error) {
            result.unreadable.append(errorText(error));
        }
    }
    return result;
}

void writeRun(const QString &folder, const RunRecord &run) {
    writeText(QDir(folder).filePath(run.id + u'/' + QLatin1String(kRunFile)), runJson(run));
}

void writeLabel(const QString &folder, const RunRecord &run) {
    writeText(QDir(folder).filePath(run.id + u'/' + QLatin1String(kLabelFile)), labelJson(run));
}

void deleteRun(const QString &folder, const QString &id) {
    const QDir run(QDir(folder).filePath(id));
    {
        QLockFile lock(run.filePath(QLatin1String(kLockFile)));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0) && lock.error() == QLockFile::LockFailedError)
            throw Error(Sentence(
                "This run is open in another window of RBM Explorer; close it there first."));
    } // let go: the lock must not move along
    const QDir deleted = deletedFolder(folder);
    deleted.mkpath(QStringLiteral("."));
    move(run.path(), deleted.filePath(id));
    // The file's time tells since when.
    writeText(deleted.filePath(id + QStringLiteral("/deleted")), "");
}

void restoreRun(const QString &folder, const QString &id) {
    const QDir deleted = deletedFolder(folder);
    move(deleted.filePath(id), QDir(folder).filePath(id));
    QFile::remove(QDir(folder).filePath(id + QStringLiteral("/deleted")));
}

void clearDeletedRuns(const QString &folder) {
    const QDir deleted = deletedFolder(folder);
    const QDateTime oldest = QDateTime::currentDateTime().addDays(-kDaysKept);
    for (const QString &id : deleted.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QFileInfo mark(deleted.filePath(id + QStringLiteral("/deleted")));
        if (mark.exists() && mark.lastModified() < oldest)
            QDir(deleted.filePath(id)).removeRecursively();
    }
}

} // namespace rbm
