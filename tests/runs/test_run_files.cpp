// The folder of runs: what is written is read back, and what is damaged harms nothing else.
#include "engine/base/error.h"
#include "tests/support/folder_files.h"
#include "tests/support/run_records.h"
#include "ui/runs/run_files.h"
#include "ui/runs/run_json.h"
#include "ui/runs/run_settings.h"
#include "ui/support/starter_digits.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace rbm;
using namespace rbm::test;

namespace {

void write(const QTemporaryDir &folder, const RunRecord &run) {
    writeRun(folder.path(), run);
    writeLabel(folder.path(), run);
}

/// The sentence of the Error that this ends with; empty where it ends well.
template <typename Work>
QString trouble(const Work &work) {
    try {
        work();
    } catch (const Error &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

bool same(const LikelihoodValue &a, const LikelihoodValue &b) {
    return a.value == b.value && a.low == b.low && a.high == b.high;
}

bool same(const PixelValues &a, const PixelValues &b) {
    return same(a.test, b.test) && same(a.train, b.train) && same(a.originalTest, b.originalTest) &&
           same(a.originalTrain, b.originalTrain);
}

} // namespace

class TestRunFiles : public QObject {
    Q_OBJECT
private slots:
    void aFolderThatDoesNotExistHasNoRuns() {
        const RunFolder content = readRuns(QStringLiteral("/nowhere/runs"));
        QVERIFY(content.runs.empty());
        QVERIFY(content.unreadable.isEmpty());
    }

    void aRunIsReadBackAsItWasWritten() {
        const QTemporaryDir folder;
        RunRecord run = runRecord(QStringLiteral("a"), QStringLiteral("„Länge“ \"5\", 𝛽"));
        run.shown = false;
        run.points[0].gray.originalTest.high = std::numeric_limits<double>::infinity();
        run.points[0].gray.originalTest.low = -std::numeric_limits<double>::infinity();
        write(folder, run);
        const RunFolder content = readRuns(folder.path());
        QVERIFY(content.unreadable.isEmpty());
        QCOMPARE(content.runs.size(), std::size_t{1});
        const RunRecord &read = content.runs.front();
        QCOMPARE(read.id, run.id);
        QCOMPARE(read.name, run.name);
        QCOMPARE(read.shown, false);
        QCOMPARE(read.began, run.began);
        QVERIFY(read.config == run.config);
        QCOMPARE(read.controls.learningRate, run.controls.learningRate);
        QCOMPARE(read.controls.momentum, run.controls.momentum);
        QCOMPARE(read.update, run.update);
        QCOMPARE(read.epoch(), 2.0);
        QCOMPARE(read.dataName, run.dataName);
        QCOMPARE(read.dataKey, run.dataKey);
        QVERIFY(!read.hasModel);
        QCOMPARE(read.points.size(), run.points.size());
        for (std::size_t at = 0; at < run.points.size(); ++at) {
            QCOMPARE(read.points[at].epoch, run.points[at].epoch);
            QVERIFY(same(read.points[at].gray, run.points[at].gray));
            QVERIFY(same(read.points[at].sampled, run.points[at].sampled));
            QCOMPARE(read.points[at].trusted.verdict, run.points[at].trusted.verdict);
            QCOMPARE(read.points[at].original.runs, run.points[at].original.runs);
        }
    }

    void aDamagedRunIsToldAndLeftAndTheOthersAreRead() {
        const QTemporaryDir folder;
        write(folder, runRecord(QStringLiteral("a"), QStringLiteral("good")));
        write(folder, runRecord(QStringLiteral("c"), QStringLiteral("good, too")));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("b")));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("holiday pictures")));
        QVERIFY(writeFile(folder.filePath(QStringLiteral("b/run.json")), "{\"format\": \"rb"));
        QVERIFY(writeFile(folder.filePath(QStringLiteral("notes.txt")), "no run"));
        const auto before = snapshot(folder.filePath(QStringLiteral("b")));
        const RunFolder content = readRuns(folder.path());
        QCOMPARE(content.runs.size(), std::size_t{2});
        QCOMPARE(content.runs[1].name, QStringLiteral("good, too"));
        QCOMPARE(content.unreadable.size(), 2);
        QCOMPARE(content.unreadable[0],
                 QStringLiteral("the run.json of “b” cannot be read: it is no JSON object"));
        QCOMPARE(content.unreadable[1], QStringLiteral("“holiday pictures” has no run.json"));
        QCOMPARE(snapshot(folder.filePath(QStringLiteral("b"))), before);
    }

    // Whatever byte is wrong, it ends with an Error or with a run, and with nothing else.
    void noDamageEndsInAnythingButAnError() {
        const std::string whole = runJson(runRecord(QStringLiteral("a"), QStringLiteral("a")));
        RunRecord read;
        QVERIFY(trouble([&] { readRunJson(whole, read); }).isEmpty());
        for (std::size_t at = 0; at + 2 < whole.size(); ++at)
            QVERIFY(!trouble([&] { readRunJson(whole.substr(0, at), read); }).isEmpty());
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (const char other : {'0', '"', ',', '\xff', 'n'}) {
                std::string bad = whole;
                bad[at] = other;
                trouble([&] { readRunJson(bad, read); });
                trouble([&] { readLabelJson(bad, read); });
            }
        }
    }

    void aRunOfANewerProgramIsRefused() {
        std::string json = runJson(runRecord(QStringLiteral("a"), QStringLiteral("a")));
        const std::string version = "\"format-version\": 1";
        json.replace(json.find(version), version.size(), "\"format-version\": 2");
        RunRecord read;
        QCOMPARE(trouble([&] { readRunJson(json, read); }),
                 QStringLiteral("it is of a newer program"));
    }

    void withoutItsLabelARunIsCalledByItsTime() {
        const QTemporaryDir folder;
        const RunRecord run = runRecord(QStringLiteral("a"), QStringLiteral("lost"));
        writeRun(folder.path(), run);
        const RunFolder content = readRuns(folder.path());
        QCOMPARE(content.runs.size(), std::size_t{1});
        QCOMPARE(content.runs[0].name, run.began.toLocalTime().toString(u"yyyy-MM-dd HH:mm"));
        QVERIFY(content.runs[0].shown);
    }

    void aDeletedRunCanBeBroughtBackWhole() {
        const QTemporaryDir folder;
        write(folder, runRecord(QStringLiteral("a"), QStringLiteral("a")));
        QVERIFY(writeFile(folder.filePath(QStringLiteral("a/model.safetensors")), "model"));
        const auto before = snapshot(folder.filePath(QStringLiteral("a")));
        deleteRun(folder.path(), QStringLiteral("a"));
        QVERIFY(readRuns(folder.path()).runs.empty());
        QVERIFY(readRuns(folder.path()).unreadable.isEmpty());
        clearDeletedRuns(folder.path()); // it is not a week old
        restoreRun(folder.path(), QStringLiteral("a"));
        QCOMPARE(snapshot(folder.filePath(QStringLiteral("a"))), before);
        QVERIFY(readRuns(folder.path()).runs.front().hasModel);
    }

    void aDeletedRunGoesForGoodAfterAWeek() {
        const QTemporaryDir folder;
        write(folder, runRecord(QStringLiteral("a"), QStringLiteral("a")));
        write(folder, runRecord(QStringLiteral("b"), QStringLiteral("b")));
        deleteRun(folder.path(), QStringLiteral("a"));
        deleteRun(folder.path(), QStringLiteral("b"));
        QFile mark(folder.filePath(QStringLiteral(".deleted/a/deleted")));
        QVERIFY(mark.open(QIODevice::ReadWrite));
        QVERIFY(mark.setFileTime(QDateTime::currentDateTime().addDays(-8),
                                 QFileDevice::FileModificationTime));
        mark.close();
        clearDeletedRuns(folder.path());
        QVERIFY(!QDir(folder.filePath(QStringLiteral(".deleted/a"))).exists());
        QVERIFY(QDir(folder.filePath(QStringLiteral(".deleted/b"))).exists());
    }

    void aRunThatAProgramTrainsIsNotDeleted() {
        const QTemporaryDir folder;
        write(folder, runRecord(QStringLiteral("a"), QStringLiteral("a")));
        QLockFile lock(folder.filePath(QStringLiteral("a/lock")));
        QVERIFY(lock.tryLock(0));
        const QString sentence = trouble([&] { deleteRun(folder.path(), QStringLiteral("a")); });
        QVERIFY2(sentence.contains(u"open in another window"), qPrintable(sentence));
        QCOMPARE(readRuns(folder.path()).runs.size(), std::size_t{1});
    }

    void theTableHasALineForEachCheckWithItsRunsSettings() {
        RunRecord first = runRecord(QStringLiteral("a"), QStringLiteral("one, \"the first\""));
        first.config.seed = 7;
        const RunRecord second = runRecord(QStringLiteral("b"), QStringLiteral("two"));
        const QStringList lines =
            curveTable({first, second}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + 2 + 2);
        QVERIFY(lines[0].startsWith(u"run,name,data,num_hidden,k,batch_size,"));
        QVERIFY(lines[0].contains(u",epoch,gray_test,gray_test_low,"));
        QVERIFY(lines[1].startsWith(
            u"a,\"one, \"\"the first\"\"\",\"starter digits\",16,3,80,130,0.1,0.3,7,gray,pcd,"));
        QVERIFY(lines[1].contains(u",1,-150,-150.75,-149.5,"));
        QVERIFY(lines[4].startsWith(u"b,\"two\","));
        // Without the quoted name each line has as many cells as headings.
        QCOMPARE(lines[3].count(u','), lines[0].count(u','));
    }

    void onlySettingsThatDifferAreCompared() {
        RunRecord first = runRecord(QStringLiteral("a"), QStringLiteral("a"));
        RunRecord second = first;
        QVERIFY(differencesOf({first, second}).empty());
        QVERIFY(differencesOf({first}).empty());
        second.config.k = 30;
        second.config.centred = true;
        second.controls.learningRate = second.config.learningRate;
        const auto differences = differencesOf({first, second});
        QCOMPARE(differences.size(), std::size_t{3});
        QCOMPARE(differences[0].name, QStringLiteral("Gibbs steps k"));
        QCOMPARE(differences[0].values[0], QStringLiteral("3"));
        QCOMPARE(differences[0].values[1], QStringLiteral("30"));
        QCOMPARE(differences[1].name, QStringLiteral("Learning rate"));
        QCOMPARE(differences[1].values[0], QStringLiteral("0.1 → 0.05"));
        QCOMPARE(differences[1].values[1], QStringLiteral("0.1"));
        QCOMPARE(differences[2].name, QStringLiteral("Centred gradient"));
    }

    void imagesAreKnownByTheirPixelsNotByTheirName() {
        const DatasetPair images = loadStarterDigits();
        Dataset other = *images.train;
        QCOMPARE(dataKeyOf(other), dataKeyOf(*images.train));
        for (auto &pixel : other.pixels)
            pixel = static_cast<std::uint8_t>(255 - pixel);
        QVERIFY(dataKeyOf(other) != dataKeyOf(*images.train));
        QVERIFY(dataKeyOf(*images.test) != dataKeyOf(*images.train));
    }
};

QTEST_GUILESS_MAIN(TestRunFiles)
#include "test_run_files.moc"
