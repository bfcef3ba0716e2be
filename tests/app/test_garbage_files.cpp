// Whatever file a command is given: code 1 and one sentence that names it.
#include "engine/data/idx.h"
#include "engine/model/model_file.h"
#include "engine/training/checkpoint.h"
#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"
#include "tests/support/run_rbm.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <functional>
#include <utility>

using namespace rbm::test;

namespace {

constexpr int kSide = 4;

/// Puts something at a path where a good file is expected; `good` is its content.
using Garbage = std::function<void(const QString &path, const QByteArray &good)>;
using GarbageList = QList<std::pair<const char *, Garbage>>;

Garbage content(const std::function<QByteArray(const QByteArray &good)> &make) {
    return [make](const QString &path, const QByteArray &good) {
        if (!writeFile(path, make(good)))
            qFatal("cannot write %s", qPrintable(path));
    };
}

Garbage content(const QByteArray &bytes) {
    return content([bytes](const QByteArray &) { return bytes; });
}

QByteArray randomBytes(qsizetype count) {
    QByteArray bytes;
    for (quint32 state = 7; bytes.size() < count; state = state * 1664525 + 1013904223)
        bytes += static_cast<char>(state >> 24);
    return bytes;
}

/// A safetensors file with this header and nothing after it.
QByteArray headerOnly(const QByteArray &header) {
    QByteArray length;
    for (int shift = 0; shift < 64; shift += 8)
        length += static_cast<char>(static_cast<quint64>(header.size()) >> shift & 255);
    return length + header;
}

QByteArray tensorOf(const QByteArray &name, const QByteArray &shape, const QByteArray &offsets) {
    // No raw strings: moc loses its way in them.
    return headerOnly("{\"" + name + "\":{\"dtype\":\"F32\",\"shape\":[" + shape +
                      "],\"data_offsets\":[" + offsets + "]}}");
}

GarbageList anyGarbage() {
    return {
        {"empty", content(QByteArray())},
        {"random bytes", content(randomBytes(5000))},
        {"text", content(QByteArray("this is something else\n"))},
        {"half", content([](const QByteArray &good) { return good.first(good.size() / 2); })},
        {"more", content([](const QByteArray &good) { return good + '\0'; })},
        {"truncated gzip", content([](const QByteArray &good) { return gzip(good).chopped(10); })},
        {"gzip of nothing", content(gzip(QByteArray()))},
        {"two bytes of gzip", content(QByteArray("\x1f\x8b"))},
        // Root reads it all the same, and finds garbage.
        {"unreadable",
         [](const QString &path, const QByteArray &) {
             content(QByteArray("secret"))(path, {});
             QFile::setPermissions(path, {});
         }},
    };
}

GarbageList modelGarbage() {
    const auto folder = [](const QString &path, const QByteArray &) { QDir().mkpath(path); };
    const auto circle = [](const QString &path, const QByteArray &) { QFile::link(path, path); };
    const auto nothing = [](const QString &, const QByteArray &) {};
    return anyGarbage() +
           GarbageList{
               {"folder", folder},
               {"link in a circle", circle},
               {"missing", nothing},
               {"header of 2^63 bytes", content(QByteArray("\0\0\0\0\0\0\0\x80{}", 10))},
               {"header past the end", content(QByteArray("\xff\0\0\0\0\0\0\0{}", 10))},
               {"header is a list", content(headerOnly("[]"))},
               {"header without tensors", content(headerOnly("{}"))},
               {"header is nested deeply", content(headerOnly(QByteArray(100000, '[')))},
               {"tensor of 2^64 elements",
                content(tensorOf("interaction_weight", "4294967296,4294967296", "0,0"))},
               {"tensor of 2^40 bytes",
                content(tensorOf("interaction_weight", "1048576,262144", "0,1099511627776"))},
               {"tensor with lines in its name",
                content(tensorOf("two\\nlines\\u001b[31m and colour", "1", "0,4"))},
               {"tensor with a very long name",
                content(tensorOf(QByteArray(100000, 'x'), "1", "0,4"))},
               {"offsets the wrong way round", content(tensorOf("x", "0", "4,0"))},
           };
}

GarbageList dataGarbage() {
    const QByteArray huge(12, '\xff');
    return anyGarbage() +
           GarbageList{
               {"huge extents", content(QByteArray("\0\0\x08\x03", 4) + huge)},
               {"many extents", content(QByteArray("\0\0\x08\xff", 4) + huge)},
               {"no extents", content(QByteArray("\0\0\x08\0", 4))},
               {"4 GiB of labels", content(QByteArray("\0\0\x08\x01\xff\xff\xff\xff", 8))},
               {"floats", content(QByteArray("\0\0\x0d\x01\0\0\0\x01", 8) + huge)},
               {"no images", content(QByteArray("\0\0\x08\x03", 4) + QByteArray(12, '\0'))},
               {"ends in its header", content(QByteArray("\0\0\x08\x03\0\0", 6))},
               {"no pixels", content(QByteArray("\0\0\x08\x03\0\0\0\x1e\0\0\0\0\0\0\0\0", 16))},
           };
}

rbm::TrainingState smallRun() {
    rbm::TrainingState state;
    state.config.numHidden = 3;
    state.config.batchSize = 2;
    state.parameters = rbm::initialParameters(kSide * kSide, 3, 1);
    state.momentum = rbm::RbmParameters::zeros(kSide * kSide, 3);
    state.chains = {2, std::vector<std::uint8_t>(2 * kSide * kSide), std::vector<std::uint8_t>(6)};
    return state;
}

QStringList dataFiles() {
    return {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte"};
}

} // namespace

Q_DECLARE_METATYPE(Garbage)

class TestGarbageFiles : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QByteArray m_run;

    QString path(const char *name) const { return m_folder.filePath(name); }

    /// What the data folder holds where it is whole.
    static QByteArray goodData(const QString &name) {
        const quint32 count = name.startsWith("train") ? 30 : 10;
        return name.contains("labels") ? idxLabels(count) : idxImages(count, kSide, true);
    }

    static void makeData(const QString &folder) {
        QVERIFY(QDir().mkpath(folder));
        for (const QString &name : dataFiles())
            QVERIFY(writeFile(folder + '/' + name, goodData(name)));
    }

    /// Fails with one sentence that has `part`, and nothing on standard output
    /// but, perhaps, the options of a training that never began.
    static void refuses(const QStringList &args, const QString &part) {
        std::vector<std::string> plain;
        for (const QString &argument : args)
            plain.push_back(argument.toStdString());
        const Outcome outcome = runRbm(plain);
        QVERIFY2(outcome.code == 1, outcome.err.c_str());
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(outcome.err.size() < 500, outcome.err.c_str());
        QVERIFY2(contains(outcome.err, part.toStdString()), outcome.err.c_str());
        QVERIFY2(!contains(outcome.out, "Epoch 0"), outcome.out.c_str());
    }

    static void addRows(const GarbageList &list) {
        QTest::addColumn<Garbage>("garbage");
        for (const auto &[name, garbage] : list)
            QTest::newRow(name) << garbage;
    }

private slots:
    void initTestCase() {
        makeData(path("data"));
        saveCheckpoint(path("run.safetensors").toStdString(), smallRun(), kSide, kSide);
        QFile run(path("run.safetensors"));
        QVERIFY(run.open(QIODevice::ReadOnly));
        m_run = run.readAll();
    }

    void theGoodFilesAreTaken() {
        QCOMPARE(runRbm({"evaluate", path("run.safetensors").toStdString(), "--data",
                         path("data").toStdString(), "--no-cuda"})
                     .code,
                 0);
    }

    void garbageForAModelIsRefused_data() { addRows(modelGarbage()); }

    void garbageForAModelIsRefused() {
        QFETCH(Garbage, garbage);
        const QTemporaryDir folder;
        const QString bad = folder.filePath("bad.safetensors");
        const QString output = folder.filePath("output");
        garbage(bad, m_run);
        refuses({"evaluate", bad, "--data", path("data")}, bad);
        refuses({"filters", bad, "--output", output}, bad);
        refuses({"sample", bad, "--start", "noise", "--states", output}, bad);
        refuses({"sample", bad, "--data", path("data"), "--output", output}, bad);
        refuses({"train", "--resume", bad, "--data", path("data"), "--output", output}, bad);
        QVERIFY(!QFile::exists(output));
    }

    void garbageForDataIsRefused_data() { addRows(dataGarbage()); }

    void garbageForDataIsRefused() {
        QFETCH(Garbage, garbage);
        for (const QString &name : dataFiles()) {
            for (const char *ending : {"", ".gz"}) {
                const QTemporaryDir folder;
                makeData(folder.path());
                QVERIFY(QFile::remove(folder.filePath(name)));
                const QString bad = folder.filePath(name + ending);
                garbage(bad, goodData(name));
                refusesData(folder.path(), name.contains("labels") ? folder.path() : bad);
            }
        }
    }

    void aModelOfOtherImagesIsRefusedByItsName() {
        const QTemporaryDir folder;
        makeData(folder.path());
        QVERIFY(writeFile(folder.filePath(dataFiles()[0]), idxImages(30, 2, true)));
        QVERIFY(writeFile(folder.filePath(dataFiles()[2]), idxImages(10, 2, true)));
        const QString model = path("run.safetensors");
        const QStringList others = {"--data", folder.path(), "--no-cuda"};
        refuses(QStringList{"evaluate", model} + others, model);
        refuses(QStringList{"train", "--resume", model} + others, model);
    }

    void aFolderInPlaceOfImagesIsRefused() {
        for (const QString &name : {dataFiles()[0], dataFiles()[2]}) {
            const QTemporaryDir folder;
            makeData(folder.path());
            QVERIFY(QFile::remove(folder.filePath(name)));
            refusesData(folder.path(), folder.path()); // missing
            QVERIFY(QDir().mkpath(folder.filePath(name)));
            refusesData(folder.path(), folder.path());
        }
    }

    void aDataFolderThatIsNoneIsRefused() {
        refusesData(path("nowhere"), path("nowhere"));
        refusesData(path("run.safetensors"), path("run.safetensors"));
        QVERIFY(QFile::link(path("circle"), path("circle")));
        refusesData(path("circle"), path("circle"));
    }

    void outputsThatCannotBeWrittenAreRefusedBeforeTheWork_data() {
        QTest::addColumn<QString>("bad");
        QVERIFY(QDir().mkpath(path("folder")));
        QTest::newRow("a folder") << path("folder");
        QTest::newRow("below nothing") << path("nowhere/output");
        QTest::newRow("below a file") << path("run.safetensors/output");
        QTest::newRow("in /proc") << "/proc/output";
    }

    void outputsThatCannotBeWrittenAreRefusedBeforeTheWork() {
        QFETCH(QString, bad);
        const QString data = path("data");
        const QStringList train = {
            "train",     "--data", data,           "--no-cuda", "--num-hidden", "3", "--k", "1",
            "--threads", "1",      "--batch-size", "5",         "--num-epoch",  "1"};
        for (const char *option : {"--output", "--log", "--samples"})
            refuses(train + QStringList{option, bad}, bad);
        const QStringList sample = {
            "sample", path("run.safetensors"), "--no-cuda", "--steps", "1", "--data", data};
        for (const char *option : {"--output", "--states", "--probabilities"})
            refuses(sample + QStringList{option, bad}, bad);
        refuses({"filters", path("run.safetensors"), "--output", bad}, bad);
    }

private:
    /// Every command that reads a data folder refuses this one.
    void refusesData(const QString &folder, const QString &part) const {
        const QString model = path("run.safetensors");
        const QTemporaryDir outputs;
        const QString output = outputs.filePath("output");
        refuses({"train", "--data", folder, "--no-cuda", "--num-hidden", "3", "--output", output},
                part);
        refuses({"evaluate", model, "--data", folder}, part);
        refuses({"sample", model, "--data", folder, "--output", output}, part);
        refuses({"fetch", "--data", folder, "--mirror", "http://127.0.0.1:1"}, "");
        QVERIFY(!QFile::exists(output));
    }
};

QTEST_GUILESS_MAIN(TestGarbageFiles)
#include "test_garbage_files.moc"
