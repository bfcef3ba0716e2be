// Files damaged at random, given to the real program: it takes them or refuses them with one
// sentence, and needs no more memory than they bear out. RBM_MUTATIONS is how many of each kind
// (150 unless told), RBM_MUTATION_SEED their seed.
#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"
#include "tests/support/mutations.h"
#include "tests/support/run_rbm.h"
#include "tests/support/test_numbers.h"
#include "tests/support/watched_process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rbm::test;

namespace {

constexpr int kUsualSeed = 20240607;
constexpr quint32 kSide = 6;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMemoryIsTold = false; // the sanitizer's own is in it
constexpr int kUsualMutations = 40;   // a program starts slowly with one
#else
constexpr bool kMemoryIsTold = true;
constexpr int kUsualMutations = 150;
#endif

/// A kind of file and the command that reads it.
struct Kind {
    QString path;     ///< of the file, which is whole
    QStringList args; ///< of the command
    QString named;    ///< what the sentence must name
    bool isPacked = false;
};

/// Text that a terminal shows as it is.
bool isPlainText(const QByteArray &text) {
    const QString line = QString::fromUtf8(text).chopped(1);
    return !line.contains(QChar::ReplacementCharacter) &&
           std::all_of(line.begin(), line.end(), [](QChar c) {
               return c.isPrint() || c.isHighSurrogate() || c.isLowSurrogate();
           });
}

} // namespace

class TestMutatedFiles : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = numberOf("RBM_MUTATIONS", kUsualMutations);
    int m_seed = numberOf("RBM_MUTATION_SEED", kUsualSeed);

    QString path(const QString &name) const { return m_folder.filePath(name); }

    void makeData(const QString &folder, bool packed) const {
        QVERIFY(QDir().mkpath(folder));
        const QString packedName = packed ? ".gz" : "";
        const QByteArray images = idxImages(40, kSide, true);
        QVERIFY(writeFile(folder + "/train-images-idx3-ubyte" + packedName,
                          packed ? gzip(images) : images));
        QVERIFY(writeFile(folder + "/t10k-images-idx3-ubyte", idxImages(10, kSide, true)));
        QVERIFY(writeFile(folder + "/train-labels-idx1-ubyte", idxLabels(40)));
        QVERIFY(writeFile(folder + "/t10k-labels-idx1-ubyte", idxLabels(10)));
    }

    static QStringList quick(QStringList args) {
        args << "--no-cuda"
             << "--threads"
             << "1";
        return args;
    }

    static QStringList training(const QStringList &more) {
        return quick(QStringList{"train", "--likelihood", "none", "--data-loader-num-worker", "0",
                                 "--num-epoch", "2"} +
                     more);
    }

    QStringList newTraining(const QString &data, const QStringList &more = {}) const {
        return training(
            QStringList{"--data", data, "--num-hidden", "3", "--k", "1", "--batch-size", "10"} +
            more);
    }

    Kind kindOf(const QString &name) const {
        const QString data = path("data");
        if (name == "IDX" || name == "IDX.gz") {
            const bool packed = name != "IDX";
            const QString folder = path(packed ? "packed" : "plain");
            // Where two files do not fit together, their folder is named.
            return {folder + "/train-images-idx3-ubyte" + (packed ? ".gz" : ""),
                    newTraining(folder), folder, packed};
        }
        const QString file = path(name == "controls" ? "controls.csv" : "run." + name);
        if (name == "controls")
            return {file, newTraining(data, {"--controls", file}), file};
        if (name == "checkpoint")
            return {file, training({"--data", data, "--resume", file}), file};
        if (name == "shared run")
            return {file,
                    quick({"evaluate", file, "--data", data, "--method", "trusted", "--runs", "8",
                           "--temperatures", "10"}),
                    file};
        return {file, quick({"evaluate", file, "--data", data, "--exact"}), file};
    }

    /// Empty: all is as it should be.
    static QString trouble(const Ending &ending, const Kind &kind) {
        if (ending.code != 0 && ending.code != 1)
            return QString("it ended with code %1 or signal %2")
                .arg(ending.code)
                .arg(ending.signal);
        if (ending.code == 0)
            return {};
        if (!isOneSentence(ending.err.toStdString()) || !ending.err.endsWith(".\n") ||
            ending.err.size() > 500 || !isPlainText(ending.err))
            return "it did not say one clear sentence";
        return ending.err.contains(kind.named.toUtf8()) ? "" : "it did not name the file";
    }

    QByteArray mutated(const QByteArray &good, const Kind &kind, int index) const {
        // A number of its own for each file, so that each can be made again alone.
        Mutator mutator((static_cast<std::uint64_t>(m_seed) << 32) +
                        static_cast<std::uint64_t>(index));
        if (kind.isPacked && mutator.below(2) == 0)
            return gzip(mutator.mutated(idxImages(40, kSide, true)));
        return mutator.mutated(good);
    }

private slots:
    void initTestCase() {
        qInfo("%d mutations of each kind with seed %d", m_count, m_seed);
        makeData(path("data"), false);
        makeData(path("plain"), false);
        makeData(path("packed"), true);
        QVERIFY(writeFile(path("controls.csv"), "update,learning_rate,momentum,num_epoch\n"
                                                "0,0.1,0.3,2\n3,0.05,0.5,3\n5,0.02,0.25,3\n"));
        const Ending plain =
            runWatched(RBM_PROGRAM, newTraining(path("data"), {"--output", path("run.model")}));
        QVERIFY2(plain.code == 0, plain.err);
        const Ending tempered = runWatched(
            RBM_PROGRAM,
            newTraining(path("data"),
                        {"--algorithm", "pt", "--num-replicas", "3", "--centred", "--average",
                         "0.9", "--checkpoint-every", "2", "--output", path("full.safetensors")}));
        QVERIFY2(tempered.code == 0, tempered.err);
        QVERIFY(QFile::copy(path("full.checkpoint.safetensors"), path("run.checkpoint")));
        QVERIFY(QFile::copy(path("full.checkpoint.safetensors"), path("run.shared run")));
    }

    void everyMutationIsTakenOrRefusedWithASentence_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"IDX", "IDX.gz", "model", "checkpoint", "shared run", "controls"})
            QTest::newRow(name) << name;
    }

    void everyMutationIsTakenOrRefusedWithASentence() {
        QFETCH(QString, name);
        const Kind kind = kindOf(name);
        const QByteArray good = contentOf(kind.path);
        const Ending whole = runWatched(RBM_PROGRAM, kind.args);
        QVERIFY2(whole.code == 0, whole.err);
        int refused = 0;
        long most = 0;
        for (int index = 0; index < m_count; ++index) {
            const QByteArray bad = mutated(good, kind, index);
            QVERIFY(writeFile(kind.path, bad));
            const Ending ending = runWatched(RBM_PROGRAM, kind.args);
            // Of the same command from run to run the peak differs by less than 1 MiB, with
            // what the system happens to map; a claim of a header that were believed would
            // cost more than the 4 MiB that make the bound right for files of 2 KiB, too.
            const long bound = whole.peakKiB + 10 * static_cast<long>(bad.size()) / 1024 + 4096;
            QString why = trouble(ending, kind);
            if (why.isEmpty() && kMemoryIsTold && ending.peakKiB > bound)
                why = QString("it took %1 KiB, above %2").arg(ending.peakKiB).arg(bound);
            if (!why.isEmpty()) {
                const QString kept =
                    QDir::temp().filePath("rbm-mutation-" + QString::number(index));
                writeFile(kept, bad);
                QFAIL(qPrintable(QString("Seed %1, %2 %3 (kept as %4): %5: %6")
                                     .arg(m_seed)
                                     .arg(name)
                                     .arg(index)
                                     .arg(kept, why, QString::fromUtf8(ending.err))));
            }
            refused += ending.code;
            most = std::max(most, ending.peakKiB);
        }
        qInfo("%s: %d of %d refused, peak %ld KiB, of the whole file %ld KiB", qPrintable(name),
              refused, m_count, most, whole.peakKiB);
    }
};

QTEST_GUILESS_MAIN(TestMutatedFiles)
#include "test_mutated_files.moc"
