// A training that is killed at any moment, also while it writes: its newest checkpoint loads,
// and going on from it ends in the model of a run that nobody killed, bit for bit.
// RBM_KILLS is how many (8 unless told), RBM_KILL_SEED the seed of their moments.
#include "engine/training/checkpoint.h"
#include "tests/support/download_set.h"
#include "tests/support/folder_files.h"
#include "tests/support/test_numbers.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <random>

using namespace rbm::test;

namespace {

constexpr int kPatience = 120000; // milliseconds
constexpr int kImages = 60;
constexpr int kBatch = 20;
constexpr int kEpochs = 60;
constexpr unsigned kUsualSeed = 4711;

} // namespace

class TestKilledTraining : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QByteArray m_model; ///< of the run that nobody killed
    qint64 m_duration = 0;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    void start(QProcess &rbm, const QString &model, const QStringList &how) const {
        rbm.setStandardOutputFile(QProcess::nullDevice());
        rbm.start(RBM_PROGRAM, QStringList{"train", "--data", path("data"), "--no-cuda",
                                           "--threads", "1", "--likelihood", "none",
                                           "--checkpoint-every", "1", "--output", model} +
                                   how);
    }

    static QStringList anew() {
        return {"--num-hidden", "5",
                "--k",          "2",
                "--batch-size", QString::number(kBatch),
                "--num-epoch",  QString::number(kEpochs)};
    }

    QString runToItsEnd(const QString &model, const QStringList &how) const {
        QProcess rbm;
        start(rbm, model, how);
        if (rbm.waitForFinished(kPatience) && rbm.exitStatus() == QProcess::NormalExit &&
            rbm.exitCode() == 0)
            return {};
        return "The training failed: " + QString::fromUtf8(rbm.readAllStandardError());
    }

private slots:
    void initTestCase() {
        QVERIFY(QDir().mkpath(path("data")));
        QVERIFY(writeFile(path("data/train-images-idx3-ubyte"), idxImages(kImages, 8, true)));
        QVERIFY(writeFile(path("data/t10k-images-idx3-ubyte"), idxImages(10, 8, true)));
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(runToItsEnd(path("whole.safetensors"), anew()), QString());
        m_duration = clock.elapsed();
        m_model = contentOf(path("whole.safetensors"));
        QVERIFY(!m_model.isEmpty());
    }

    void afterAKillTheRunGoesOnBitForBit() {
        const int kills = numberOf("RBM_KILLS", 8);
        const int seed = numberOf("RBM_KILL_SEED", kUsualSeed);
        std::mt19937 random(static_cast<unsigned>(seed));
        int amid = 0;
        int writing = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const QString folder = path(QString("kill%1").arg(kill));
            QVERIFY(QDir().mkpath(folder));
            const QString model = folder + "/model.safetensors";
            const QString checkpoint = folder + "/model.checkpoint.safetensors";
            QProcess rbm;
            start(rbm, model, anew());
            QVERIFY(rbm.waitForStarted(kPatience));
            QThread::usleep(random() % static_cast<unsigned long>(1000 * m_duration));
            rbm.kill();
            QVERIFY(rbm.waitForFinished(kPatience));
            QStringList how = anew();
            if (QFile::exists(checkpoint)) {
                const auto state = rbm::loadCheckpoint(checkpoint.toStdString());
                QCOMPARE(state.update % (kImages / kBatch), std::uint64_t{0});
                how = {"--resume", checkpoint};
                amid += state.update < kEpochs * kImages / kBatch ? 1 : 0;
            }
            writing += QDir(folder).entryList({"*.tmp"}).isEmpty() ? 0 : 1;
            QCOMPARE(runToItsEnd(model, how), QString());
            QVERIFY2(contentOf(model) == m_model,
                     qPrintable(QString("seed %1, kill %2").arg(seed).arg(kill)));
            QVERIFY(QDir(folder).removeRecursively());
        }
        QVERIFY2(amid > 0, "no kill came between the first checkpoint and the end");
        qInfo("%d kills with seed %d: %d runs went on from a checkpoint in their middle, %d were "
              "killed while they wrote",
              kills, seed, amid, writing);
    }
};

QTEST_GUILESS_MAIN(TestKilledTraining)
#include "test_killed_training.moc"
